"""The example follows the typing, and never adds two kinds of money."""

import datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.services.policies import Trial
from coprod_desktop.services.policy_cases import ExampleCase, case_text
from coprod_desktop.ui.settings.policy_example import PolicyExample
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, word
from tests.ui.settings.policy_room import starter

JUNE_4 = datetime.date(2026, 6, 4)


@pytest.fixture
def example(room: Room, qtbot: QtBot) -> PolicyExample:
    made = PolicyExample(word, room.context.today)
    qtbot.addWidget(made)
    return made


def words(example: PolicyExample) -> list[str]:
    labels = example.findChildren(QLabel)
    return [one.text().replace("\xa0", " ") for one in labels if one.isVisibleTo(example)]


def trial(room: Room, key: str, case: ExampleCase) -> Trial:
    return room.office.policies.trial(starter(room, key).text, case_text(case))


def test_it_begins_with_a_meeting_on_4_june_and_22_miles_by_car(example: PolicyExample) -> None:
    assert example.case() == ExampleCase(
        on=JUNE_4, kind_of_work="Meeting", minutes=190, vehicle="car", tenth_miles=220
    )
    assert unnamed_controls(example) == []


def test_typing_changes_the_case(example: PolicyExample, qtbot: QtBot) -> None:
    for field, text in ((example.kind, "Reading"), (example.time, "45m"), (example.miles, "7*2")):
        field.selectAll()
        with qtbot.waitSignal(example.changed):
            QTest.keyClicks(field, text)
    popup = example.kind.completer().popup()
    assert popup is not None
    popup.hide()
    with qtbot.waitSignal(example.changed):
        example.vehicle.set_value("bicycle")
    example.day.selectAll()
    with qtbot.waitSignal(example.changed):
        QTest.keyClicks(example.day, "5/4/2026")
    assert example.case() == ExampleCase(
        on=datetime.date(2026, 4, 5),
        kind_of_work="Reading",
        minutes=45,
        vehicle="bicycle",
        tenth_miles=140,
    )


def test_what_is_not_understood_is_left_out(example: PolicyExample) -> None:
    for field in (example.kind, example.time, example.miles, example.day):
        field.selectAll()
        QTest.keyClicks(field, " ")
    assert example.case() == ExampleCase(on=JUNE_4, kind_of_work="Meeting")


def test_work_and_expenses_are_two_amounts_each_with_its_reason(
    example: PolicyExample, room: Room
) -> None:
    example.show_trial(trial(room, "nihr-style", example.case()))
    said = words(example)
    assert (example._work.text(), example._back.text()) == ("£82.50", "£12.10")
    assert "£94.60" not in " ".join(said)
    assert any(one.startswith("3 hours 10 minutes is over 2 hours") for one in said)
    assert any("From a second-hand source" in one for one in said)
    assert not any(one.startswith("Task or meeting: ") for one in said)


def test_unpaid_work_says_why_and_what_it_is_worth(example: PolicyExample, room: Room) -> None:
    example.show_trial(trial(room, "expenses-only", example.case()))
    said = " ".join(words(example))
    assert "Not paid: Meeting, 3 hours 10 minutes" in said
    assert "We pay expenses only, for now." in said
    assert "It is not money paid or owed." in said


def test_without_an_answer_no_amount_is_left_standing(example: PolicyExample, room: Room) -> None:
    example.show_trial(trial(room, "by-the-hour", example.case()))
    example.show_words("There is no published rate.")
    said = words(example)
    assert "There is no published rate." in said
    assert not any("£" in one for one in said)
    example.show_trial(trial(room, "by-the-hour", example.case()))
    assert "There is no published rate." not in words(example)
