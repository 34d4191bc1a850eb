"""Fill the tables of the treasurer's pack from the runs of a period."""

import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.changes import Change
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.made_files import MadeFile
from coprod_desktop.domain.pay_runs import Payment, PayRun
from coprod_desktop.domain.treasurer_packs import Cell, CellKind, PackColumn, PackTable
from coprod_desktop.i18n import _
from coprod_desktop.services.run_lines import operator_names
from coprod_desktop.services.run_moves import decisions_of
from coprod_desktop.services.run_records import RunRecords
from coprod_desktop.services.verb_words import verb_words
from coprod_desktop.storage.work import Reading

_DAY, _PENCE, _COUNT = CellKind.DAY, CellKind.PENCE, CellKind.COUNT


def pack_tables(
    reading: Reading, runs: Sequence[PayRun], changes: Iterable[Change]
) -> tuple[PackTable, ...]:
    """Return the tables of a pack: what was paid, who agreed, which files, and what changed."""
    names = operator_names(reading)
    records = {run.pay_run_id: RunRecords(reading, run) for run in runs}
    return (
        _runs(runs, records, names),
        _payments(runs, records),
        _entries(runs, records),
        _approvals(reading, runs, records, names),
        _files(reading, runs, names),
        _gifts(reading, runs, records),
        _history(changes),
    )


def _moment(at: datetime.datetime) -> str:
    return at.astimezone().strftime("%d/%m/%Y %H:%M")


def _runs(
    runs: Sequence[PayRun], records: dict[int, RunRecords], names: dict[int, str]
) -> PackTable:
    rows: list[tuple[Cell, ...]] = []
    for run in runs:
        payments = records[run.pay_run_id].payments
        rows.append(
            (
                str(run.number),
                str(run.state),
                run.pay_on,
                run.settled_on,
                len(payments),
                sum(one.payment_pence for one in payments),
                sum(one.reimbursement_pence for one in payments),
                names.get(run.prepared_by_id, ""),
                names.get(run.approved_by_id or 0, ""),
                run.note,
            )
        )
    return PackTable(
        name=_("Pay runs"),
        title=_("Pay runs"),
        note=_("Involvement payments and expenses are two types of money, in two columns."),
        columns=(
            PackColumn(title=_("Pay run"), width=9),
            PackColumn(title=_("State"), width=12),
            PackColumn(title=_("To pay on"), kind=_DAY, width=12),
            PackColumn(title=_("Paid on"), kind=_DAY, width=12),
            PackColumn(title=_("Payments made"), kind=_COUNT, width=11),
            PackColumn(title=_("Involvement £"), kind=_PENCE, width=15),
            PackColumn(title=_("Expenses £"), kind=_PENCE, width=15),
            PackColumn(title=_("Prepared by"), width=22),
            PackColumn(title=_("Approved by"), width=22),
            PackColumn(title=_("Note"), width=40),
        ),
        rows=tuple(rows),
    )


def _payments(runs: Sequence[PayRun], records: dict[int, RunRecords]) -> PackTable:
    rows: list[tuple[Cell, ...]] = []
    for run in runs:
        of_run = records[run.pay_run_id]
        for one in of_run.by_name():
            rows.append(
                (
                    str(run.number),
                    of_run.people[one.participant_id].name,
                    str(one.method),
                    one.account_number[-4:],
                    str(one.state),
                    one.paid_on,
                    one.payment_pence,
                    one.reimbursement_pence,
                )
            )
    return PackTable(
        name=_("Payments"),
        title=_("Payments"),
        note=_("Of an account only its last four digits stand here."),
        columns=(
            PackColumn(title=_("Pay run"), width=9),
            PackColumn(title=_("Paid to"), width=28),
            PackColumn(title=_("How"), width=10),
            PackColumn(title=_("Account ending"), width=11),
            PackColumn(title=_("State"), width=12),
            PackColumn(title=_("Paid on"), kind=_DAY, width=12),
            PackColumn(title=_("Involvement £"), kind=_PENCE, width=15),
            PackColumn(title=_("Expenses £"), kind=_PENCE, width=15),
        ),
        rows=tuple(rows),
    )


def _entries(runs: Sequence[PayRun], records: dict[int, RunRecords]) -> PackTable:
    rows: list[tuple[Cell, ...]] = []
    for run in runs:
        of_run = records[run.pay_run_id]
        for payment in of_run.by_name():
            name = of_run.people[payment.participant_id].name
            rows += [
                (
                    str(run.number),
                    name,
                    one.day,
                    one.what,
                    one.minutes or None,
                    one.pence if one.is_for_work else None,
                    None if one.is_for_work else one.pence,
                )
                for one in of_run.entries(payment)
            ]
    return PackTable(
        name=_("What was paid for"),
        title=_("What was paid for"),
        note=_("Each piece of work and each expense behind the payments."),
        columns=(
            PackColumn(title=_("Pay run"), width=9),
            PackColumn(title=_("Paid to"), width=28),
            PackColumn(title=_("Day"), kind=_DAY, width=12),
            PackColumn(title=_("Work or expense"), width=48),
            PackColumn(title=_("Time"), kind=CellKind.MINUTES, width=9),
            PackColumn(title=_("Involvement £"), kind=_PENCE, width=15),
            PackColumn(title=_("Expenses £"), kind=_PENCE, width=15),
        ),
        rows=tuple(rows),
    )


