"""The charity itself, and the people who sit at its keyboard."""

import dataclasses
import re

from coprod_desktop.domain.errors import BacsNumberUnreadableError, NegativeMoneyError
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.participants import clean_account_number, clean_sort_code
from coprod_desktop.domain.text import clean_line, clean_name, clean_note


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What stands on every paper about the charity; a file holds exactly one.

    `promise_days` is the days-to-pay promise, counted from the day of the work.
    """

    organisation_id: int
    name: str
    charity_number: str = ""
    address: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    promise_days: int = 14
    four_eyes_note: str = ""
    """Why one person may prepare and approve a pay run; empty where two people must."""
    second_approver_above_pence: int | None = None
    """A pay run of more than this needs two approvers; None where one is enough always."""
    account_name: str = ""
    sort_code: str = ""
    account_number: str = ""
    """The account that payments leave from; empty where no bank file names it."""
    service_user_number: str = ""
    """The six digits that Bacs gave the charity or its bureau; most charities have none."""
    bank_layout: str = "plain"
    """The name of the layout in which bank files are written."""
    seal_key: str = ""
    """The private key, in hexadecimal, that seals the charity's papers."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Somebody who uses the program; `participant_id` where they also contribute."""

    operator_id: int
    name: str
    role: str = ""
    participant_id: int | None = None
    is_active: bool = True
    pin_removed_because: str = ""
    """Why somebody took this operator's PIN away; empty once they set a new one."""


def clean_organisation(organisation: Organisation) -> Organisation:
    """Return the organisation with its texts tidied; raises the errors of `text`.

    Of the paying account any part may be empty; else raises SortCodeUnreadableError,
    AccountNumberUnreadableError, BacsNumberUnreadableError or NegativeMoneyError.
    """
    above_pence = organisation.second_approver_above_pence
    if above_pence is not None and above_pence < 0:
        raise NegativeMoneyError(pence=above_pence)
    return dataclasses.replace(
        organisation,
        name=clean_name(organisation.name),
        charity_number=clean_line(organisation.charity_number),
        address=clean_note(organisation.address),
        contact_name=clean_line(organisation.contact_name),
        contact_phone=clean_line(organisation.contact_phone),
        contact_email=clean_line(organisation.contact_email),
        four_eyes_note=clean_note(organisation.four_eyes_note),
        account_name=clean_line(organisation.account_name),
        sort_code=clean_sort_code(organisation.sort_code, may_be_empty=True),
        account_number=clean_account_number(organisation.account_number, may_be_empty=True),
        service_user_number=_clean_bacs_number(organisation.service_user_number),
        bank_layout=clean_name(organisation.bank_layout),
    )


def _clean_bacs_number(text: str) -> str:
    digits = plain_digits("".join(text.split()))
    if digits and not re.fullmatch(r"[0-9]{6}", digits):
        raise BacsNumberUnreadableError()
    return digits
