"""What happened is written down soon after, by who was at the keyboard that day."""

import datetime

from coprod_desktop.domain.contributions import Choice, Contribution
from coprod_desktop.services.demo.diary import diary_steps, piece_of
from coprod_desktop.services.demo.plan import plan_year
from coprod_desktop.services.office import Office
from coprod_desktop.storage.work import Reading
from tests.services.demo.staging import staged
from tests.services.world import World

WEDNESDAY = 2


def test_nothing_is_written_down_before_it_happened_nor_on_a_weekend(file_world: World) -> None:
    keys = ("bethan", "llyr", "salma", "jade")
    stage = staged(file_world, *keys)
    plan = plan_year(stage.script, stage.keys, 1)
    steps = list(diary_steps(stage, plan))
    assert len(steps) >= len(plan.sessions) + len(plan.pieces)
    for session, step in zip(plan.sessions, steps, strict=False):
        assert step.at.date() >= session.told["on"]
        assert step.at - datetime.timedelta(days=4) < moment_of(session.told["on"])
    assert {step.at.weekday() for step in steps} <= set(range(5))
    assert all((step.by == "carys") == (step.at.weekday() == WEDNESDAY) for step in steps)


def moment_of(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def test_a_piece_of_work_carries_what_is_usual_for_the_person(file_world: World) -> None:
    stage = staged(file_world, "sian")
    stage.people["sian"] = 7
    told = [one for one in stage.script.work if one["who"] == "sian"]
    reading, sitting = (piece_of(stage, one) for one in told)
    assert (reading.choice, sitting.choice) == (Choice.ACCEPT, Choice.DECLINE)
    assert reading.participant_id == 7


def test_sessions_are_in_the_file_with_their_skills_and_places(demo: Office) -> None:
    with demo.desk.reading() as reading:
        assert isinstance(reading, Reading)
        pieces = reading.find(Contribution)
    assert len({piece.activity_id for piece in pieces if piece.activity_id}) == 48
    assert sum(bool(piece.skills) for piece in pieces) > 900
