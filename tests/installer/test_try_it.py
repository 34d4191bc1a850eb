"""The first command of the README ends with what it promises."""

from pathlib import Path

import pytest

from installer.console import SetUpError
from installer.try_it import clear, coprod, do_the_main_job


def test_the_main_job_ends_with_papers_for_people_and_files_for_finance(tmp_path: Path) -> None:
    file = do_the_main_job(tmp_path)
    assert not file.read_bytes().startswith(b"SQLite format")
    papers = {path.stem for path in (tmp_path / "statements").glob("*.pdf")}
    assert papers
    assert papers == {path.stem for path in (tmp_path / "statements").glob("*.html")}
    kinds = {path.suffix for path in (tmp_path / "pay-run").rglob("*")}
    assert {".xlsx", ".csv", ".pdf"} <= kinds


def test_a_second_try_takes_the_place_of_the_first_and_leaves_the_rest(tmp_path: Path) -> None:
    letter, file, folder = tmp_path / "letter.txt", tmp_path / "Demo.coprod", tmp_path / "papers"
    folder.mkdir()
    for path in (letter, file, tmp_path / "Demo.coprod.lock", folder / "old.pdf"):
        path.touch()
    clear(tmp_path, file, folder)
    assert list(tmp_path.iterdir()) == [letter]


def test_a_refusal_of_the_program_ends_the_try(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SetUpError):
        coprod("check", Path("nowhere.coprod"))
    assert "nowhere.coprod" in capfd.readouterr().err
