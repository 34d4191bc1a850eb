"""Vouchers are listed, added, set aside and marked from the command line."""

import dataclasses
from pathlib import Path

import pytest

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.office import open_office
from tests.cli.runner import PASSPHRASE, Coprod

ADD = ("add", "--name", "High Street voucher", "--value", "10", "--on", "2026-11-02")


@pytest.fixture
def waiting(coprod: Coprod, full: Path) -> Path:
    """Prepare run 1, which pays two people £30.00 each in vouchers."""
    office = open_office(str(full), PASSPHRASE)
    for person in office.participants.everybody():
        office.participants.save(dataclasses.replace(person, paid_by=PaidBy.VOUCHER))
    office.close()
    coprod.told("approve", full, "--up-to", "2026-11-30")
    coprod.told("pay-run", full, "prepare", "--up-to", "2026-11-30")
    return full


def test_an_empty_stock_is_shown(coprod: Coprod, empty: Path) -> None:
    told = coprod.told("vouchers", empty)
    assert told == coprod.told("vouchers", empty, "list")
    assert (told["in_stock"], told["vouchers"], told["waiting"]) == (0, [], [])
    assert coprod("vouchers", empty).out == "0 vouchers in stock, worth £0.00.\n"


def test_vouchers_are_added_and_listed(coprod: Coprod, empty: Path) -> None:
    told = coprod.told("vouchers", empty, *ADD, "--first", "HV-00417", "--count", 12)
    assert (told["name"], told["serials"][-1], told["pence"]) == (
        "High Street voucher", "HV-00428", 12_000
    )  # fmt: skip
    listed = coprod.told("vouchers", empty)
    assert (listed["in_stock"], listed["in_stock_pence"]) == (12, 12_000)
    (line,) = listed["vouchers"]
    assert (line["state"], line["bought_on"], len(line["serials"])) == (
        "in stock", "2026-11-02", 12
    )  # fmt: skip
    said = coprod("vouchers", empty, "list").out.splitlines()
    assert said[0] == "12 vouchers in stock, worth £120.00."
    assert "HV-00417 to HV-00428" in said[2]
    assert "HV-00420" in coprod.refused("vouchers", empty, *ADD, "--first", "HV-00420")


def test_a_run_gets_its_vouchers_or_is_told_why_not(coprod: Coprod, waiting: Path) -> None:
    coprod.told("vouchers", waiting, *ADD, "--first", "HV-1", "--count", 5)
    said = coprod("vouchers", waiting).out.splitlines()
    assert said[1] == "Pay run 1 still needs vouchers for £60.00."
    told = coprod.told("vouchers", waiting, "set-aside", 1)
    (done,), (left,) = told["set_aside"], told["left"]
    assert (done["participant"], done["serials"]) == ("Aisha Rahman", ["HV-1", "HV-2", "HV-3"])
    assert left["participant"] == "Bronwen Pugh"
    assert left["because"] == "The vouchers left in stock are worth £20.00, less than £30.00."
    said = coprod("vouchers", waiting, "set-aside", 1).out.splitlines()
    assert said[0] == "Aisha Rahman  £30.00  HV-1 to HV-3"
    assert said[1].startswith("None for Bronwen Pugh: ")
    back = coprod.told("vouchers", waiting, "put-back", done["payment"])
    assert back["serials"] == ["HV-1", "HV-2", "HV-3"]
    again = coprod("vouchers", waiting, "put-back", done["payment"]).out
    assert again == "Nothing was set aside for this payment.\n"
    assert "no pay run 9" in coprod.refused("vouchers", waiting, "set-aside", 9)


def test_a_run_without_vouchers_says_so(coprod: Coprod, full: Path) -> None:
    coprod.told("approve", full, "--up-to", "2026-11-30")
    coprod.told("pay-run", full, "prepare", "--up-to", "2026-11-30")
    said = coprod("vouchers", full, "set-aside", 1).out
    assert said == "Pay run 1 pays nobody by voucher.\n"


def test_a_voucher_is_marked_as_spoilt_and_found_again(coprod: Coprod, empty: Path) -> None:
    coprod.told("vouchers", empty, *ADD, "--first", "007")
    told = coprod.told("vouchers", empty, "spoil", "007", "--because", "Torn")
    assert told == {"serial": "007", "name": "High Street voucher", "state": "spoilt"}
    assert "spoilt or lost" in coprod.refused("vouchers", empty, "spoil", "007", "--because", "x")
    said = coprod("vouchers", empty, "unspoil", "007", "--name", "high street voucher").out
    assert said == "007 is in stock again.\n"
    assert "serial number “008”" in coprod.refused("vouchers", empty, "unspoil", "008")


def test_what_is_missing_is_wrong_usage(coprod: Coprod, empty: Path) -> None:
    assert coprod("vouchers", empty, "add", "--name", "Token").code == 2
    assert coprod("vouchers", empty, "spoil", "007").code == 2
    assert coprod("vouchers", empty, "set-aside", "first").code == 2
