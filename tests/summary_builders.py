"""Rows of lists, for tests: valid as they come, with only what matters to a test said there."""

from dataclasses import replace
from typing import Any

from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.participants import Capacity, Edition, PaidBy
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.summaries import (
    ClaimSummary,
    ContributionSummary,
    ParticipantSummary,
    PayRunSummary,
    ProjectSummary,
    StatementSummary,
    TotalsRow,
)
from tests.invented import PAID_ON, TODAY, WORKED_ON, next_id


def a_totals_row(**override: Any) -> TotalsRow:
    return replace(
        TotalsRow(
            name="Aisha Rahman",
            minutes_paid=150,
            minutes_unpaid=45,
            payments_pence=3000,
            reimbursements_pence=460,
            value_pence=900,
        ),
        **override,
    )


def a_contribution_summary(**override: Any) -> ContributionSummary:
    return replace(
        ContributionSummary(
            contribution_id=next_id(),
            worked_on=WORKED_ON,
            participant_id=next_id(),
            participant="Aisha Rahman",
            project="Better Waiting Rooms",
            what="Steering group",
            kind_of_work="Meeting",
            capacity=Capacity.LIVED_EXPERIENCE,
            minutes=150,
            pay=Pay.PAID,
            is_paid=True,
            offered_pence=3000,
            agreed_pence=3000,
            choice=Choice.ACCEPT,
            state=WorkState.LOGGED,
            because="As agreed. Policy version 1.",
        ),
        **override,
    )


def a_participant_summary(**override: Any) -> ParticipantSummary:
    return replace(
        ParticipantSummary(
            participant_id=next_id(),
            name="Aisha Rahman",
            name_in_script="",
            capacity=Capacity.LIVED_EXPERIENCE,
            paid_by=PaidBy.BANK,
            edition=Edition.STANDARD,
            is_active=True,
            minutes_paid=150,
            minutes_unpaid=45,
            last_worked_on=WORKED_ON,
        ),
        **override,
    )


def a_project_summary(**override: Any) -> ProjectSummary:
    return replace(
        ProjectSummary(
            project_id=next_id(),
            name="Better Waiting Rooms",
            cost_code="BWR-01",
            is_open=True,
            people=1,
            minutes_paid=150,
            minutes_unpaid=45,
            budget_pence=1_200_000,
            agreed_pence=3000,
            support_pence=14_000,
        ),
        **override,
    )


def a_claim_summary(**override: Any) -> ClaimSummary:
    return replace(
        ClaimSummary(
            expense_claim_id=next_id(),
            claimed_on=WORKED_ON,
            participant_id=next_id(),
            participant="Aisha Rahman",
            project="Better Waiting Rooms",
            what="Bus there and back",
            items=1,
            receipts=1,
            claimed_pence=460,
            agreed_pence=460,
            state=WorkState.LOGGED,
        ),
        **override,
    )


def a_pay_run_summary(**override: Any) -> PayRunSummary:
    return replace(
        PayRunSummary(
            pay_run_id=next_id(),
            number=7,
            up_to_on=WORKED_ON,
            pay_on=PAID_ON,
            state=RunState.PREPARED,
            people=1,
            payment_pence=3000,
            reimbursement_pence=460,
            prepared_by="Grace Okafor",
            approved_by="",
        ),
        **override,
    )


def a_statement_summary(**override: Any) -> StatementSummary:
    return replace(
        StatementSummary(
            participant_id=next_id(),
            participant="Aisha Rahman",
            edition=Edition.STANDARD,
            language="en",
            minutes_paid=150,
            minutes_unpaid=45,
            statement_id=next_id(),
            number="2026-0042",
            issued_on=TODAY,
            is_out_of_date=False,
        ),
        **override,
    )
