"""Every sentence of the papers is found, worded by the charity, seen on a page, and put back."""

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from coprod_desktop.services.wordings import fixed_sentences
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.wording_dialog import WordingDialog
from coprod_desktop.ui.tasks import Tasks
from coprod_desktop.ui.theme import Theme
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, type_text
from tests.ui.settings.wording_room import CORRECT, HEADING, WordingDesk


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[WordingDesk]:
    made = WordingDesk(room)
    qtbot.addWidget(made.dialog)
    yield made
    made.close()


def test_every_sentence_is_listed_and_every_control_has_a_name(desk: WordingDesk) -> None:
    assert unnamed_controls(desk.dialog) == []
    QAbstractItemModelTester(desk.dialog.sentences.rows)
    assert sorted(desk.dialog.sentences.shown()) == sorted(fixed_sentences())
    row = desk.dialog.editor.row
    assert row is not None
    assert "statement" in row.papers
    assert desk.dialog.editor.text() == row.usual


def test_a_sentence_reads_with_the_facts_of_its_page_while_somebody_types(
    desk: WordingDesk,
) -> None:
    desk.choose(CORRECT)
    desk.settle()
    dialog = desk.dialog
    assert "Example: Statement (Clear print)" in dialog.page.words
    assert "Your sentence is marked." in dialog.page.words
    before = dialog.editor.reading
    assert "{" not in before
    assert "corrected statement" in before
    desk.write("Write to us by {day}.")
    assert dialog.editor.reading.startswith("Write to us by ")  # at once, before any page is made
    assert "{" not in dialog.editor.reading
    desk.settle()
    assert dialog.page.sheet.marked()
    assert "Write to us by" in dialog.page._area.accessibleDescription()


def test_own_words_are_saved_and_can_be_taken_back(desk: WordingDesk) -> None:
    desk.choose(CORRECT)
    desk.write("By {day}, please.")
    assert "Not saved" in cells(desk)
    desk.press_save()
    assert desk.own(CORRECT) == "By {day}, please."
    assert "The sentence is saved." in desk.words()
    assert "Our words" in cells(desk)
    assert not desk.dialog.has_draft(CORRECT)
    desk.press("Undo")
    assert desk.own(CORRECT) == ""
    assert desk.dialog.editor.text() == CORRECT
    assert "The words are as they were before." in desk.words()


def cells(desk: WordingDesk) -> str:
    rows = desk.dialog.sentences.rows
    return " ".join(
        str(rows.data(rows.index(at, column)))
        for at in range(rows.rowCount())
        for column in range(rows.columnCount())
    )


def test_one_click_brings_the_usual_words_back_and_another_takes_that_back(
    desk: WordingDesk,
) -> None:
    desk.room.office.wordings.set(HEADING, "All that you did")
    desk.presenter.refresh()
    desk.choose(HEADING)
    assert desk.dialog.editor.text() == "All that you did"
    desk.dialog.editor.put_back.click()
    assert desk.own(HEADING) == ""
    assert desk.dialog.editor.text() == HEADING
    assert not desk.dialog.editor.put_back.isEnabled()
    desk.press("Undo")
    assert desk.own(HEADING) == "All that you did"
    assert desk.dialog.editor.text() == "All that you did"


def test_words_that_are_not_saved_go_back_without_the_file_and_ctrl_z_returns_them(
    desk: WordingDesk,
) -> None:
    desk.choose(HEADING)
    desk.write("What you did")
    desk.dialog.editor.put_back.click()
    assert desk.dialog.editor.text() == HEADING
    assert not desk.dialog.has_draft(HEADING)
    edit = desk.dialog.editor.edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.dialog.editor.text() == "What you did"
    assert desk.dialog.has_draft(HEADING)


def test_a_misspelt_field_is_refused_under_the_words_and_nothing_is_lost(
    desk: WordingDesk,
) -> None:
    desk.choose(CORRECT)
    desk.write("By {dya}, please.")
    assert desk.dialog.editor.box.error == ""  # half a field is no mistake yet
    desk.settle()
    assert "“dya”" in desk.dialog.editor.box.error
    assert "The fields it knows are: day." in desk.dialog.editor.box.error
    desk.press("Save this sentence")
    assert desk.own(CORRECT) == ""
    assert "“dya”" in desk.dialog.editor.box.error
    assert desk.dialog.editor.text() == "By {dya}, please."
    desk.settle()
    assert "{" not in desk.dialog.editor.reading  # the words before it broke, with their facts


def test_welsh_and_english_have_words_of_their_own(desk: WordingDesk) -> None:
    dialog = desk.dialog
    desk.choose(HEADING)
    dialog.languages.choose("cy")
    row = dialog.editor.row
    assert row is not None
    assert row.sentence == HEADING  # the same one, in the other language
    assert row.usual != HEADING
    assert f"In English: {HEADING}" in desk.words(dialog.editor)
    desk.write("Eich gwaith chi")
    desk.press("Save this sentence")
    assert (desk.own(HEADING, "cy"), desk.own(HEADING)) == ("Eich gwaith chi", "")
    desk.settle()
    assert "Eich gwaith chi" in dialog.page._area.accessibleDescription()
    dialog.languages.choose("en")
    row = dialog.editor.row
    assert row is not None
    assert (row.sentence, row.own, dialog.editor.text()) == (HEADING, "", HEADING)


