"""Numbers of records grow, do not repeat, and fit the database, whatever the clock does."""

import itertools
import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.identity import IdSource

_NOW_MS = 1_795_000_000_000  # November 2026
_CLOCKS = st.lists(st.integers(-(10**13), 10**14), min_size=1, max_size=60)


def clock(readings: list[int]) -> Callable[[], int]:
    return iter(readings).__next__


@given(_CLOCKS, st.integers(0, 1023))
def test_numbers_grow_and_fit_63_bits_also_when_the_clock_goes_astray(
    readings: list[int], node: int
) -> None:
    source = IdSource(clock(readings), node=node)
    numbers = [source.new_id() for _ in readings]
    assert all(one < other for one, other in itertools.pairwise(numbers))
    assert 0 < numbers[0] <= numbers[-1] < 2**63


@given(st.lists(st.integers(_NOW_MS - 5000, _NOW_MS + 5000), min_size=2, max_size=60))
def test_the_clock_may_go_back_while_numbers_grow(readings: list[int]) -> None:
    source = IdSource(clock(readings))
    numbers = [source.new_id() for _ in readings]
    assert numbers == sorted(set(numbers))


def test_more_numbers_than_one_millisecond_holds_are_all_different() -> None:
    source = IdSource(lambda: _NOW_MS)
    assert len({source.new_id() for _ in range(3 * 4096)}) == 3 * 4096


def test_numbers_taken_together_are_those_taken_one_by_one() -> None:
    one, other = (IdSource(lambda: _NOW_MS, node=5) for _source in range(2))
    assert one.new_ids(5000) == [other.new_id() for _ in range(5000)]
    assert one.new_id() == other.new_id()


def test_two_computers_at_the_same_moment_get_different_numbers() -> None:
    one, other = (IdSource(lambda: _NOW_MS, node=node) for node in (1, 2))
    assert not {one.new_id() for _ in range(100)} & {other.new_id() for _ in range(100)}


@pytest.mark.parametrize("wrong", [0, 946_684_800_000, 10**14])
def test_two_runs_on_a_computer_without_a_clock_get_different_numbers(wrong: int) -> None:
    starts = {IdSource(lambda: wrong, node=1).new_id() for _ in range(5)}
    assert len(starts) == 5


def test_a_later_moment_gives_a_larger_number_on_every_computer() -> None:
    earlier = IdSource(lambda: _NOW_MS, node=1023).new_id()
    later = IdSource(lambda: _NOW_MS + 1, node=0).new_id()
    assert earlier < later


def test_threads_that_ask_at_once_get_different_numbers() -> None:
    source = IdSource(lambda: _NOW_MS)
    taken: list[int] = []
    threads = [
        threading.Thread(target=lambda: taken.extend(source.new_id() for _ in range(2000)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(taken)) == len(taken) == 8000
