"""Operators are listed, added and given PINs without a PIN ever being an argument."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod, digest

IDRIS = ("--operator", "Idris Vaughan")


def test_everybody_is_listed_with_role_and_pin(coprod: Coprod, full: Path) -> None:
    added = coprod.told("operators", full, "add", "Aisha R", "--role", "Finance", "--participant",
                        "aisha rahman")  # fmt: skip
    assert added == {"operator": "Aisha R", "role": "Finance", "takes_part_as": "Aisha Rahman"}
    told = coprod.told("operators", full)["operators"]
    assert [(one["name"], one["takes_part_as"], one["has_pin"]) for one in told] == [
        ("Grace Okafor", None, False),
        ("Idris Vaughan", None, False),
        ("Aisha R", "Aisha Rahman", False),
    ]
    assert coprod.told("operators", full, "list")["operators"] == told
    assert "Finance" in coprod("operators", full).out


def test_an_operator_who_takes_part_does_not_approve_their_own(coprod: Coprod, full: Path) -> None:
    coprod.told("operators", full, "add", "Aisha R", "--participant", "Aisha Rahman")
    told = coprod.told("approve", full, "--up-to", "2026-11-30", "--operator", "Aisha R")
    assert told["own_left"] == 2


def test_the_same_name_twice_is_refused(coprod: Coprod, full: Path) -> None:
    before = digest(full)
    assert coprod.refused("operators", full, "add", "idris vaughan")
    assert "Nobody called" in coprod.refused("operators", full, "add", "X", "--participant", "Moon")
    assert digest(full) == before


def test_a_pin_comes_from_the_environment(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(full)
    assert "COPROD_NEW_PIN" in coprod.refused("operators", full, "set-pin", *IDRIS)
    assert digest(full) == before
    monkeypatch.setenv("COPROD_NEW_PIN", "4711")
    told = coprod.told("operators", full, "set-pin", *IDRIS)
    assert told == {"operator": "Idris Vaughan"}
    assert "COPROD_PIN" in coprod.refused("operators", full, *IDRIS)
    monkeypatch.setenv("COPROD_PIN", "4711")
    has_pin = {
        one["name"]: one["has_pin"] for one in coprod.told("operators", full, *IDRIS)["operators"]
    }
    assert has_pin == {"Grace Okafor": False, "Idris Vaughan": True}
    monkeypatch.setenv("COPROD_NEW_PIN", "1147")
    coprod.told("operators", full, "set-pin", *IDRIS)
    assert coprod.refused("operators", full, *IDRIS)
    monkeypatch.setenv("COPROD_PIN", "1147")
    assert coprod.told("operators", full, *IDRIS)


def test_a_pin_is_asked_for_twice_at_a_terminal(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["4711", "4712", "4711", "4711"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _words: next(typed))
    assert "differ" in coprod.refused("operators", full, "set-pin", *IDRIS)
    assert coprod.told("operators", full, "set-pin", *IDRIS) == {"operator": "Idris Vaughan"}
