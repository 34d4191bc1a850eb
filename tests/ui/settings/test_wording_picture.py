"""A sentence is found on the page of its paper, and the page is drawn."""

import functools

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.services.paper_examples import Example
from coprod_desktop.services.paper_making import PaperOrder, make
from coprod_desktop.ui.settings.wording_page import WordingPage
from coprod_desktop.ui.settings.wording_picture import drawn_page
from coprod_desktop.ui.theme import Theme
from tests.builders import a_statement_content

FOOT = "It is not advice. For questions about benefits or tax, ask an adviser."


@functools.cache
def a_statement() -> bytes:
    return make(PaperOrder(content=a_statement_content()), {"en": {}})


@pytest.mark.usefixtures("qapp")
def test_the_page_with_the_words_is_drawn_and_their_lines_are_told() -> None:
    page = drawn_page(a_statement(), FOOT)
    assert page.count > 1
    assert page.number == page.count
    assert page.image.width() < page.image.height()
    assert page.places
    for box in page.places:
        assert 0 < box.x() < box.right() < 1
        assert 0.5 < box.y() < box.bottom() < 1
    lit = page.image.pixelColor(2, 2)
    assert lit.name() == "#ffffff"


@pytest.mark.usefixtures("qapp")
def test_words_that_are_not_drawn_have_no_place_and_parts_of_words_do_not_count() -> None:
    for said in ("Nothing like it stands here.", "", "dvice"):
        page = drawn_page(a_statement(), said)
        assert (page.number, page.places) == (1, ())
        assert "Aisha Rahman" in page.words


def test_the_page_is_shown_marked_and_scrolled_to_and_read_aloud(
    theme: Theme, qtbot: QtBot
) -> None:
    shown = WordingPage()
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    order = PaperOrder(content=a_statement_content())
    example = Example(paper="statement", order=order, values={})
    shown.show_page(example, drawn_page(a_statement(), FOOT))
    assert "Your sentence is marked." in shown.words
    bar = shown._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=1000)
    shown.scroll_to_words()
    (first, *_rest) = shown.sheet.marked()
    assert bar.value() < first.top() < bar.value() + shown._area.viewport().height()
    assert FOOT.split(".")[0] in " ".join(shown._area.accessibleDescription().split())
    shown.show_page(example, drawn_page(a_statement(), "Nothing like it stands here."))
    assert "not to be seen here" in shown.words
    assert shown.sheet.marked() == []
    shown.show_words("No example.")
    assert not shown._area.isVisible()
