"""Answer what is asked about one payment: why, hold, put off, come back, in error, gift."""

import datetime
from collections.abc import Callable, Sequence
from typing import Protocol

from coprod_desktop.domain.dates import list_day, long_day
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    GiftAbovePaymentError,
    NegativeMoneyError,
    PaymentNotPaidError,
    ReasonMissingError,
    TextTooLongError,
)
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Held, LineKind, PaymentState
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _
from coprod_desktop.services.run_lines import PaidFor
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.pay_runs.line_words import TickLine, tick_lines
from coprod_desktop.ui.pay_runs.look_words import look_facts
from coprod_desktop.ui.pay_runs.payment_row import PaymentAction, PaymentRow, actions_for
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.pay_runs.split_words import ToSplit
from coprod_desktop.ui.why_lines import paragraphs, version_sources
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.why_list import Source, WhyLine


class PaymentView(Protocol):
    """The panel that explains a payment and offers what can be done with it."""

    def explain(
        self,
        heading: str,
        sub_line: str,
        lines: Sequence[WhyLine],
        sources: Sequence[Source],
    ) -> None:
        """Show an explanation."""

    def show_actions(self, row: PaymentRow, actions: Sequence[PaymentAction]) -> None:
        """Offer what can be done with the payment."""


class PaymentsPresenter:
    """Explain the payments of the run on show, and do what is asked of one of them."""

    def __init__(self, context: Context, shown: Callable[[], ShownRun | None]) -> None:
        self._context = context
        self._shown = shown

    # --- what there is to know -------------------------------------------------------------------

    def explain(self, panel: PaymentView, row: PaymentRow) -> None:
        """Show why somebody is paid what they are, and what can be done with it."""
        office, payment = self._context.office, row.payment

        def work() -> tuple[tuple[PaidFor, ...], int, tuple[Gift, ...]]:
            return (
                office.pay_runs.paid_for(payment.payment_id),
                self._wished(row),
                office.gifts.of_payment(payment.payment_id),
            )

        def done(found: tuple[tuple[PaidFor, ...], int, tuple[Gift, ...]]) -> None:
            paid_for, wished, gifts = found
            lines = [*_look_lines(row), *map(_why_line, paid_for), *map(_gift_line, gifts)]
            heading = _("Why {amount}?").format(amount=format_pounds(payment.pence))
            sources = version_sources(line.because for line in paid_for)
            panel.explain(heading, _where_to(row), lines, sources)
            shown = self._shown()
            panel.show_actions(row, () if shown is None else actions_for(shown, row, wished))

        self._context.tasks.run(work, done, self._context.fail)

    def fetch_actions(
        self, row: PaymentRow, then: Callable[[tuple[PaymentAction, ...], int], None]
    ) -> None:
        """Find out what can be done with a payment, and what the person wished to give back."""

        def done(wished: int) -> None:
            shown = self._shown()
            if shown is not None:
                then(actions_for(shown, row, wished), wished)

        self._context.tasks.run(lambda: self._wished(row), done, self._context.fail)

    def fetch_lines(
        self, row: PaymentRow, then: Callable[[tuple[TickLine, ...], bool], None]
    ) -> None:
        """Fetch what a payment pays, and whether something is kept back from it."""
        paid_for = self._context.office.pay_runs.paid_for

        def done(found: tuple[PaidFor, ...]) -> None:
            has_kept_back = any(one.kind is LineKind.RECOVERY for one in found)
            then(tick_lines(found), has_kept_back)

        self._context.tasks.run(lambda: paid_for(row.payment_id), done, self._context.fail)

    def to_split(
        self, row: PaymentRow, lines: tuple[TickLine, ...], *, has_kept_back: bool
    ) -> ToSplit:
        """Return what the form that splits a payment shows."""
        shown = self._shown()
        notes = shown.limits if shown is not None else ()
        person = row.person.participant_id
        limit = next((note for note in notes if note.warning.participant_id == person), None)
        return ToSplit(name=row.person.name, lines=lines, limit=limit, has_kept_back=has_kept_back)

    def _wished(self, row: PaymentRow) -> int:
        if row.payment.state is not PaymentState.PAID:
            return 0
        return self._context.office.gifts.wished_pence(row.payment_id)

    # --- before the run is approved --------------------------------------------------------------

    def hold(
        self, view: FormView, row: PaymentRow, reason: str, until_on: datetime.date | None
    ) -> None:
        """Take a person out of the run, and let their money wait."""
        if not self._is_late_enough(view, until_on):
            return
        hold = self._context.office.holds.hold_payment
        words = _("{name} waits and is not in this run any more.")
        self._save(
            view,
            lambda: hold(row.payment_id, reason, until_on=until_on),
            words.format(name=row.person.name),
        )

    def put_off(
        self,
        view: FormView,
        row: PaymentRow,
        lines: tuple[Sequence[TickLine], Sequence[TickLine]],
        reason: str,
        until_on: datetime.date | None,
    ) -> None:
        """Split a payment; `lines` are those that wait and all of them."""
        later, whole = lines
        if not later:
            view.show_error("lines", _("Tick first what waits."))
            return
        if len(later) == len(whole):
            view.show_error("lines", _("Everything would wait. Hold the whole payment instead."))
            return
        if not self._is_late_enough(view, until_on):
            return
        put_off, ids = self._context.office.holds.put_off, [line.line_id for line in later]
        words = _("A part of the payment to {name} waits; the rest is paid in this run.")
        self._save(
            view,
            lambda: put_off(row.payment_id, ids, reason, until_on=until_on),
            words.format(name=row.person.name),
        )

    def lift(self, held: Held) -> None:
        """Let held money go into the next run."""
        lift = self._context.office.holds.lift

        def done(_nothing: None) -> None:
            words = _("The money of {name} goes into the next pay run.")
            self._context.saved(words.format(name=held.name))

        self._context.tasks.run(lambda: lift(held.hold_ids), done, self._context.fail)

    def _is_late_enough(self, view: FormView, until_on: datetime.date | None) -> bool:
        """Refuse a day on which the run is not paid yet: the hold would end before it began."""
        shown = self._shown()
        if shown is None or until_on is None or until_on > shown.run.pay_on:
            return True
        words = _("This run is paid on {day}. Choose a later day, or leave it empty.")
        view.show_error("until", words.format(day=long_day(shown.run.pay_on)))
        return False

    # --- after the files are made ----------------------------------------------------------------

    def came_back(
        self, view: FormView, row: PaymentRow, came_on: datetime.date | None, reason: str
    ) -> None:
        """Record that a payment came back."""
        if came_on is None:
            view.show_error("day", _("Write the day first."))
            return
        came_back = self._context.office.settling.came_back
        words = _("The payment to {name} came back. It is owed again, for the next pay run.")
        self._save(
            view,
            lambda: came_back([row.payment_id], came_on, reason),
            words.format(name=row.person.name),
        )

    def take_back(
        self, view: FormView, row: PaymentRow, lines: Sequence[TickLine], reason: str
    ) -> None:
        """Take back what was paid in error while the person has the money."""
        if not lines:
            view.show_error("lines", _("Tick first what was paid in error."))
            return
        take_back, ids = self._context.office.settling.take_back, [one.line_id for one in lines]
        pence = format_pounds(sum(one.pence for one in lines))
        words = _("{amount} is kept back from the next payments to {name}. Correct the entry now.")
        self._save(
            view,
            lambda: take_back(ids, reason),
            words.format(amount=pence, name=row.person.name),
        )

    def record_gift(self, view: FormView, gift: Gift) -> None:
        """Record that somebody gave money back; `gift` is as it was typed, without an id."""
        record = self._context.office.gifts.record
        words = _("The gift of {amount} is recorded. The payment stays as it was.")
        self._save(
            view,
            lambda: record(
                gift.payment_id,
                gift.pence,
                gift.given_on,
                is_gift_aid=gift.is_gift_aid,
                note=gift.note,
            ),
            words.format(amount=format_pounds(gift.pence)),
        )

    def _save(self, view: FormView, work: Callable[[], object], words: str) -> None:
        def done(_result: object) -> None:
            view.accept_saved()
            self._context.saved(words)

        def failed(error: Exception) -> None:
            key, sentence = _field_of(error), self._context.word_error(error)
            if key:
                view.show_error(key, sentence)
            else:
                view.show_problem(sentence)

        self._context.tasks.run(work, done, failed)


