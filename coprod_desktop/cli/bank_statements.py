"""Settle payments by the statement that the charity's bank gives."""

import argparse
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, RefusedError, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.bank_statements import BankStatement, StatementLine
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.domain.settling import Awaited, Matching, Sent, Unclear
    from coprod_desktop.services.bank_statements import Settled
    from coprod_desktop.services.office import Office


def settle_by(arguments: argparse.Namespace) -> Answer:
    """Record which payments a bank's statement shows as made or come back, or only tell them."""
    with opened(arguments) as office:
        mapping = None
        if arguments.map is not None:
            from coprod_desktop.services.statement_maps import read_statement_map

            mapping = read_statement_map(arguments.map)
        statement = office.bank_statements.read(arguments.statement, mapping)
        found = office.bank_statements.match(statement)
        settled = None
        if not arguments.dry_run:
            chosen = _chosen(statement, arguments.choose)
            settled = office.bank_statements.settle(statement, chosen)
        states = _states(office, found)
    told = {
        **_told_statement(statement),
        **_told_matching(found),
        **_told_sums(found, settled),
        "runs": states,
        "is_dry_run": settled is None,
    }
    return Answer(told=told, words=_words(statement, found, settled))


def _chosen(statement: BankStatement, pairs: Iterable[tuple[int, int]]) -> dict[str, int]:
    """Return the payment of each line that a person decided about, by the line's key."""
    by_row = {line.row: line.line_key for line in statement.lines}
    chosen = {}
    for row, payment_id in pairs:
        if row not in by_row:
            raise RefusedError(
                _(
                    "This statement tells of no money in line {row}. Nothing was changed. Look at "
                    "the lines that a try with --dry-run lists."
                ).format(row=row)
            )
        chosen[by_row[row]] = payment_id
    return chosen


def _states(office: "Office", found: "Matching") -> list[dict[str, object]]:
    """Return how far the runs have come that the statement tells of."""
    numbers = {one.payment.run_number for one in found.paid}
    numbers |= {one.payment.run_number for one in found.returned}
    numbers |= {one.run_number for one in found.batches}
    numbers |= {one.run_number for one in found.still_awaited}
    return [
        {"run": one.number, "state": str(one.state)}
        for one in reversed(office.pay_runs.summaries())
        if one.number in numbers
    ]


def _told_statement(statement: BankStatement) -> dict[str, object]:
    return {
        "statement": statement.source,
        "account_ending": statement.account_ending or None,
        "from": statement.from_on.isoformat(),
        "to": statement.to_on.isoformat(),
        "lines_read": len(statement.lines),
    }


def _told_matching(found: "Matching") -> dict[str, object]:
    return {
        "paid": [
            {**_told_line(one.line), **_told_payment(one.payment), "by": str(one.evidence)}
            for one in found.paid
        ],
        "batches": [
            {
                **_told_line(one.line),
                "run": one.run_number,
                "payments": [_told_payment(payment) for payment in one.payments],
            }
            for one in found.batches
        ],
        "returned": [
            {**_told_line(one.line), **_told_payment(one.payment), "by": str(one.evidence)}
            for one in found.returned
        ],
        "unclear": [_told_unclear(one) for one in found.unclear],
        "unmatched_lines": [_told_line(one) for one in found.unmatched_lines],
        "still_awaited": [_told_payment(one) for one in found.still_awaited],
        "seen_before": [_told_line(one) for one in found.seen_before],
    }


def _told_line(line: StatementLine) -> dict[str, object]:
    return {
        "line": line.row,
        "day": line.on.isoformat(),
        "line_pence": line.pence,
        "payee": line.payee,
        "reference": line.reference,
    }


def _told_payment(payment: "Awaited | Sent") -> dict[str, object]:
    return {
        "payment": payment.payment_id,
        "run": payment.run_number,
        "participant": payment.name,
        "pence": payment.pence,
    }


def _told_unclear(one: "Unclear") -> dict[str, object]:
    return {
        "lines": [_told_line(line) for line in one.lines],
        "candidates": [_told_payment(payment) for payment in one.payments],
        "runs": list(one.run_numbers),
    }


def _told_sums(found: "Matching", settled: "Settled | None") -> Mapping[str, object]:
    """Return what was recorded, or what would be."""
    if settled is not None:
        return {
            "paid_count": settled.paid,
            "paid_pence": settled.paid_pence,
            "returned_count": settled.returned,
            "returned_pence": settled.returned_pence,
        }
    paid = [one.payment for one in found.paid]
    paid += [payment for one in found.batches for payment in one.payments]
    back = [one.payment for one in found.returned]
    return {
        "paid_count": len(paid),
        "paid_pence": sum(one.pence for one in paid),
        "returned_count": len(back),
        "returned_pence": sum(one.pence for one in back),
    }


def _words(statement: BankStatement, found: "Matching", settled: "Settled | None") -> list[str]:
    sums = _told_sums(found, settled)
    words = [] if settled is not None else [_("This was a try: nothing was changed.")]
    words.append(
        _("{file}, {first} to {last}: {lines:,} lines.").format(
            file=statement.source,
            first=long_day(statement.from_on),
            last=long_day(statement.to_on),
            lines=len(statement.lines),
        )
    )
    words.append(
        _("Paid: {paid:,}, {pence}. Come back: {back:,}, {back_pence}.").format(
            paid=sums["paid_count"],
            pence=format_pounds(_whole(sums["paid_pence"])),
            back=sums["returned_count"],
            back_pence=format_pounds(_whole(sums["returned_pence"])),
        )
    )
    words += [
        _("Came back: {name}, {pence}, of pay run {number}. It is owed again.").format(
            name=one.payment.name,
            pence=format_pounds(one.payment.pence),
            number=one.payment.run_number,
        )
        for one in found.returned
    ]
    for one in found.unclear:
        words += _unclear_words(one)
    return [*words, *_left_words(found)]


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _unclear_words(one: "Unclear") -> list[str]:
    told = [
        _("payment {number} of {name}, pay run {run}").format(
            number=payment.payment_id, name=payment.name, run=payment.run_number
        )
        for payment in one.payments
    ]
    told += [_("the whole of pay run {run}").format(run=number) for number in one.run_numbers]
    said = _(
        "Line {row} ({pence}) may be one of several: {candidates}. Decide with --choose {row}="
        "PAYMENT."
    )
    return [
        said.format(row=line.row, pence=format_pounds(line.pence), candidates="; ".join(told))
        for line in one.lines
    ]


def _left_words(found: "Matching") -> list[str]:
    words = []
    if found.seen_before:
        count = len(found.seen_before)
        words.append(
            ngettext(
                "{count:,} line was read before and is left alone.",
                "{count:,} lines were read before and are left alone.",
                count,
            ).format(count=count)
        )
    if found.unmatched_lines:
        words.append(_("Lines that fit no payment:"))
        rows = [
            (
                _("line {row}").format(row=line.row),
                line.on.isoformat(),
                format_pounds(line.pence),
                " ".join(filter(None, (line.payee, line.reference))),
            )
            for line in found.unmatched_lines
        ]
        words += columns(rows, right=(2,))
    if found.still_awaited:
        words.append(_("Still awaited:"))
        waiting = [
            (
                _("pay run {run}").format(run=one.run_number),
                one.name,
                format_pounds(one.pence),
            )
            for one in found.still_awaited
        ]
        words += columns(waiting, right=(2,))
    return words
