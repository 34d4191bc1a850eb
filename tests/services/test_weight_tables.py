"""The table that accounts are checked with is read once, replaced whole, and kept to the letter."""

from pathlib import Path

import pytest

from coprod_desktop.domain.account_checks import WeightTableFile
from coprod_desktop.domain.errors import (
    DomainError,
    FileMissingError,
    SubstitutionLineUnreadableError,
    TextUnreadableError,
    WeightLineUnreadableError,
    WeightTableEmptyError,
)
from coprod_desktop.services.weight_tables import WeightTables
from tests.banking.weights import SUBSTITUTIONS, WEIGHTS
from tests.builders import TODAY
from tests.services.sheet_files import an_office
from tests.services.world import GRACE, World


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Write the two files as they are downloaded."""
    weights, substitutions = tmp_path / "valacdos.txt", tmp_path / "scsubtab.txt"
    weights.write_text(WEIGHTS, encoding="ascii", newline="\r\n")
    substitutions.write_text(SUBSTITUTIONS, encoding="ascii")
    return weights, substitutions


def test_a_table_is_loaded_and_said_to_be_there(world: World, files: tuple[Path, Path]) -> None:
    tables = WeightTables(world.office.desk)
    assert tables.summary() is None
    loaded = tables.load(*files, version=" 7.90 ")
    assert tables.summary() == loaded
    assert (loaded.name, loaded.version, loaded.has_substitutions) == ("valacdos.txt", "7.90", True)
    assert (loaded.row_count, loaded.loaded_on, loaded.loaded_by) == (23, TODAY, GRACE)


def test_a_table_takes_the_place_of_the_one_before_and_can_be_taken_back(
    world: World, files: tuple[Path, Path]
) -> None:
    tables = WeightTables(world.office.desk)
    first = tables.load(*files)
    files[0].write_text(WEIGHTS.splitlines()[0], encoding="ascii")
    second = tables.load(files[0])
    assert (second.row_count, second.has_substitutions) == (1, False)
    assert len(world.records(WeightTableFile)[WeightTableFile]) == 1
    assert world.office.history.undo().verb == "load account check table"
    assert tables.summary() == first


def test_what_was_read_is_kept_until_another_is_loaded(
    world: World, files: tuple[Path, Path]
) -> None:
    tables = WeightTables(world.office.desk)
    with world.office.desk.reading() as reading:
        assert tables.table(reading) is None
    tables.load(*files)
    with world.office.desk.reading() as reading:
        first = tables.table(reading)
        assert first is not None
        assert tables.table(reading) is first
    tables.load(files[0])
    with world.office.desk.reading() as reading:
        second = tables.table(reading)
        assert second is not None
        assert not second.substitutions
    world.office.history.undo()
    world.office.history.undo()
    with world.office.desk.reading() as reading:
        assert tables.table(reading) is None


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", WeightTableEmptyError),
        ("Dear Sir or Madam", WeightLineUnreadableError),
        (WEIGHTS + "089999 089999 MOD10 1 2", WeightLineUnreadableError),
    ],
)
def test_another_text_is_no_table_and_the_one_before_stays(
    world: World, files: tuple[Path, Path], text: str, error: type[DomainError]
) -> None:
    tables = WeightTables(world.office.desk)
    tables.load(*files)
    files[0].write_text(text, encoding="utf-8")
    with world.refused(error):
        tables.load(*files)


def test_files_that_cannot_be_read_are_named(world: World, files: tuple[Path, Path]) -> None:
    tables = WeightTables(world.office.desk)
    with world.refused(SubstitutionLineUnreadableError):
        tables.load(files[0], files[0])
    with world.refused(FileMissingError):
        tables.load(files[0], files[1].with_name("gone.txt"))
    files[0].write_bytes(b"\xff\xfe\x00")
    with world.refused(TextUnreadableError):
        tables.load(files[0])


def test_the_table_that_others_own_goes_into_no_workbook(
    file_world: World, files: tuple[Path, Path], tmp_path: Path
) -> None:
    WeightTables(file_world.office.desk).load(*files)
    file_world.office.exports.open_workbook(tmp_path / "All.xlsx")
    other = an_office(str(tmp_path / "Other.coprod"))
    other.imports.open_workbook(tmp_path / "All.xlsx")
    with other.desk.reading() as reading:
        assert reading.find(WeightTableFile) == ()
    other.close()
