"""Rules are tried and saved from the window, and saving can be taken back."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.policy import SimplePolicy, text_of
from coprod_desktop.services.policies import SavingPlan, Trial
from coprod_desktop.services.policy_cases import ExampleCase
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.policy_dialog import PolicyDialog
from coprod_desktop.ui.settings.policy_presenter import PolicyPresenter
from coprod_desktop.ui.settings.policy_save_dialog import PolicySaveDialog
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.window_menus import MenuName
from tests.invented import TODAY, WORKED_ON
from tests.ui.rooms import Room, add_people, add_project
from tests.ui.settings.policy_room import CHAIRS, MISTAKEN, PolicyDesk

THIRTY = text_of(SimplePolicy(hourly_pence=3000))
CASE = ExampleCase(on=datetime.date(2026, 6, 4), minutes=60)


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[PolicyDesk]:
    made = PolicyDesk(room)
    qtbot.addWidget(made.dialog)
    yield made
    made.close()


def a_waiting_hour(room: Room) -> Contribution:
    (person,), project = add_people(room.office, "Aisha Rahman"), add_project(room.office)
    return room.office.contributions.log(
        Contribution(
            contribution_id=0,
            participant_id=person.participant_id,
            project_id=project.project_id,
            worked_on=WORKED_ON,
            minutes=60,
            kind_of_work="Meeting",
            capacity=person.capacity,
            what="Steering group",
            pay=Pay.PAID,
        )
    )


def test_saving_says_before_and_after_what_is_priced_anew(desk: PolicyDesk) -> None:
    hour = a_waiting_hour(desk.room)
    desk.write(THIRTY)
    desk.dialog.save.click()
    form = desk.save_form()
    assert "Nothing from that day on waits" in form._plan.text()
    form._day.selectAll()
    QTest.keyClicks(form._day, "3/11/2026")
    assert "1 contribution." in form._plan.text()
    form.save_requested.emit()
    assert desk.dialog.isHidden()
    saved = desk.room.office.policies.in_force(WORKED_ON)
    assert (saved.version, saved.effective_on, saved.text) == (2, WORKED_ON, THIRTY)
    contributions = desk.room.office.contributions
    assert contributions.get(hour.contribution_id).offered_pence == 3000
    assert "Priced anew: 1 contribution." in desk.room.last_words
    desk.undo()
    assert contributions.get(hour.contribution_id) == hour


def test_the_simple_form_is_saved_as_it_stands(desk: PolicyDesk) -> None:
    desk.dialog.simple.form.hour.selectAll()
    QTest.keyClicks(desk.dialog.simple.form.hour, "30")
    desk.dialog.save.click()
    desk.save_form().save_requested.emit()
    assert "rate = 30.00" in desk.room.office.policies.in_force().text


def test_a_form_that_lacks_something_is_not_saved(desk: PolicyDesk) -> None:
    desk.dialog.simple.form.hour.selectAll()
    QTest.keyClicks(desk.dialog.simple.form.hour, "twelve")
    desk.dialog.views.bar.choose("history")
    desk.dialog.save.click()
    assert desk.dialog.views.shown_key == "simple"
    assert desk.dialog.simple.form.box("hour").error
    assert desk.dialog.findChildren(PolicySaveDialog) == []


def test_mistaken_rules_are_not_saved_and_the_first_mistake_is_shown(desk: PolicyDesk) -> None:
    desk.write(MISTAKEN)
    desk.dialog.views.bar.choose("history")
    desk.dialog.save.click()
    assert desk.dialog.views.shown_key == "rules"
    assert desk.dialog.rules.edit.textCursor().blockNumber() == 5
    assert desk.dialog.rules.edit.text() == MISTAKEN
    assert desk.dialog.findChildren(PolicySaveDialog) == []
    assert desk.room.office.policies.in_force().version == 1


def test_a_day_that_cannot_be_is_said_under_it_and_nothing_is_saved(desk: PolicyDesk) -> None:
    desk.write(CHAIRS)
    desk.dialog.save.click()
    form = desk.save_form()
    form._day.set_day(datetime.date(2206, 6, 4))
    assert form.form.box("day").error
    form.save_requested.emit()
    assert form.isVisible()
    assert desk.room.office.policies.in_force().version == 1
    form.accept_saved()


def test_a_figure_that_is_not_published_is_told_beside_sound_rules(desk: PolicyDesk) -> None:
    desk.write(CHAIRS.replace("pays = 40.00", 'pays = "hmrc-hovercraft"'))
    assert desk.dialog.rules.edit.marked == frozenset()
    assert "no published rate" in desk.dialog.summary.text()


class LaterTasks(ImmediateTasks):
    """Does what is asked when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(self, work, done, failed=None):  # type: ignore[no-untyped-def]  # as TaskRunner.run
        self.waiting.append(lambda: ImmediateTasks.run(self, work, done, failed))


class FakeView(QObject):
    """Remembers what was shown."""

    tried = Signal(str, object)
    save_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.trials: list[Trial] = []

    def show_trial(self, trial: Trial) -> None:
        self.trials.append(trial)

    def show_no_trial(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def show_mistakes(self, trial: Trial) -> None:
        raise AssertionError(trial)

    def ask_for_day(self, plan: SavingPlan) -> PolicySaveDialog:
        raise AssertionError(plan)

    def accept_saved(self) -> None:
        raise AssertionError


def test_of_what_is_typed_while_one_is_tried_only_the_last_is_tried(room: Room) -> None:
    tasks, view = LaterTasks(), FakeView()
    presenter = PolicyPresenter(view, dataclasses.replace(room.context, tasks=tasks))
    for text in (THIRTY, MISTAKEN, CHAIRS):
        presenter.try_rules(text, CASE)
    assert len(tasks.waiting) == 1
    tasks.waiting.pop(0)()
    tasks.waiting.pop(0)()
    assert tasks.waiting == []
    answers = [trial.answer for trial in view.trials]
    assert [one.payment_pence for one in answers if one is not None] == [3000, 4000]


def test_the_menu_opens_the_rules_of_the_file(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    menu = SettingsMenu(window.menus, room.context, window)
    (action,) = (
        one for one in window.menus.menu(MenuName.FILE).actions() if one.text() == "What we pay…"
    )
    action.trigger()
    (dialog,) = window.findChildren(PolicyDialog)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: "£79.17" in dialog.summary.text())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    menu.remove()
    assert TODAY == room.context.today()
