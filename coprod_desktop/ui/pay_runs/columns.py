"""What the lists of pay runs, of payments and of those held show."""

from collections.abc import Callable
from typing import TypeVar

from coprod_desktop.domain.dates import list_day, short_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Held, Payment, RunState
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.look_words import (
    look_facts,
    look_sentences,
    look_words,
    outcome_mark,
    outcome_words,
)
from coprod_desktop.ui.pay_runs.payment_row import PaymentRow
from coprod_desktop.ui.widgets.columns import Align, Column, Mark
from coprod_desktop.ui.words import paid_by_word, run_state_word

R = TypeVar("R")
LIFT_COLUMN = "lift"
_MARKS = {
    RunState.PREPARED: Mark("circle-dot", "accent"),
    RunState.SENT_BACK: Mark("rotate-ccw", "warn"),
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


def before_columns() -> tuple[Column[PaymentRow], ...]:
    """Return the columns of payments that are not sent yet: what to look at, and why so much."""
    look = Column[PaymentRow](
        key="look",
        title=_("Look at"),
        text=lambda row: look_words(row.look),
        icon=_look_mark,
        colour=_look_colour,
        tooltip=lambda row: look_sentences(row.look),
        width_em=10,
        narrow_em=3.2,
    )
    return (*_payment_columns(_("Account ending"), account_em=8.4), look, _why())


def after_columns(is_ticked: Callable[[PaymentRow], bool | None]) -> tuple[Column[PaymentRow], ...]:
    """Return the columns of payments whose files are made, with what became of each."""
    tick = Column[PaymentRow](
        key="tick", title="", text=lambda _row: "", width_em=2.5, tick=is_ticked
    )
    outcome = Column[PaymentRow](
        key="outcome",
        title=_("What happened"),
        text=lambda row: outcome_words(row.payment, is_exported=row.is_exported),
        icon=lambda row: outcome_mark(row.payment),
        width_em=9.2,
        narrow_em=3.2,
    )
    return (tick, *_payment_columns(_("Account"), account_em=7.9), outcome, _why())


def _payment_columns(account_title: str, *, account_em: float) -> tuple[Column[PaymentRow], ...]:
    return (
        Column(
            key="name",
            title=_("Participant"),
            text=lambda row: listed_name(row.person),
            tooltip=lambda row: listed_name(row.person),
            width_em=9.2,
            narrow_em=8,
            is_stretch=True,
        ),
        Column(
            key="method",
            title=_("Paid by"),
            text=lambda row: paid_by_word(row.payment.method),
            width_em=5.6,
            is_secondary=True,
        ),
        Column(
            key="account",
            title=account_title,
            text=lambda row: account_ending(row.payment),
            width_em=account_em,
            is_secondary=True,
        ),
        _sum("payment", _("Payment"), lambda row: row.payment.payment_pence),
        _sum("expenses", _("Expenses"), lambda row: row.payment.reimbursement_pence),
        _sum("total", _("To send"), lambda row: row.payment.pence, is_strong=True),
    )


def _sum(
    key: str, title: str, pence: Callable[[PaymentRow], int], *, is_strong: bool = False
) -> Column[PaymentRow]:
    return _money(key, title, pence, is_strong=is_strong, width_em=6.1)


def _why() -> Column[PaymentRow]:
    return Column(
        key="why",
        title="",
        text=lambda _row: _("why?"),
        width_em=4.4,
        is_link=True,
        is_secondary=True,
    )


def listed_name(person: Participant) -> str:
    """Return a name with its own script after the Latin form."""
    return f"{person.name} {person.name_in_script}".strip()


def account_ending(payment: Payment) -> str:
    """Return the last digits of the account that a payment goes to, and no more of it."""
    if payment.method is not PaidBy.BANK:
        return _("none needed")
    return f"•• {payment.account_number[-4:]}"


def _look_mark(row: PaymentRow) -> Mark | None:
    facts = look_facts(row.look)
    return facts[0].mark if facts else None


def _look_colour(row: PaymentRow) -> str:
    facts = look_facts(row.look)
    return facts[0].colour if facts else "ink"


def row_tint(row: PaymentRow) -> str | None:
    """Return the ground of a row that wants a second look before it is sent."""
    is_tinted = any(fact.is_tinted for fact in look_facts(row.look))
    return "warn_tint" if is_tinted and not row.is_exported else None


def held_columns(*, can_lift: bool = True) -> tuple[Column[Held], ...]:
    """Return the columns of those who are not paid now; a hold of ours can be lifted here."""
    found: tuple[Column[Held], ...] = (
        Column(
            key="name",
            title=_("Participant"),
            text=lambda row: row.name,
            width_em=12,
            narrow_em=9,
            icon=lambda _row: Mark("circle-pause", "ink"),
        ),
        Column(
            key="because",
            title=_("Why it is held"),
            text=held_words,
            tooltip=held_words,
            width_em=12,
            is_stretch=True,
        ),
        _money("payment", _("Payment"), lambda row: row.payment_pence, width_em=6),
        _money("expenses", _("Expenses"), lambda row: row.reimbursement_pence, width_em=6),
    )
    return (*found, _lift()) if can_lift else found


def held_words(row: Held) -> str:
    """Return why somebody is held, and until when where a day is known."""
    if row.until_on is None:
        return row.because
    words = _("{reason} Until {day}.")
    return words.format(reason=_as_sentence(row.because), day=short_day(row.until_on))


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _lift() -> Column[Held]:
    return Column(
        key=LIFT_COLUMN,
        title="",
        text=lambda row: _("Pay next time") if row.hold_ids else "",
        width_em=7.6,
        is_link=True,
        only_with_words=True,
    )


def _money(
    key: str,
    title: str,
    pence: Callable[[R], int],
    *,
    is_strong: bool = False,
    width_em: float = 8,
) -> Column[R]:
    return Column(
        key=key,
        title=title,
        text=lambda row: format_pounds(pence(row)),
        width_em=width_em,
        align=Align.RIGHT,
        is_strong=is_strong,
    )
