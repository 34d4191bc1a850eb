"""Tell whether a sort code and an account number can belong together, before money is sent.

The rules are those of Vocalink, Validating Account Numbers, version 6.40, chapter 2.
"""

import re
from collections.abc import Mapping

from coprod_desktop.banking.modulus_table import Method, WeightRow, WeightTable
from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.errors import AccountNumberUnreadableError, SortCodeUnreadableError

# Where a sort code's two rows bear these exceptions, one check that passes is enough. The flow
# chart of the specification counts exception 5 among them; its text and its cases 23 to 25 do not.
_EITHER = frozenset({(2, 9), (10, 11), (12, 13)})
_SORT_CODE_OF_EXCEPTION = {8: "090126", 9: "309634"}
_LLOYDS_EURO = (0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1)
_UP_TO_B = 8  # the sort code and the first two digits of the account number
_EXTRA_OF_EXCEPTION_1 = 27


def check_account(table: WeightTable, sort_code: str, account_number: str) -> AccountCheck:
    """Check six digits with eight; a sort code that the table does not hold cannot be checked.

    An account in foreign money (exception 6) is valid, as in the published case 13: its number has
    no check of its own. A sort code of exception 5 cannot be checked while no substitutions are
    loaded, because the answer may hang on them. Raises SortCodeUnreadableError and
    AccountNumberUnreadableError where the digits are not six and eight.
    """
    if not re.fullmatch(r"[0-9]{6}", sort_code):
        raise SortCodeUnreadableError()
    if not re.fullmatch(r"[0-9]{8}", account_number):
        raise AccountNumberUnreadableError()
    rows = table.rows_for(sort_code)
    exceptions = tuple(row.exception for row in rows)
    if not rows or (5 in exceptions and not table.substitutions):
        return AccountCheck.CANNOT_BE_CHECKED
    passes = (_passes(row, sort_code, account_number, table.substitutions) for row in rows)
    is_valid = any(passes) if exceptions in _EITHER else all(passes)
    return AccountCheck.VALID if is_valid else AccountCheck.NOT_VALID


def _passes(
    row: WeightRow, sort_code: str, account_number: str, substitutions: Mapping[str, str]
) -> bool:
    a, c, g, h = (account_number[place] for place in (0, 2, 6, 7))
    if row.exception == 3 and c in "69":
        return True
    if row.exception == 6 and a in "45678" and g == h:
        return True
    counted = _SORT_CODE_OF_EXCEPTION.get(row.exception, sort_code)
    if row.exception == 5:
        counted = substitutions.get(sort_code, sort_code)
    remainder = _remainder(row, counted, account_number)
    if row.exception == 4:
        return remainder == int(g + h)
    if row.exception == 5:
        check_digit = g if row.method is Method.MOD11 else h
        # A remainder of 1 asks for a check digit of 10 with MOD11, which no account has.
        return (row.method.modulus - remainder) % row.method.modulus == int(check_digit)
    if row.exception == 14 and remainder != 0:
        return h in "019" and _remainder(row, counted, "0" + account_number[:-1]) == 0
    return remainder == 0


def _remainder(row: WeightRow, sort_code: str, account_number: str) -> int:
    weights = _weights(row, account_number)
    digits = map(int, sort_code + account_number)
    products = [digit * weight for digit, weight in zip(digits, weights, strict=True)]
    if row.method is Method.DBLAL:
        products = [int(digit) for product in products for digit in str(product)]
    extra = _EXTRA_OF_EXCEPTION_1 if row.exception == 1 else 0
    return (sum(products) + extra) % row.method.modulus


def _weights(row: WeightRow, account_number: str) -> tuple[int, ...]:
    """Return the fourteen weights, or those that an exception puts in their place."""
    weights = row.weights
    is_g_nine = account_number[6] == "9"
    leaves_out = is_g_nine and row.exception == 7
    if row.exception == 2 and account_number[0] != "0":
        weights = _LLOYDS_EURO
        leaves_out = is_g_nine
    if row.exception == 10 and account_number[:2] in ("09", "99"):
        leaves_out = is_g_nine
    return (0,) * _UP_TO_B + weights[_UP_TO_B:] if leaves_out else weights
