"""Find the payment of a run that is meant, and the pieces of work and expenses in it."""

import argparse
from collections.abc import Collection
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import RefusedError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentState
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.office import Office
    from coprod_desktop.services.pay_runs import PreparedRun
    from coprod_desktop.services.run_lines import PaidFor

Row = tuple[Participant, Payment]
NOT_LEFT = (PaymentState.WAITING,)
LEFT = (PaymentState.PAID,)
OPEN = (PaymentState.WAITING, PaymentState.PAID)


def rows_of(prepared: "PreparedRun", name: str, method: str | None = None) -> tuple[Row, ...]:
    """Return the payments of somebody in a run; raises RefusedError where there are none.

    `name` is a person's name, whatever its case and accents, or the number of a payment.
    """
    found = [
        (person, payment)
        for person, payment in prepared.payments
        if (fold(person.name) == fold(name) or str(payment.payment_id) == name)
        and method in (None, str(payment.method))
    ]
    if not found:
        words = _(
            "Nobody called “{name}” is paid in pay run {number}. Nothing was changed. Check the "
            "spelling, or look at the run with “show”."
        )
        if method is not None:
            words = _(
                "Nobody called “{name}” is paid by {method} in pay run {number}. Nothing was "
                "changed. Check the spelling, or look at the run with “show”."
            )
        number = prepared.run.number
        raise RefusedError(words.format(name=name, method=method, number=number))
    return tuple(found)


def one_row(
    prepared: "PreparedRun",
    name: str,
    method: str | None = None,
    states: Collection[PaymentState] = OPEN,
) -> Row:
    """Return the one payment that is meant: of several, the only one in these states.

    Raises RefusedError where nobody fits, or several do.
    """
    found = rows_of(prepared, name, method)
    fitting = [row for row in found if row[1].state in states] or found
    if len(fitting) == 1:
        return fitting[0]
    words = _(
        "Several payments of pay run {number} fit “{name}”: {payments}. Nothing was changed. Say "
        "with --method which is meant, or write the number of the payment in the place of the "
        "name."
    )
    told = ", ".join(_payment_words(payment) for _person, payment in fitting)
    raise RefusedError(words.format(number=prepared.run.number, name=name, payments=told))


def _payment_words(payment: Payment) -> str:
    return _("{pence} by {method} (payment {number})").format(
        pence=format_pounds(payment.pence), method=payment.method, number=payment.payment_id
    )


def chosen_lines(
    office: "Office", payment: Payment, arguments: argparse.Namespace
) -> tuple["PaidFor", ...]:
    """Return the work and expenses of a payment that `--line`, `--day` and `--what` pick.

    A day and words narrow together; without any of the three it is all of the payment. Expenses of
    one claim go together. Raises RefusedError where nothing fits.
    """
    lines = [
        one
        for one in office.pay_runs.paid_for(payment.payment_id)
        if one.kind is not LineKind.RECOVERY
    ]
    picked = {one.payment_line_id for one in lines if _is_picked(one, arguments)}
    unknown = set(arguments.line) - {one.payment_line_id for one in lines}
    if not picked or unknown:
        raise RefusedError(
            _(
                "Nothing in this payment fits what you named. Nothing was changed. “show” with the "
                "number of the run and the name lists its lines, each with its number and day."
            )
        )
    return tuple(one for one in lines if one.payment_line_id in picked)


def _is_picked(one: "PaidFor", arguments: argparse.Namespace) -> bool:
    if one.payment_line_id in arguments.line:
        return True
    has_words = bool(arguments.day or arguments.what)
    if not has_words:
        return not arguments.line
    is_day = not arguments.day or one.day in arguments.day
    return is_day and (not arguments.what or fold(arguments.what) in fold(one.what))


def told_lines(lines: "Collection[PaidFor]") -> list[dict[str, object]]:
    """Return pieces of work and expenses as a script reads them."""
    return [
        {
            "line": one.payment_line_id,
            "kind": str(one.kind),
            "day": one.day.isoformat(),
            "what": one.what,
            "minutes": one.minutes,
            "pence": one.pence,
            "because": one.because,
            "is_top_up": one.is_top_up,
        }
        for one in lines
    ]


def line_ids(lines: "Collection[PaidFor]") -> list[int]:
    """Return the numbers of payment lines, each once."""
    return sorted({one.payment_line_id for one in lines})
