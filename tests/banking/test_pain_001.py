"""The message for larger banks is sound to the letter of its schema, in both generations."""

import datetime
import functools
import importlib.metadata
from decimal import Decimal

import pytest
from hypothesis import given
from lxml import etree

from coprod_desktop.banking.pain_001 import PainVersion, end_to_end_id, pain_files
from coprod_desktop.domain.errors import (
    PayeeNameUnwritableError,
    PayingAccountMissingError,
    PaymentOfNothingError,
    PaymentTooLargeError,
)
from coprod_desktop.domain.payment_orders import PayingAccount, PaymentOrder, SentField
from tests.banking.orders import a_payment, an_order, drawn_orders

VERSIONS = list(PainVersion)


@functools.cache
def schema(version: PainVersion) -> etree.XMLSchema:
    """Return the schema that sepaxml carries; the project keeps no copy of its own."""
    files = importlib.metadata.files("sepaxml") or []
    (path,) = [one.locate() for one in files if one.name == f"{version}.xsd"]
    return etree.XMLSchema(etree.parse(str(path)))


def message(order: PaymentOrder, version: PainVersion = PainVersion.V09) -> etree._Element:
    """Return the message of an order, checked against its schema."""
    (file,) = pain_files(order, version)
    found = etree.fromstring(file.content)
    schema(version).assertValid(found)
    return found


def texts(found: etree._Element, path: str) -> list[str]:
    """Return the texts at a path of local names."""
    steps = "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
    nodes = found.xpath(f"//{steps}")
    assert isinstance(nodes, list)
    return [str(node.text) for node in nodes if isinstance(node, etree._Element)]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_message_says_what_the_order_says(version: PainVersion) -> None:
    found = message(an_order(a_payment(), a_payment("Bronwen Pugh", 5, payment_id=42)), version)
    assert found.tag == f"{{urn:iso:std:iso:20022:tech:xsd:{version}}}Document"
    assert texts(found, "GrpHdr/MsgId") == ["PAYRUN-31-20261120093015"]
    assert texts(found, "GrpHdr/CreDtTm") == ["2026-11-20T09:30:15Z"]
    assert texts(found, "NbOfTxs") == ["2", "2"]
    assert texts(found, "CtrlSum") == ["34.55", "34.55"]
    assert texts(found, "Dbtr/Nm") == ["Rivermead Together"]
    assert texts(found, "DbtrAcct/Id/Othr/Id") == ["01806542"]
    assert texts(found, "DbtrAgt/FinInstnId/ClrSysMmbId/MmbId") == ["011000"]
    assert texts(found, "ClrSysId/Cd") == ["GBDSC"] * 3
    assert texts(found, "PmtId/EndToEndId") == ["RUN31-41", "RUN31-42"]
    assert texts(found, "Amt/InstdAmt") == ["34.50", "0.05"]
    assert texts(found, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId") == ["001462", "001462"]
    assert texts(found, "Cdtr/Nm") == ["Joy Adeyemi", "Bronwen Pugh"]
    assert texts(found, "CdtrAcct/Id/Othr/Id") == ["00124417", "00124417"]
    assert texts(found, "RmtInf/Ustrd") == ["PAY RUN 31", "PAY RUN 31"]
    day = "ReqdExctnDt" if version is PainVersion.V03 else "ReqdExctnDt/Dt"
    assert texts(found, day) == ["2026-11-27"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "name", ["Tŵr & Siân <O'Brien>", "محمد السيد", "李小龙", 'Ann "x" ]]> &amp;', "Ałdona 🙂"]
)
def test_names_keep_their_own_letters(name: str, version: PainVersion) -> None:
    assert texts(message(an_order(a_payment(name)), version), "Cdtr/Nm") == [name]


def test_a_long_name_is_cut_and_the_cut_is_told() -> None:
    (file,) = pain_files(an_order(a_payment("Ŵ" * 200)))
    (change,) = file.changes
    assert (change.payment_id, change.field, change.now) == (41, SentField.ACCOUNT_NAME, "Ŵ" * 140)
    assert (file.count, file.pence, file.extension) == (1, 3450, "xml")


def test_what_no_bank_would_send_is_refused() -> None:
    with pytest.raises(PayingAccountMissingError):
        pain_files(an_order(paying_account=None))
    nameless = PayingAccount(account_name="\x00 ", sort_code="011000", account_number="01806542")
    with pytest.raises(PayingAccountMissingError):
        pain_files(an_order(paying_account=nameless))
    with pytest.raises(PayeeNameUnwritableError):
        pain_files(an_order(a_payment("\x01\ud800")))
    with pytest.raises(PaymentOfNothingError):
        pain_files(an_order(a_payment(pence=0)))
    with pytest.raises(PaymentTooLargeError):
        pain_files(an_order(a_payment(pence=100_000_001)))
    assert pain_files(an_order(instructions=())) == ()


def test_the_time_is_told_in_utc() -> None:
    summer = datetime.timezone(datetime.timedelta(hours=1))
    order = an_order(made_at=datetime.datetime(2026, 7, 1, 0, 30, tzinfo=summer))
    assert texts(message(order), "CreDtTm") == ["2026-06-30T23:30:00Z"]


def test_the_id_of_a_payment_fits() -> None:
    assert len(end_to_end_id(9_999_999_999, 2**63 - 1)) <= 35


@pytest.mark.parametrize("version", VERSIONS)
@given(order=drawn_orders())
def test_any_order_makes_a_sound_message_to_the_penny(
    order: PaymentOrder, version: PainVersion
) -> None:
    found = message(order, version)
    amounts = [Decimal(one) * 100 for one in texts(found, "InstdAmt")]
    assert amounts == [one.pence for one in order.instructions]
    assert Decimal(texts(found, "CtrlSum")[0]) * 100 == order.pence
    assert texts(found, "NbOfTxs") == [str(order.count)] * 2
    assert texts(found, "CdtrAcct/Id/Othr/Id") == [one.account_number for one in order.instructions]
    assert texts(found, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId") == [
        one.sort_code for one in order.instructions
    ]
    assert pain_files(order, version) == pain_files(order, version)
