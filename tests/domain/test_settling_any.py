"""Whatever stands on a statement, nothing is matched twice, lost, or found again."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.bank_statements import StatementEntry, StatementLine, keyed_lines
from coprod_desktop.domain.settling import Awaited, Matching, Sent, match_payments
from tests.domain.settling_cases import a_sent, days, matched_lines

NAMES = ["Aisha Rahman", "Ben Okafor", "John Smith", "John Smith", "Siân O'Brien", "A. Rahman"]
TEXTS = ["AISHA RAHMAN", "B OKAFOR", "JOHN SMITH", "OBRIEN SIAN", "BULK", "BAKERY", "A RAHMAN"]
PENCE = st.sampled_from([2500, 3000, 5000, 5500])


@st.composite
def payments(draw: st.DrawFn) -> list[Awaited]:
    count = draw(st.integers(0, 7))
    return [
        Awaited(
            payment_id=number,
            run_number=(run := draw(st.integers(7, 9))),
            name=draw(st.sampled_from(NAMES)),
            account_name=draw(st.sampled_from(["", *NAMES])),
            reference=draw(st.sampled_from([f"Pay run {run}", ""])),
            pence=draw(PENCE),
            pay_on=days(draw(st.integers(0, 8))),
        )
        for number in range(count)
    ]


@st.composite
def statements(draw: st.DrawFn) -> tuple[StatementLine, ...]:
    entries = [
        StatementEntry(
            on=days(draw(st.integers(-4, 24))),
            pence=draw(st.sampled_from([-1, -1, -1, 1])) * draw(PENCE),
            payee=draw(st.sampled_from(TEXTS)),
            reference=draw(st.sampled_from(["", "PAY RUN 7", "PAYRUN8", "THANK YOU"])),
            row=row,
        )
        for row in range(draw(st.integers(0, 9)))
    ]
    return keyed_lines("1234", entries)


def gone_from(awaited: Sequence[Awaited]) -> list[Sent]:
    """Make settled payments of another run out of some."""
    return [
        replace(
            a_sent(100 + one.payment_id, one.name, one.pence), pay_on=one.pay_on, paid_on=days(9)
        )
        for one in awaited[::3]
    ]


def settled(matching: Matching, sent: Sequence[Sent]) -> list[Sent]:
    """Return what is sent once a matching is taken over, as the file would tell it next time."""
    paid = [(one.payment, one.line) for one in matching.paid]
    paid += [(payment, one.line) for one in matching.batches for payment in one.payments]
    back = {one.payment.payment_id for one in matching.returned}
    now = [
        Sent(
            payment_id=one.payment_id,
            run_number=one.run_number,
            name=one.name,
            account_name=one.account_name,
            reference=one.reference,
            pence=one.pence,
            pay_on=one.pay_on,
            paid_on=line.on,
        )
        for one, line in paid
    ]
    return [replace(one, has_returned=one.payment_id in back) for one in (*sent, *now)]


@settings(max_examples=120, deadline=None)
@given(payments(), statements(), st.randoms(use_true_random=False))
def test_the_order_of_lines_and_payments_does_not_matter(
    awaited: list[Awaited], told: tuple[StatementLine, ...], chance: Random
) -> None:
    shuffled_lines, shuffled = list(told), list(awaited)
    chance.shuffle(shuffled_lines)
    chance.shuffle(shuffled)
    gone = gone_from(awaited)
    expected = match_payments(awaited, gone, told)
    assert match_payments(shuffled, gone[::-1], shuffled_lines) == expected


@settings(max_examples=120, deadline=None)
@given(payments(), statements())
def test_nothing_is_matched_twice_and_nothing_is_lost(
    awaited: list[Awaited], told: tuple[StatementLine, ...]
) -> None:
    gone = gone_from(awaited)
    found = match_payments(awaited, gone, told, {line.line_key for line in told[::4]})
    placed = matched_lines(found)
    placed += [line for one in found.unclear for line in one.lines]
    placed += [*found.unmatched_lines, *found.seen_before]
    assert sorted(line.line_key for line in placed) == sorted(line.line_key for line in told)
    awaited_ids = [one.payment.payment_id for one in found.paid]
    awaited_ids += [p.payment_id for one in found.batches for p in one.payments]
    awaited_ids += [one.payment_id for one in found.still_awaited]
    assert sorted(awaited_ids) == [one.payment_id for one in awaited]
    returned_ids = [one.payment.payment_id for one in found.returned]
    assert len(set(returned_ids)) == len(returned_ids)


@settings(max_examples=120, deadline=None)
@given(payments(), statements())
def test_amounts_are_always_equal_and_doubtful_lines_have_candidates(
    awaited: list[Awaited], told: tuple[StatementLine, ...]
) -> None:
    found = match_payments(awaited, gone_from(awaited), told)
    assert all(one.line.pence == -one.payment.pence for one in found.paid)
    assert all(one.line.pence == one.payment.pence for one in found.returned)
    assert all(one.line.pence == -sum(p.pence for p in one.payments) for one in found.batches)
    assert all(one.payments or one.run_numbers for one in found.unclear)


@settings(max_examples=250, deadline=None)
@given(payments(), statements())
def test_reading_the_same_file_again_finds_nothing_new(
    awaited: list[Awaited], told: tuple[StatementLine, ...]
) -> None:
    gone = gone_from(awaited)
    first = match_payments(awaited, gone, told)
    used = [line.line_key for line in matched_lines(first)]
    again = match_payments(first.still_awaited, settled(first, gone), told, used)
    assert not again.paid
    assert not again.batches
    assert not again.returned
    assert again.unclear == first.unclear
    assert again.still_awaited == first.still_awaited
    assert {line.line_key for line in again.seen_before} == set(used)
