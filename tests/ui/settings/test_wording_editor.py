"""What is wrong with a sentence, or could be plainer, is said while somebody types it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.plain_language import RemarkKind
from coprod_desktop.services.paper_examples import Example
from coprod_desktop.services.paper_making import PaperOrder
from coprod_desktop.services.wordings import PaperSentence
from coprod_desktop.ui.settings import wording_remarks
from coprod_desktop.ui.settings.wording_editor import WordingEditor
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.rooms import type_text, word

SENTENCE = "We pay you {pounds} by {day}."
ROW = PaperSentence(sentence=SENTENCE, usual=SENTENCE, papers=("statement",))


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> WordingEditor:
    made = WordingEditor(word)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.show_sentence(ROW, "en", SENTENCE)
    return made


def an_example(edition: Edition = Edition.STANDARD) -> Example:
    values = {"pounds": "£30.00", "day": "1 May"}
    order = PaperOrder(content=None, edition=edition)
    return Example(paper="statement", order=order, values=values)


def said(editor: WordingEditor) -> str:
    return " ".join(one.text() for one in editor.findChildren(QLabel) if one.isVisibleTo(editor))


def test_it_reads_with_what_fields_mean_until_the_example_is_known(editor: WordingEditor) -> None:
    assert editor.reading == "We pay you [an amount of money] by [a day]."
    editor.show_example(an_example())
    assert editor.reading == "We pay you £30.00 by 1 May."
    editor.edit.replace_text("{pounds} comes on {day}.")
    assert editor.reading == "£30.00 comes on 1 May."


def test_words_that_hide_work_are_underlined_with_what_to_say_instead(
    editor: WordingEditor,
) -> None:
    editor.edit.replace_text("We utilise volunteers, {pounds}, {day}.")
    kinds = [one.kind for one in editor.remarks.remarks]
    assert RemarkKind.LONG_WORD in kinds
    spans = [editor.text()[start:end] for start, end in editor.edit.underlined]
    assert "utilise" in spans
    assert "Say: use." in said(editor)
    editor.edit.replace_text("We pay you {pounds}, {day}.")
    assert editor.edit.underlined == ()
    assert "Nothing stands out" in said(editor)


def test_a_remark_leads_to_its_words_and_f8_to_the_next(editor: WordingEditor) -> None:
    editor.edit.replace_text("We utilise it and commence it, {pounds}, {day}.")
    links = [one for one in editor.remarks.findChildren(Button) if one.isVisible()]
    links[-1].click()
    assert editor.edit.textCursor().selectedText() == "commence"
    assert editor.edit.hasFocus()
    QTest.keyClick(editor.edit, Qt.Key.Key_F8)
    assert editor.edit.textCursor().selectedText() == "utilise"
    QTest.keyClick(editor.edit, Qt.Key.Key_F8)
    assert editor.edit.textCursor().selectedText() == "commence"


def test_new_remarks_are_read_aloud_after_a_pause_and_not_in_the_middle_of_a_word(
    editor: WordingEditor, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(wording_remarks, "announce", lambda _part, words: heard.append(words))
    editor.edit.selectAll()
    type_text(editor.edit, "We utilise it")
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard), timeout=3000)
    assert len(heard) == 1
    assert "“utilise”" in heard[0]


def test_a_sentence_of_easy_read_is_held_to_fifteen_words(editor: WordingEditor) -> None:
    editor.edit.replace_text("We pay you " + "and you " * 7 + "{pounds} {day}.")
    assert RemarkKind.LONG_SENTENCE not in {one.kind for one in editor.remarks.remarks}
    editor.show_example(an_example(Edition.EASY_READ))
    assert RemarkKind.LONG_SENTENCE in {one.kind for one in editor.remarks.remarks}


def test_a_field_that_is_left_out_is_told_but_not_refused(editor: WordingEditor) -> None:
    editor.edit.replace_text("We pay you by {day}.")
    assert "Your words leave out {pounds}" in said(editor)
    assert editor.box.error == ""
    editor.edit.replace_text(SENTENCE)
    assert "leave out" not in said(editor)


def test_the_list_of_fields_says_what_each_is_and_puts_it_in(editor: WordingEditor) -> None:
    editor.show_example(an_example())
    assert editor.fields.offered == [
        "{day}  a day, such as “1 May”",
        "{pounds}  an amount of money, such as “£30.00”",
    ]
    editor.edit.selectAll()
    editor.fields.choose("pounds")
    assert editor.text() == "{pounds}"
    assert editor.edit.hasFocus()
    row = PaperSentence(sentence="Paid", usual="Paid", papers=("statement",))
    editor.show_sentence(row, "en", "Paid")
    assert not editor.fields.isVisible()


def test_broken_brackets_are_refused_and_the_last_good_words_stay(
    editor: WordingEditor, qtbot: QtBot
) -> None:
    editor.show_example(an_example())
    editor.edit.replace_text("By {day")
    assert "curly bracket" in editor.problem
    qtbot.waitUntil(lambda: editor.box.error == editor.problem, timeout=2000)
    assert editor.reading == "We pay you £30.00 by 1 May."
    editor.edit.replace_text("")
    assert editor.box.error == ""
    assert editor.reading == "We pay you £30.00 by 1 May."  # empty words are the usual ones
