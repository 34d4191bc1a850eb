"""Record what became of the money of a run: paid, come back, paid in error, given back."""

import argparse
import datetime
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, RefusedError
from coprod_desktop.cli.chosen_payments import (
    LEFT,
    NOT_LEFT,
    OPEN,
    Row,
    chosen_lines,
    line_ids,
    one_row,
    told_lines,
)
from coprod_desktop.cli.door import opened
from coprod_desktop.cli.told_runs import step
from coprod_desktop.domain.dates import check_day, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import PaymentState
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.office import Office
    from coprod_desktop.services.pay_runs import PreparedRun


def settle(arguments: argparse.Namespace) -> Answer:
    """Record that the money of a run has left, or of some of its payments."""
    with opened(arguments) as office:
        day = _day(office, arguments.paid_on)
        before = office.pay_runs.details(arguments.run)
        chosen = _waiting(before, arguments)
        if arguments.only or arguments.method:
            ids = [one.payment_id for _person, one in chosen]
            office.settling.settle_some(ids, day, without_vouchers=arguments.without_vouchers)
        else:
            why = arguments.without_vouchers
            office.settling.settle(arguments.run, day, without_vouchers=why)
        after = office.pay_runs.details(arguments.run)
    left = [row for row in after.payments if row[1].state is PaymentState.WAITING]
    pence = sum(one.pence for _person, one in chosen)
    words = ngettext(
        "{count:,} payment of pay run {number}, {pence}, was made on {day}.",
        "{count:,} payments of pay run {number}, {pence} in all, were made on {day}.",
        len(chosen),
    ).format(count=len(chosen), number=arguments.run, pence=format_pounds(pence), day=long_day(day))
    if left:
        still = ngettext("{count:,} still waits.", "{count:,} still wait.", len(left))
        words = f"{words} {still.format(count=len(left))}"
    return step(
        after.run,
        words,
        paid_on=day.isoformat(),
        paid=len(chosen),
        paid_pence=pence,
        still_waiting=[_told(row) for row in left],
    )


def _waiting(prepared: "PreparedRun", arguments: argparse.Namespace) -> list[Row]:
    """Return the payments that are meant: those of the names, or all that go out in one way."""
    if arguments.only:
        named = [one_row(prepared, name, arguments.method, NOT_LEFT) for name in arguments.only]
        return list({payment.payment_id: (person, payment) for person, payment in named}.values())
    found = [
        row
        for row in prepared.payments
        if row[1].state is PaymentState.WAITING and arguments.method in (None, str(row[1].method))
    ]
    if arguments.method and not found:
        raise RefusedError(
            _("No payment of pay run {number} by {method} waits. Nothing was changed.").format(
                number=prepared.run.number, method=arguments.method
            )
        )
    return found


def _told(row: Row) -> dict[str, object]:
    person, payment = row
    return {
        "payment": payment.payment_id,
        "participant": person.name,
        "method": str(payment.method),
        "pence": payment.pence,
    }


def _day(office: "Office", told: datetime.date | None) -> datetime.date:
    today = office.desk.today()
    return check_day(told or today, today)


def came_back(arguments: argparse.Namespace) -> Answer:
    """Record that the bank sent a payment back, or that nobody came for the cash."""
    with opened(arguments) as office:
        day = _day(office, arguments.on_day)
        prepared = office.pay_runs.details(arguments.run)
        person, payment = one_row(prepared, arguments.name, arguments.method, OPEN)
        office.settling.came_back([payment.payment_id], day, arguments.because)
        run = office.pay_runs.details(arguments.run).run
    words = _("The {pence} of {name} came back, and is owed again.").format(
        pence=format_pounds(payment.pence), name=person.name
    )
    return step(run, words, **_told((person, payment)), on=day.isoformat())


def paid_in_error(arguments: argparse.Namespace) -> Answer:
    """Take back what was paid in error, while the person holds the money."""
    with opened(arguments) as office:
        prepared = office.pay_runs.details(arguments.run)
        person, payment = one_row(prepared, arguments.name, arguments.method, LEFT)
        lines = chosen_lines(office, payment, arguments)
        found = office.settling.take_back(line_ids(lines), arguments.because)
        run = office.pay_runs.details(arguments.run).run
    pence = sum(one.pence for one in found)
    words = _(
        "{pence} is kept back from the next payments of {name}. What it was paid for can be "
        "corrected and is approved anew."
    ).format(pence=format_pounds(pence), name=person.name)
    return step(
        run,
        words,
        participant=person.name,
        payment=payment.payment_id,
        lines=told_lines(lines),
        kept_back_pence=pence,
        because=arguments.because,
    )


def gift(arguments: argparse.Namespace) -> Answer:
    """Record what somebody gave back out of a payment that was made."""
    with opened(arguments) as office:
        day = _day(office, arguments.on_day)
        prepared = office.pay_runs.details(arguments.run)
        person, payment = one_row(prepared, arguments.name, arguments.method, LEFT)
        given = office.gifts.record(
            payment.payment_id,
            arguments.pence,
            day,
            is_gift_aid=arguments.gift_aid,
            note=arguments.note,
        )
        wished = office.gifts.wished_pence(payment.payment_id)
    words = _("Recorded: {name} gave {pence} on {day}. The payment stays as it was.").format(
        name=person.name, pence=format_pounds(given.pence), day=long_day(day)
    )
    return step(
        prepared.run,
        words,
        participant=person.name,
        payment=payment.payment_id,
        gift_pence=given.pence,
        given_on=given.given_on.isoformat(),
        is_gift_aid=given.is_gift_aid,
        still_wished_pence=wished,
    )