def test_the_usual_words_in_another_spelling_of_spaces_are_not_saved(desk: WordingDesk) -> None:
    sentence = "no payment\N{NO-BREAK SPACE}offered"
    desk.choose("no payment")
    desk.dialog.sentences.list.select_key(sentence)
    assert desk.dialog.editor.text() == sentence
    desk.write("no payment offered")
    desk.press("Save this sentence")
    assert desk.own(sentence) == ""
    assert desk.dialog.editor.text() == sentence


def test_what_is_not_saved_is_kept_while_another_sentence_is_looked_at(desk: WordingDesk) -> None:
    desk.choose(CORRECT)
    desk.write("By {day}.")
    desk.choose(HEADING)
    desk.write("What you did")
    desk.choose(CORRECT)
    assert desk.dialog.editor.text() == "By {day}."
    desk.dialog.reject()
    assert desk.dialog.isVisible()
    assert "2 sentences are not saved." in desk.words()
    desk.press("Go on writing")
    assert desk.dialog.editor.text() == "By {day}."
    assert desk.dialog.editor.edit.hasFocus()
    desk.dialog.reject()
    desk.press("Close without saving")
    assert not desk.dialog.isVisible()
    assert desk.own(CORRECT) == ""


def test_what_is_typed_while_the_words_before_are_saved_is_kept(room: Room, qtbot: QtBot) -> None:
    tasks = Tasks()
    desk = WordingDesk(dataclasses.replace(room, context=_with_tasks(room, tasks)))
    qtbot.addWidget(desk.dialog)
    qtbot.waitUntil(lambda: desk.dialog.editor.row is not None, timeout=5000)
    row = desk.dialog.editor.row
    assert row is not None
    desk.write("Said once")
    desk.press("Save this sentence")
    desk.write("Said once more")  # before the file has answered
    qtbot.waitUntil(lambda: "The sentence is saved." in desk.words(), timeout=5000)
    desk.settle()
    assert desk.dialog.editor.text() == "Said once more"
    assert desk.dialog.has_draft(row.sentence)
    desk.close()
    tasks.shutdown()
    assert desk.own(row.sentence) == "Said once"


def _with_tasks(room: Room, tasks: Tasks) -> Context:
    return dataclasses.replace(room.context, tasks=tasks)


def test_a_draft_in_another_language_is_gone_back_to(desk: WordingDesk) -> None:
    dialog = desk.dialog
    desk.choose(CORRECT)
    desk.write("By {day}.")
    dialog.languages.choose("cy")
    assert not dialog.has_draft(CORRECT)
    dialog.reject()
    desk.press("Go on writing")
    assert dialog.language == "en"
    assert dialog.editor.text() == "By {day}."


def test_everything_works_with_the_keyboard_alone(desk: WordingDesk) -> None:
    dialog = desk.dialog
    assert dialog.sentences.search.hasFocus()
    type_text(dialog.sentences.search, "corrected statement")
    QTest.keyClick(dialog.sentences.search, Qt.Key.Key_Down)
    table = dialog.sentences.list.table
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Return)
    edit = dialog.editor.edit
    assert edit.hasFocus()
    assert dialog.editor.text() == CORRECT
    edit.selectAll()
    type_text(edit, "By ")
    QTest.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    (menu,) = [one for one in dialog.editor.fields.findChildren(QMenu) if one.isVisible()]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert dialog.editor.text() == "By {day}"
    desk.press_save()
    assert desk.own(CORRECT) == "By {day}"


def test_in_a_narrow_window_one_part_is_shown_at_a_time(desk: WordingDesk) -> None:
    dialog = desk.dialog
    assert not dialog.views.is_narrow
    dialog.resize(700, 600)
    assert dialog.views.is_narrow
    assert dialog.sentences.isVisible()
    assert not dialog.editor.isVisible()
    desk.choose(CORRECT)
    QTest.keyClick(dialog.sentences.list.table, Qt.Key.Key_Return)
    assert dialog.editor.isVisible()
    assert not dialog.sentences.isVisible()
    dialog.views.show_view("page")
    assert dialog.page.isVisible()
    dialog.resize(1320, 820)
    assert all(part.isVisible() for part in (dialog.sentences, dialog.editor, dialog.page))


def test_a_sentence_that_no_example_says_is_worded_all_the_same(desk: WordingDesk) -> None:
    rare = "A rest"
    desk.choose(rare)
    desk.settle()
    assert "No example of a paper says this sentence." in desk.words(desk.dialog.page)
    desk.write("So")
    desk.press("Save this sentence")
    assert desk.own(rare) == "So"


def test_the_menu_opens_it(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    menu = SettingsMenu(window.menus, room.context, window)
    (action,) = [one for one in menu._actions if one.text() == "Wording of papers…"]
    action.trigger()
    (dialog,) = window.findChildren(WordingDialog)
    assert dialog.isVisible()
    assert dialog.sentences.rows.rowCount() == len(fixed_sentences())
    dialog.reject()
