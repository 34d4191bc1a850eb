"""A map says which column of a bank's statement is which, and its first mistake is named."""

from pathlib import Path

import pytest

from coprod_desktop.domain.bank_statements import CsvMapping, DateOrder
from coprod_desktop.domain.errors import FileMissingError, MappingUnreadableError
from coprod_desktop.services.statement_maps import read_statement_map


def a_map(folder: Path, text: str) -> Path:
    """Write a map."""
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_field_is_read(tmp_path: Path) -> None:
    two = a_map(
        tmp_path,
        '[columns]\nday = "Posted"\npaid_out = "Out"\npaid_in = "In"\npayee = "Text"\n'
        'reference = "Ref"\n[options]\ndate_order = "mdy"\n',
    )
    assert read_statement_map(two) == CsvMapping(
        day="Posted",
        paid_out="Out",
        paid_in="In",
        payee="Text",
        reference="Ref",
        date_order=DateOrder.MONTH_FIRST,
    )


def test_a_column_without_a_heading_has_a_number(tmp_path: Path) -> None:
    one = a_map(tmp_path, '[columns]\nday = 1\namount = 4\ndirection = "3"\n')
    assert read_statement_map(one) == CsvMapping(day="1", amount="4", direction="3")


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("", "needs “day”"),
        ('[columns]\nday = "D"\n', "needs “amount”"),
        ('[columns]\nday = "D"\namount = "A"\npaid_out = "O"\n', "Keep the one or the two"),
        ('[columns]\nday = "D"\namount = "A"\nmoon = "M"\n', "knows no “moon”"),
        ('[moon]\nday = "D"\n', "no “moon”"),
        ('columns = "D"\n', "“columns” must be a table"),
        ('[columns]\nday = "D"\namount = true\n', "“amount” in [columns] must be a heading"),
        ('[columns]\nday = 0\namount = "A"\n', "“day” in [columns] must be a heading"),
        ('[columns]\nday = "D"\namount = "A"\n[options]\ndate_order = "soon"\n', "dmy, mdy, ymd"),
        ('[columns]\nday = "D"\namount = "A"\n[options]\ndate_order = []\n', "dmy, mdy, ymd"),
        ("[columns", "Expected"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, detail: str) -> None:
    with pytest.raises(MappingUnreadableError) as caught:
        read_statement_map(a_map(tmp_path, text))
    assert detail in str(caught.value.facts["detail"])


def test_a_map_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_statement_map(tmp_path / "gone.toml")
    binary = tmp_path / "map.toml"
    binary.write_bytes(b"\xff\xfe")
    with pytest.raises(MappingUnreadableError):
        read_statement_map(binary)
