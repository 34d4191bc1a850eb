"""A filled-up log holds exactly as much as asked, on days and people evenly."""

import collections
import datetime

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.services.demo.crowd import crowd_steps
from coprod_desktop.services.demo.long_log import long_log_steps, working_days
from tests.services.demo.staging import staged
from tests.services.world import World


def test_working_days_are_monday_to_friday() -> None:
    days = working_days(datetime.date(2026, 11, 13), datetime.date(2026, 11, 17))
    assert [day.day for day in days] == [13, 16, 17]


@pytest.mark.parametrize(("people", "count"), [(50, 700), (1, 3000)])
def test_work_is_dealt_out_evenly_and_no_day_is_too_long(
    file_world: World, people: int, count: int
) -> None:
    stage = staged(file_world)
    for step in (*crowd_steps(stage, people), *long_log_steps(stage, count)):
        step.do()
    pieces = file_world.records(Contribution)[Contribution]
    assert len(pieces) == count
    minutes: collections.Counter[tuple[int, datetime.date]] = collections.Counter()
    for piece in pieces:
        minutes[piece.participant_id, piece.worked_on] += piece.minutes
    assert max(minutes.values()) <= 900
    share = collections.Counter(piece.participant_id for piece in pieces)
    assert len(share) == people
    assert file_world.findings() == ()
