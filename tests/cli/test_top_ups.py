"""A back-dated rise is listed, paid by a run of its own, and paid once."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.services.office import open_office
from tests.builders import a_policy
from tests.cli.runner import PASSPHRASE, Coprod, digest

IDRIS = ("--operator", "Idris Vaughan")


@pytest.fixture
def risen(coprod: Coprod, full: Path) -> Path:
    """Approve all work at £12.00 an hour; then £13.00 holds from 1 November on."""
    coprod.told("approve", full, "--up-to", "2026-11-30")
    office = open_office(str(full), PASSPHRASE)
    office.policies.save(a_policy(hourly_pence=1300).text, datetime.date(2026, 11, 1))
    office.close()
    return full


def test_a_list_changes_nothing(coprod: Coprod, risen: Path) -> None:
    before = digest(risen)
    told = coprod.told("pay-run", risen, "top-up", "--dry-run")
    assert list(told) == ["differences", "difference_pence", "none"]
    assert told["difference_pence"] == 500
    assert told["none"] == []
    first = told["differences"][0]
    assert first | {"because": ""} == {
        "participant": "Aisha Rahman",
        "kind": "contribution",
        "what": "Steering group",
        "day": "2026-11-03",
        "was_pence": 3000,
        "now_pence": 3250,
        "pence": 250,
        "because": "",
    }
    assert "Policy version 2 gives £32.50; £2.50 is paid on top." in first["because"]
    assert digest(risen) == before


def test_a_later_day_narrows_the_list(coprod: Coprod, risen: Path) -> None:
    told = coprod.told("pay-run", risen, "top-up", "--dry-run", "--from", "2026-11-04")
    assert told["differences"] == []


def test_a_run_pays_the_differences_once(coprod: Coprod, risen: Path) -> None:
    told = coprod.told("pay-run", risen, "top-up", "--pay-on", "2026-12-01")
    assert (told["run"], told["state"], told["total_pence"]) == (1, "prepared", 500)
    assert [one["payment_pence"] for one in told["payments"]] == [250, 250]
    assert told["difference_pence"] == 500
    words = coprod.refused("pay-run", risen, "top-up")
    assert words.startswith("No difference is owed")
    approved = coprod.told("pay-run", risen, "approve", 1, *IDRIS)
    assert approved["state"] == "approved"
    coprod.told("pay-run", risen, "reverse", 1, "--because", "Wrong day.")
    assert coprod.told("pay-run", risen, "top-up")["total_pence"] == 500
    assert coprod.told("check", risen)["is_sound"]


def test_a_person_reads_who_gets_how_much_and_who_nothing(coprod: Coprod, risen: Path) -> None:
    said = coprod("pay-run", risen, "top-up", "--dry-run").out.splitlines()
    assert said[0] == "£5.00 is owed on top in all."
    assert said[2].split() == [
        *("Aisha", "Rahman", "2026-11-03", "Steering", "group", "£30.00", "£32.50", "£2.50")
    ]
    office = open_office(str(risen), PASSPHRASE)
    office.policies.save(a_policy(hourly_pence=1100).text, datetime.date(2026, 11, 1))
    office.close()
    said = coprod("pay-run", risen, "top-up", "--dry-run").out.splitlines()
    assert said[2].endswith("nothing")
    assert said[-1].startswith("Nothing for Bronwen Pugh, 2026-11-03: The rules give less now.")


def test_without_a_rise_nothing_is_owed(coprod: Coprod, full: Path) -> None:
    assert coprod("pay-run", full, "top-up", "--dry-run").out == "No difference is owed.\n"
    assert coprod.refused("pay-run", full, "top-up").startswith("No difference is owed:")
