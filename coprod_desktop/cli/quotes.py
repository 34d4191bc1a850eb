"""Say what a payment policy pays for a case, each penny explained."""

import argparse
import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _

if TYPE_CHECKING:
    from coprod_desktop.domain.policy import Answer as Quoted


def quote(arguments: argparse.Namespace) -> Answer:
    """Price a case by a policy, both from text files."""
    from coprod_desktop.services.quotes import quote_files

    found = quote_files(arguments.policy, arguments.case)
    return Answer(told=told(found), words=_words(found))


def told(found: "Quoted") -> dict[str, object]:
    """Return an answer as it stands in JSON; the keys are those of docs/policy-format.md."""
    return {
        "payment_pence": found.payment_pence,
        "reimbursement_pence": found.reimbursement_pence,
        "points": _plain(found.points),
        "value_pence": found.value_pence,
        "lines": [
            {
                "rule": line.rule,
                "quantity": line.quantity,
                "rate": line.rate,
                "pence": line.pence,
                "points": _plain(line.points),
                "counts_as": line.counts_as.value,
                "because": line.because,
            }
            for line in found.lines
        ],
        "refused": [
            {
                "item": one.item,
                "because": one.because,
                "pence": one.pence,
                "held": one.is_held,
            }
            for one in found.refused
        ],
        "warnings": list(found.warnings),
        "claim_by": _day(found.claim_by),
        "is_late": found.is_late,
        "pay_by": _day(found.pay_by),
        "methods": list(found.methods),
    }


def _plain(points: Fraction) -> int | float:
    return int(points) if points.denominator == 1 else float(points)


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _words(found: "Quoted") -> list[str]:
    rows = [
        (_("Payment"), format_pounds(found.payment_pence)),
        (_("Expenses"), format_pounds(found.reimbursement_pence)),
    ]
    if found.points:
        rows.append((_("Points"), f"{_plain(found.points):,}"))
    if found.value_pence:
        rows.append((_("Worth of unpaid time"), format_pounds(found.value_pence)))
    days = ((_("Claim by"), found.claim_by), (_("Pay by"), found.pay_by))
    rows += [(name, day.isoformat()) for name, day in days if day is not None]
    words = columns(rows, right=(1,))
    words += [f"  {line.because}" for line in found.lines]
    for one in found.refused:
        head = _("Not paid yet") if one.is_held else _("Not paid")
        words.append(f"{head}: {one.item}. {one.because}")
    if found.is_late:
        words.append(_("The claim came after its deadline."))
    return words + list(found.warnings)
