"""The people who contribute, and how each wants to be named, contacted and paid."""

import dataclasses
import datetime
import enum
import re

from coprod_desktop.domain.errors import AccountNumberUnreadableError, SortCodeUnreadableError
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.paper_choices import clean_language, clean_sections
from coprod_desktop.domain.text import clean_line, clean_name, clean_note


class Capacity(enum.StrEnum):
    """What a person takes part as; none ranks above another."""

    LIVED_EXPERIENCE = "lived experience"
    CARER = "carer"
    COMMUNITY = "community member"
    STAFF = "staff"
    TRUSTEE = "trustee"
    FUNDER = "funder"
    PROFESSIONAL = "professional"


class ContactBy(enum.StrEnum):
    """How a person wants to hear from the charity."""

    POST = "post"
    PHONE = "phone"
    TEXT = "text message"
    EMAIL = "email"
    IN_PERSON = "in person"


class PaidBy(enum.StrEnum):
    """How a person wants to be paid."""

    BANK = "bank"
    CASH = "cash"
    VOUCHER = "voucher"
    CHEQUE = "cheque"


class PayeeCheck(enum.StrEnum):
    """What the bank answered when it was asked whether name and account belong together."""

    NOT_ASKED = "not asked"
    MATCH = "match"
    CLOSE = "close match"
    NO_MATCH = "no match"
    UNAVAILABLE = "unavailable"


class Edition(enum.StrEnum):
    """Which edition of a paper a person reads."""

    STANDARD = "standard"
    LARGE = "large"
    EASY_READ = "easy-read"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person who gives time.

    `name` is how lists know them; `name_on_papers` is how they want to be named (empty: the same);
    `name_in_script` is their name in its own script, set after the Latin form. `left_out` names
    what they do not wish on their statements, as "value,chart"; `shows_declined` says whether
    offers that they declined stand there.
    """

    participant_id: int
    name: str
    name_on_papers: str = ""
    name_in_script: str = ""
    capacity: Capacity = Capacity.LIVED_EXPERIENCE
    contact_by: ContactBy = ContactBy.POST
    email: str = ""
    phone: str = ""
    address: str = ""
    paid_by: PaidBy = PaidBy.BANK
    edition: Edition = Edition.STANDARD
    language: str = "en"
    left_out: str = ""
    shows_declined: bool = True
    wants_web_page: bool = False
    access_needs: str = ""
    wishes: str = ""
    is_active: bool = True

    @property
    def printed_name(self) -> str:
        """The name that stands on papers."""
        return self.name_on_papers or self.name


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BankDetails:
    """Where a person's money goes: six digits, eight digits, the name exactly as at the bank.

    An account of somebody else says whose it is in `holder`. `previous_ending` holds the last four
    digits of the account before; until a second person has said how they checked the change, nobody
    is paid to it.
    """

    bank_details_id: int
    participant_id: int
    account_name: str
    sort_code: str
    account_number: str
    is_third_party: bool = False
    holder: str = ""
    previous_ending: str = ""
    changed_at: datetime.datetime | None = None
    changed_by_id: int | None = None
    how_checked: str = ""
    checked_at: datetime.datetime | None = None
    checked_by_id: int | None = None
    payee_check: PayeeCheck = PayeeCheck.NOT_ASKED

    @property
    def waits_for_check(self) -> bool:
        """Say whether the account was changed and nobody else has checked the change."""
        return bool(self.previous_ending) and self.checked_at is None


def clean_participant(participant: Participant) -> Participant:
    """Return the participant with texts tidied; raises NameMissingError, TextTooLongError.

    Raises SectionUnknownError or LanguageUnknownError for wishes that no paper can fulfil.
    """
    return dataclasses.replace(
        participant,
        name=clean_name(participant.name),
        name_on_papers=clean_line(participant.name_on_papers),
        name_in_script=clean_line(participant.name_in_script),
        email=clean_line(participant.email),
        phone=clean_line(participant.phone),
        address=clean_note(participant.address),
        language=clean_language(participant.language),
        left_out=clean_sections(participant.left_out),
        access_needs=clean_note(participant.access_needs),
        wishes=clean_note(participant.wishes),
    )


def clean_bank_details(details: BankDetails) -> BankDetails:
    """Return the details as digits only; raises SortCodeUnreadableError and the like."""
    return dataclasses.replace(
        details,
        account_name=clean_name(details.account_name),
        holder=clean_line(details.holder),
        how_checked=clean_line(details.how_checked),
        sort_code=clean_sort_code(details.sort_code),
        account_number=clean_account_number(details.account_number),
    )


def clean_sort_code(text: str, *, may_be_empty: bool = False) -> str:
    """Return the six digits of a sort code; raises SortCodeUnreadableError."""
    digits = _digits(text)
    if not re.fullmatch(r"[0-9]{6}", digits) and not (may_be_empty and not digits):
        raise SortCodeUnreadableError()
    return digits


def clean_account_number(text: str, *, may_be_empty: bool = False) -> str:
    """Return the eight digits of an account number; raises AccountNumberUnreadableError."""
    digits = _digits(text)
    if not re.fullmatch(r"[0-9]{8}", digits) and not (may_be_empty and not digits):
        raise AccountNumberUnreadableError()
    return digits


def _digits(text: str) -> str:
    return re.sub(r"[\s-]", "", plain_digits(text))


def format_sort_code(digits: str) -> str:
    """Write six digits as "00-14-62"."""
    return "-".join((digits[:2], digits[2:4], digits[4:]))
