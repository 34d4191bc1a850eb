"""Bring account numbers of six to ten digits to the eight that a payment carries."""

import re

from coprod_desktop.domain.errors import (
    AccountNumberTooLongError,
    AccountNumberUnreadableError,
    SortCodeUnreadableError,
)
from coprod_desktop.domain.numbers import plain_digits

# How each bank shortens: Vocalink, Validating Account Numbers 6.40, section 2.1.2. Which sort codes
# are a bank's own: the list of sort codes in Wikipedia, without the codes that a bank lends to
# others. For Leeds: leedsbuildingsociety.co.uk/changes-to-paying-in. For 72, and for 60-95 of the
# Yorkshire Building Society: HMRC's Tax Credits Manual, TCM0314040 and TCM0314080.
_LAST_EIGHT = (
    ("010000", "019999"),  # NatWest, once District Bank
    ("500000", "608299"),  # NatWest; 60-83, 60-84 and 60-95 are lent to other banks
    ("608500", "609499"),
    ("609600", "669999"),
)
_FIRST_EIGHT = (
    ("080000", "082999"),  # The Co-operative Bank; 08-30 on are Citibank, 08-60 on are lent
    ("089000", "089999"),
    ("086119", "086119"),  # Leeds Building Society: savings, then mortgages
    ("406438", "406438"),
)
_FIRST_DIGIT_INTO_SORT_CODE = (
    ("720000", "729999"),  # Santander, once Girobank and then Alliance & Leicester
    ("890000", "892999"),
)


def standard_account(sort_code: str, account_number: str) -> tuple[str, str]:
    """Return six and eight digits for a sort code and an account number as people write them.

    Six and seven digits get noughts in front at every bank. Nine and ten are shortened where the
    sort code tells whose rule holds; the caller shows the outcome, so that somebody can say no.
    Raises AccountNumberTooLongError where it does not tell, and SortCodeUnreadableError and
    AccountNumberUnreadableError where the digits cannot be those of an account.
    """
    code, number = _digits(sort_code), _digits(account_number)
    if not re.fullmatch(r"[0-9]{6}", code):
        raise SortCodeUnreadableError()
    if not re.fullmatch(r"[0-9]{6,10}", number):
        raise AccountNumberUnreadableError()
    if len(number) <= 8:
        return code, number.zfill(8)
    if len(number) == 9 and _is_among(code, _FIRST_DIGIT_INTO_SORT_CODE):
        return code[:-1] + number[0], number[1:]
    if len(number) == 10 and _is_among(code, _LAST_EIGHT):
        return code, number[-8:]
    if len(number) == 10 and _is_among(code, _FIRST_EIGHT):
        return code, number[:8]
    raise AccountNumberTooLongError(length=len(number))


def _digits(text: str) -> str:
    return re.sub(r"[\s-]", "", plain_digits(text))


def _is_among(sort_code: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= sort_code <= last for first, last in ranges)
