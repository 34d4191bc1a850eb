"""The simple form holds simple rules, and says when a field is not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy import SimplePolicy, TimeBasis
from coprod_desktop.ui.settings.policy_form import PolicyForm
from coprod_desktop.ui.theme import Theme
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import word

PENCE = st.integers(0, 100_000)
MILES = st.none() | st.integers(1, 500)
POLICIES = st.builds(
    SimplePolicy,
    basis=st.sampled_from(TimeBasis),
    hourly_pence=PENCE,
    half_day_pence=PENCE,
    half_day_up_to_minutes=st.integers(1, 1440),
    day_pence=PENCE,
    car_mile_pence=MILES,
    motorcycle_mile_pence=MILES,
    bicycle_mile_pence=MILES,
    unpaid_kinds=st.sampled_from(("", "Reading", "Reading\nTravel time")),
    rate_source=st.sampled_from(("", "The trustees, 2 March 2026")),
)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> PolicyForm:
    made = PolicyForm(word)
    qtbot.addWidget(made)
    return made


@given(POLICIES)
def test_what_is_shown_is_given_back(policy: SimplePolicy) -> None:
    form = PolicyForm(word)
    form.show_policy(policy)
    assert form.policy() == policy
    assert form.unread() == ""
    form.deleteLater()


def test_showing_rules_is_no_change_and_typing_is(form: PolicyForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.show_policy(SimplePolicy(hourly_pence=1200, unpaid_kinds="Reading"))
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.hour, "1")
    with qtbot.waitSignal(form.changed):
        form.basis.set_value(TimeBasis.HALF_DAY)
    assert unnamed_controls(form) == []


def test_half_days_can_be_written_only_where_they_count(form: PolicyForm) -> None:
    form.show_policy(SimplePolicy())
    assert not form.half_day.isEnabled()
    form.basis.set_value(TimeBasis.HALF_DAY)
    assert form.half_day.isEnabled()
    assert form.edge.isEnabled()


def test_what_is_not_understood_is_named(form: PolicyForm) -> None:
    form.show_policy(SimplePolicy())
    QTest.keyClicks(form.bicycle, "a lot")
    assert form.unread() == "bicycle"
    assert not form.check()
    assert form.box("bicycle").error