def _approvals(
    reading: Reading,
    runs: Sequence[PayRun],
    records: dict[int, RunRecords],
    names: dict[int, str],
) -> PackTable:
    rows: list[tuple[Cell, ...]] = []
    decisions = reading.find(Approval)
    for run in runs:
        of_run = records[run.pay_run_id]
        for one in decisions_of(reading, run):
            what = _("Pay run {number}").format(number=run.number)
            rows.append(_decision(run, what, one, names))
        told = {
            entry.approved_id: f"{of_run.people[payment.participant_id].name}: {entry.what}"
            for payment in of_run.payments
            for entry in of_run.entries(payment)
            if entry.approved_id
        }
        rows += [
            _decision(run, told[one.subject_id], one, names)
            for one in decisions
            if one.subject_id in told
        ]
    return PackTable(
        name=_("Approvals"),
        title=_("Approvals"),
        note=_("Who prepared, approved or sent back what, and when."),
        columns=(
            PackColumn(title=_("Pay run"), width=9),
            PackColumn(title=_("What"), width=52),
            PackColumn(title=_("Decision"), width=12),
            PackColumn(title=_("By"), width=22),
            PackColumn(title=_("When"), width=17),
            PackColumn(title=_("Reason"), width=36),
        ),
        rows=tuple(rows),
    )


def _decision(run: PayRun, what: str, one: Approval, names: dict[int, str]) -> tuple[Cell, ...]:
    by = names.get(one.operator_id, "")
    return (str(run.number), what, str(one.decision), by, _moment(one.decided_at), one.reason)


def _files(reading: Reading, runs: Sequence[PayRun], names: dict[int, str]) -> PackTable:
    rows: list[tuple[Cell, ...]] = []
    for run in runs:
        for one in reading.find(MadeFile, pay_run_id=run.pay_run_id):
            rows.append(
                (
                    str(run.number),
                    one.file_name,
                    one.layout,
                    one.count,
                    one.pence,
                    names.get(one.made_by_id, ""),
                    _moment(one.made_at),
                    one.sha256,
                )
            )
    return PackTable(
        name=_("Bank files"),
        title=_("Bank files"),
        note=_("The SHA-256 of a file shows that the one sent to the bank is the one made here."),
        columns=(
            PackColumn(title=_("Pay run"), width=9),
            PackColumn(title=_("File"), width=28),
            PackColumn(title=_("Layout"), width=18),
            PackColumn(title=_("Payments made"), kind=_COUNT, width=11),
            PackColumn(title=_("Total £"), kind=_PENCE, width=15),
            PackColumn(title=_("Made by"), width=22),
            PackColumn(title=_("When"), width=17),
            PackColumn(title="SHA-256", width=70),
        ),
        rows=tuple(rows),
    )


def _gifts(reading: Reading, runs: Sequence[PayRun], records: dict[int, RunRecords]) -> PackTable:
    rows: list[tuple[Cell, ...]] = []
    for run in runs:
        of_run = records[run.pay_run_id]
        payments: dict[int, Payment] = {one.payment_id: one for one in of_run.payments}
        for gift in (g for key in payments for g in reading.find(Gift, payment_id=key)):
            name = of_run.people[gift.participant_id].name
            aid = _("yes") if gift.is_gift_aid else _("no")
            rows.append((str(run.number), name, gift.given_on, gift.pence, aid, gift.note))
    return PackTable(
        name=_("Given back"),
        title=_("Given back after payment"),
        note=_("Gifts out of payments that were made. They are no part of what was paid."),
        columns=(
            PackColumn(title=_("Pay run"), width=9),
            PackColumn(title=_("Given by"), width=28),
            PackColumn(title=_("Given on"), kind=_DAY, width=12),
            PackColumn(title=_("Gift £"), kind=_PENCE, width=15),
            PackColumn(title=_("Gift Aid declared"), width=12),
            PackColumn(title=_("Note"), width=40),
        ),
        rows=tuple(rows),
    )


def _history(changes: Iterable[Change]) -> PackTable:
    rows = tuple(
        (
            str(one.change_id),
            _moment(one.made_at),
            one.operator,
            verb_words(one.verb),
            one.rows,
            _("taken back later") if one.is_undone else "",
            one.digest,
        )
        for one in changes
    )
    return PackTable(
        name=_("History"),
        title=_("What changed in the period"),
        note=_("Each change carries the fingerprint of all before it, so that none can be lost."),
        columns=(
            PackColumn(title=_("Change"), width=10),
            PackColumn(title=_("When"), width=17),
            PackColumn(title=_("By"), width=22),
            PackColumn(title=_("What"), width=40),
            PackColumn(title=_("Records"), kind=_COUNT, width=9),
            PackColumn(title=_("Then"), width=16),
            PackColumn(title=_("Fingerprint"), width=70),
        ),
        rows=rows,
    )
