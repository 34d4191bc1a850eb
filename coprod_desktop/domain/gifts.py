"""Money that a person gave back after it was paid to them."""

import dataclasses
import datetime

from coprod_desktop.domain.errors import GiftAbovePaymentError, PaymentNotPaidError
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.text import clean_line


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """A gift out of a payment that was made before; the payment stays as it was.

    `is_gift_aid` is what the person declared, never assumed (domain facts 2.5).
    """

    gift_id: int
    participant_id: int
    payment_id: int
    pence: int
    given_on: datetime.date
    is_gift_aid: bool = False
    note: str = ""


def check_gift(
    gift: Gift, *, paid_pence: int, paid_on: datetime.date | None, given_before_pence: int
) -> Gift:
    """Return the gift tidied; all pence are of the involvement payment it comes from.

    Raises PaymentNotPaidError before the money was paid, GiftAbovePaymentError for more than was
    paid, NegativeMoneyError.
    """
    if paid_on is None or gift.given_on < paid_on:
        raise PaymentNotPaidError()
    left = paid_pence - given_before_pence
    if check_pence(gift.pence) == 0 or gift.pence > left:
        raise GiftAbovePaymentError(pence=gift.pence, left_pence=left)
    return dataclasses.replace(gift, note=clean_line(gift.note))
