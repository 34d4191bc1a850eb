"""Approve what waits, and take a pay run through its steps."""

import argparse
import datetime

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.dates import check_day, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import PayRun
from coprod_desktop.i18n import _
from coprod_desktop.services.office import Office
from coprod_desktop.services.pay_runs import PreparedRun
from coprod_desktop.services.top_ups import Differences


def approve_up_to(arguments: argparse.Namespace) -> Answer:
    """Approve logged work and expenses up to a day."""
    with opened(arguments) as office:
        approved = office.approvals.approve_up_to(arguments.up_to_on, arguments.project)
    words = [
        _("Approved {work:,} pieces of work and {claims:,} expense claims.").format(
            work=approved.contributions, claims=approved.claims
        )
    ]
    if approved.own_left:
        words.append(
            _("{count:,} of your own wait for another person to approve them.").format(
                count=approved.own_left
            )
        )
    return Answer(
        told={
            "approved_contributions": approved.contributions,
            "approved_claims": approved.claims,
            "own_left": approved.own_left,
        },
        words=words,
    )


def prepare(arguments: argparse.Namespace) -> Answer:
    """Collect what is approved up to a day into a new run."""
    with opened(arguments) as office:
        return _shown(office.pay_runs.prepare(arguments.up_to_on, arguments.pay_on))


def top_up(arguments: argparse.Namespace) -> Answer:
    """Collect what is owed on top after a rise into a run of its own, or only list it."""
    with opened(arguments) as office:
        found = office.top_ups.differences(arguments.from_on)
        if arguments.dry_run:
            return _listed(found)
        shown = _shown(office.top_ups.prepare(arguments.from_on, pay_on=arguments.pay_on))
    listed = _listed(found)
    return Answer(told={**shown.told, **listed.told}, words=[*shown.words, "", *listed.words])


def _listed(found: Differences) -> Answer:
    differences = [
        {
            "participant": one.participant,
            "kind": str(one.kind),
            "what": one.what,
            "day": one.day.isoformat(),
            "was_pence": one.was_pence,
            "now_pence": one.now_pence,
            "pence": one.pence,
            "because": one.because,
        }
        for one in found.differences
    ]
    none = [
        {
            "participant": one.participant,
            "kind": str(one.kind),
            "what": one.what,
            "day": one.day.isoformat(),
            "was_pence": one.was_pence,
            "now_pence": one.now_pence,
            "because": one.because,
        }
        for one in found.none
    ]
    told = {"differences": differences, "difference_pence": found.pence, "none": none}
    return Answer(told=told, words=_difference_lines(found))


def _difference_lines(found: Differences) -> list[str]:
    if not found.differences and not found.none:
        return [_("No difference is owed.")]
    heads = (_("Name"), _("Day"), _("What"), _("Was"), _("Now"), _("On top"))
    rows: list[tuple[str, ...]] = [heads]
    for one in found.differences:
        money = map(format_pounds, (one.was_pence, one.now_pence, one.pence))
        rows.append((one.participant, one.day.isoformat(), one.what, *money))
    for kept in found.none:
        money = map(format_pounds, (kept.was_pence, kept.now_pence))
        rows.append((kept.participant, kept.day.isoformat(), kept.what, *money, _("nothing")))
    total = _("{total} is owed on top in all.").format(total=format_pounds(found.pence))
    whys = [
        _("Nothing for {name}, {day}: {because}").format(
            name=kept.participant, day=kept.day.isoformat(), because=kept.because
        )
        for kept in found.none
    ]
    return [total, *columns(rows, right=(3, 4, 5)), *whys]


def show(arguments: argparse.Namespace) -> Answer:
    """Show a run again."""
    with opened(arguments) as office:
        return _shown(office.pay_runs.details(arguments.run))


def _shown(prepared: PreparedRun) -> Answer:
    payments = [
        {
            "participant": person.name,
            "method": str(payment.method),
            "payment_pence": payment.payment_pence,
            "reimbursement_pence": payment.reimbursement_pence,
            "pence": payment.pence,
        }
        for person, payment in prepared.payments
    ]
    held = [{"participant": one.name, "because": one.because} for one in prepared.held]
    return Answer(
        told={
            "run": prepared.run.number,
            "state": str(prepared.run.state),
            "payments": payments,
            "total_pence": prepared.total_pence,
            "held": held,
        },
        words=_lines(prepared),
    )


def _lines(prepared: PreparedRun) -> list[str]:
    title = _("Pay run {number} ({state}), {people:,} people, {total} in all.").format(
        number=prepared.run.number,
        state=prepared.run.state,
        people=len(prepared.payments),
        total=format_pounds(prepared.total_pence),
    )
    heads = (_("Name"), _("How"), _("For work"), _("Expenses"), _("In all"))
    rows: list[tuple[str, ...]] = [heads]
    for person, payment in prepared.payments:
        money = (payment.payment_pence, payment.reimbursement_pence, payment.pence)
        rows.append((person.name, str(payment.method), *map(format_pounds, money)))
    held = [
        _("Held: {name}. {because}").format(name=one.name, because=one.because)
        for one in prepared.held
    ]
    return [title, *columns(rows, right=(2, 3, 4)), *held]


def approve(arguments: argparse.Namespace) -> Answer:
    """Approve a run."""
    with opened(arguments) as office:
        run = office.pay_runs.approve(arguments.run)
        name = office.organisation.operator.name
    words = _("Pay run {number} is approved by {name}.").format(number=run.number, name=name)
    return _step(run, words, approved_by=name)


def export(arguments: argparse.Namespace) -> Answer:
    """Write the files of an approved run."""
    with opened(arguments) as office:
        made = office.payment_files.export(arguments.run, arguments.out, arguments.layout)
        run = office.pay_runs.details(arguments.run).run
    words = _("Wrote {count:,} files into {folder}.").format(
        count=len(made.all_paths), folder=arguments.out
    )
    return _step(
        run,
        words,
        payment_sheet=str(made.sheet_xlsx),
        payment_sheet_pdf=str(made.sheet_pdf),
        bank_file=str(made.bank_file) if made.bank_file else None,
        remittances=[str(path) for path in made.remittances],
    )


def settle(arguments: argparse.Namespace) -> Answer:
    """Record that the money of a run has left."""
    with opened(arguments) as office:
        run = office.pay_runs.settle(arguments.run, _paid_on(office, arguments.paid_on))
    day = run.settled_on
    words = _("The money of pay run {number} left on {day}.").format(
        number=run.number, day=long_day(day) if day else ""
    )
    return _step(run, words, paid_on=day.isoformat() if day else None)


def _paid_on(office: Office, told: datetime.date | None) -> datetime.date:
    today = office.desk.today()
    return check_day(told or today, today)


def reverse(arguments: argparse.Namespace) -> Answer:
    """Take a run back."""
    with opened(arguments) as office:
        run = office.pay_runs.reverse(arguments.run, arguments.because)
    words = _("Pay run {number} is taken back; what it held is owed again.")
    return _step(run, words.format(number=run.number), because=run.note)


def _step(run: PayRun, words: str, **more: object) -> Answer:
    return Answer(told={"run": run.number, "state": str(run.state), **more}, words=[words])