def _field_of(error: Exception) -> str:
    """Return the field that an error is about; nothing for the whole form."""
    if isinstance(error, ReasonMissingError | TextTooLongError):
        return "reason"
    if isinstance(error, GiftAbovePaymentError | NegativeMoneyError):
        return "amount"
    if isinstance(error, PaymentNotPaidError | DateOutOfRangeError):
        return "day"
    return ""


def _where_to(row: PaymentRow) -> str:
    payment, name = row.payment, row.person.name
    if payment.method is PaidBy.BANK:
        words = _("{name}, by bank, to the account ending {ending}.")
        return words.format(name=name, ending=payment.account_number[-4:])
    return {
        PaidBy.CASH: _("{name}, in cash."),
        PaidBy.VOUCHER: _("{name}, by voucher."),
        PaidBy.CHEQUE: _("{name}, by cheque."),
    }[payment.method].format(name=name)


def _look_lines(row: PaymentRow) -> list[WhyLine]:
    return [
        WhyLine(
            what=fact.words,
            because=fact.sentence,
            icon=(fact.mark.icon, fact.mark.colour) if fact.mark else ("info", "ink"),
        )
        for fact in look_facts(row.look)
    ]


def _gift_line(gift: Gift) -> WhyLine:
    because = _("Given after it was paid; the payment stays as it was.")
    if gift.is_gift_aid:
        because = f"{because}\n{_('With a Gift Aid declaration.')}"
    return WhyLine(
        what=_("{day}  A gift").format(day=list_day(gift.given_on)),
        amount=format_pounds(gift.pence),
        because=f"{because}\n{gift.note}".strip(),
        icon=("heart-handshake", "ink"),
    )


def _why_line(line: PaidFor) -> WhyLine:
    is_work = line.kind is LineKind.CONTRIBUTION
    what = f"{short_hours(line.minutes)}." if is_work else _("An expense, not pay.")
    if line.kind is LineKind.RECOVERY:
        what = _("Kept back, because as much was paid in error before.")
    elif line.is_top_up and is_work:
        what = _("On top of work that was agreed before.")
    elif line.is_top_up:
        what = _("On top of an expense that was agreed before, not pay.")
    return WhyLine(
        what=f"{list_day(line.day)}  {line.what}",
        amount=format_pounds(line.pence),
        because=f"{what}\n{paragraphs(line.because)}",
        swatch=Swatch.PAID if is_work else None,
    )
