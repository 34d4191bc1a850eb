"""One payment of a run with what there is to look at, and what can be done with it."""

import enum
from dataclasses import dataclass

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentState, RunState
from coprod_desktop.i18n import _
from coprod_desktop.services.run_looks import Look
from coprod_desktop.ui.pay_runs.shown_run import OPEN_STATES, ShownRun


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRow:
    """A row of the list of payments; `is_exported` once the files of its run were made."""

    person: Participant
    payment: Payment
    look: Look | None = None
    is_exported: bool = False

    @property
    def payment_id(self) -> int:
        """The id of the payment."""
        return self.payment.payment_id

    @property
    def can_be_ticked(self) -> bool:
        """Say whether it can be recorded as paid."""
        return self.is_exported and self.payment.state is PaymentState.WAITING


class PaymentAction(enum.StrEnum):
    """What can be done with one payment."""

    WHY = "why"
    HOLD = "hold"
    PUT_OFF = "put off"
    PAID = "paid"
    CAME_BACK = "came back"
    IN_ERROR = "in error"
    GIFT = "gift"


KEYS = {
    PaymentAction.WHY: "Return",
    PaymentAction.HOLD: "Ctrl+H",
    PaymentAction.PUT_OFF: "Ctrl+Shift+H",
    PaymentAction.PAID: "Ctrl+M",
    PaymentAction.CAME_BACK: "Ctrl+B",
    PaymentAction.IN_ERROR: "Ctrl+E",
    PaymentAction.GIFT: "Ctrl+G",
}
"""The keys that do it while the list of payments has the keyboard."""
ICONS = {
    PaymentAction.WHY: "circle-help",
    PaymentAction.HOLD: "circle-pause",
    PaymentAction.PUT_OFF: "clock",
    PaymentAction.PAID: "circle-check",
    PaymentAction.CAME_BACK: "undo-2",
    PaymentAction.IN_ERROR: "rotate-ccw",
    PaymentAction.GIFT: "heart-handshake",
}


def action_words(action: PaymentAction) -> str:
    """Word what can be done with a payment."""
    return {
        PaymentAction.WHY: _("Why this amount?"),
        PaymentAction.HOLD: _("Hold it…"),
        PaymentAction.PUT_OFF: _("Put off a part…"),
        PaymentAction.PAID: _("Mark as paid…"),
        PaymentAction.CAME_BACK: _("It came back…"),
        PaymentAction.IN_ERROR: _("Paid in error…"),
        PaymentAction.GIFT: _("Record a gift…"),
    }[action]


def rows_of(shown: ShownRun) -> tuple[PaymentRow, ...]:
    """Return the payments of a run as the list shows them."""
    is_exported = shown.state in (RunState.EXPORTED, RunState.SETTLED)
    return tuple(
        PaymentRow(
            person=person,
            payment=payment,
            look=shown.look.looks.get(payment.payment_id),
            is_exported=is_exported,
        )
        for person, payment in shown.prepared.payments
    )


def actions_for(shown: ShownRun, row: PaymentRow, wished_pence: int) -> tuple[PaymentAction, ...]:
    """Return what can be done with a payment as its run stands, the usual thing first.

    `wished_pence` is what the person wished to give back and has not yet.
    """
    found = [PaymentAction.WHY]
    state = row.payment.state
    if shown.state in OPEN_STATES:
        found.append(PaymentAction.HOLD)
        if not shown.run.is_top_up:
            found.append(PaymentAction.PUT_OFF)
    if row.can_be_ticked:
        found.append(PaymentAction.PAID)
    if row.is_exported and state in (PaymentState.WAITING, PaymentState.PAID):
        found.append(PaymentAction.CAME_BACK)
    if state is PaymentState.PAID:
        found.append(PaymentAction.IN_ERROR)
        if wished_pence:
            found.append(PaymentAction.GIFT)
    return tuple(found)
