"""Records for tests: valid as they come, with only what matters to a test said in the test.

Everything in them is invented. Records that lists show are in `tests.summary_builders`. An override
is `Any` because each builder takes the fields of its own record; `dataclasses.replace` refuses a
field that the record does not have.
"""

import datetime
import hashlib
from dataclasses import fields, replace
from typing import Any

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.changes import Change, RowChange
from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.expenses import (
    ExpenseClaim,
    ExpenseItem,
    ExpenseKind,
    Receipt,
    SupportCost,
)
from coprod_desktop.domain.limits import LimitRule, LimitWatch
from coprod_desktop.domain.organisation import Operator, Organisation
from coprod_desktop.domain.participants import BankDetails, Capacity, PaidBy, Participant
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun
from coprod_desktop.domain.policy import PolicyVersion, Quote, simple_version
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.rates import OwnRate, Unit
from coprod_desktop.domain.statements import Statement, StatementPaper
from tests.check_builders import a_dismissal as a_dismissal
from tests.invented import NOW as NOW
from tests.invented import PAID_ON as PAID_ON
from tests.invented import TODAY as TODAY
from tests.invented import WORKED_ON as WORKED_ON
from tests.invented import next_id as next_id
from tests.paper_builders import a_held as a_held
from tests.paper_builders import a_payment_sheet as a_payment_sheet
from tests.paper_builders import a_payment_sheet_line as a_payment_sheet_line
from tests.paper_builders import a_remittance as a_remittance
from tests.paper_builders import a_remittance_line as a_remittance_line
from tests.paper_builders import a_statement_content as a_statement_content
from tests.paper_builders import a_statement_expense as a_statement_expense
from tests.paper_builders import a_statement_work as a_statement_work
from tests.paper_builders import unpaid_statement_work as unpaid_statement_work

TINY_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


def an_organisation(**override: Any) -> Organisation:
    return replace(
        Organisation(
            organisation_id=next_id(),
            name="Rivermead Together",
            charity_number="1100099",
            address="2 Mill Lane\nRivermead\nRV1 1AA",
            contact_name="Grace Okafor",
            contact_phone="01632 960 011",
            contact_email="grace@rivermead.example",
        ),
        **override,
    )


def an_operator(**override: Any) -> Operator:
    return replace(
        Operator(operator_id=next_id(), name="Grace Okafor", role="Involvement lead"), **override
    )


def a_participant(**override: Any) -> Participant:
    return replace(
        Participant(
            participant_id=next_id(),
            name="Aisha Rahman",
            email="aisha@rahman.example",
            phone="01632 960 042",
            address="7 Orchard Row\nRivermead\nRV2 3BB",
        ),
        **override,
    )


def a_bank_details(**override: Any) -> BankDetails:
    return replace(
        BankDetails(
            bank_details_id=next_id(),
            participant_id=next_id(),
            account_name="MISS A RAHMAN",
            sort_code="001462",
            account_number="01234567",
        ),
        **override,
    )


def a_limit_watch(**override: Any) -> LimitWatch:
    """Build a watch over £100.00 a week, of weeks that begin on Monday."""
    return replace(
        LimitWatch(
            limit_watch_id=next_id(),
            participant_id=next_id(),
            rule=LimitRule.OWN_WEEK,
            own_pence=10_000,
            asked_on=TODAY,
        ),
        **override,
    )


def a_project(**override: Any) -> Project:
    return replace(
        Project(
            project_id=next_id(),
            name="Better Waiting Rooms",
            cost_code="BWR-01",
            starts_on=datetime.date(2026, 4, 1),
            ends_on=datetime.date(2027, 3, 31),
            budget_pence=1_200_000,
            who_decides="The steering group",
            what_can_change="Seats, signs and opening hours",
            what_changed="The signs are in large print now.",
            what_next="The group meets the builders in January.",
        ),
        **override,
    )


def an_engagement(**override: Any) -> Engagement:
    return replace(
        Engagement(
            engagement_id=next_id(),
            participant_id=next_id(),
            project_id=next_id(),
            role="Member of the steering group",
            starts_on=datetime.date(2026, 4, 1),
        ),
        **override,
    )


def an_activity(**override: Any) -> Activity:
    return replace(
        Activity(
            activity_id=next_id(),
            project_id=next_id(),
            title="Steering group",
            held_on=WORKED_ON,
            starts_at="10:00",
            ends_at="12:30",
            place="Rivermead Library",
        ),
        **override,
    )


def a_contribution(**override: Any) -> Contribution:
    """Build 2 hours 30 minutes at £12.00 an hour; sums not overridden follow from what is."""
    plain = Contribution(
        contribution_id=next_id(),
        participant_id=next_id(),
        project_id=next_id(),
        worked_on=WORKED_ON,
        minutes=150,
        kind_of_work="Meeting",
        capacity=Capacity.LIVED_EXPERIENCE,
        what="Steering group",
        pay=Pay.PAID,
        rate_pence=1200,
        because="As agreed. Policy version 1.",
    )
    said = replace(plain, **override)
    worth = (said.minutes * said.rate_pence + 30) // 60
    offered = override.get("offered_pence", worth if said.pay is Pay.PAID else 0)
    agreed = override.get("agreed_pence", 0 if said.choice is Choice.DECLINE else offered)
    is_paid = override.get("is_paid", said.pay is Pay.SALARY or agreed > 0)
    value = override.get("value_pence", 0 if is_paid else worth)
    return replace(
        said, offered_pence=offered, agreed_pence=agreed, is_paid=is_paid, value_pence=value
    )


