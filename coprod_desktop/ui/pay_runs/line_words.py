"""What a payment pays, in lines that can be taken out of it one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.i18n import _
from coprod_desktop.services.run_lines import PaidFor


@dataclass(frozen=True, slots=True, kw_only=True)
class TickLine:
    """One payment line in words: a piece of work, or all expenses of a claim; pence."""

    line_id: int
    day: str
    what: str
    pence: int
    is_for_work: bool


def tick_lines(paid_for: Sequence[PaidFor]) -> tuple[TickLine, ...]:
    """Return what a payment pays, a line for each thing that can be taken out of it.

    Expenses of one claim go together. What was kept back is no line: it follows from the others.
    """
    found: dict[int, TickLine] = {}
    for one in paid_for:
        if one.kind is LineKind.RECOVERY:
            continue
        before = found.get(one.payment_line_id)
        if before is None:
            found[one.payment_line_id] = TickLine(
                line_id=one.payment_line_id,
                day=list_day(one.day),
                what=one.what,
                pence=one.pence,
                is_for_work=one.kind is LineKind.CONTRIBUTION,
            )
        else:
            what = _("{first}, {second}").format(first=before.what, second=one.what)
            found[one.payment_line_id] = replace(before, what=what, pence=before.pence + one.pence)
    return tuple(found.values())
