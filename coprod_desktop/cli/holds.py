"""Let somebody's money wait, put off a part of a payment, and let it be paid again."""

import argparse

from coprod_desktop.cli.answers import Answer, RefusedError
from coprod_desktop.cli.chosen_payments import (
    chosen_lines,
    line_ids,
    one_row,
    rows_of,
    told_lines,
)
from coprod_desktop.cli.door import opened
from coprod_desktop.cli.told_runs import step
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import Payment
from coprod_desktop.i18n import _, ngettext


def hold(arguments: argparse.Namespace) -> Answer:
    """Take somebody out of a run, or let money wait that is in no run yet."""
    until = arguments.until.isoformat() if arguments.until else None
    with opened(arguments) as office:
        if arguments.run is None:
            person = office.participants.named(arguments.name)
            office.holds.place(person.participant_id, arguments.because, until_on=arguments.until)
            told = {"participant": person.name, "because": arguments.because, "until": until}
            words = _("The money of {name} waits: {because}").format(
                name=person.name, because=arguments.because
            )
            return Answer(told=told, words=[words])
        prepared = office.pay_runs.details(arguments.run)
        rows = rows_of(prepared, arguments.name)
        is_one = len({one.participant_id for one, _payment in rows}) == 1
        person, payment = rows[0] if is_one else one_row(prepared, arguments.name)
        run = office.holds.hold_payment(
            payment.payment_id, arguments.because, until_on=arguments.until
        )
    theirs = [one for _person, one in prepared.payments if _is_of(one, person)]
    pence = sum(one.pence for one in theirs)
    words = _("{name} is taken out of pay run {number}, and {pence} waits: {because}").format(
        name=person.name, number=run.number, pence=format_pounds(pence), because=arguments.because
    )
    return step(
        run,
        words,
        held={
            "participant": person.name,
            "because": arguments.because,
            "pence": pence,
            "until": until,
        },
    )


def _is_of(payment: Payment, person: Participant) -> bool:
    return payment.participant_id == person.participant_id


def put_off(arguments: argparse.Namespace) -> Answer:
    """Split a payment: what is named waits, the rest is paid now."""
    with opened(arguments) as office:
        prepared = office.pay_runs.details(arguments.run)
        person, payment = one_row(prepared, arguments.name, arguments.method)
        lines = chosen_lines(office, payment, arguments)
        run = office.holds.put_off(
            payment.payment_id, line_ids(lines), arguments.because, until_on=arguments.until
        )
        left = office.pay_runs.details(arguments.run)
    later = sum(one.pence for one in lines)
    now = sum(
        one.pence
        for _person, one in left.payments
        if _is_of(one, person) and one.method is payment.method
    )
    words = _("{later} of {name} waits: {because} {now} is paid in pay run {number}.").format(
        later=format_pounds(later),
        name=person.name,
        because=arguments.because.rstrip(".") + ".",
        now=format_pounds(now),
        number=run.number,
    )
    return step(
        run,
        words,
        participant=person.name,
        put_off=told_lines(lines),
        put_off_pence=later,
        paid_now_pence=now,
        because=arguments.because,
        until=arguments.until.isoformat() if arguments.until else None,
    )


def lift(arguments: argparse.Namespace) -> Answer:
    """End every hold on somebody's money, so that it goes into the next run."""
    with opened(arguments) as office:
        person = office.participants.named(arguments.name)
        holds = [
            one for one in office.holds.in_force() if one.participant_id == person.participant_id
        ]
        if not holds:
            raise RefusedError(
                _(
                    "Nobody lets money of {name} wait. Nothing was changed. If it is not paid all "
                    "the same, “pay-run prepare --dry-run” says why."
                ).format(name=person.name)
            )
        office.holds.lift([one.hold_id for one in holds])
    words = ngettext(
        "{count} hold on the money of {name} has ended. It goes into the next pay run.",
        "{count} holds on the money of {name} have ended. It goes into the next pay run.",
        len(holds),
    ).format(count=len(holds), name=person.name)
    return Answer(
        told={
            "participant": person.name,
            "lifted": [
                {
                    "on": str(one.on),
                    "because": one.because,
                    "until": one.until_on.isoformat() if one.until_on else None,
                }
                for one in holds
            ],
        },
        words=[words],
    )


def list_holds(arguments: argparse.Namespace) -> Answer:
    """List whose money waits because somebody said so."""
    with opened(arguments) as office:
        holds = office.holds.in_force()
        people = {
            key: office.participants.get(key) for key in {one.participant_id for one in holds}
        }
    told, words = [], []
    for one in holds:
        name = people[one.participant_id].name
        until = one.until_on.isoformat() if one.until_on else None
        told.append(
            {"participant": name, "on": str(one.on), "because": one.because, "until": until}
        )
        said = (
            _("{name}: {because}") if one.until_on is None else _("{name}, until {day}: {because}")
        )
        day = long_day(one.until_on) if one.until_on else ""
        words.append(said.format(name=name, because=one.because, day=day))
    return Answer(told={"holds": told}, words=words or [_("Nobody's money waits.")])