def an_expense_claim(**override: Any) -> ExpenseClaim:
    return replace(
        ExpenseClaim(
            expense_claim_id=next_id(),
            participant_id=next_id(),
            project_id=next_id(),
            claimed_on=WORKED_ON,
        ),
        **override,
    )


def an_expense_item(**override: Any) -> ExpenseItem:
    return replace(
        ExpenseItem(
            expense_item_id=next_id(),
            expense_claim_id=next_id(),
            spent_on=WORKED_ON,
            kind=ExpenseKind.BUS,
            what="Bus there and back",
            claimed_pence=460,
            agreed_pence=460,
            because="Paid as claimed, with a ticket.",
        ),
        **override,
    )


def a_receipt(**override: Any) -> Receipt:
    content = override.get("content", TINY_PNG)
    return replace(
        Receipt(
            receipt_id=next_id(),
            expense_item_id=next_id(),
            file_name="bus ticket.png",
            media_type="image/png",
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        ),
        **override,
    )


def a_support_cost(**override: Any) -> SupportCost:
    return replace(
        SupportCost(
            support_cost_id=next_id(),
            project_id=next_id(),
            incurred_on=WORKED_ON,
            kind="Sign language interpreter",
            supplier="Clear Hands",
            cost_pence=14_000,
        ),
        **override,
    )


def an_own_rate(**override: Any) -> OwnRate:
    """Build 60p a mile by car from 1 January 2027 on."""
    return replace(
        OwnRate(
            own_rate_id=next_id(),
            scheme="HMRC mileage",
            code="car",
            value_thousandths=60_000,
            unit=Unit.PENCE_A_MILE,
            effective_on=datetime.date(2027, 1, 1),
            source_title="An invented letter",
        ),
        **override,
    )


A_SIMPLE_POLICY: dict[str, Any] = {
    "hourly_pence": 1200,
    "half_day_pence": 7500,
    "day_pence": 15_000,
    "car_mile_pence": 55,
    "motorcycle_mile_pence": 24,
    "bicycle_mile_pence": 20,
    "rate_source": "Agreed by the trustees on 2 March 2026",
}


def a_policy(**override: Any) -> PolicyVersion:
    """Return a version of simple rules; overrides are fields of it or of the simple rules."""
    names = {field.name for field in fields(PolicyVersion)}
    own = {name: override.pop(name) for name in names & override.keys()}
    rules = A_SIMPLE_POLICY | override
    simple = simple_version(effective_on=datetime.date(2026, 4, 6), **rules)
    return replace(simple, **({"policy_id": next_id()} | own))


def a_quote(**override: Any) -> Quote:
    """Return an offer of £30.00 for two and a half hours."""
    because = "Time: 2 hours 30 minutes at £12.00 an hour, which makes £30.00. Policy version 1."
    return replace(Quote(offered_pence=3000, rate_pence=1200, because=because), **override)


def an_approval(**override: Any) -> Approval:
    return replace(
        Approval(
            approval_id=next_id(),
            subject="contribution",
            subject_id=next_id(),
            operator_id=next_id(),
            decision=Decision.APPROVED,
            decided_at=NOW,
        ),
        **override,
    )


def a_pay_run(**override: Any) -> PayRun:
    return replace(
        PayRun(
            pay_run_id=next_id(),
            number=7,
            up_to_on=WORKED_ON,
            pay_on=PAID_ON,
            prepared_by_id=next_id(),
            prepared_at=NOW,
        ),
        **override,
    )


def a_payment(**override: Any) -> Payment:
    return replace(
        Payment(
            payment_id=next_id(),
            pay_run_id=next_id(),
            participant_id=next_id(),
            method=PaidBy.BANK,
            payment_pence=3000,
            reimbursement_pence=460,
            account_name="MISS A RAHMAN",
            sort_code="001462",
            account_number="01234567",
        ),
        **override,
    )


def a_payment_line(**override: Any) -> PaymentLine:
    return replace(
        PaymentLine(
            payment_line_id=next_id(),
            payment_id=next_id(),
            kind=LineKind.CONTRIBUTION,
            subject_id=next_id(),
            pence=3000,
        ),
        **override,
    )


def a_statement(**override: Any) -> Statement:
    return replace(
        Statement(
            statement_id=next_id(),
            number="2026-0042",
            participant_id=next_id(),
            from_on=datetime.date(2026, 10, 1),
            to_on=datetime.date(2026, 12, 31),
            issued_on=TODAY,
            minutes_paid=270,
            minutes_unpaid=45,
            payments_pence=5400,
            reimbursements_pence=460,
            value_pence=900,
            content_sha256=hashlib.sha256(b"statement").hexdigest(),
        ),
        **override,
    )


def a_statement_paper(**override: Any) -> StatementPaper:
    content = override.get("content", b"%PDF-1.7\n% invented\n%%EOF\n")
    return replace(
        StatementPaper(
            statement_paper_id=next_id(),
            statement_id=next_id(),
            media_type="application/pdf",
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        ),
        **override,
    )


def a_change(**override: Any) -> Change:
    return replace(
        Change(
            change_id=next_id(),
            made_at=NOW,
            operator="Grace Okafor",
            verb="log session",
            rows=1,
            undoes_id=None,
            is_undone=False,
            previous_digest="",
            digest=hashlib.sha256(b"change").hexdigest(),
        ),
        **override,
    )


def a_row_change(**override: Any) -> RowChange:
    return replace(
        RowChange(table="project", row_id=next_id(), before=None, after={"name": "A"}), **override
    )
