"""Approve what waits, and take a pay run through its steps."""

import argparse
import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, RefusedError, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.cli.told_runs import step, told_held, told_run, words_of_held, words_of_run
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import Held, RunState
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.domain.summaries import PayRunSummary
    from coprod_desktop.services.dues import Due
    from coprod_desktop.services.office import Office


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
    """Collect what is approved up to a day into a new run, of all projects or of some."""
    with opened(arguments) as office:
        chosen = _project_ids(office, arguments.project, arguments.fund)
        if arguments.dry_run:
            return _tried(*office.pay_runs.to_pay(arguments.up_to_on, arguments.pay_on, chosen))
        wished = arguments.pay_on or office.desk.today()
        prepared = office.pay_runs.prepare(arguments.up_to_on, arguments.pay_on, project_ids=chosen)
    told = told_run(prepared)
    words = words_of_run(prepared)
    if prepared.run.pay_on != wished:
        told["moved_from"] = wished.isoformat()
        words.append(_moved_words(wished, prepared.run.pay_on))
    return Answer(told=told, words=[*words, *words_of_held(prepared.held)])


def _tried(ready: "Sequence[Due]", waiting: Sequence[Held]) -> Answer:
    """Tell who would be paid and who would be held."""
    payments = [
        {
            "participant": due.participant.name,
            "method": str(due.method),
            "payment_pence": due.payment_pence,
            "reimbursement_pence": due.reimbursement_pence,
            "pence": due.pence,
        }
        for due in ready
    ]
    total = sum(due.pence for due in ready)
    words = ngettext(
        "This was a try: nothing was changed. {count:,} payment would be made, {total} in all.",
        "This was a try: nothing was changed. {count:,} payments would be made, {total} in all.",
        len(ready),
    ).format(count=len(ready), total=format_pounds(total))
    rows = [(due.participant.name, str(due.method), format_pounds(due.pence)) for due in ready]
    return Answer(
        told={"payments": payments, "total_pence": total, "held": told_held(waiting)},
        words=[words, *columns(rows, right=(2,)), *words_of_held(waiting)],
    )


def _moved_words(wished: datetime.date, pay_on: datetime.date) -> str:
    return _(
        "Banks send nothing on {wished}, so the money is to arrive on the next working day, {day}."
    ).format(wished=long_day(wished), day=long_day(pay_on))


def _project_ids(office: "Office", names: list[str], funds: list[str]) -> list[int]:
    """Return the projects of these names and of these funds; none means all projects."""
    chosen = {office.projects.named(name).project_id for name in names}
    if not funds:
        return sorted(chosen)
    every = [office.projects.get(one.project_id) for one in office.projects.summaries()]
    for fund in funds:
        found = {one.project_id for one in every if one.fund and fold(one.fund) == fold(fund)}
        if not found:
            known = sorted({one.fund for one in every if one.fund}, key=fold)
            raise RefusedError(_fund_words(fund, known))
        chosen |= found
    return sorted(chosen)


def _fund_words(fund: str, known: list[str]) -> str:
    if not known:
        return _(
            "No project names a fund yet, so none is paid by “{fund}”. Nothing was changed. Name "
            "the projects instead."
        ).format(fund=fund)
    return _(
        "No project is paid by a fund called “{fund}”. Nothing was changed. These are known: "
        "{known}."
    ).format(fund=fund, known=", ".join(known))


def list_runs(arguments: argparse.Namespace) -> Answer:
    """List every pay run, newest first."""
    with opened(arguments) as office:
        runs = office.pay_runs.summaries()
    told = [_told_summary(one) for one in runs]
    return Answer(told={"runs": told}, words=_summary_words(runs))


def _told_summary(one: "PayRunSummary") -> dict[str, object]:
    return {
        "run": one.number,
        "state": str(one.state),
        "up_to": one.up_to_on.isoformat(),
        "pay_on": one.pay_on.isoformat(),
        "payments": one.people,
        "payment_pence": one.payment_pence,
        "reimbursement_pence": one.reimbursement_pence,
        "pence": one.payment_pence + one.reimbursement_pence,
        "prepared_by": one.prepared_by,
        "approved_by": one.approved_by or None,
        "is_top_up": one.is_top_up,
    }


def _summary_words(runs: "tuple[PayRunSummary, ...]") -> list[str]:
    if not runs:
        return [_("There is no pay run yet.")]
    heads = (_("Run"), _("State"), _("Paid on"), _("Payments"), _("In all"), _("Prepared by"))
    rows: list[tuple[str, ...]] = [heads]
    for one in runs:
        pence = format_pounds(one.payment_pence + one.reimbursement_pence)
        day = one.pay_on.isoformat()
        rows.append(
            (str(one.number), str(one.state), day, f"{one.people:,}", pence, one.prepared_by)
        )
    return columns(rows, right=(0, 3, 4))


def approve(arguments: argparse.Namespace) -> Answer:
    """Approve a run; a large one may need a second approver."""
    with opened(arguments) as office:
        run = office.pay_runs.approve(arguments.run)
        so_far = office.pay_runs.approval(arguments.run)
        name = office.operators.present.name
    count = len(so_far.approvers)
    words = _("Pay run {number} is approved by {name}.")
    if run.state is not RunState.APPROVED:
        words = _(
            "Pay run {number} is approved by {name}, the first of {needed}. Another person "
            "approves it too."
        )
    return step(
        run,
        words.format(number=run.number, name=name, needed=so_far.needed),
        approved_by=name,
        approvals=count,
        needed=so_far.needed,
    )


def send_back(arguments: argparse.Namespace) -> Answer:
    """Send a run back to whoever prepared it."""
    with opened(arguments) as office:
        run = office.pay_runs.send_back(arguments.run, arguments.because)
        back = office.pay_runs.approval(arguments.run).sent_back
    words = _("Pay run {number} is sent back to whoever prepared it.").format(number=run.number)
    return step(run, words, because=back.reason if back else arguments.because)


def ask_again(arguments: argparse.Namespace) -> Answer:
    """Ask for the approval of a run that was sent back."""
    with opened(arguments) as office:
        run = office.pay_runs.prepare_again(arguments.run)
        needed = office.pay_runs.approval(arguments.run).needed
    words = _("Pay run {number} waits for approval again.").format(number=run.number)
    return step(run, words, needed=needed)


def reverse(arguments: argparse.Namespace) -> Answer:
    """Take a run back."""
    with opened(arguments) as office:
        run = office.pay_runs.reverse(arguments.run, arguments.because)
        asked = office.pay_runs.approval(arguments.run).reversal
    words = _("Pay run {number} is taken back; what it held is owed again.")
    if asked is not None:
        words = _(
            "Pay run {number} is to be taken back. Its money may have left, so another person "
            "confirms it with the same command."
        )
    return step(
        run,
        words.format(number=run.number),
        because=asked.reason if asked else run.note,
        asked_by=asked.name if asked else None,
    )


def let_stand(arguments: argparse.Namespace) -> Answer:
    """Answer that a run which was to be taken back stays."""
    with opened(arguments) as office:
        run = office.pay_runs.let_stand(arguments.run, arguments.because)
    words = _("Pay run {number} stays as it is.").format(number=run.number)
    return step(run, words, because=arguments.because)
