"""The layouts that come with the program are as their banks describe them, as far as is known."""

import datetime
import re
from pathlib import Path

import pytest

from coprod_desktop.banking.layout_reading import read_layout
from coprod_desktop.banking.pain_001 import PainVersion
from coprod_desktop.banking.payment_csv import payment_files
from coprod_desktop.domain.errors import LayoutUnknownError
from coprod_desktop.domain.payment_orders import PaymentOrder
from coprod_desktop.paths import resource
from coprod_desktop.services.bank_layouts import (
    BACS_DAYS_LAYOUT,
    BACS_LAYOUT,
    CSV_LAYOUTS,
    LAYOUTS,
    bank_files,
    is_bank_day,
    layout_template,
    shipped_layout,
)
from tests.banking.orders import a_payment, an_order

ROOT = Path(__file__).resolve().parent.parent.parent
THREE = an_order(
    a_payment(reference="Run 31"),
    a_payment("Siân O’Brien-Łukasz", 5, reference="Run 31"),
    a_payment("Aelwen " + "Llanfair" * 24, 100_000, reference="Common Table, pay run 31"),
)


def lines(name: str, order: PaymentOrder = THREE) -> list[str]:
    (file,) = bank_files(name, order)
    text = file.content.decode("ascii")
    assert text.endswith("\r\n")
    return text.split("\r\n")[:-1]


def test_the_plain_list_is_byte_for_byte_as_described() -> None:
    (file,) = bank_files("plain", an_order(*THREE.instructions[:2], paying_account=None))
    assert file.content == (
        b"Account name,Sort code,Account number,Amount,Reference\r\n"
        b"Joy Adeyemi,001462,00124417,34.50,Run 31\r\n"
        b"Sian O'Brien-Lukasz,001462,00124417,0.05,Run 31\r\n"
    )


def test_bankline_has_eighty_five_columns_with_each_value_in_its_place() -> None:
    rows = [line.split(",") for line in lines("natwest-bankline")]
    assert [len(row) for row in rows] == [85] * 3
    filled = {
        f"T{place - 2:03d}": field for place, field in enumerate(rows[2]) if field and place > 2
    }
    assert filled == {
        "T001": "01",
        "T010": "01100001806542",
        "T014": "1000.00",
        "T016": "27112026",
        "T022": "001462",
        "T028": "00124417",
        "T030": "AELWEN LLANFAIRLLANFAIRLLANFAIRLLAN",
        "T034": "COMMON TABLE PAY R",
    }
    assert all(row[:3] == ["", "", ""] for row in rows)
    assert len(filled["T030"]) == 35


def test_bankline_writes_the_published_example() -> None:
    # The example of the guide, section 4.2, with the 85 columns of its table (domain facts 6.3).
    payment = a_payment(
        "Mr John Smith",
        16642,
        sort_code="151000",
        account_number="44298801",
        reference="Invoice 1234",
    )
    (line,) = lines("natwest-bankline", an_order(payment, pay_on=datetime.date(2006, 10, 1)))
    assert line.replace("01100001806542", "15100031806542") == (
        ",,,01,,,,,,,,,15100031806542,,,,166.42,,01102006,,,,,,151000,,,,,,44298801,,"
        "MR JOHN SMITH,,,,INVOICE 1234" + "," * 48
    )


def test_lloyds_has_its_first_and_last_rows_and_at_most_500_payments() -> None:
    assert lines("lloyds") == [
        "H,20261120,031001",
        "D,20261127,PAYMENTS,011000-01806542",
        "C,34.50,Joy Adeyemi,001462,00124417,Run 31",
        "C,0.05,Sian OBrien-Lukasz,001462,00124417,Run 31",
        "C,1000.00,Aelwen LlanfairLla,001462,00124417,Common Table pay r",
        "T",
    ]
    files = bank_files("lloyds", an_order(*[a_payment()] * 501))
    assert [file.count for file in files] == [500, 1]
    first_rows = [file.content.split(b"\r\n")[0] for file in files]
    assert first_rows == [b"H,20261120,031001", b"H,20261120,031002"]


def test_unity_has_five_columns_and_at_most_100_payments() -> None:
    assert lines("unity")[0] == "001462,00124417,Joy Adeyemi,34.50,Run 31"
    files = bank_files("unity", an_order(*[a_payment()] * 201, paying_account=None))
    assert [file.count for file in files] == [100, 100, 1]


def test_the_bureau_has_its_ten_columns() -> None:
    assert lines("bacs-bureau")[2] == (
        "001462,00124417,AELWEN LLANFAIRLLA,1000.00,99,011000,01806542,RIVERMEAD TOGETHER,"
        "COMMON TABLE PAY R,27/11/2026"
    )


@pytest.mark.parametrize("name", CSV_LAYOUTS)
def test_a_layout_says_where_it_comes_from_and_how_sure_it_is(name: str) -> None:
    layout = shipped_layout(name)
    assert layout.source
    assert layout.checked_on
    assert layout.note
    if layout.confidence != "own":
        assert re.match(r"Check against your (bank|bureau)'s guide", layout.note)


def test_only_what_was_read_in_full_calls_itself_official() -> None:
    assert {name: shipped_layout(name).confidence for name in CSV_LAYOUTS} == {
        "plain": "own",
        "natwest-bankline": "secondary",
        "lloyds": "partly known",
        "unity": "partly known",
        "bacs-bureau": "official",
    }


def test_the_template_is_a_layout_that_works() -> None:
    assert read_layout(layout_template()).name == "My bank"
    shipped = {path.stem for path in resource("bank-layouts").glob("*.toml")}
    assert shipped == {*CSV_LAYOUTS, "my-bank"}


def test_the_example_of_the_page_makes_what_the_page_shows() -> None:
    page = (ROOT / "docs" / "bank-layouts.md").read_text(encoding="utf-8")
    text, shown = re.findall(r"```(?:toml)?\n(.+?)```", page, re.DOTALL)
    order = an_order(a_payment("Siân O'Brien"))
    (file,) = payment_files(read_layout(text), order)
    assert file.content.decode().replace("\r\n", "\n") == shown


@pytest.mark.parametrize(
    ("name", "start"),
    [
        (BACS_LAYOUT, b"VOL1000031"),
        (BACS_DAYS_LAYOUT, b"VOL1000031"),
        (PainVersion.V03.value, b"<?xml"),
        (PainVersion.V09.value, b"<?xml"),
    ],
)
def test_every_format_is_found_by_its_name(name: str, start: bytes) -> None:
    (file,) = bank_files(name, THREE)
    assert file.content.startswith(start)
    assert (file.count, file.pence) == (3, 103_455)
    assert name in LAYOUTS


def test_the_two_forms_for_bacs_and_the_two_messages_differ() -> None:
    contents = {bank_files(name, THREE)[0].content for name in LAYOUTS[len(CSV_LAYOUTS) :]}
    assert len(contents) == 4


@pytest.mark.parametrize("name", ["my-bank", "../policies/by-the-hour", "", "bank of nowhere"])
def test_an_unknown_layout_is_refused_and_the_known_are_named(name: str) -> None:
    with pytest.raises(LayoutUnknownError) as raised:
        bank_files(name, THREE)
    assert raised.value.facts == {"name": name, "known": LAYOUTS}


def test_banks_rest_on_weekends_and_on_english_bank_holidays() -> None:
    days = [datetime.date(2026, 12, day) for day in range(23, 31)]
    assert [day.day for day in days if is_bank_day(day)] == [23, 24, 29, 30]
    assert is_bank_day(datetime.date(2026, 11, 30))  # St Andrew's Day, in Scotland only
