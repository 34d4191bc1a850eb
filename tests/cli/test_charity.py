"""How many people approve money, and what it leaves from, is shown and changed."""

import io
from pathlib import Path

import pytest

from tests.cli.runner import Coprod, digest


def test_it_is_shown_as_it_stands_and_nothing_is_changed(coprod: Coprod, full: Path) -> None:
    before = digest(full)
    told = coprod.told("charity", full)
    assert told["organisation"]
    assert (told["second_approver_above_pence"], told["one_person_note"]) == (None, "")
    assert (told["account_ending"], told["layout"]) == (None, "plain")
    said = coprod("charity", full).out
    assert "One person approves a pay run" in said
    assert "No account to pay from is kept." in said
    assert digest(full) == before


def test_two_approve_above_a_sum_until_one_is_enough(coprod: Coprod, full: Path) -> None:
    told = coprod.told("charity", full, "--second-approver-above", "500.00")
    assert told["second_approver_above_pence"] == 50_000
    assert "Above £500.00 two people approve it." in coprod("charity", full).out
    assert coprod.told("history", full, "--limit", 1)["changes"][0]["verb"] == "change organisation"
    told = coprod.told("charity", full, "--one-approver")
    assert told["second_approver_above_pence"] is None


def test_the_trustees_note_lets_one_person_do_both(coprod: Coprod, full: Path) -> None:
    coprod.told("charity", full, "--one-person-note", "Agreed on 3 May.")
    assert "Agreed on 3 May." in coprod("charity", full).out
    coprod.told("approve", full, "--up-to", "2026-11-30")
    coprod.told("pay-run", full, "prepare", "--up-to", "2026-11-30")
    assert coprod.told("pay-run", full, "approve", 1)["state"] == "approved"
    assert coprod.told("charity", full, "--one-person-note", "")["one_person_note"] == ""


def test_the_account_is_read_from_standard_input_and_told_masked(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("08-99-99\n66374959\n"))
    told = coprod.told("charity", full, "--pay-from", "--account-name", "RIVERMEAD")
    assert (told["account_name"], told["account_ending"]) == ("RIVERMEAD", "4959")
    said = coprod("charity", full).out
    assert "RIVERMEAD, account •• 4959" in said
    assert "6637" not in said


def test_what_cannot_be_is_refused(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(full)
    assert "moon" in coprod.refused("charity", full, "--layout", "moon")
    assert coprod.refused("charity", full, "--bacs-number", "12")
    monkeypatch.setattr("sys.stdin", io.StringIO("08-99-99\n123\n"))
    assert coprod.refused("charity", full, "--pay-from")
    assert digest(full) == before
    assert coprod.told("charity", full, "--layout", "unity")["layout"] == "unity"
