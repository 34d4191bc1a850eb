"""A list in a text file for people is quoted, has its accents, and never holds a formula."""

import csv
import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.formula_text import may_be_formula
from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract, PlainValue
from coprod_desktop.spreadsheets.list_csv import write_list_csv

KINDS = tuple(ColumnKind)


def written(path: Path, *rows: tuple[PlainValue, ...], title: str = "") -> list[list[str]]:
    columns = tuple(
        ExtractColumn(key=kind.value, title=title or kind.value, kind=kind) for kind in KINDS
    )
    write_list_csv(ListExtract(title="x", columns=columns, rows=iter(rows)), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_value_is_written_as_people_read_it(tmp_path: Path) -> None:
    day = datetime.date(2026, 11, 7)
    rows = written(tmp_path / "a.csv", ("Llŷr", day, 1590, -1999, 3, "00123", True), (None,) * 7)
    head, first, empty = rows
    assert head == [
        *("text", "day", "minutes", "minutes in minutes", "pence", "number", "code", "tick"),
    ]
    assert first == ["Llŷr", "07/11/2026", "26:30", "1590", "-19.99", "3", "00123", "yes"]
    assert empty == [""] * 8


def test_it_begins_with_the_mark_of_utf_8_and_every_cell_is_quoted(tmp_path: Path) -> None:
    written(tmp_path / "a.csv", ("Llŷr", None, 60, 1, None, None, None))
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b'"1:00","60","0.01","","",""\r\n')


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30)
_FORMULAS = st.builds("{}{}".format, st.sampled_from("=+-@\t＝＋－＠"), _TEXTS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(_TEXTS | _FORMULAS, min_size=1, max_size=20), title=_FORMULAS)
def test_no_cell_of_text_can_be_a_formula_and_nothing_is_lost(
    tmp_path: Path, texts: list[str], title: str
) -> None:
    rows = [(text, None, None, None, None, text, None) for text in texts]
    head, *found = written(tmp_path / "a.csv", *rows, title=title)
    assert not any(may_be_formula(cell) for row in [head, *found] for cell in row)
    for text, row in zip(texts, found, strict=True):
        assert row[0] == row[6]
        assert row[0].removeprefix("'") == text or row[0] == text
