"""A map is read as documented, and the first fault in it is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import FileMissingError, MappingUnreadableError
from coprod_desktop.spreadsheets.mapping import (
    ImportMap,
    parse_import_map,
    read_import_map,
    write_import_map,
)

_WHOLE = """
[columns]
name = "User"
date = "Start date"
amount = "B"
[defaults]
project = "Garden plan"
pay = "unpaid"
date = 2018-03-31
[options]
date_order = "mdy"
year = 2025
wide = true
person_columns = ["Sam", "Ana"]
durations_are = "minutes"
sheet = "March"
heading_row = 4
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "MAP.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_map_is_read(tmp_path: Path) -> None:
    assert read_import_map(_write(tmp_path, _WHOLE)) == ImportMap(
        columns={"name": "User", "date": "Start date", "amount": "B"},
        defaults={"project": "Garden plan", "pay": "unpaid", "date": "2018-03-31"},
        date_order="mdy",
        year=2025,
        wide=True,
        person_columns=("Sam", "Ana"),
        durations_are="minutes",
        sheet="March",
        heading_row=4,
    )


def test_an_empty_map_leaves_everything_open(tmp_path: Path) -> None:
    assert read_import_map(_write(tmp_path, "")) == ImportMap()


def test_fields_of_expenses_have_the_plain_names() -> None:
    wishes = ImportMap(columns={"amount": "Cost", "date": "Day"})
    assert (wishes.column("claimed"), wishes.column("spent_on")) == ("Cost", "Day")
    assert wishes.column("name") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[columns\n", "line 1"),
        ("[colums]\n", "colums"),
        ("columns = 3\n", "columns"),
        ('[columns]\nnaem = "User"\n', "naem"),
        ("[columns]\nname = 3\n", "name"),
        ('[defaults]\nminutes = "3"\n', "minutes"),
        ('[defaults]\npay = "perhaps"\n', "unpaid"),
        ('[options]\ndate_order = "american"\n', "mdy"),
        ('[options]\nyear = "2025"\n', "year"),
        ("[options]\nyear = true\n", "year"),
        ('[options]\nperson_columns = "Sam"\n', "person_columns"),
        ("[options]\nperson_columns = [1]\n", "person_columns"),
        ('[options]\ncolour = "red"\n', "colour"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(MappingUnreadableError) as caught:
        read_import_map(_write(tmp_path, text))
    assert named in str(caught.value.facts["detail"])


def test_a_missing_map_and_a_picture_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_import_map(tmp_path / "nothing.toml")
    (tmp_path / "MAP.toml").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(MappingUnreadableError):
        read_import_map(tmp_path / "MAP.toml")


@given(
    st.builds(
        ImportMap,
        columns=st.dictionaries(st.sampled_from(["name", "date", "what"]), st.text()),
        defaults=st.dictionaries(st.sampled_from(["project", "note"]), st.text()),
        date_order=st.sampled_from([None, "mdy"]),
        year=st.none() | st.integers(1990, 2100),
        wide=st.none() | st.booleans(),
        person_columns=st.lists(st.text(), max_size=3).map(tuple),
        each_of=st.lists(st.text(), max_size=3).map(tuple),
        skip_rows=st.lists(st.integers(1, 9), max_size=3).map(tuple),
        heading_row=st.none() | st.integers(1, 9),
        day_is=st.sampled_from([None, "7:00"]),
        separator=st.sampled_from(["", ";", "\t"]),
    )
)
def test_a_map_that_is_written_is_read_back_as_it_was(wishes: ImportMap) -> None:
    assert parse_import_map(write_import_map(wishes)) == wishes


def test_what_a_map_says_about_rows_and_days_is_checked() -> None:
    for line in ('skip_rows = ["a"]', "each_of = [1]", 'day_is = "long"', "table = true"):
        with pytest.raises(MappingUnreadableError):
            parse_import_map(f"[options]\n{line}\n")
