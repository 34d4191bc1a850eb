"""The cash box is shown, filled, emptied and counted from the command line."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod

IDRIS = ("--operator", "Idris Vaughan")


@pytest.fixture
def paid(coprod: Coprod, full: Path, tmp_path: Path) -> Path:
    """Hand out £60.00 in cash to two people of run 1; Grace has drawn £150.00."""
    coprod.told("approve", full, "--up-to", "2026-11-30")
    coprod.told("pay-run", full, "prepare", "--up-to", "2026-11-30")
    coprod.told("pay-run", full, "approve", 1, *IDRIS)
    coprod.told("cash", full, "draw", "150", "--on", "2026-11-09", "--note", "cheque 000218")
    coprod.told("pay-run", full, "export", 1, "--out", tmp_path / "out")
    coprod.told("pay-run", full, "settle", 1, "--paid-on", "2026-11-10")
    return full


def test_an_empty_box_is_shown(coprod: Coprod, empty: Path) -> None:
    assert coprod.told("cash", empty) == {"left_pence": 0, "waiting": [], "moves": []}
    assert coprod("cash", empty).out == "£0.00 should be in the box.\n"


def test_what_must_be_drawn_is_told(coprod: Coprod, full: Path) -> None:
    coprod.told("approve", full, "--up-to", "2026-11-30")
    coprod.told("pay-run", full, "prepare", "--up-to", "2026-11-30", "--pay-on", "2026-12-01")
    coprod.told("cash", full, "draw", "20")
    assert coprod.told("cash", full)["waiting"] == [
        {"run": 1, "pay_on": "2026-12-01", "pence": 6000, "shortfall_pence": 4000}
    ]
    said = coprod("cash", full).out.splitlines()
    assert said[1] == "Pay run 1 hands out £60.00 from it. Draw £40.00 first."


def test_every_move_is_listed_newest_first(coprod: Coprod, paid: Path) -> None:
    told = coprod.told("cash", paid)
    assert told["left_pence"] == 9000
    assert [(m["kind"], m["pence"], m["left_pence"], m["run"]) for m in told["moves"]] == [
        ("handed out", -3000, 9000, 1),
        ("handed out", -3000, 12_000, 1),
        ("drawn from the bank", 15_000, 15_000, None),
    ]
    assert told["moves"][2]["note"] == "cheque 000218"
    said = coprod("cash", paid).out.splitlines()
    assert said[0] == "£90.00 should be in the box."
    assert "handed out: Bronwen Pugh" in said[2]
    assert said[-1].endswith("£150.00  £150.00  cheque 000218")


def test_cash_is_paid_in_but_no_more_than_there_is(coprod: Coprod, paid: Path) -> None:
    told = coprod.told("cash", paid, "pay-in", "40.00")
    assert (told["pence"], told["left_pence"]) == (-4000, 5000)
    assert "By the register £50.00 is in the box" in coprod.refused("cash", paid, "pay-in", "50.01")
    assert coprod.told("cash", paid)["left_pence"] == 5000


def test_a_count_says_whether_somebody_else_counted(coprod: Coprod, paid: Path) -> None:
    words = coprod.refused("cash", paid, "count", "86.80")
    assert words.startswith(
        "You counted £86.80, and £90.00 should be in the box: £3.20 is missing."
    )
    said = coprod("cash", paid, "count", "86.80", "--note", "Looked twice.").out.splitlines()
    assert said[0] == "Recorded: £86.80 counted, and £90.00 should have been there."
    assert said[1].startswith("You handed out some of this cash yourself.")
    told = coprod.told("cash", paid, "count", "86.80", *IDRIS)
    assert (told["difference_pence"], told["is_own_count"], told["left_pence"]) == (0, False, 8680)


@pytest.mark.parametrize("step", ["draw", "pay-in"])
def test_nothing_is_no_amount(coprod: Coprod, empty: Path, step: str) -> None:
    assert "no amount yet" in coprod.refused("cash", empty, step, "0")


def test_an_amount_is_needed_and_is_money(coprod: Coprod, empty: Path) -> None:
    assert coprod("cash", empty, "draw").code == 2
    assert coprod("cash", empty, "draw", "much").code == 2
    assert coprod("cash", empty, "lend", "5").code == 2
