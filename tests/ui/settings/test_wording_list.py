"""Sentences are found by their words and by the paper on which they stand."""

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.services.wordings import EVERY_PAPER, PaperSentence
from coprod_desktop.ui.settings.wording_list import WordingList, matching
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.theme import Theme

PAID = PaperSentence(
    sentence="paid {day}", usual="talwyd\N{NO-BREAK SPACE}{day}", papers=("statement",)
)
LETTER = PaperSentence(
    sentence="Yours faithfully", usual="Yn gywir", papers=("letter",), own="Cofion gorau, Llŷr"
)
PAGE = PaperSentence(sentence="Page {number}", usual="Tudalen {number}", papers=(EVERY_PAPER,))
ROWS = (LETTER, PAID, PAGE)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ROWS),
        ("GORAU cofion", (LETTER,)),
        ("llyr", (LETTER,)),
        ("faithfully", (LETTER,)),
        ("talwyd day", (PAID,)),
        ("nothing of it", ()),
    ],
)
def test_words_are_found_in_any_order_and_language(
    words: str, found: tuple[PaperSentence, ...]
) -> None:
    assert matching(ROWS, words) == found


def test_what_stands_on_every_paper_stands_on_each() -> None:
    assert matching(ROWS, "", paper="letter") == (LETTER, PAGE)
    assert matching(ROWS, "", paper="statement") == (PAID, PAGE)
    assert matching(ROWS, "", is_own=True) == (LETTER,)
    assert matching(ROWS, "page", paper="letter", is_own=True) == ()


def many(count: int) -> tuple[PaperSentence, ...]:
    return tuple(
        PaperSentence(sentence=f"Sentence {at}", usual=f"Sentence {at}", papers=("letter",))
        for at in range(count)
    )


@pytest.fixture
def sentences(theme: Theme, qtbot: QtBot) -> WordingList:
    made = WordingList(ImmediateTasks(), lambda sentence: sentence == "paid {day}")
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


def test_statements_come_first_and_what_stands_everywhere_last(sentences: WordingList) -> None:
    sentences.show_sentences(ROWS, is_new=True)
    assert sentences.shown() == ["paid {day}", "Yours faithfully", "Page {number}"]
    states = [sentences.rows.data(sentences.rows.index(at, 1)) for at in range(3)]
    assert states == ["Not saved", "Our words", ""]
    sentences.paper.set_value("letter")
    assert sentences.shown() == ["Yours faithfully", "Page {number}"]
    sentences.only_own.setChecked(True)
    assert sentences.shown() == ["Yours faithfully"]
    sentences.widen()
    assert len(sentences.shown()) == len(ROWS)


def test_a_long_list_stays_in_place_when_its_rows_change(
    sentences: WordingList, qtbot: QtBot
) -> None:
    rows = many(450)
    sentences.show_sentences(rows, is_new=True)
    assert sentences.rows.rowCount() == len(rows)
    table = sentences.list.table
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0, timeout=1000)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: sentences.rows.place_of("Sentence 449") is not None, timeout=2000)
    sentences.list.select_key("Sentence 440")
    place = table.verticalScrollBar().value()
    assert place > 0
    sentences.show_sentences(rows, is_new=False)
    row = sentences.list.current_row()
    assert row is not None
    assert row.sentence == "Sentence 440"
    assert table.verticalScrollBar().value() == place


def test_nothing_found_is_said(sentences: WordingList) -> None:
    sentences.show_sentences(ROWS, is_new=True)
    sentences.search.setText("xyz")
    sentences.narrow()
    assert sentences.shown() == []
    assert sentences.row_of("paid {day}") == PAID
