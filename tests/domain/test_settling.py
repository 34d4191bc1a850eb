"""Lines and payments find each other where nothing is in doubt; the rest waits for a person."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.settling import (
    DAYS_AFTER,
    DAYS_BEFORE,
    Evidence,
    Matching,
    match_payments,
)
from tests.domain.settling_cases import FRIDAY, a_sent, an_awaited, days, lines

AISHA, BEN = an_awaited(1, "Aisha Rahman"), an_awaited(2, "Ben Okafor")


def paid_ids(matching: Matching) -> dict[int, str]:
    return {one.payment.payment_id: one.line.payee for one in matching.paid}


def test_each_line_finds_the_person_that_it_names() -> None:
    found = match_payments([AISHA, BEN], [], lines(("B OKAFOR", -2500), ("AISHA RAHMAN", -2500)))
    assert paid_ids(found) == {1: "AISHA RAHMAN", 2: "B OKAFOR"}
    assert {one.evidence for one in found.paid} == {Evidence.NAME}
    assert not found.still_awaited
    assert not found.unmatched_lines
    assert not found.unclear


def test_one_penny_of_difference_is_another_payment() -> None:
    found = match_payments([AISHA], [], lines(("AISHA RAHMAN PAY RUN 7", -2501)))
    assert found.paid == ()
    assert [line.pence for line in found.unmatched_lines] == [-2501]
    assert found.still_awaited == (AISHA,)


@pytest.mark.parametrize(
    ("after", "is_near"),
    [
        (-DAYS_BEFORE - 1, False),
        (-DAYS_BEFORE, True),
        (DAYS_AFTER, True),
        (DAYS_AFTER + 1, False),
    ],
)
def test_a_payment_is_booked_within_days_of_its_day(after: int, is_near: bool) -> None:
    found = match_payments([AISHA], [], lines(("AISHA RAHMAN", -2500, after)))
    assert bool(found.paid) is is_near
    assert bool(found.unmatched_lines) is not is_near


def test_money_in_is_never_a_payment_out() -> None:
    found = match_payments([AISHA], [], lines(("AISHA RAHMAN", 2500)))
    assert not found.paid
    assert not found.returned
    assert len(found.unmatched_lines) == 1


def test_an_amount_that_fits_nothing_else_is_asked_about_and_not_taken() -> None:
    told = lines(("FASTER PAYMENT", -2500))
    found = match_payments([AISHA], [], told)
    assert found.paid == ()
    assert [(one.lines, one.payments) for one in found.unclear] == [(told, (AISHA,))]


def test_money_from_somebody_who_was_paid_as_much_is_asked_about() -> None:
    gone = a_sent(9, "Aisha Rahman")
    told = lines(("AISHA RAHMAN GIFT", 2500, 3))
    found = match_payments([], [gone], told)
    assert found.returned == ()
    assert [(one.lines, one.payments) for one in found.unclear] == [(told, (gone,))]


def test_two_equal_payments_of_two_people_are_unclear_where_nothing_tells_them_apart() -> None:
    told = lines(("FASTER PAYMENT", -2500), ("FASTER PAYMENT", -2500))
    found = match_payments([AISHA, BEN], [], told)
    assert found.paid == ()
    assert [(one.lines, one.payments) for one in found.unclear] == [(told, (AISHA, BEN))]
    assert found.still_awaited == (AISHA, BEN)


def test_a_line_that_fits_two_payments_is_listed_with_both() -> None:
    told = lines(("PAY RUN 7", -2500))
    found = match_payments([AISHA, BEN], [], told)
    assert [(one.lines, one.payments) for one in found.unclear] == [(told, (AISHA, BEN))]
    assert found.unmatched_lines == ()


def test_a_payment_that_fits_two_lines_is_listed_with_both() -> None:
    told = lines(("AISHA RAHMAN", -2500), ("AISHA RAHMAN", -2500, 2))
    found = match_payments([AISHA], [], told)
    assert found.paid == ()
    assert [(one.lines, one.payments) for one in found.unclear] == [(told, (AISHA,))]


def test_two_people_of_one_name_and_amount_are_never_guessed() -> None:
    both = [an_awaited(1, "John Smith"), an_awaited(2, "John Smith")]
    told = lines(("JOHN SMITH", -2500), ("JOHN SMITH", -2500))
    found = match_payments(both, [], told)
    assert found.paid == ()
    assert len(found.unclear) == 1


def test_a_shop_is_not_taken_for_the_one_person_that_is_left() -> None:
    told = lines(("AISHA RAHMAN", -2500), ("RIVERMEAD BAKERY", -2500))
    found = match_payments([AISHA, BEN], [], told)
    assert paid_ids(found) == {1: "AISHA RAHMAN"}
    assert [(one.lines, one.payments) for one in found.unclear] == [((told[1],), (BEN,))]


def test_a_line_that_names_somebody_else_is_not_matched_by_its_amount() -> None:
    dearer = an_awaited(1, "Aisha Rahman", pence=3000)
    found = match_payments([dearer, BEN], [], lines(("AISHA RAHMAN", -2500)))
    assert not found.paid
    assert not found.unclear
    assert len(found.unmatched_lines) == 1


def test_a_reference_tells_runs_apart() -> None:
    other = an_awaited(3, "Aisha Rahman", run=70)
    told = lines(("AISHA RAHMAN PAY RUN 70", -2500), ("AISHA RAHMAN PAY RUN 7", -2500))
    found = match_payments([AISHA, other], [], told)
    assert paid_ids(found) == {1: "AISHA RAHMAN PAY RUN 7", 3: "AISHA RAHMAN PAY RUN 70"}


def test_a_reference_alone_is_enough_where_one_payment_fits() -> None:
    other = an_awaited(3, "Cara Jones", run=8)
    found = match_payments([AISHA, other], [], lines(("BILL PAYMENT PAYRUN7", -2500)))
    assert [(one.payment, one.evidence) for one in found.paid] == [(AISHA, Evidence.REFERENCE)]


def test_a_line_without_a_name_does_not_keep_named_ones_from_being_matched() -> None:
    cara = an_awaited(3, "Cara Jones")
    told = lines(("AISHA RAHMAN PAY RUN 7", -2500), ("PAY RUN 7", -2500))
    found = match_payments([AISHA, BEN, cara], [], told)
    assert sorted(paid_ids(found)) == [1]
    assert [(one.lines, one.payments) for one in found.unclear] == [((told[1],), (BEN, cara))]


def test_weekly_payments_of_one_person_pair_up_where_the_days_leave_one_way() -> None:
    later = replace(an_awaited(3, "Aisha Rahman", run=8), pay_on=days(10), reference="")
    first = replace(AISHA, reference="")
    told = lines(("AISHA RAHMAN", -2500, 0), ("AISHA RAHMAN", -2500, 10))
    found = match_payments([first, later], [], told)
    assert [(one.line.on, one.payment.payment_id) for one in found.paid] == [
        (days(0), 1),
        (days(10), 3),
    ]


def test_the_name_of_the_account_counts_as_the_name() -> None:
    carer = replace(AISHA, account_name="Mrs S. Llywelyn-Jones")
    found = match_payments([carer, BEN], [], lines(("LLYWELYN JONES S", -2500)))
    assert paid_ids(found) == {1: "LLYWELYN JONES S"}


# --- a whole run as one line --------------------------------------------------------------------


def test_one_line_of_the_whole_run_pays_everybody_in_it() -> None:
    told = lines(("BULK PAYMENT PAY RUN 7", -5000), ("RIVERMEAD BAKERY", -420))
    found = match_payments([BEN, AISHA], [], told)
    assert [(one.line, one.run_number, one.payments) for one in found.batches] == [
        (told[0], 7, (AISHA, BEN))
    ]
    assert found.still_awaited == ()
    assert found.unmatched_lines == (told[1],)


def test_a_bulk_line_without_a_reference_pays_the_one_run_of_its_amount() -> None:
    found = match_payments([AISHA, BEN], [], lines(("BULK PAYMENT", -5000)))
    assert [one.run_number for one in found.batches] == [7]


def test_a_bulk_line_that_fits_two_runs_is_unclear() -> None:
    others = [an_awaited(3, "Cara Jones", run=8), an_awaited(4, "Dai Powell", run=8)]
    told = lines(("BULK PAYMENT", -5000))
    found = match_payments([AISHA, BEN, *others], [], told)
    assert not found.batches
    assert not found.paid
    assert [(one.lines, one.run_numbers) for one in found.unclear] == [(told, (7, 8))]
    assert len(found.still_awaited) == 4


def test_a_line_that_fits_a_whole_run_and_one_payment_of_another_is_unclear() -> None:
    other = an_awaited(3, "Cara Jones", pence=5000, run=8)
    told = lines(("BILL PAYMENT", -5000))
    found = match_payments([AISHA, BEN, other], [], told)
    assert not found.batches
    assert not found.paid
    assert [(one.payments, one.run_numbers) for one in found.unclear] == [((other,), (7,))]


def test_beside_a_line_that_may_be_a_part_only_a_reference_tells_the_whole_run() -> None:
    shop = ("BAKERY", -2500)
    doubtful = match_payments([AISHA, BEN], [], lines(("BULK", -5000), shop))
    assert not doubtful.batches
    assert [one.run_numbers for one in doubtful.unclear] == [(7,)]
    sure = match_payments([AISHA, BEN], [], lines(("PAY RUN 7", -5000), shop))
    assert [one.run_number for one in sure.batches] == [7]
    assert [line.payee for line in sure.unmatched_lines] == ["BAKERY"]


def test_a_run_booked_whole_and_one_by_one_is_unclear() -> None:
    told = lines(("BULK PAYMENT PAY RUN 7", -5000), ("AISHA RAHMAN", -2500))
    found = match_payments([AISHA, BEN], [], told)
    assert not found.batches
    assert not found.paid
    assert [(one.lines, one.payments, one.run_numbers) for one in found.unclear] == [
        (told, (AISHA,), (7,))
    ]


def test_another_line_of_the_same_sum_does_not_hide_payments_booked_one_by_one() -> None:
    told = lines(("AISHA RAHMAN", -2500), ("BEN OKAFOR", -2500), ("OFFICE RENT", -5000))
    found = match_payments([AISHA, BEN], [], told)
    assert sorted(paid_ids(found)) == [1, 2]
    assert found.unmatched_lines == (told[2],)


def test_a_run_of_which_a_part_was_settled_before_is_not_booked_whole() -> None:
    found = match_payments([AISHA, BEN], [a_sent(3, "Cara Jones", run=7)], lines(("BULK", -5000)))
    assert found.batches == ()


# --- what comes back ----------------------------------------------------------------------------


def test_money_that_comes_back_names_whose_it_was() -> None:
    told = lines(("RETURNED A RAHMAN", 2500, 4), ("GRANT", 2500, 4))
    gone = a_sent(9, "Aisha Rahman")
    found = match_payments([], [gone, a_sent(10, "Ben Okafor")], told)
    assert [(one.line, one.payment) for one in found.returned] == [(told[0], gone)]
    assert found.unmatched_lines == (told[1],)


def test_the_bank_s_mark_is_enough_to_tell_that_money_came_back() -> None:
    sent = a_sent(1, "Aisha Rahman")
    (line,) = lines(("AISHA RAHMAN", 2500, 3))
    (unclear,) = match_payments([], [sent], [line]).unclear
    assert unclear.payments == (sent,)
    found = match_payments([], [sent], [replace(line, is_back=True)])
    assert [one.payment for one in found.returned] == [sent]
    assert found.unclear == ()


def test_money_out_that_the_bank_marks_as_taken_back_settles_nobody() -> None:
    (line,) = lines(("AISHA RAHMAN PAY RUN 7", -2500))
    found = match_payments([AISHA], [], [replace(line, is_back=True)])
    assert (found.paid, found.still_awaited, found.unmatched_lines) == (
        (), (AISHA,), (replace(line, is_back=True),)
    )  # fmt: skip


def test_a_return_that_could_be_of_two_payments_is_unclear() -> None:
    gone = (a_sent(9, "Aisha Rahman"), a_sent(10, "Ben Okafor"))
    found = match_payments([], gone, lines(("UNPAID PAY RUN 6", 2500, 4)))
    assert found.returned == ()
    assert [one.payments for one in found.unclear] == [gone]


def test_what_was_paid_and_came_back_on_one_statement_is_told_as_both() -> None:
    told = lines(("AISHA RAHMAN", -2500), ("RETURNED AISHA RAHMAN", 2500, 3))
    found = match_payments([AISHA], [], told)
    assert paid_ids(found) == {1: "AISHA RAHMAN"}
    assert [(one.payment.payment_id, one.payment.paid_on) for one in found.returned] == [
        (1, FRIDAY)
    ]


def test_what_came_back_already_does_not_come_back_again() -> None:
    gone = replace(a_sent(9, "Aisha Rahman"), has_returned=True)
    found = match_payments([], [gone], lines(("AISHA RAHMAN", 2500, 3)))
    assert not found.returned
    assert not found.unclear


def test_money_does_not_come_back_before_it_went() -> None:
    found = match_payments([], [a_sent(9, "Aisha Rahman")], lines(("AISHA RAHMAN", 2500, -1)))
    assert found.returned == ()


def test_a_line_told_twice_is_one_line() -> None:
    told = lines(("AISHA RAHMAN", -2500))
    moved = tuple(replace(line, row=line.row + 50) for line in told)
    found = match_payments([AISHA], [], (*moved, *told))
    assert [one.line.row for one in found.paid] == [2]


def test_a_large_run_of_equal_payments_is_matched_by_name_and_the_rest_is_listed() -> None:
    people = [an_awaited(n, f"Person{n % 40} Family{n // 40}") for n in range(1600)]
    named = [(f"PERSON{n % 40} FAMILY{n // 40} PAY RUN 7", -2500) for n in range(1580)]
    found = match_payments(people, [], lines(*named, *[("BILL PAYMENT", -2500)] * 20))
    assert len(found.paid) == 1580
    assert [(len(one.lines), len(one.payments)) for one in found.unclear] == [(20, 20)]
