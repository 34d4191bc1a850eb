"""What was paid in error is kept back oldest first, and never makes a payment negative."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.recoveries import Recovery, share_of_recoveries

FIRST = datetime.date(2026, 1, 1)


def a_recovery(number: int, pence: int, day: int = 0) -> Recovery:
    return Recovery(
        recovery_id=number,
        participant_id=1,
        project_id=1,
        reverses_line_id=1,
        is_for_work=True,
        pence=pence,
        because="Two hours were logged twice",
        made_on=FIRST + datetime.timedelta(days=day),
    )


def test_the_oldest_comes_first_and_the_last_may_be_a_part() -> None:
    older, newer = a_recovery(2, 300, day=0), a_recovery(1, 500, day=3)
    assert share_of_recoveries([newer, older], 450) == ((older, 300), (newer, 150))


def test_nothing_earned_keeps_nothing_back() -> None:
    assert share_of_recoveries([a_recovery(1, 300)], 0) == ()
    assert share_of_recoveries([], 300) == ()


@given(st.lists(st.integers(1, 9999), max_size=6), st.integers(0, 30_000))
def test_as_much_as_fits_is_kept_back_and_never_more(sums: list[int], earned: int) -> None:
    found = [a_recovery(number, pence) for number, pence in enumerate(sums)]
    kept = share_of_recoveries(found, earned)
    assert sum(pence for _one, pence in kept) == min(sum(sums), earned)
    assert all(0 < pence <= one.pence for one, pence in kept)
