"""Test the pages as people meet them: in a browser, narrow, dark, and printed."""

import io
from collections.abc import Callable, Iterator

import pypdf
import pytest
from playwright.sync_api import Browser

from coprod_desktop.documents.editions.web_page import web_page
from coprod_desktop.documents.paper import Paper
from coprod_desktop.domain.participants import Edition
from tests.browser import a_browser, complaints, is_wider_than_its_screen, shown
from tests.edition_papers import a_hard_paper, a_letter, a_paper
from tests.web_samples import PAGES

_A4_POINTS = (595, 842)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as started:
        yield started


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong_and_nobody_scrolls_sideways(browser: Browser, name: str) -> None:
    with shown(browser, PAGES[name]()) as page:
        assert complaints(page) == []
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert not is_wider_than_its_screen(page), width


@pytest.mark.parametrize("edition", Edition)
def test_axe_finds_nothing_wrong_in_the_dark_on_a_narrow_screen(
    browser: Browser, edition: Edition
) -> None:
    written = web_page([a_paper()], edition=edition)
    with shown(browser, written, width=320, color_scheme="dark") as page:
        assert complaints(page) == []


def test_a_person_with_their_own_colours_loses_nothing(browser: Browser) -> None:
    with shown(browser, web_page([a_paper()]), forced_colors="active") as page:
        assert complaints(page) == []
        colour = "getComputedStyle(document.querySelector('{}')).backgroundColor"
        bar, ground = (page.evaluate(colour.format(name)) for name in (".bar .paid", "body"))
        assert bar != ground


def test_axe_would_find_what_is_wrong(browser: Browser) -> None:
    faults = (
        ("<html lang=", "<html data-was=", "html-has-lang"),
        ("--ink: #1b1d1f", "--ink: #777777", "color-contrast-enhanced"),
        ("<main>", "<div>", "landmark-one-main"),
    )
    written = web_page([a_paper()])
    for right, wrong, rule in faults:
        with shown(browser, written.replace(right, wrong, 1)) as page:
            assert any(said.startswith(f"{rule}:") for said in complaints(page)), rule


def test_a_narrow_screen_shows_rows_as_lists_that_are_still_tables_to_those_who_hear(
    browser: Browser,
) -> None:
    display = "getComputedStyle(document.querySelector('tbody tr')).display"
    with shown(browser, web_page([a_paper()])) as page:
        assert page.evaluate(display) == "table-row"
    with shown(browser, web_page([a_paper()]), width=320) as page:
        assert page.evaluate(display) == "block"
        heads = page.get_by_role("columnheader").all_inner_texts()
        assert heads == ["Date", "What you did", "Paid", "Unpaid", "Payment"]
        assert page.get_by_role("rowheader").count() == 1


@pytest.mark.parametrize(
    ("edition", "points"), [(Edition.STANDARD, 14), (Edition.LARGE, 18), (Edition.EASY_READ, 18)]
)
def test_letters_have_the_size_of_their_edition_on_screen_and_in_print(
    browser: Browser, edition: Edition, points: int
) -> None:
    smallest = """Math.min(...[...document.querySelectorAll('body *')]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => parseFloat(getComputedStyle(e).fontSize))) * 0.75"""
    with shown(browser, web_page([a_paper()], edition=edition)) as page:
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            body = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize) * 0.75")
            assert body == pytest.approx(points, rel=0.03)
            least = 12 if edition is Edition.STANDARD else 16
            assert page.evaluate(smallest) >= least - 0.01  # fractions of a pixel


def printed(browser: Browser, written: str) -> pypdf.PdfReader:
    with shown(browser, written) as page:
        return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_it_prints_on_a4_with_number_and_pages_at_the_foot(browser: Browser) -> None:
    pages = printed(browser, web_page([a_paper("cy"), a_letter()])).pages
    assert tuple(map(round, pages[0].mediabox[2:])) == _A4_POINTS
    texts = [page.extract_text() for page in pages]
    welsh = [text for text in texts if 'Statement "S-2026-0147"' in text]
    assert f"Tudalen 1 o {len(texts)}" in texts[0]
    assert f"Page {len(texts)} of {len(texts)}" in texts[-1]
    assert "Letter L-2026-0052" in texts[-1]
    assert len(welsh) < len(texts)


def test_no_row_is_cut_by_the_end_of_a_page(browser: Browser) -> None:
    pages = printed(browser, web_page([a_hard_paper()])).pages
    texts = [page.extract_text() for page in pages]
    rows = [text.count("Thu") for text in texts]
    assert sum(rows) == 40
    assert len(rows) > 2
    assert rows == [text.count("paid 17 July") for text in texts]
    for text, count in zip(texts, rows, strict=True):
        assert text.count("What you did") == (1 if count else 0)


@pytest.mark.parametrize("paper", [a_paper, a_letter, a_hard_paper])
def test_a_page_has_its_landmarks_and_one_first_heading(
    browser: Browser, paper: Callable[[], Paper]
) -> None:
    with shown(browser, web_page([paper()])) as page:
        for landmark in ("header", "main", "footer"):
            assert page.locator(landmark).count() == 1
        assert page.get_by_role("heading", level=1).count() == 1
