"""What the lists of pay runs, of payments and of those held show."""

from collections.abc import Callable
from typing import TypeVar

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Held, Payment, RunState
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.columns import Align, Column, Mark
from coprod_desktop.ui.words import paid_by_word, run_state_word

R = TypeVar("R")
PaymentRow = tuple[Participant, Payment]
_MARKS = {
    RunState.PREPARED: Mark("circle-dot", "accent"),
    RunState.APPROVED: Mark("circle-check", "good"),
    RunState.EXPORTED: Mark("file-spreadsheet", "ink"),
    RunState.SETTLED: Mark("circle-check", "good"),
    RunState.REVERSED: Mark("rotate-ccw", "warn"),
}


def run_columns() -> tuple[Column[PayRunSummary], ...]:
    """Return the columns of the list of pay runs; payments and expenses stand apart."""
    return (
        Column(
            key="number",
            title=_("Pay run"),
            text=_number,
            width_em=8,
            is_strong=True,
        ),
        Column(
            key="up_to", title=_("Work up to"), text=lambda row: list_day(row.up_to_on), width_em=9
        ),
        Column(key="pay_on", title=_("Pay on"), text=lambda row: list_day(row.pay_on), width_em=9),
        Column(
            key="people",
            title=_("People"),
            text=lambda row: str(row.people),
            width_em=5,
            align=Align.RIGHT,
        ),
        _money("payments", _("Payments"), lambda row: row.payment_pence),
        _money("expenses", _("Expenses"), lambda row: row.reimbursement_pence),
        Column(
            key="state",
            title=_("State"),
            text=lambda row: run_state_word(row.state),
            icon=lambda row: _MARKS[row.state],
            width_em=9,
        ),
        Column(
            key="prepared_by",
            title=_("Prepared by"),
            text=lambda row: row.prepared_by,
            width_em=11,
            is_stretch=True,
        ),
        Column(
            key="approved_by",
            title=_("Approved by"),
            text=lambda row: row.approved_by or _("nobody yet"),
            width_em=11,
            is_secondary=True,
        ),
    )


def _number(row: PayRunSummary) -> str:
    return _("{number}, top-up").format(number=row.number) if row.is_top_up else str(row.number)


def payment_columns() -> tuple[Column[PaymentRow], ...]:
    """Return the columns of the payments of a run, with a "why?" for each."""
    return (
        Column(
            key="name",
            title=_("Participant"),
            text=lambda row: row[0].name,
            width_em=14,
            is_strong=True,
            is_stretch=True,
        ),
        Column(
            key="method",
            title=_("Paid by"),
            text=lambda row: paid_by_word(row[1].method),
            width_em=7,
        ),
        Column(
            key="account", title=_("Account ending"), text=_account, width_em=9, is_secondary=True
        ),
        _money("payment", _("Payment"), lambda row: row[1].payment_pence),
        _money("expenses", _("Expenses"), lambda row: row[1].reimbursement_pence),
        _money("total", _("To send"), lambda row: row[1].pence, is_strong=True),
        Column(key="why", title="", text=lambda _row: _("why?"), width_em=4, is_link=True),
    )


def held_columns() -> tuple[Column[Held], ...]:
    """Return the columns of those who are not paid now."""
    return (
        Column(
            key="name",
            title=_("Participant"),
            text=lambda row: row.name,
            width_em=14,
            icon=lambda _row: Mark("circle-pause", "ink"),
        ),
        Column(
            key="because",
            title=_("Why it is held"),
            text=lambda row: row.because,
            width_em=16,
            is_stretch=True,
        ),
        _money("held", _("Held"), lambda row: row.pence),
    )


def _account(row: PaymentRow) -> str:
    if row[1].method is not PaidBy.BANK:
        return _("none needed")
    return f"•• {row[1].account_number[-4:]}"


def _money(
    key: str, title: str, pence: Callable[[R], int], *, is_strong: bool = False
) -> Column[R]:
    return Column(
        key=key,
        title=title,
        text=lambda row: format_pounds(pence(row)),
        width_em=8,
        align=Align.RIGHT,
        is_strong=is_strong,
    )
