"""The totals of a run's papers are the sums of their lines and of their cost codes."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.run_papers import CostCodeSum, PaymentSheetLine
from tests.builders import (
    a_payment_sheet,
    a_payment_sheet_line,
    a_remittance,
    a_remittance_line,
)

PENCE = st.integers(0, 10**7)
LINES = st.lists(
    st.builds(
        a_payment_sheet_line,
        method=st.sampled_from(PaidBy),
        minutes=st.integers(0, 10_000),
        payment_pence=PENCE,
        reimbursement_pence=PENCE,
    ),
    max_size=12,
)


@given(LINES)
def test_totals_of_a_sheet_are_the_sums_of_its_lines(lines: list[PaymentSheetLine]) -> None:
    sheet = a_payment_sheet(lines=tuple(lines))
    assert sheet.minutes == sum(line.minutes for line in lines)
    assert sheet.payment_pence == sum(line.payment_pence for line in lines)
    assert sheet.reimbursement_pence == sum(line.reimbursement_pence for line in lines)
    assert sheet.pence == sum(line.pence for line in lines)


@given(LINES)
def test_the_order_of_lines_changes_no_total(lines: list[PaymentSheetLine]) -> None:
    forth, back = a_payment_sheet(lines=tuple(lines)), a_payment_sheet(lines=tuple(lines[::-1]))
    assert (forth.minutes, forth.pence) == (back.minutes, back.pence)


def test_what_is_held_is_not_in_the_total() -> None:
    sheet = a_payment_sheet()
    assert [held.pence for held in sheet.held or ()] == [2400]
    assert sheet.pence == 5460


@given(st.lists(PENCE, max_size=8), st.lists(PENCE, max_size=8))
def test_a_remittance_adds_up_work_and_expenses_apart(work: list[int], back: list[int]) -> None:
    remittance = a_remittance(
        work=tuple(a_remittance_line(pence=pence) for pence in work),
        expenses=tuple(a_remittance_line(minutes=0, pence=pence) for pence in back),
    )
    assert (remittance.payment_pence, remittance.reimbursement_pence) == (sum(work), sum(back))
    assert not hasattr(remittance, "pence")


CODES = st.lists(
    st.builds(
        CostCodeSum,
        cost_code=st.just("HD-204"),
        payment_pence=st.integers(-(10**6), 10**7),
        reimbursement_pence=st.integers(-(10**6), 10**7),
    ),
    max_size=5,
)


@given(LINES, CODES)
def test_cost_codes_and_what_has_none_come_to_the_totals(
    lines: list[PaymentSheetLine], codes: list[CostCodeSum]
) -> None:
    sheet = a_payment_sheet(lines=tuple(lines), by_cost_code=tuple(codes))
    outside = sheet.outside_cost_codes
    parts = [*codes, *([outside] if outside else [])]

    if codes:
        assert sum(one.payment_pence for one in parts) == sheet.payment_pence
        assert sum(one.reimbursement_pence for one in parts) == sheet.reimbursement_pence
        assert sum(one.pence for one in parts) == sheet.pence
    else:
        assert outside is None


def test_cost_codes_that_hold_everything_leave_nothing_outside() -> None:
    whole = CostCodeSum(cost_code="HD-204", payment_pence=5000, reimbursement_pence=460)
    assert a_payment_sheet(by_cost_code=(whole,)).outside_cost_codes is None


def test_approvers_are_those_named_and_else_the_one_who_approved() -> None:
    assert a_payment_sheet().approver_names == ("Piotr Zieliński",)
    assert a_payment_sheet(approvers=("Ann", "Ben")).approver_names == ("Ann", "Ben")
    assert a_payment_sheet(approved_by="").approver_names == ()


@pytest.mark.parametrize(
    ("approvers", "is_one"),
    [((), False), (("Grace Okafor",), True), (("Grace Okafor", "Ben"), False)],
)
def test_one_person_did_both_only_where_nobody_else_approved(
    approvers: tuple[str, ...], is_one: bool
) -> None:
    assert a_payment_sheet(approvers=approvers).is_one_person is is_one


def test_days_are_those_of_the_united_kingdom() -> None:
    late = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)
    sheet = a_payment_sheet(prepared_at=late, approved_at=late)

    assert sheet.prepared_on == sheet.approved_on == datetime.date(2026, 7, 2)
    assert a_payment_sheet(approved_at=None).approved_on is None
