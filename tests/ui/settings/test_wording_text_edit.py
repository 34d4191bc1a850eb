"""A sentence is held letter by letter, its fields are chips, and remarks are underlined."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.settings.wording_text_edit import WordingTextEdit
from coprod_desktop.ui.theme import Theme


@pytest.fixture
def edit(theme: Theme, qtbot: QtBot) -> WordingTextEdit:
    made = WordingTextEdit("Your own words")
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.show()
    return made


def test_spaces_that_do_not_break_stay_and_paste_is_one_line(edit: WordingTextEdit) -> None:
    edit.start_with("no payment\N{NO-BREAK SPACE}offered", ())
    assert edit.text() == "no payment\N{NO-BREAK SPACE}offered"
    pasted = QMimeData()
    pasted.setText("one\ntwo")
    pasted.setHtml("<b>one<br>two</b>")
    edit.selectAll()
    edit.insertFromMimeData(pasted)
    assert edit.text() == "one two"


def test_enter_writes_nothing_and_tab_leaves(edit: WordingTextEdit) -> None:
    edit.start_with("By {day}", ("day",))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "By {day}"
    assert edit.tabChangesFocus()


def test_a_new_sentence_cannot_be_undone_into_the_one_before(edit: WordingTextEdit) -> None:
    edit.start_with("First", ())
    edit.start_with("Second", ())
    edit.undo()
    assert edit.text() == "Second"
    edit.replace_text("Third")
    edit.undo()
    assert edit.text() == "Second"


def test_fields_stand_on_chips_and_unknown_ones_are_red(edit: WordingTextEdit) -> None:
    edit.start_with("{day} and {dya}", ("day",))
    tokens = current_tokens()
    image = edit.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(300) for y in range(2, 24)}
    assert {tokens.color("sel").name(), tokens.color("bad_tint").name()} <= seen
    inks = [one.format.foreground().color() for one in edit.extraSelections()]
    assert inks == [tokens.color("on_sel"), tokens.color("bad")]


def test_remarks_are_underlined_with_a_wave_even_where_the_text_got_shorter(
    edit: WordingTextEdit,
) -> None:
    edit.start_with("utilise it", ())
    edit.underline([(0, 7)])
    (extra,) = edit.extraSelections()
    assert extra.cursor.selectedText() == "utilise"
    assert extra.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    edit.replace_text("use")
    (extra,) = edit.extraSelections()
    assert extra.cursor.selectedText() == "use"


def test_a_field_is_put_where_the_cursor_stands_over_what_is_selected(
    edit: WordingTextEdit,
) -> None:
    edit.start_with("By Monday.", ("day",))
    edit.select((3, 9))
    edit.insert_field("day")
    assert edit.text() == "By {day}."


def test_ctrl_space_asks_for_a_field_but_not_in_words_that_are_only_read(
    edit: WordingTextEdit, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(edit.field_wanted, timeout=1000):
        QTest.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    read = WordingTextEdit("The usual words", is_read_only=True)
    qtbot.addWidget(read)
    with qtbot.assertNotEmitted(read.field_wanted):
        QTest.keyClick(read, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)


def test_it_is_as_high_as_its_lines_up_to_a_limit(edit: WordingTextEdit, qtbot: QtBot) -> None:
    edit.start_with("short", ())
    low = edit.height()
    edit.replace_text("a long sentence of many words that goes on " * 6)
    qtbot.waitUntil(lambda: edit.height() > low, timeout=1000)
    middle = edit.height()
    edit.replace_text("a long sentence of many words that goes on " * 20)
    qtbot.waitUntil(lambda: edit.verticalScrollBar().maximum() > 0, timeout=1000)
    assert middle <= edit.height() < 2 * middle
    edit.replace_text("short")
    qtbot.waitUntil(lambda: edit.height() == low, timeout=1000)
