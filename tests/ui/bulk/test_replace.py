"""Words are found as they are typed, shown before and after, and replaced where they are ticked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.bulk_edits import CONTRIBUTIONS, EXPENSES, PARTICIPANTS
from coprod_desktop.services.bulk_replacing import fields_of
from coprod_desktop.ui.bulk.hit_list import HitList
from coprod_desktop.ui.bulk.replace_dialog import ReplaceDialog
from coprod_desktop.ui.bulk.replace_presenter import ReplacePresenter
from coprod_desktop.ui.theme import Theme
from tests.ui.accessibility import unnamed_controls
from tests.ui.bulk.stage import Listed, show, work
from tests.ui.rooms import Room, add_people, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def a_dialog(room: Room, qtbot: QtBot, subject: str, row_ids: list[int]) -> ReplaceDialog:
    dialog = ReplaceDialog(
        subject, len(row_ids), fields_of(subject), room.context.tasks, room.context.word_error
    )
    presenter = ReplacePresenter(dialog, room.context, subject, row_ids)
    dialog.searched.connect(presenter.search)
    dialog.replace_requested.connect(presenter.replace)
    dialog.setProperty("presenter", presenter)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def shown(hits: HitList) -> list[tuple[str, ...]]:
    keys = ("who", "field", "before", "after")
    columns = [one for one in hits.rows.columns if one.key in keys]
    rows = [hits.rows.row_at(number) for number in range(hits.rows.rowCount())]
    return [tuple(column.text(row) for column in columns) for row in rows if row is not None]


def test_excel_find_and_replace_with_a_preview_and_a_tick_for_each(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    pieces = work(room, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
    ids = tuple(one.contribution_id for one in pieces)
    room.office.contributions.approve(ids[1:2])
    window = show(room, theme, Listed(CONTRIBUTIONS, ids))
    qtbot.addWidget(window)
    QTest.keyClick(window, Qt.Key.Key_H, CONTROL)
    (dialog,) = window.findChildren(ReplaceDialog)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    assert dialog.windowTitle() == "Replace in 3 contributions"
    QTest.keyClicks(dialog.focusWidget(), "leaflet")
    QTest.keyClick(dialog.words, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "Poster")
    qtbot.waitUntil(lambda: len(shown(dialog.hits)) == 3)
    assert sorted(shown(dialog.hits)) == [
        ("Amina Yusuf", "What was done", "Leaflet workshop", "Poster workshop"),
        ("Catrin Llŷr", "What was done", "Leaflet workshop", ""),
        ("Tom Brennan", "What was done", "Leaflet workshop", "Poster workshop"),
    ]
    assert dialog.summary.text() == "Found in 3 places. 1 stays as it is."
    assert dialog.replace.words == "Replace in 2 places"
    hit = next(one for one in dialog.hits.plan.open_hits if one.entry.who == "Tom Brennan")  # type: ignore[union-attr]  # a plan is there
    dialog.hits.list.select_key(hit.key)
    QTest.keyClick(dialog.hits.list.table, Qt.Key.Key_Space)
    assert dialog.replace.words == "Replace in 1 place"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    told = [room.office.contributions.get(row_id).what for row_id in ids]
    assert told == ["Poster workshop", "Leaflet workshop", "Leaflet workshop"]
    assert room.last_words == "Replaced in 1 place."
    room.office.history.undo()
    assert room.office.contributions.get(ids[0]) == pieces[0]


def test_enter_looks_and_never_replaces(room: Room, qtbot: QtBot) -> None:
    (piece,) = work(room, "Amina Yusuf")
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, [piece.contribution_id])
    QTest.keyClicks(dialog.words, "workshop")
    for _time in range(3):
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert len(shown(dialog.hits)) == 1
    assert room.office.contributions.get(piece.contribution_id) == piece
    assert dialog.isVisible()
    dialog.reject()


def test_what_is_replaced_is_what_was_shown(room: Room, qtbot: QtBot) -> None:
    """Ctrl+Enter in the pause after a key shows the hits of the new words first."""
    (piece,) = work(room, "Amina Yusuf")
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, [piece.contribution_id])
    QTest.keyClicks(dialog.words, "workshop")
    dialog.search()
    QTest.keyClicks(dialog.by, "group")
    QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    assert shown(dialog.hits) == [
        ("Amina Yusuf", "What was done", "Leaflet workshop", "Leaflet group")
    ]
    assert room.office.contributions.get(piece.contribution_id) == piece
    QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    assert room.office.contributions.get(piece.contribution_id).what == "Leaflet group"


def test_accents_capitals_and_whole_words_are_ticked_as_wished(room: Room, qtbot: QtBot) -> None:
    people = add_people(room.office, "Catrin Llŷr", "Llyr Owen", "Llyrwyn Rees")
    dialog = a_dialog(room, qtbot, PARTICIPANTS, [one.participant_id for one in people])
    type_text(dialog.words, "llyr")
    dialog.search()
    assert [row[0] for row in shown(dialog.hits)] == ["Llyr Owen", "Llyrwyn Rees"]
    dialog.fold_accents.click()
    assert [row[0] for row in shown(dialog.hits)] == ["Catrin Llŷr", "Llyr Owen", "Llyrwyn Rees"]
    dialog.whole_words.click()
    assert [row[0] for row in shown(dialog.hits)] == ["Catrin Llŷr", "Llyr Owen"]
    dialog.match_case.click()
    assert shown(dialog.hits) == []
    assert dialog.hits.empty.isVisible()
    assert not dialog.replace.isEnabled()
    dialog.reject()


def test_only_ticked_fields_are_searched(room: Room, qtbot: QtBot) -> None:
    (piece,) = work(room, "Amina Yusuf")
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, [piece.contribution_id])
    QTest.keyClicks(dialog.words, "leaflet")
    dialog.boxes["what"].click()
    assert shown(dialog.hits) == []
    dialog.boxes["what"].click()
    assert len(shown(dialog.hits)) == 1
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert dialog.hits.plan is None
    dialog.reject()


def test_ticks_are_set_and_taken_together_and_stay_while_one_types(
    room: Room, qtbot: QtBot
) -> None:
    ids = [one.contribution_id for one in work(room, "Amina Yusuf", "Tom Brennan")]
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, ids)
    QTest.keyClicks(dialog.words, "leaflet")
    dialog.search()
    dialog.tick_none.click()
    assert not dialog.replace.isEnabled()
    first = dialog.hits.rows.row_at(0)
    assert first is not None
    dialog.hits.tick(first)
    QTest.keyClicks(dialog.by, "Poster")
    dialog.search()
    assert dialog.hits.ticked == {first.key}
    dialog.tick_all.click()
    assert len(dialog.hits.ticked) == 2
    dialog.reject()


def test_what_changed_meanwhile_is_looked_for_again(room: Room, qtbot: QtBot) -> None:
    (piece,) = work(room, "Amina Yusuf")
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, [piece.contribution_id])
    QTest.keyClicks(dialog.words, "leaflet")
    dialog.search()
    room.office.contributions.approve([piece.contribution_id])
    QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    assert dialog.problem.startswith("The file has changed since this was shown.")
    assert dialog.summary.text() == "Found in 1 place. 1 stays as it is."
    assert dialog.hits.ticked == frozenset()
    dialog.reject()


@pytest.mark.parametrize("subject", [CONTRIBUTIONS, EXPENSES, PARTICIPANTS])
def test_every_control_has_a_name(room: Room, qtbot: QtBot, subject: str) -> None:
    dialog = a_dialog(room, qtbot, subject, [])
    assert unnamed_controls(dialog) == []
    dialog.reject()
