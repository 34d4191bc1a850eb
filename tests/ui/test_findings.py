"""A finding is shown with its reason, and set aside only with a note."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.checks import CheckKind, Dismissal, Finding
from coprod_desktop.services.checks import NamedFinding
from coprod_desktop.ui.findings import (
    DismissDialog,
    FindingCards,
    FindingPanel,
    ask_to_dismiss,
)
from tests.check_builders import a_dismissal, a_finding
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_project


def links(widget: QWidget) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.isVisibleTo(widget)]


@pytest.fixture
def cards(qtbot: QtBot) -> Iterator[FindingCards]:
    made = FindingCards()
    qtbot.addWidget(made)
    yield made
    made.hide()


def test_cards_show_what_why_and_a_way_to_dismiss(cards: FindingCards, qtbot: QtBot) -> None:
    first, second = a_finding(), a_finding(kind=CheckKind.OVERLAP)
    cards.show_findings([first, second], ["Amina Yusuf", "Tom Brennan"])
    assert cards.isVisible()
    assert unnamed_controls(cards) == []
    names = [one.accessibleName() for one in cards.children() if isinstance(one, QWidget)]
    assert names == ["Amina Yusuf. In the future", "Tom Brennan. Overlaps another entry"]
    with qtbot.waitSignal(cards.dismiss_requested) as asked:
        links(cards)[1].click()
    assert asked.args == [second]


def test_cards_take_no_room_while_there_is_nothing(cards: FindingCards) -> None:
    cards.show_findings([a_finding()])
    cards.show_findings([])
    assert not cards.isVisible()
    assert cards.findings == ()


def test_notes_of_what_was_set_aside_stay_readable(cards: FindingCards) -> None:
    cards.show_findings([], aside=[a_dismissal(note="Two groups, one after the other.")])
    assert cards.isVisible()
    (note,) = cards.findChildren(QLabel)
    assert note.text().startswith("Overlaps another entry: set aside on ")
    assert "“Two groups, one after the other.”" in note.text()


def test_a_panel_names_whom_each_is_about(qtbot: QtBot) -> None:
    panel = FindingPanel()
    qtbot.addWidget(panel)
    found = NamedFinding(finding=a_finding(), name="Amina Yusuf", day=None, what="")
    panel.show_named([found])
    panel.open_panel()
    assert panel.cards.findings == (found.finding,)
    assert unnamed_controls(panel) == []
    panel.hide()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def of_project(room: Room) -> Finding:
    project = add_project(room.office)
    return a_finding(subject="projects", subject_id=project.project_id, kind=CheckKind.BUDGET)


def dialog_of(page: QWidget) -> DismissDialog:
    (dialog,) = [one for one in page.findChildren(DismissDialog) if one.isVisible()]
    return dialog


def dismissals(room: Room) -> tuple[Dismissal, ...]:
    with room.office.desk.reading() as reading:
        return reading.find(Dismissal)


def test_a_note_typed_with_the_keyboard_sets_it_aside(room: Room, page: QWidget) -> None:
    ask_to_dismiss(room.context, of_project(room), page)
    dialog = dialog_of(page)
    assert unnamed_controls(dialog) == []
    dialog.note.setFocus()
    QTest.keyClicks(dialog.note, "The trustees know.")
    QTest.keyClick(dialog.note, Qt.Key.Key_Tab)
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    assert [one.note for one in dismissals(room)] == ["The trustees know."]
    assert room.last_words == "Set aside with your note. It comes back if the facts change."


def test_without_a_note_it_says_why_and_stays(room: Room, page: QWidget) -> None:
    ask_to_dismiss(room.context, of_project(room), page)
    dialog = dialog_of(page)
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert dismissals(room) == ()
    assert "needs a reason" in dialog.form.box("note").error
    dialog.accept_saved()
