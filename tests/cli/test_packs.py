"""The treasurer's pack comes by a command too, and says how to keep it."""

import zipfile
from pathlib import Path

from tests.cli.runner import Coprod


def test_the_pack_of_a_period_is_written_and_told(
    coprod: Coprod, exported: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pack.zip"
    period = ("--from", "2026-01-01", "--to", "2027-12-31", "--out", out)
    told = coprod.told("pack", exported, *period)
    assert list(told) == ["pack", "runs", "files", "receipts", "sha256"]
    assert (told["pack"], told["runs"]) == (str(out), [1])
    with zipfile.ZipFile(out) as pack:
        assert len(pack.namelist()) == told["files"] + 1
    assert "keep it as safe as bank statements" in coprod("pack", exported, *period).out


def test_a_period_without_a_run_is_refused(coprod: Coprod, exported: Path, tmp_path: Path) -> None:
    out = tmp_path / "pack.zip"
    words = coprod.refused(
        "pack", exported, "--from", "2020-01-01", "--to", "2020-12-31", "--out", out
    )
    assert words.startswith("No pay run was paid from 1\xa0January\xa02020")
    assert not out.exists()
