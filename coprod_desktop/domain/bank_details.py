"""How an account to pay into is changed, checked by somebody else, and shown in part."""

import dataclasses
import datetime

from coprod_desktop.domain.errors import (
    CheckedBySameError,
    NameMissingError,
    ReasonMissingError,
    WrongStateError,
)
from coprod_desktop.domain.participants import BankDetails, PayeeCheck
from coprod_desktop.domain.text import clean_line

_DOTS = "••"
_SHOWN_DIGITS = 4


def recorded(
    known: BankDetails | None,
    new: BankDetails,
    *,
    changed_by_id: int,
    changed_at: datetime.datetime,
    payee_check: PayeeCheck | None = None,
) -> BankDetails:
    """Return the details to keep when somebody writes `new` over what is `known`.

    Another sort code or account number is a change, and a change waits for its check. A name or a
    holder that is corrected keeps the check, and also who changed the account: else somebody could
    change an account, have a colleague correct the name, and then check the change themselves.
    `payee_check` is a new answer of the bank; without one the answer known stays, unless it was
    about another name or account. Raises NameMissingError where nobody says whose account it is.
    """
    holder = _holder(new)
    if known is None or not is_same_account(known, new):
        kept = dataclasses.replace(
            new,
            previous_ending=_ending_before(known),
            changed_at=changed_at,
            changed_by_id=changed_by_id,
            how_checked="",
            checked_at=None,
            checked_by_id=None,
            payee_check=payee_check or PayeeCheck.NOT_ASKED,
        )
    else:
        is_same_name = known.account_name == new.account_name
        answer = known.payee_check if is_same_name else PayeeCheck.NOT_ASKED
        kept = dataclasses.replace(
            known, account_name=new.account_name, payee_check=payee_check or answer
        )
    ids = kept if known is None else known
    return dataclasses.replace(
        kept,
        bank_details_id=ids.bank_details_id,
        is_third_party=new.is_third_party,
        holder=holder,
    )


def checked(
    details: BankDetails,
    how_checked: str,
    *,
    checked_by_id: int,
    checked_at: datetime.datetime,
    payee_check: PayeeCheck = PayeeCheck.NOT_ASKED,
    can_check_own: bool = False,
) -> BankDetails:
    """Return the details with the note of whoever checked them; NOT_ASKED keeps the answer known.

    `can_check_own` is for a charity whose trustees let one person do both. Raises
    ReasonMissingError, CheckedBySameError, or WrongStateError for what is checked already.
    """
    how = clean_line(how_checked)
    if not how:
        raise ReasonMissingError()
    check_may_check(details, checked_by_id, can_check_own=can_check_own)
    is_asked = payee_check is not PayeeCheck.NOT_ASKED
    return dataclasses.replace(
        details,
        how_checked=how,
        checked_at=checked_at,
        checked_by_id=checked_by_id,
        payee_check=payee_check if is_asked else details.payee_check,
    )


def check_may_check(details: BankDetails, operator_id: int, *, can_check_own: bool) -> None:
    """Refuse whoever changed the account; raises CheckedBySameError or WrongStateError."""
    if details.checked_at is not None:
        raise WrongStateError(noun="bank details", state="checked", step="check")
    if details.changed_by_id == operator_id and not can_check_own:
        raise CheckedBySameError()


def is_same_account(one: BankDetails, other: BankDetails) -> bool:
    """Say whether money would go to the same place, whatever the names."""
    return (one.sort_code, one.account_number) == (other.sort_code, other.account_number)


def masked_number(account_number: str) -> str:
    """Write an account number as "•• 4417", for screens that others may see."""
    return f"{_DOTS} {account_number[-_SHOWN_DIGITS:]}"


def masked_sort_code() -> str:
    """Write a sort code so that its length is seen, and no digit."""
    return "-".join([_DOTS] * 3)


def _ending_before(known: BankDetails | None) -> str:
    if known is None:
        return ""
    # Nobody was paid into an account that still waited, so the one before it is what was left.
    return known.previous_ending if known.waits_for_check else known.account_number[-_SHOWN_DIGITS:]


def _holder(new: BankDetails) -> str:
    if not new.is_third_party:
        return ""
    if not new.holder:
        raise NameMissingError()
    return new.holder
