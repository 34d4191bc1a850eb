"""What papers say, for tests: valid as it comes; `tests.builders` is the door to these."""

import datetime
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Held, RunState
from coprod_desktop.domain.run_papers import (
    PaymentSheet,
    PaymentSheetLine,
    Remittance,
    RemittanceLine,
)
from coprod_desktop.domain.statements import StatementContent, StatementExpense, StatementWork
from tests.invented import NOW, PAID_ON, TODAY, WORKED_ON, next_id


def a_held(**override: Any) -> Held:
    return replace(
        Held(
            participant_id=next_id(),
            name="Tomos Llŷr",
            because="No bank details yet.",
            pence=2400,
        ),
        **override,
    )


def a_payment_sheet_line(**override: Any) -> PaymentSheetLine:
    return replace(
        PaymentSheetLine(
            participant="Aisha Rahman",
            payee="MISS A RAHMAN",
            method=PaidBy.BANK,
            sort_code="001462",
            account_number="01234567",
            minutes=150,
            payment_pence=3000,
            reimbursement_pence=460,
            cost_codes="BWR-01",
            approved_by="Grace Okafor",
        ),
        **override,
    )


def a_payment_sheet(**override: Any) -> PaymentSheet:
    """Build an approved sheet of £54.60 by bank and in cash, with £24.00 held."""
    in_cash = a_payment_sheet_line(
        participant="Siân O'Brien",
        payee="Siân O'Brien",
        method=PaidBy.CASH,
        sort_code="",
        account_number="",
        minutes=100,
        payment_pence=2000,
        reimbursement_pence=0,
    )
    return replace(
        PaymentSheet(
            organisation="Rivermead Together",
            charity_number="1100099",
            number=7,
            state=RunState.APPROVED,
            up_to_on=WORKED_ON,
            pay_on=PAID_ON,
            prepared_by="Grace Okafor",
            prepared_at=NOW,
            approved_by="Piotr Zieliński",
            approved_at=NOW,
            four_eyes_note="",
            lines=(a_payment_sheet_line(), in_cash),
            held=(a_held(),),
        ),
        **override,
    )


def a_remittance_line(**override: Any) -> RemittanceLine:
    return replace(
        RemittanceLine(day=WORKED_ON, what="Steering group", minutes=150, pence=3000), **override
    )


def a_remittance(**override: Any) -> Remittance:
    return replace(
        Remittance(
            organisation="Rivermead Together",
            contact_name="Grace Okafor",
            contact_phone="01632 960 011",
            contact_email="grace@rivermead.example",
            number=7,
            name="Aisha Rahman",
            name_in_script="",
            pay_on=PAID_ON,
            method=PaidBy.BANK,
            account_ending="4567",
            work=(a_remittance_line(),),
            expenses=(a_remittance_line(what="Bus there and back", minutes=0, pence=460),),
        ),
        **override,
    )


def a_statement_work(**override: Any) -> StatementWork:
    return replace(
        StatementWork(
            worked_on=WORKED_ON,
            what="Steering group",
            kind_of_work="Meeting",
            project="Better Waiting Rooms",
            minutes=150,
            pay=Pay.PAID,
            is_paid=True,
            offered_pence=3000,
            agreed_pence=3000,
            value_pence=0,
            rate_pence=1200,
            choice=Choice.ACCEPT,
            skills="Chairing, Listening",
            paid_on=PAID_ON,
            paid_how=PaidBy.BANK,
        ),
        **override,
    )


def unpaid_statement_work(**override: Any) -> StatementWork:
    unpaid = a_statement_work(
        what="Phone calls to two new members",
        kind_of_work="Building relationships",
        minutes=45,
        pay=Pay.UNPAID,
        is_paid=False,
        offered_pence=0,
        agreed_pence=0,
        value_pence=900,
        paid_on=None,
        paid_how=None,
    )
    return replace(unpaid, **override)


def a_statement_expense(**override: Any) -> StatementExpense:
    return replace(
        StatementExpense(
            spent_on=WORKED_ON,
            what="Bus there and back",
            claimed_pence=460,
            agreed_pence=460,
            paid_on=PAID_ON,
        ),
        **override,
    )


def a_statement_content(**override: Any) -> StatementContent:
    """Build a quarter: £30.00 paid, £24.00 to come, 45 minutes unpaid, £4.60 paid back."""
    to_come = a_statement_work(
        worked_on=datetime.date(2026, 11, 12),
        what="Reading the builders' plans",
        kind_of_work="Reading",
        minutes=120,
        offered_pence=2400,
        agreed_pence=2400,
        paid_on=None,
        paid_how=None,
        pay_by_on=datetime.date(2026, 11, 26),
    )
    return replace(
        StatementContent(
            number="2026-0042",
            organisation="Rivermead Together",
            charity_number="1100099",
            contact_name="Grace Okafor",
            contact_phone="01632 960 011",
            contact_email="grace@rivermead.example",
            name="Aisha Rahman",
            name_in_script="",
            from_on=datetime.date(2026, 10, 1),
            to_on=datetime.date(2026, 12, 31),
            issued_on=TODAY,
            work=(a_statement_work(), unpaid_statement_work(), to_come),
            expenses=(a_statement_expense(),),
            skills=("Chairing", "Listening"),
            what_changed=("The signs are in large print now.",),
            what_next=("The group meets the builders in January.",),
            rate_source="Agreed by the trustees on 2 March 2026",
            correct_by_on=TODAY + datetime.timedelta(days=30),
        ),
        **override,
    )
