"""Every page says what it said before, in the same order and as the same elements."""

import html.parser

import pytest

from tests.golden import check_golden_text
from tests.web_samples import PAGES

_HEARD = {
    "title", "h1", "h2", "h3", "h4", "p", "li", "caption", "th", "td", "figcaption", "dt", "dd",
    "article", "nav", "main", "header", "footer", "table", "ul", "svg", "label", "a",
}  # fmt: skip
_SAYS = ("lang", "scope", "aria-label", "role", "colspan")


class _Outline(html.parser.HTMLParser):
    """Write down a page as a line for each element that is heard and each piece of its words."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._is_style = False
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_style = tag == "style"
        if tag in _HEARD:
            says = "".join(f" [{key}: {value}]" for key, value in attrs if key in _SAYS)
            self.lines.append(f"{tag}{says}")

    def handle_endtag(self, tag: str) -> None:
        self._is_style = False

    def handle_data(self, data: str) -> None:
        words = data.strip()
        if words and not self._is_style:
            self.lines.append(f"  {words}")


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith(("every", "hard"))])
def test_a_page_says_what_it_said_before(name: str) -> None:
    check_golden_text(f"web-{name}", "\n".join(_Outline(PAGES[name]()).lines) + "\n")
