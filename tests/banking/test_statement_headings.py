"""The columns of a statement are known by the headings that UK banks write."""

import pytest

from coprod_desktop.banking.statement_headings import Columns, find_columns, numbered_columns
from coprod_desktop.domain.bank_statements import CsvMapping


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            "Date|Type|Description|Value|Balance|Account Name|Account Number",
            Columns(day=0, amount=3, payee=2, balance=4, account=6),
        ),
        (
            "Transaction Date|Transaction Type|Sort Code|Account Number|Transaction Description"
            "|Debit Amount|Credit Amount|Balance",
            Columns(day=0, paid_out=5, paid_in=6, payee=4, balance=7, account=3),
        ),
        (
            "Date|Counter Party|Reference|Type|Amount (GBP)|Balance (GBP)|Spending Category|Notes",
            Columns(day=0, amount=4, payee=1, references=(2, 7), balance=5),
        ),
        (
            "date|DESCRIPTION|type|money in|Money_Out|balance",
            Columns(day=0, paid_out=4, paid_in=3, payee=1, balance=5),
        ),
        (
            "Date|Details|Transaction type|In|Out|Balance",
            Columns(day=0, paid_out=4, paid_in=3, payee=1, balance=5),
        ),
        (
            "Date|Narrative|Debit/Credit|Amount (£)",
            Columns(day=0, amount=3, direction=2, payee=1),
        ),
        ("Date|Amount|Dr/Cr|Name", Columns(day=0, amount=1, direction=2, payee=3)),
    ],
)
def test_usual_headings_are_known(headings: str, expected: Columns) -> None:
    assert find_columns(headings.split("|"), None) == expected


@pytest.mark.parametrize(
    "headings", ["", "Date|Description", "Amount|Description", "Date|Amount (EUR)", "13/11/26|-5"]
)
def test_a_row_without_day_or_amount_is_no_headings(headings: str) -> None:
    assert find_columns(headings.split("|"), None) is None


def test_a_mapping_goes_before_what_is_known() -> None:
    headings = ["Date", "Booked", "Amount", "Sum", "Who"]
    mapping = CsvMapping(day="booked", amount="SUM", payee="Who")
    assert find_columns(headings, mapping) == Columns(day=1, amount=3, payee=4)
    assert find_columns(headings[:4], mapping) is None


def test_a_file_without_headings_is_counted_from_one() -> None:
    mapping = CsvMapping(day="1", paid_out="3", reference="2")
    assert numbered_columns(mapping) == Columns(day=0, paid_out=2, references=(1,))
    assert numbered_columns(CsvMapping(day="1", amount="Value")) is None
    assert numbered_columns(CsvMapping(day="1", payee="2")) is None
    assert numbered_columns(CsvMapping(day="", amount="2")) is None
