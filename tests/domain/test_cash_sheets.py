"""Everybody can be handed the exact sum, no serial is lost, and totals are the sums of rows."""

import collections
import functools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.cash_sheets import KINDS, CashSheetRow, denominations, serial_ranges
from coprod_desktop.domain.errors import NegativeMoneyError
from tests.run_paper_builders import a_cash_row, a_cash_sheet

PENCE = st.integers(0, 10**8)
ROWS = st.lists(
    st.builds(a_cash_row, payment_pence=PENCE, reimbursement_pence=PENCE, voucher_pence=PENCE),
    max_size=10,
)


@functools.cache
def fewest_up_to(largest: int) -> list[int]:
    """Return, for every sum in pence, the fewest notes and coins that make it."""
    best = [0] + [largest] * largest
    for pence in range(1, largest + 1):
        best[pence] = 1 + min(best[pence - kind] for kind in KINDS if kind <= pence)
    return best


def expanded(text: str) -> list[str]:
    """Write every serial of a list of ranges out again."""
    serials: list[str] = []
    for part in text.split(", ") if text else []:
        first, __, last = part.partition(" to ")
        serials.append(first)
        while last and serials[-1] != last:
            match = re.fullmatch(r"(.*?)([0-9]+)", serials[-1])
            assert match
            serials.append(match[1] + str(int(match[2]) + 1).zfill(len(match[2])))
    return serials


@given(st.lists(PENCE, max_size=20))
def test_the_notes_and_coins_come_to_all_the_cash(amounts: list[int]) -> None:
    found = denominations(amounts)

    assert sum(kind * count for kind, count in found) == sum(amounts)
    assert [kind for kind, __ in found] == [kind for kind in KINDS if kind in dict(found)]
    assert all(count > 0 for __, count in found)


@given(st.lists(st.integers(0, 4999), max_size=12))
def test_each_person_is_handed_the_exact_sum_in_the_fewest_pieces(amounts: list[int]) -> None:
    together: collections.Counter[int] = collections.Counter()
    for amount in amounts:
        alone = dict(denominations([amount]))
        assert sum(alone.values()) == fewest_up_to(4999)[amount]
        together.update(alone)

    assert dict(denominations(amounts)) == dict(together)


def test_two_people_at_fifteen_pounds_need_two_tens_and_two_fives() -> None:
    assert denominations([1500, 1500]) == ((1000, 2), (500, 2))
    assert denominations([3888]) == tuple((kind, 1) for kind in KINDS)
    assert denominations([0]) == denominations([]) == ()


def test_cash_below_nothing_is_refused() -> None:
    with pytest.raises(NegativeMoneyError) as raised:
        denominations([500, -1])
    assert raised.value.facts == {"pence": -1}


@pytest.mark.parametrize(
    ("serials", "words"),
    [
        ((), ""),
        (("HV-00500",), "HV-00500"),
        (("HV-00418", "HV-00500", "HV-00417"), "HV-00417 to HV-00418, HV-00500"),
        (("HV-9", "HV-10", "HV-11"), "HV-9 to HV-11"),
        (("HV-09", "HV-9", "HV-10"), "HV-09, HV-9 to HV-10"),
        (("A-1", "B-2"), "A-1, B-2"),
        (("book", "gift card"), "book, gift card"),
        (("HV-1", "HV-1", "HV-2"), "HV-1, HV-1 to HV-2"),
    ],
)
def test_serials_that_follow_each_other_are_written_as_a_range(
    serials: tuple[str, ...], words: str
) -> None:
    assert serial_ranges(serials) == words


@given(
    st.lists(
        st.builds(
            lambda start, number, figures: f"{start}{number:0{figures}d}",
            st.sampled_from(["", "HV-", "X 7-"]),
            st.integers(0, 120),
            st.integers(1, 4),
        ),
        max_size=40,
    )
)
def test_no_serial_is_left_out_or_made_up(serials: list[str]) -> None:
    assert sorted(expanded(serial_ranges(serials))) == sorted(serials)


@given(ROWS)
def test_totals_of_a_sheet_are_the_sums_of_its_rows(rows: list[CashSheetRow]) -> None:
    sheet = a_cash_sheet(rows=tuple(rows))

    assert sheet.payment_pence == sum(row.payment_pence for row in rows)
    assert sheet.reimbursement_pence == sum(row.reimbursement_pence for row in rows)
    assert sheet.cash_pence == sum(row.cash_pence for row in rows)
    assert sheet.voucher_pence == sum(row.voucher_pence for row in rows)


@given(ROWS, PENCE)
def test_what_is_drawn_is_what_is_handed_out_and_what_is_left(
    rows: list[CashSheetRow], drawn: int
) -> None:
    sheet = a_cash_sheet(rows=tuple(rows), drawn_pence=drawn)

    assert sheet.left_pence is not None
    assert sheet.left_pence + sheet.cash_pence == drawn


def test_before_the_cash_is_drawn_nobody_knows_what_is_left() -> None:
    assert a_cash_sheet(drawn_pence=None).left_pence is None
    assert a_cash_sheet().voucher_count == 2
