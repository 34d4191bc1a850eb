"""An import is one change under the operator's name, or none at all."""

import gc
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import (
    ColumnMissingError,
    FileMissingError,
    MappingUnreadableError,
    SpreadsheetUnreadableError,
)
from tests.services.sheet_files import a_sheet
from tests.services.world import GRACE, World

HEAD = "Name,Date,Hours,Project,What,Paid"


def test_an_import_is_one_change_that_can_be_taken_back(world: World, tmp_path: Path) -> None:
    before = world.records()
    sheet = a_sheet(
        tmp_path / "time.csv",
        HEAD,
        "Ann,03/11/2026,1,Garden,Dug,yes",
        "Ben,03/11/2026,2,Ward,Read,no",
    )
    world.office.imports.contributions(sheet)
    change = world.office.history.latest(1)[0]
    assert (change.verb, change.operator, change.rows) == ("import contributions", GRACE, 6)
    assert world.findings() == ()
    world.office.history.undo()
    assert world.records() == before
    assert world.office.imports.contributions(sheet).added == 2


def test_a_sheet_without_anything_new_is_no_change(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "time.csv", HEAD, "Ann,03/11/2026,1,Garden,Dug,yes")
    world.office.imports.contributions(sheet)
    history = world.office.history.latest(9)
    assert world.office.imports.contributions(sheet).added == 0
    assert world.office.history.latest(9) == history


def test_what_came_in_is_found_by_its_words(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "time.csv", HEAD, "Nerys Pugh,03/11/2026,1,Garden,Dug,yes")
    world.office.imports.contributions(sheet)
    assert world.office.participants.named("nerys pugh").name == "Nerys Pugh"


def test_a_thousand_rows_come_in_each_once(world: World, tmp_path: Path) -> None:
    rows = [
        f"Person {n % 97},{1 + n % 28:02d}/10/2026,0.25,Project {n % 7},Row {n},no"
        for n in range(6000)
    ]
    sheet = a_sheet(tmp_path / "time.csv", HEAD, *rows)
    result = world.office.imports.contributions(sheet)
    assert (result.added, result.people_added, result.projects_added) == (6000, 97, 7)
    assert result.minutes_total == 6000 * 15
    assert gc.isenabled()
    assert world.office.imports.contributions(sheet).already_there == 6000
    assert len(world.records(Contribution)[Contribution]) == 6000


def test_what_cannot_be_read_is_refused_and_changes_nothing(world: World, tmp_path: Path) -> None:
    picture = tmp_path / "picture.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" * 50)
    names = a_sheet(tmp_path / "names.csv", "Name,Colour", "Ann,blue")
    broken = a_sheet(tmp_path / "map.toml", "[columns")
    imports = world.office.imports
    for bring in (imports.contributions, imports.expenses):
        with world.refused(SpreadsheetUnreadableError):
            bring(picture)
        with world.refused(FileMissingError):
            bring(tmp_path / "gone.csv")
        with world.refused(ColumnMissingError):
            bring(names)
        with world.refused(MappingUnreadableError):
            bring(names, broken)
    with world.refused(SpreadsheetUnreadableError):
        imports.participants(picture)
    with pytest.raises(MappingUnreadableError):
        imports.participants(names, broken)
