"""Look at payments before they are written: no file leaves with one that no bank would send."""

import re

from coprod_desktop.domain.errors import (
    BacsNumberMissingError,
    PayeeAccountUnreadableError,
    PayingAccountMissingError,
    PaymentOfNothingError,
    PaymentTooLargeError,
)
from coprod_desktop.domain.payment_orders import PayingAccount, PaymentOrder

_SIX_DIGITS = re.compile(r"[0-9]{6}")
_EIGHT_DIGITS = re.compile(r"[0-9]{8}")


def check_instructions(order: PaymentOrder, *, most_pence: int) -> None:
    """Refuse a payment that no bank would send, and say whose it is.

    `most_pence` is the most that one payment may be. Raises PayeeAccountUnreadableError,
    PaymentOfNothingError or PaymentTooLargeError.
    """
    for one in order.instructions:
        if not is_account(one.sort_code, one.account_number):
            raise PayeeAccountUnreadableError(name=one.account_name)
        if one.pence <= 0:
            raise PaymentOfNothingError(name=one.account_name, pence=one.pence)
        if one.pence > most_pence:
            raise PaymentTooLargeError(
                name=one.account_name, pence=one.pence, most_pence=most_pence
            )


def paying_account_of(order: PaymentOrder) -> PayingAccount:
    """Return the charity's own account; raises PayingAccountMissingError."""
    account = order.paying_account
    if account is None or not is_account(account.sort_code, account.account_number):
        raise PayingAccountMissingError()
    return account


def bacs_number_of(order: PaymentOrder) -> str:
    """Return the charity's six Bacs digits; raises BacsNumberMissingError."""
    account = order.paying_account
    if account is None or not _SIX_DIGITS.fullmatch(account.service_user_number):
        raise BacsNumberMissingError()
    return account.service_user_number


def is_account(sort_code: str, account_number: str) -> bool:
    """Say whether these are six digits and eight digits."""
    return bool(_SIX_DIGITS.fullmatch(sort_code) and _EIGHT_DIGITS.fullmatch(account_number))
