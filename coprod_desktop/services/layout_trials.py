"""Try a bank layout before it is saved: its mistakes, or the file of three invented payments."""

import dataclasses
import datetime

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.payment_orders import (
    PayingAccount,
    PaymentInstruction,
    PaymentOrder,
    TextChange,
)
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem

_LONG_NAME = "Małgorzata Aleksandra Zielińska-Wojciechowska"
_INVENTED = (
    (1, "Siân O'Brien", "001462", "00124417", 3450, "PAY RUN 31"),
    (2, _LONG_NAME, "001463", "00000938", 125, "Getting Home Well, pay run 31"),
    (3, "Tom Brennan", "001464", "09876543", 102_000, "PAY RUN 31"),
)
_ACCOUNT = PayingAccount(
    account_name="Rivermead Together",
    sort_code="001100",
    account_number="01806542",
    service_user_number="123456",
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TriedFile:
    """One file as the bank would get it: its ending, and its text with plain ends of lines."""

    extension: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LayoutTrial:
    """What a text came to: its mistakes, or its files and what they write otherwise.

    `refusal` is why the invented payments cannot be written so.
    """

    problems: tuple[Problem, ...] = ()
    files: tuple[TriedFile, ...] = ()
    changes: tuple[TextChange, ...] = ()
    refusal: DomainError | None = None


def try_layout(text: str, today: datetime.date) -> LayoutTrial:
    """Return what a layout makes of three invented payments, paid today."""
    from coprod_desktop.banking.layout_reading import read_layout
    from coprod_desktop.banking.payment_csv import payment_files

    try:
        layout = read_layout(text)
    except PolicyFileError as mistakes:
        return LayoutTrial(problems=mistakes.problems)
    try:
        files = payment_files(layout, _order(today))
    except DomainError as refusal:
        return LayoutTrial(refusal=refusal)
    return LayoutTrial(
        files=tuple(
            TriedFile(
                extension=one.extension,
                text=_plain_ends(one.content.decode(layout.encoding)),
            )
            for one in files
        ),
        changes=tuple(change for one in files for change in one.changes),
    )


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


def _order(today: datetime.date) -> PaymentOrder:
    return PaymentOrder(
        number=31,
        made_at=datetime.datetime.combine(today, datetime.time(12), datetime.UTC),
        pay_on=today,
        paying_account=_ACCOUNT,
        instructions=tuple(
            PaymentInstruction(
                payment_id=payment_id,
                account_name=name,
                sort_code=sort_code,
                account_number=number,
                pence=pence,
                reference=reference,
            )
            for payment_id, name, sort_code, number, pence, reference in _INVENTED
        ),
    )
