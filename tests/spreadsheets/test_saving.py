"""A file is put in its place whole, or the old one stays."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import DiskFullError, FileMissingError, FileReadOnlyError
from coprod_desktop.spreadsheets.saving import write_whole


def _good(path: Path) -> None:
    path.write_text("new")


def _full(_path: Path) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _denied(_path: Path) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


def _broken(path: Path) -> None:
    path.write_text("half")
    raise KeyError("half way")


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_text("old")
    write_whole(path, _good)
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("write", "error"),
    [(_full, DiskFullError), (_denied, FileReadOnlyError), (_broken, KeyError)],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, write: Callable[[Path], None], error: type[Exception]
) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_text("old")
    with pytest.raises(error):
        write_whole(path, write)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError) as caught:
        write_whole(tmp_path / "nowhere" / "sheet.xlsx", _broken)
    assert caught.value.facts == {"path": tmp_path / "nowhere"}


def test_a_place_that_is_taken_by_a_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").mkdir()
    with pytest.raises(FileReadOnlyError):
        write_whole(tmp_path / "sheet.xlsx", _good)
