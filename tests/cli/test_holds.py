"""Money waits for a person or for a part of it, and goes into the next run once that ends."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod, digest

AISHA, BRONWEN = "Aisha Rahman", "Bronwen Pugh"
IDRIS = ("--operator", "Idris Vaughan")


def names(coprod: Coprod, file: Path) -> list[tuple[str, int]]:
    """Return who is paid how much in run 1."""
    told = coprod.told("pay-run", file, "show", 1)
    return [(one["participant"], one["pence"]) for one in told["payments"]]


def test_somebody_is_taken_out_of_a_run_with_all_their_payments(
    coprod: Coprod, prepared: Path
) -> None:
    told = coprod.told("pay-run", prepared, "hold", 1, "bronwen pugh", "--because", "Asked us")
    assert told == {
        "run": 1,
        "state": "prepared",
        "held": {"participant": BRONWEN, "because": "Asked us", "pence": 4200, "until": None},
    }
    assert names(coprod, prepared) == [(AISHA, 3460), ("Ceri Walsh", 2400)]
    held = coprod.told("pay-run", prepared, "show", 1)["held"]
    assert [(one["participant"], one["because"]) for one in held] == [(BRONWEN, "Asked us")] * 2
    assert sum(one["pence"] for one in held) == 4200


def test_whoever_held_a_payment_does_not_approve_the_run(coprod: Coprod, prepared: Path) -> None:
    coprod.told("pay-run", prepared, "hold", 1, AISHA, "--because", "Asked us", *IDRIS)
    assert "prepared or changed" in coprod.refused("pay-run", prepared, "approve", 1, *IDRIS)


def test_money_that_is_in_no_run_can_wait_too(coprod: Coprod, full: Path) -> None:
    coprod.told("approve", full, "--up-to", "2026-11-30")
    told = coprod.told("pay-run", full, "hold", AISHA, "--because", "Away", "--until", "2099-01-01")
    assert told == {"participant": AISHA, "because": "Away", "until": "2099-01-01"}
    told = coprod.told("pay-run", full, "prepare", "--up-to", "2026-11-30")
    assert told["held"] == [
        {"participant": AISHA, "because": "Away", "pence": 3000, "until": "2099-01-01"}
    ]
    said = coprod("pay-run", full, "holds").out
    assert said == "Aisha Rahman, until 1\u00a0January\u00a02099: Away\n"


def test_a_hold_that_is_lifted_lets_the_money_into_the_next_run(
    coprod: Coprod, prepared: Path
) -> None:
    coprod.told("pay-run", prepared, "hold", 1, AISHA, "--because", "Asked us")
    told = coprod.told("pay-run", prepared, "lift", "AISHA RAHMAN")
    assert told == {
        "participant": AISHA,
        "lifted": [{"on": "person", "because": "Asked us", "until": None}],
    }
    assert coprod.told("pay-run", prepared, "holds") == {"holds": []}
    told = coprod.told("pay-run", prepared, "prepare", "--up-to", "2026-11-30")
    assert [(one["participant"], one["pence"]) for one in told["payments"]] == [(AISHA, 3460)]


def test_nothing_is_lifted_where_nothing_waits(coprod: Coprod, prepared: Path) -> None:
    words = coprod.refused("pay-run", prepared, "lift", AISHA)
    assert words.startswith("Nobody lets money of Aisha Rahman wait. Nothing was changed.")


@pytest.mark.parametrize(
    "pick",
    [("--day", "2026-11-05"), ("--what", "BUS"), ("--day", "2026-11-05", "--what", "there")],
)
def test_a_part_of_a_payment_is_put_off(
    coprod: Coprod, prepared: Path, pick: tuple[str, ...]
) -> None:
    told = coprod.told("pay-run", prepared, "put-off", 1, AISHA, *pick, "--because", "No ticket")
    assert (told["put_off_pence"], told["paid_now_pence"], told["state"]) == (460, 3000, "prepared")
    (line,) = told["put_off"]
    assert (line["kind"], line["day"], line["what"]) == ("expense claim", "2026-11-05", "Bus there")
    assert names(coprod, prepared)[0] == (AISHA, 3000)


def test_a_part_is_picked_by_the_number_of_its_line(coprod: Coprod, prepared: Path) -> None:
    (payment,) = coprod.told("pay-run", prepared, "show", 1, AISHA)["payments"]
    work = payment["lines"][0]
    told = coprod.told(
        "pay-run", prepared, "put-off", 1, payment["payment"], "--line", work["line"],
        "--because", "To be checked", "--until", "2099-01-01",
    )  # fmt: skip
    assert (told["put_off_pence"], told["paid_now_pence"]) == (3000, 460)
    assert told["until"] == "2099-01-01"


def test_a_run_that_pays_nobody_any_more_is_refused(coprod: Coprod, prepared: Path) -> None:
    for name in (AISHA, "Ceri Walsh"):
        coprod.told("pay-run", prepared, "hold", 1, name, "--because", "Asked us")
    before = digest(prepared)
    words = coprod.refused("pay-run", prepared, "hold", 1, BRONWEN, "--because", "Asked us")
    assert "last payment of pay run 1" in words
    assert digest(prepared) == before


def test_a_person_reads_what_waits_and_what_is_paid(coprod: Coprod, prepared: Path) -> None:
    said = coprod(
        "pay-run", prepared, "put-off", 1, AISHA, "--what", "bus", "--because", "No ticket."
    ).out
    assert said == "£4.60 of Aisha Rahman waits: No ticket. £30.00 is paid in pay run 1.\n"
    said = coprod("pay-run", prepared, "hold", 1, "Ceri Walsh", "--because", "Asked us").out
    assert said == "Ceri Walsh is taken out of pay run 1, and £24.00 waits: Asked us\n"
