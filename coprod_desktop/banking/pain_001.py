"""Write a pay run as the ISO 20022 message that larger banks take: pain.001, in pounds."""

import datetime
import enum
import re
import xml.etree.ElementTree as ET

from coprod_desktop.banking.bank_texts import REFERENCE_LIMIT, BankTexts
from coprod_desktop.banking.layouts import MOST_PENCE
from coprod_desktop.banking.letters import BACS
from coprod_desktop.banking.order_checks import check_instructions, paying_account_of
from coprod_desktop.domain.errors import PayeeNameUnwritableError, PayingAccountMissingError
from coprod_desktop.domain.payment_orders import (
    PayingAccount,
    PaymentFile,
    PaymentInstruction,
    PaymentOrder,
    SentField,
    TextChange,
)

_NAME_LIMIT = 140  # Max140Text of the message
# What XML 1.0 cannot carry, beside the tab and the line ends that single spaces replace.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class PainVersion(enum.StrEnum):
    """Which generation of the message a bank takes."""

    V03 = "pain.001.001.03"
    V09 = "pain.001.001.09"


def pain_files(
    order: PaymentOrder,
    version: PainVersion = PainVersion.V09,
    *,
    most_pence: int = MOST_PENCE,
) -> tuple[PaymentFile, ...]:
    """Return the message of an order; its ids come from the run, so a bank knows it again.

    None for an order without payments. Raises PayingAccountMissingError,
    PayeeNameUnwritableError, PayeeAccountUnreadableError, PaymentOfNothingError or
    PaymentTooLargeError.
    """
    if not order.count:
        return ()
    paying = paying_account_of(order)
    check_instructions(order, most_pence=most_pence)
    message = _Message(order, paying, version)
    content = message.content()
    made = PaymentFile(
        content=content,
        extension="xml",
        count=order.count,
        pence=order.pence,
        changes=message.changes,
    )
    return (made,)


class _Message:
    """Builds one message; UK accounts are named by sort code (GBDSC) and account number (BBAN)."""

    def __init__(self, order: PaymentOrder, paying: PayingAccount, version: PainVersion) -> None:
        self._order = order
        self._paying = paying
        self._version = version
        self._texts = BankTexts(BACS, order.number)
        self._names: dict[TextChange, None] = {}
        self._paying_name = self._name(None, SentField.PAYING_NAME, paying.account_name)
        if not self._paying_name:
            raise PayingAccountMissingError()

    @property
    def changes(self) -> tuple[TextChange, ...]:
        """Every name that was cut and every reference that was spelt otherwise."""
        return (*self._names, *self._texts.changes)

    def content(self) -> bytes:
        """Return the message as UTF-8."""
        root = ET.Element("Document", {"xmlns": f"urn:iso:std:iso:20022:tech:xsd:{self._version}"})
        initiation = _add(root, "CstmrCdtTrfInitn")
        self._head(_add(initiation, "GrpHdr"))
        self._payment(_add(initiation, "PmtInf"))
        ET.indent(root)
        text = ET.tostring(root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()

    def _head(self, head: ET.Element) -> None:
        made_at = self._order.made_at.astimezone(datetime.UTC)
        _add(head, "MsgId", text=f"PAYRUN-{self._order.number}-{made_at:%Y%m%d%H%M%S}")
        _add(head, "CreDtTm", text=f"{made_at:%Y-%m-%dT%H:%M:%SZ}")
        self._sums(head)
        _add(head, "InitgPty", "Nm", text=self._paying_name)

    def _sums(self, place: ET.Element) -> None:
        _add(place, "NbOfTxs", text=str(self._order.count))
        _add(place, "CtrlSum", text=_pounds(self._order.pence))

    def _payment(self, payment: ET.Element) -> None:
        _add(payment, "PmtInfId", text=f"PAYRUN-{self._order.number}")
        _add(payment, "PmtMtd", text="TRF")
        self._sums(payment)
        _add(payment, "PmtTpInf", "SvcLvl", "Cd", text="NURG")
        day = self._order.pay_on.isoformat()
        if self._version is PainVersion.V03:
            _add(payment, "ReqdExctnDt", text=day)
        else:
            _add(payment, "ReqdExctnDt", "Dt", text=day)
        _add(payment, "Dbtr", "Nm", text=self._paying_name)
        _account(payment, "DbtrAcct", self._paying.account_number)
        _agent(payment, "DbtrAgt", self._paying.sort_code)
        _add(payment, "ChrgBr", text="SHAR")
        for one in self._order.instructions:
            self._transfer(_add(payment, "CdtTrfTxInf"), one)

    def _transfer(self, transfer: ET.Element, one: PaymentInstruction) -> None:
        name = self._name(one.payment_id, SentField.ACCOUNT_NAME, one.account_name)
        if not name:
            raise PayeeNameUnwritableError(name=one.account_name)
        identity = end_to_end_id(self._order.number, one.payment_id)
        _add(transfer, "PmtId", "EndToEndId", text=identity)
        _add(transfer, "Amt", "InstdAmt", text=_pounds(one.pence)).set("Ccy", "GBP")
        _agent(transfer, "CdtrAgt", one.sort_code)
        _add(transfer, "Cdtr", "Nm", text=name)
        _account(transfer, "CdtrAcct", one.account_number)
        reference = self._texts.reference(one, REFERENCE_LIMIT)
        _add(transfer, "RmtInf", "Ustrd", text=reference)

    def _name(self, payment_id: int | None, field: SentField, was: str) -> str:
        """Return a name in its own letters, as XML carries all; only what is too long is cut."""
        whole = " ".join(_FORBIDDEN.sub(" ", was).split())
        now = whole[:_NAME_LIMIT].rstrip()
        if now != " ".join(was.split()):
            change = TextChange(payment_id=payment_id, field=field, was=was, now=now)
            self._names[change] = None
        return now


def end_to_end_id(number: int, payment_id: int) -> str:
    """Return the id that travels with a payment and stands in the bank's own messages of it."""
    return f"RUN{number}-{payment_id}"


def _add(place: ET.Element, *tags: str, text: str | None = None) -> ET.Element:
    """Add elements one inside the other, with text in the innermost, and return that one."""
    for tag in tags:
        place = ET.SubElement(place, tag)
    place.text = text
    return place


def _account(place: ET.Element, tag: str, number: str) -> None:
    other = _add(place, tag, "Id", "Othr")
    _add(other, "Id", text=number)
    _add(other, "SchmeNm", "Cd", text="BBAN")


def _agent(place: ET.Element, tag: str, sort_code: str) -> None:
    member = _add(place, tag, "FinInstnId", "ClrSysMmbId")
    _add(member, "ClrSysId", "Cd", text="GBDSC")
    _add(member, "MmbId", text=sort_code)


def _pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02d}"
