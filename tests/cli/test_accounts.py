"""Accounts are shown masked, typed apart from the command, and checked by a second person."""

import io
from pathlib import Path

import pytest

from tests.banking.weights import SUBSTITUTIONS, WEIGHTS
from tests.cli.runner import Coprod, digest

IDRIS = ("--operator", "Idris Vaughan")
AISHA = "Aisha Rahman"


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Pipe the digits of an account in."""
    monkeypatch.setattr("sys.stdin", io.StringIO("08-99-99\n66374959\n"))
    return monkeypatch


def test_nobody_has_an_account_at_first(coprod: Coprod, full: Path) -> None:
    assert coprod.told("account", full, AISHA) == {"participant": AISHA, "account": None}
    assert "Nobody called “Moon”" in coprod.refused("account", full, "Moon")
    assert "whose account" in coprod.refused("account", full)


def test_an_account_is_read_from_standard_input_and_told_masked(
    coprod: Coprod, full: Path, piped: pytest.MonkeyPatch
) -> None:
    told = coprod.told("account", full, AISHA, "--change", "--account-name", "MISS A RAHMAN")
    account = told["account"]
    assert (account["account_name"], account["ending"]) == ("MISS A RAHMAN", "4959")
    assert (account["waits_for_check"], account["changed_by"]) == (False, "Grace Okafor")
    assert account["check"] == "cannot be checked"
    said = coprod("account", full, AISHA).out
    assert "sort code ••-••-••, account •• 4959" in said
    assert "6637" not in said


def test_a_change_waits_until_another_operator_says_how_it_was_checked(
    coprod: Coprod, full: Path, piped: pytest.MonkeyPatch
) -> None:
    coprod.told("account", full, AISHA, "--change")
    piped.setattr("sys.stdin", io.StringIO("089999\n11112222\n"))
    told = coprod.told("account", full, AISHA, "--change", "--holder", "Rahim Rahman, appointee")
    account = told["account"]
    assert (account["waits_for_check"], account["previous_ending"]) == (True, "4959")
    assert (account["is_third_party"], account["holder"]) == (True, "Rahim Rahman, appointee")
    said = coprod("account", full, AISHA).out
    assert "second person" in said
    assert "Rahim Rahman" in said
    before = digest(full)
    words = coprod.refused("account", full, AISHA, "--confirm", "Phoned")
    assert words.startswith("You changed this account yourself")
    assert "needs a reason" in coprod.refused("account", full, AISHA, "--confirm", "", *IDRIS)
    assert digest(full) == before
    told = coprod.told("account", full, AISHA, "--confirm", "Phoned the known number", *IDRIS)
    account = told["account"]
    assert (account["waits_for_check"], account["checked_by"]) == (False, "Idris Vaughan")
    assert "Phoned the known number" in coprod("account", full, AISHA).out


def test_half_an_account_is_refused(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(full)
    monkeypatch.setattr("sys.stdin", io.StringIO("08-99-99\n"))
    assert "Two lines are read" in coprod.refused("account", full, AISHA, "--change")
    monkeypatch.setattr("sys.stdin", io.StringIO("08-99-99\n123\n"))
    assert "eight digits" in coprod.refused("account", full, AISHA, "--change")
    assert digest(full) == before


def test_a_table_is_loaded_and_then_answers(
    coprod: Coprod, full: Path, tmp_path: Path, piped: pytest.MonkeyPatch
) -> None:
    weights, substitutions = tmp_path / "valacdos.txt", tmp_path / "scsubtab.txt"
    weights.write_text(WEIGHTS, encoding="ascii")
    substitutions.write_text(SUBSTITUTIONS, encoding="ascii")
    load = ("account", full, "--load-table", weights, substitutions)
    told = coprod.told(*load, "--table-version", "7.90")
    assert (told["rows"], told["version"], told["has_substitutions"]) == (23, "7.90", True)
    assert "two files at most" in coprod.refused(*load, weights)
    account = coprod.told("account", full, AISHA, "--change")["account"]
    assert (account["check"], account["ending"]) == ("not valid", "4959")


def test_digits_and_a_check_do_not_come_in_one_command(coprod: Coprod, full: Path) -> None:
    assert coprod("account", full, AISHA, "--change", "--confirm", "Phoned").code == 2
