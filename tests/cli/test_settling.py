"""What became of the money is recorded payment by payment, and what came back is owed again."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod, digest

AISHA = "Aisha Rahman"
WHY = ("--without-vouchers", "Bought in the shop")
ON = "2026-11-20"


@pytest.fixture
def settled(coprod: Coprod, exported: Path) -> Path:
    """Settle the run by hand."""
    told = coprod.told("pay-run", exported, "settle", 1, "--paid-on", ON, *WHY)
    assert (told["state"], told["paid"], told["paid_pence"]) == ("settled", 4, 10_060)
    return exported


def test_some_payments_are_settled_and_the_others_wait(coprod: Coprod, exported: Path) -> None:
    told = coprod.told("pay-run", exported, "settle", 1, "--paid-on", ON, "--method", "cash")
    assert (told["state"], told["paid"], told["paid_pence"]) == ("exported", 1, 2400)
    assert {one["method"] for one in told["still_waiting"]} == {"bank", "voucher"}
    told = coprod.told("pay-run", exported, "settle", 1, "--paid-on", ON, "--only", "AISHA RAHMAN")
    assert (told["paid"], told["paid_pence"], len(told["still_waiting"])) == (1, 3460, 2)
    told = coprod.told("pay-run", exported, "settle", 1, "--paid-on", ON, *WHY)
    assert told == {
        "run": 1,
        "state": "settled",
        "paid_on": ON,
        "paid": 2,
        "paid_pence": 4200,
        "still_waiting": [],
    }
    words = coprod.refused("pay-run", exported, "settle", 1, "--method", "cash")
    assert words == "No payment of pay run 1 by cash waits. Nothing was changed."


def test_a_payment_that_came_back_is_owed_again(coprod: Coprod, settled: Path) -> None:
    told = coprod.told("pay-run", settled, "came-back", 1, AISHA, "--because", "Closed", "--on",
                       "2026-11-24")  # fmt: skip
    assert told.pop("payment")
    assert told == {
        "run": 1,
        "state": "settled",
        "participant": AISHA,
        "method": "bank",
        "pence": 3460,
        "on": "2026-11-24",
    }
    again = coprod.told("pay-run", settled, "prepare", "--up-to", "2026-11-30")
    assert [(one["participant"], one["pence"]) for one in again["payments"]] == [(AISHA, 3460)]
    words = coprod.refused("pay-run", settled, "came-back", 1, AISHA, "--because", "Closed")
    assert "came back already" in words


def test_what_was_paid_in_error_is_kept_back_from_the_next_payment(
    coprod: Coprod, settled: Path
) -> None:
    told = coprod.told("pay-run", settled, "paid-in-error", 1, AISHA, "--what", "bus",
                       "--because", "Paid by the library")  # fmt: skip
    assert (told["kept_back_pence"], [one["pence"] for one in told["lines"]]) == (460, [460])
    assert coprod.told("check", settled)["is_sound"]


def test_a_gift_is_recorded_after_the_money_was_paid(coprod: Coprod, exported: Path) -> None:
    give = ("pay-run", exported, "gift", 1, "Ceri Walsh", "20.00", "--on", "2026-11-21")
    before = digest(exported)
    assert "has not been paid yet" in coprod.refused(*give)
    assert digest(exported) == before
    coprod.told("pay-run", exported, "settle", 1, "--paid-on", ON, *WHY)
    shown = coprod.told("pay-run", exported, "show", 1, "Ceri Walsh")["payments"][0]
    assert shown["wished_gift_pence"] == 2400
    told = coprod.told(*give, "--gift-aid", "--note", "For the garden")
    assert (told["gift_pence"], told["is_gift_aid"], told["still_wished_pence"]) == (
        2000,
        True,
        400,
    )
    words = coprod.refused("pay-run", exported, "gift", 1, "Ceri Walsh", "4.01")
    assert "£4.00 of this payment is left" in words
    shown = coprod.told("pay-run", exported, "show", 1, "Ceri Walsh")["payments"][0]
    assert (shown["pence"], shown["wished_gift_pence"]) == (2400, 400)


def test_a_person_reads_what_was_recorded(coprod: Coprod, exported: Path) -> None:
    said = coprod("pay-run", exported, "settle", 1, "--paid-on", ON, "--method", "bank").out
    assert said == (
        "2 payments of pay run 1, £64.60 in all, were made on 20\u00a0November\u00a02026. "
        "2 still wait.\n"
    )
    said = coprod("pay-run", exported, "came-back", 1, AISHA, "--because", "Closed").out
    assert said == "The £34.60 of Aisha Rahman came back, and is owed again.\n"


def test_vouchers_go_out_with_their_numbers_or_a_reason(coprod: Coprod, exported: Path) -> None:
    said = coprod.refused("pay-run", exported, "settle", 1, "--paid-on", ON)
    assert said.startswith("No vouchers are set aside for ")
    assert (
        coprod.told("pay-run", exported, "settle", 1, "--paid-on", ON, *WHY)["state"] == "settled"
    )
