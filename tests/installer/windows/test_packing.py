"""The same bundle packs to the same bytes, whatever order its folders list their files in."""

import zipfile
from pathlib import Path

import pytest

from installer.console import SetUpError
from installer.windows.packing import file_list, make_portable


def bundle(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_files_are_listed_by_name_each_below_its_folder(tmp_path: Path) -> None:
    made = bundle(tmp_path / "b", "lib/z.pyc", "Coprod.exe", "lib/a.dll", "lib/inner/a.pyc")
    lines = file_list(made).splitlines()
    assert lines == [
        'SetOutPath "$INSTDIR"',
        f'File "{made}/Coprod.exe"',
        'SetOutPath "$INSTDIR\\lib"',
        f'File "{made}/lib/a.dll"',
        'SetOutPath "$INSTDIR\\lib\\inner"',
        f'File "{made}/lib/inner/a.pyc"',
        'SetOutPath "$INSTDIR\\lib"',
        f'File "{made}/lib/z.pyc"',
    ]


def test_a_name_that_the_compiler_would_misread_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match="misread"):
        file_list(bundle(tmp_path / "b", "cost$.txt"))


def test_the_zip_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    one = bundle(tmp_path / "one", "Coprod.exe", "lib/a.py")
    other = bundle(tmp_path / "other", "lib/a.py", "Coprod.exe")
    make_portable(one, tmp_path / "one.zip")
    make_portable(other, tmp_path / "other.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["Coprod/Coprod.exe", "Coprod/lib/a.py"]
