"""A note tells how close it is and why, offers what can help, and is gone when it is over."""

import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.limit_sums import (
    Counted,
    Level,
    Limits,
    LimitWarning,
    PayDay,
    weigh,
)
from coprod_desktop.domain.limit_words import ASK_AN_ADVISER
from coprod_desktop.domain.limits import LimitRule
from coprod_desktop.ui.limit_notes import LimitNote, LimitNotes
from coprod_desktop.ui.theme import Theme
from tests.builders import a_limit_watch
from tests.ui.accessibility import unnamed_controls

DAY = datetime.date(2026, 4, 8)


def a_warning(pence: int, *, limit: int | None = 10_000, **override: Any) -> LimitWarning:
    said = {"rule": LimitRule.OWN_WEEK, **override}
    new = Counted(worked_on=DAY, minutes=60, pence=pence, paid_on=DAY)
    limits = Limits(pence=limit, taper_percent=55)
    found = weigh(a_limit_watch(**said), limits, [], [new], DAY, PayDay.PROMISED)
    assert found is not None
    return found


def a_note(pence: int, **override: Any) -> LimitNote:
    return LimitNote(name="Amina Yusuf", warning=a_warning(pence, **override))


@pytest.fixture
def notes(qtbot: QtBot, theme: Theme) -> LimitNotes:
    made = LimitNotes(can_wait=True, can_part=True)
    qtbot.addWidget(made)
    return made


def words_of(notes: LimitNotes) -> str:
    labels = [one.text() for one in notes.findChildren(QLabel) if one.isVisibleTo(notes)]
    return "\n".join(labels).replace("\N{NO-BREAK SPACE}", " ")


def links_of(notes: LimitNotes) -> dict[str, QPushButton]:
    found = (one for one in notes.findChildren(QPushButton) if one.isVisibleTo(notes))
    return {one.text(): one for one in found}


def test_nothing_is_shown_until_there_is_a_note(notes: LimitNotes) -> None:
    assert notes.isHidden()
    notes.show_notes([a_note(12_000)])
    assert not notes.isHidden()
    notes.show_notes([])
    assert notes.isHidden()
    assert links_of(notes) == {}


def test_a_note_tells_the_sum_that_it_is_asked_for_and_whom_to_ask(notes: LimitNotes) -> None:
    notes.show_notes([a_note(12_000)])
    words = words_of(notes)
    assert "Amina Yusuf asked to be told: over their limit" in words
    assert "£120.00 for this, which makes £120.00" in words
    assert ASK_AN_ADVISER in words
    assert "Only because Amina Yusuf asked. It stops nothing and is never printed." in words
    assert unnamed_controls(notes) == []


def test_both_ways_out_are_offered_and_carry_their_note(notes: LimitNotes, qtbot: QtBot) -> None:
    note = a_note(12_000)
    notes.show_notes([note])
    links = links_of(notes)
    assert list(links) == ["Wait with this payment", "Take part of it, £100.00"]
    with qtbot.waitSignal(notes.wait_requested) as waited:
        links["Wait with this payment"].click()
    with qtbot.waitSignal(notes.part_requested) as parted:
        links["Take part of it, £100.00"].click()
    assert waited.args == parted.args == [note]


def test_a_part_is_not_offered_where_all_or_nothing_fits(notes: LimitNotes) -> None:
    notes.show_notes([a_note(10_000)])
    assert list(links_of(notes)) == ["Wait with this payment"]
    notes.show_notes([a_note(10_000, limit=None, rule=LimitRule.UNIVERSAL_CREDIT)])
    assert list(links_of(notes)) == ["Wait with this payment"]


def test_a_place_that_can_do_neither_says_what_else_helps(qtbot: QtBot, theme: Theme) -> None:
    made = LimitNotes(can_wait=False, can_part=False, remark="Take the run back.", is_tinted=True)
    qtbot.addWidget(made)
    made.show_notes([a_note(12_000)])
    assert links_of(made) == {}
    assert "never printed. Take the run back." in words_of(made)


@pytest.mark.parametrize(
    ("pence", "level"), [(9_500, Level.NEAR), (10_000, Level.AT), (10_001, Level.OVER)]
)
def test_each_level_has_a_heading_of_its_own(pence: int, level: Level) -> None:
    note = a_note(pence)
    others = {a_note(other).heading for other in (9_500, 10_000, 10_001) if other != pence}
    assert note.warning.level is level
    assert note.heading not in others
    counts = a_note(10, limit=None, rule=LimitRule.UNIVERSAL_CREDIT)
    assert counts.heading == "Amina Yusuf asked to be told what counts"
