"""What somebody asks us to watch is behind a click, and is kept and erased as they wish."""

from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.limits import LimitRule, WorkAllowance
from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.participants.limit_dialog import LimitDialog
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.screen import make_screen
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.builders import TODAY, a_limit_watch
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> ParticipantsPage:
    made = make_screen(room.context)
    shown = cast(ParticipantsPage, made.page)
    shown.setProperty("kept", made)
    qtbot.addWidget(shown)
    made.refresh()
    return shown


@pytest.fixture
def amina(room: Room, page: ParticipantsPage) -> Participant:
    (person,) = add_people(room.office, "Amina Yusuf")
    page.show()
    page.list.table.selectRow(0)
    return person


def ask(page: ParticipantsPage) -> LimitDialog:
    page.panel._limit.click()
    (dialog,) = (one for one in page.findChildren(LimitDialog) if one.isVisible())
    return dialog


def choose(dialog: LimitDialog, key: str, text: str) -> None:
    edit = cast("ChoiceEdit[object]", dialog.form.box(key).field)
    line = edit.lineEdit()
    assert line is not None
    line.clear()
    QTest.keyClicks(line, text)
    edit.settle()


def shown(dialog: LimitDialog) -> set[str]:
    keys = ("own_pence", "own_minutes", "week_starts", "assessment_day", "work_allowance")
    return {key for key in keys if not dialog.form.box(key).isHidden()}


def figures(dialog: LimitDialog) -> str:
    return dialog._figures.text().replace("\N{NO-BREAK SPACE}", " ")


def test_the_panel_shows_the_same_whether_something_is_watched_or_not(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    before = page.panel.grab().toImage()
    room.office.limits.save(a_limit_watch(participant_id=amina.participant_id))
    page.list.table.clearSelection()
    page.list.table.selectRow(0)
    assert page.panel.grab().toImage() == before
    page.hide()


def test_permitted_work_is_watched_from_the_weekday_of_the_person(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    dialog = ask(page)
    assert dialog.windowTitle() == "Only because Amina Yusuf asked"
    assert shown(dialog) == set()
    choose(dialog, "rule", "Permitted work")
    assert shown(dialog) == {"week_starts"}
    assert figures(dialog) == "Now £203.50 a week at most, and fewer than 16 hours."
    choose(dialog, "week_starts", "Thursday")
    dialog.save_requested.emit()
    watch = room.office.limits.watch(amina.participant_id)
    assert watch is not None
    assert (watch.rule, watch.week_starts) == (LimitRule.PERMITTED_WORK, 3)
    assert watch.asked_on == TODAY
    assert room.last_words == "What was asked is saved."
    page.hide()


def test_a_figure_of_ones_own_is_typed_in_pounds_and_hours(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    dialog = ask(page)
    choose(dialog, "rule", "Their own figure for a month")
    assert shown(dialog) == {"own_pence", "own_minutes", "assessment_day"}
    QTest.keyClicks(dialog.form.box("own_pence").field, "120")
    QTest.keyClicks(dialog.form.box("own_minutes").field, "10")
    dialog.save_requested.emit()
    watch = room.office.limits.watch(amina.participant_id)
    assert watch is not None
    assert (watch.own_pence, watch.own_minutes, watch.assessment_day) == (12_000, 600, 1)
    page.hide()


def test_what_is_missing_is_said_where_it_is_missing(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    dialog = ask(page)
    dialog.save_requested.emit()
    assert dialog.form.box("rule").error
    choose(dialog, "rule", "Their own figure for a week")
    dialog.save_requested.emit()
    assert dialog.form.box("own_pence").error
    choose(dialog, "rule", "Universal Credit month")
    dialog.save_requested.emit()
    assert dialog.form.box("assessment_day").error
    assert room.office.limits.watch(amina.participant_id) is None
    choose(dialog, "assessment_day", "31")
    choose(dialog, "work_allowance", "Without help for housing")
    assert "£427.00 a month with help for housing, £710.00 without" in figures(dialog)
    dialog.save_requested.emit()
    watch = room.office.limits.watch(amina.participant_id)
    assert watch is not None
    assert (watch.assessment_day, watch.work_allowance) == (31, WorkAllowance.NO_HOUSING)
    page.hide()


def test_a_hidden_amount_that_cannot_be_read_is_not_in_the_way(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    dialog = ask(page)
    choose(dialog, "rule", "Their own figure for a week")
    QTest.keyClicks(dialog.form.box("own_pence").field, "lots")
    choose(dialog, "rule", "Carer's Allowance")
    assert "£204.00 a week at most, which is £884.00 a month" in figures(dialog)
    assert dialog.form.check()
    dialog.save_requested.emit()
    assert room.office.limits.watch(amina.participant_id) is not None
    page.hide()


def test_it_is_watched_no_longer_and_nothing_of_it_is_kept(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    first = ask(page)
    assert not [one for one in first.findChildren(QPushButton) if one.text() == "Stop watching"]
    first.reject()
    room.office.limits.save(a_limit_watch(participant_id=amina.participant_id))
    dialog = ask(page)
    assert dialog._pence.pence() == 10_000
    (stop,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Stop watching")
    stop.click()
    assert not dialog.isVisible()
    assert room.office.limits.watch(amina.participant_id) is None
    assert "erased" in room.last_words
    page.hide()


def test_every_control_has_a_name(page: ParticipantsPage, amina: Participant) -> None:
    dialog: FormDialog = ask(page)
    assert unnamed_controls(dialog) == []
    dialog.accept_saved()
    page.hide()
