"""A memo works each thing out once, and forgets all before it grows too large."""

from coprod_desktop.domain.policy.memos import Memo


def test_a_thing_is_worked_out_when_it_is_asked_for_first_and_never_again() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    memo = Memo(double)
    assert [memo[3], memo[4], memo[3]] == [6, 8, 6]
    assert asked == [3, 4]


def test_it_never_holds_more_than_it_may() -> None:
    memo: Memo[int, int] = Memo(lambda number: -number, most=3)
    assert [memo[number] for number in range(10)] == [-number for number in range(10)]
    assert len(memo) <= 3
