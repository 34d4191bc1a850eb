"""The files of a run are made, and their totals and fingerprints are told."""

import hashlib
import io
from pathlib import Path

import pytest

from tests.cli.runner import Coprod, a_sheet, digest

IDRIS = ("--operator", "Idris Vaughan")


def test_every_file_is_told_with_what_proves_it(
    coprod: Coprod, exported: Path, tmp_path: Path
) -> None:
    made = coprod.told("pay-run", exported, "export", 1, "--out", tmp_path / "out")
    (bank,) = made["bank_files"]
    assert (bank["count"], bank["pence"]) == (2, 6460)
    assert hashlib.sha256(Path(bank["path"]).read_bytes()).hexdigest() == bank["sha256"]
    assert (made["bank_file"], made["layout"], made["state"]) == (bank["path"], "plain", "exported")
    single = [made[name] for name in ("payment_sheet_pdf", "control_sheet", "cash_sheet")]
    for path in (*single, *made["remittances"]):
        assert Path(path).read_bytes().startswith(b"%PDF-")
    assert len(made["remittances"]) == 4
    again = coprod.told("pay-run", exported, "export", 1, "--out", tmp_path / "again")
    assert again["bank_files"][0]["sha256"] == bank["sha256"]
    said = coprod("pay-run", exported, "export", 1, "--out", tmp_path / "out").out
    assert said == f"Wrote 9 files into {tmp_path / 'out'}.\n"


def test_a_layout_is_chosen_by_its_name(coprod: Coprod, exported: Path, tmp_path: Path) -> None:
    step = ("pay-run", exported, "export", 1, "--out", tmp_path / "out", "--layout")
    made = coprod.told(*step, "UNITY")
    assert (made["layout"], made["bank_files"][0]["count"]) == ("unity", 2)
    before = digest(exported)
    words = coprod.refused(*step, "moon bank")
    assert "no bank layout called “moon bank”" in words
    assert digest(exported) == before


def test_the_usual_layout_and_ones_own_are_named(
    coprod: Coprod, exported: Path, tmp_path: Path
) -> None:
    template = coprod.told("bank-layout", exported, "template")["text"]
    path = a_sheet(tmp_path / "ours.toml", template)
    coprod.told("bank-layout", exported, "save", path, "--name", "Our bank")
    told = coprod.told("pay-run", exported, "layouts")
    assert (told["usual"], told["layouts"][0], told["layouts"][-1]) == (
        "plain", "plain", "Our bank"
    )  # fmt: skip
    said = coprod("pay-run", exported, "layouts").out.splitlines()
    assert (said[0], said[-1]) == ("plain (the usual one)", "Our bank")
    made = coprod.told(
        "pay-run", exported, "export", 1, "--out", tmp_path / "out", "--layout", "our bank"
    )
    assert (made["layout"], made["bank_files"][0]["pence"]) == ("Our bank", 6460)


def test_a_run_that_is_not_approved_makes_no_file(
    coprod: Coprod, prepared: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert "waits for approval" in coprod.refused("pay-run", prepared, "export", 1, "--out", out)
    assert not out.exists() or not any(out.iterdir())


class Watched(io.StringIO):
    """A terminal at which somebody presses Ctrl+C once a few papers are written."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if "Remittance 3 of 4" in text:
            raise KeyboardInterrupt
        return super().write(text)


def test_whoever_stops_the_writing_is_told_that_the_same_can_be_written_again(
    coprod: Coprod, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, terminal = tmp_path / "out", Watched()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stderr", terminal)
        assert coprod("pay-run", exported, "export", 1, "--out", out).code == 130
    said = terminal.getvalue()
    assert "Remittance 2 of 4" in said
    assert said.endswith("the file for the bank will be the same, byte for byte.\n")
    assert [path for path in out.rglob("*") if path.is_file()] == []
    made = coprod.told("pay-run", exported, "export", 1, "--out", out)
    assert len(made["remittances"]) == 4
    assert coprod.told("check", exported)["is_sound"]
