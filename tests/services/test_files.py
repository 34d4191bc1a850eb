"""A file is written whole, or what was there stays."""

from pathlib import Path

import pytest

from coprod_desktop.domain.errors import FileReadOnlyError
from coprod_desktop.services.files import write_file


def test_a_file_is_written_with_its_folders_and_replaces_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "sheet.pdf"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("obstacle", ["file where a folder should be", "folder where the file"])
def test_where_it_cannot_be_written_nothing_is_left_behind(tmp_path: Path, obstacle: str) -> None:
    path = tmp_path / "out" / "sheet.pdf"
    if obstacle.startswith("file"):
        path.parent.write_text("in the way")
    else:
        (path / "inside").mkdir(parents=True)
    with pytest.raises(FileReadOnlyError):
        write_file(path, b"one")
    assert [one for one in tmp_path.rglob("*.partial") if one.is_file()] == []
    assert path.parent.is_file() or (path / "inside").is_dir()
