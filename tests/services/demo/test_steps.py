"""Steps are done in the order of their moments, by who did them."""

import datetime

from coprod_desktop.services.demo.steps import Step, moment, play
from coprod_desktop.services.demo.story_clock import StoryClock

FRIDAY = datetime.date(2026, 11, 20)


def test_steps_are_played_in_time_each_under_its_name() -> None:
    clock = StoryClock(moment(FRIDAY, 9))
    done: list[tuple[str, int]] = []
    steps = [
        Step(at=moment(FRIDAY, hour), by=who, do=lambda: done.append((seat[-1], clock().hour)))
        for hour, who in ((15, "carys"), (11, "bethan"), (13, "gwyn"))
    ]
    seat: list[str] = []
    play(steps, clock, seat.append)
    assert done == [("bethan", 11), ("gwyn", 13), ("carys", 15)]


def test_a_moment_on_a_weekend_is_on_monday() -> None:
    assert moment(FRIDAY, 9, 30) == datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.UTC)
    assert moment(FRIDAY, 9, days_later=1).date() == datetime.date(2026, 11, 23)
    assert moment(FRIDAY, 9, days_later=2).date() == datetime.date(2026, 11, 23)
    assert moment(FRIDAY, 9, days_later=3).date() == datetime.date(2026, 11, 23)
