"""Record what people gave back after they were paid."""

import datetime

from coprod_desktop.domain.contributions import Choice, Contribution
from coprod_desktop.domain.gifts import Gift, check_gift
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PaymentState
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.returned_money import taken_back_pence
from coprod_desktop.services.run_lines import subjects
from coprod_desktop.storage import owed


class GiftService:
    """The verbs about money that was given back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_payment(self, payment_id: int) -> tuple[Gift, ...]:
        """Return the gifts out of a payment."""
        with self._desk.reading() as reading:
            return reading.find(Gift, payment_id=payment_id)

    def wished_pence(self, payment_id: int) -> int:
        """Return how much of a payment the person wished to give back, and has not yet."""
        with self._desk.reading() as reading:
            lines = [one for one in reading.find(PaymentLine, payment_id=payment_id) if one.is_live]
            pieces = reading.among(Contribution, subjects(lines, LineKind.CONTRIBUTION))
            wished = sum(one.agreed_pence for one in pieces if one.choice is Choice.DONATE)
            return max(0, wished - owed.given_before(reading, payment_id))

    def record(
        self,
        payment_id: int,
        pence: int,
        given_on: datetime.date,
        *,
        is_gift_aid: bool = False,
        note: str = "",
    ) -> Gift:
        """Record a gift out of a payment that was made; the payment stays as it was.

        Raises PaymentNotPaidError, GiftAbovePaymentError, NegativeMoneyError or NotFoundError.
        """
        with self._desk.transaction("record a gift") as work:
            payment = work.get(Payment, payment_id)
            is_paid = payment.state is PaymentState.PAID
            gift = check_gift(
                Gift(
                    gift_id=self._desk.new_id(),
                    participant_id=payment.participant_id,
                    payment_id=payment_id,
                    pence=pence,
                    given_on=given_on,
                    is_gift_aid=is_gift_aid,
                    note=note,
                ),
                paid_pence=payment.payment_pence - taken_back_pence(work, payment_id),
                paid_on=payment.paid_on if is_paid else None,
                given_before_pence=owed.given_before(work, payment_id),
            )
            work.add(gift)
        return gift
