"""The story's clock stands still, and its ids are the same in every telling."""

import datetime

from coprod_desktop.services.demo.story_clock import StoryClock

START = datetime.datetime(2025, 12, 1, 9, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def test_it_moves_only_on_and_only_when_told() -> None:
    clock = StoryClock(START)
    assert clock() == clock() == START
    clock.move_to(START + HOUR)
    clock.move_to(START)
    assert clock() == START + HOUR


def test_ids_are_the_same_for_the_same_moments_and_never_twice() -> None:
    tellings = []
    for _telling in range(2):
        clock = StoryClock(START)
        ids = clock.ids(7)
        first = [ids.new_id() for _n in range(5000)]
        clock.move_to(START + HOUR)
        tellings.append([*first, ids.new_id()])
    assert tellings[0] == tellings[1]
    assert len(set(tellings[0])) == 5001
    assert tellings[0] == sorted(tellings[0])
