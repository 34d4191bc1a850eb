"""The rules are printed as they are saved, and new ones are saved with what they priced anew."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod, digest

TEN = '[policy]\nname = "Ten"\n\n[[fee]]\nname = "Time"\nrate = 10.00\nper = "hour"\n'


@pytest.fixture
def ten(tmp_path: Path) -> Path:
    path = tmp_path / "ten.toml"
    path.write_text(TEN, encoding="utf-8")
    return path


def test_the_rules_of_a_day_are_printed(coprod: Coprod, full: Path, ten: Path) -> None:
    first = coprod.told("policy", full)
    assert first["version"] == 1
    assert "12.00" in first["text"]
    coprod.told("policy", full, "--set", ten, "--from", "2026-11-01")
    assert coprod.told("policy", full, "--on", "2026-10-31") == first
    outcome = coprod("policy", full, "--on", "2026-11-01")
    assert outcome.out == TEN


def test_what_waits_is_priced_anew_and_can_be_taken_back(
    coprod: Coprod, full: Path, ten: Path
) -> None:
    before = coprod.told("totals", full, "--by", "month")
    told = coprod.told("policy", full, "--set", ten, "--from", "2026-11-01")
    assert told == {
        "version": 2,
        "effective_on": "2026-11-01",
        "repriced_contributions": 3,
        "repriced_expenses": 0,
    }
    after = coprod.told("totals", full, "--by", "month")
    assert after["sum"]["payments_pence"] == 5000
    coprod.told("undo", full)
    assert coprod.told("totals", full, "--by", "month") == before
    assert coprod.told("policy", full)["version"] == 1


def test_what_is_printed_can_be_saved_again(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.toml"
    path.write_text(coprod("policy", full).out, encoding="utf-8")
    told = coprod.told("policy", full, "--set", path, "--from", "2026-11-01")
    assert told["version"] == 2
    assert coprod.told("policy", full)["text"] == path.read_text(encoding="utf-8")


def test_a_mistake_is_told_with_its_line_and_nothing_changes(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(TEN.replace("rate", "rat"), encoding="utf-8")
    before = digest(full)
    assert "Line 6" in coprod.refused_in_lines(
        "policy", full, "--set", path, "--from", "2026-11-01"
    )
    assert digest(full) == before


def test_a_missing_or_unreadable_policy_is_told(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.toml"
    assert str(gone) in coprod.refused("policy", full, "--set", gone)
    gone.write_bytes(b"\xff\xfe\x00")
    assert "not plain text" in coprod.refused("policy", full, "--set", gone)


def test_showing_and_saving_are_two_things(coprod: Coprod, full: Path, ten: Path) -> None:
    outcome = coprod("policy", full, "--set", ten, "--on", "2026-11-01")
    assert (outcome.code, outcome.out) == (2, "")
