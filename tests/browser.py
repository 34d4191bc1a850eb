"""Open pages in a browser without a window, as people open them, and let axe-core judge them.

The browser is Debian's Chromium (installer/debian.py); elsewhere, or without it, the tests skip.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
# Everything WCAG 2.2 AA asks that a machine can see, and more: contrast of at least 7 to 1.
_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Start the browser; skip the tests where there is none, but not where nobody looks."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        message = "Chromium is not installed: apt-get install chromium-headless-shell"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()


@contextmanager
def shown(browser: Browser, written: str, width: int = 1280, **settings: Any) -> Iterator[Page]:
    """Show a page on a screen of a width in CSS pixels; it may reach nothing outside itself."""
    page = browser.new_page(viewport={"width": width, "height": 900}, **settings)
    page.route("**/*", lambda route: route.abort())
    page.set_content(written)
    yield page
    page.close()


def complaints(page: Page) -> list[str]:
    """Ask axe-core what is wrong with a page; nothing is an empty list."""
    found = Axe().run(page, options=_OPTIONS).response
    ran = {rule["id"] for kind in ("passes", "violations", "inapplicable", "incomplete")
           for rule in found[kind]}  # fmt: skip
    assert {"color-contrast-enhanced", "target-size", "region", "heading-order"} <= ran
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def is_wider_than_its_screen(page: Page) -> bool:
    """Tell whether one must scroll sideways to read a page."""
    width = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return bool(page.evaluate(width))
