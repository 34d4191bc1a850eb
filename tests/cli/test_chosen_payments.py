"""It is certain which payment is meant, or somebody is asked."""

from pathlib import Path

from tests.cli.runner import Coprod, digest


def test_a_name_with_two_payments_is_asked_about(coprod: Coprod, exported: Path) -> None:
    before = digest(exported)
    step = ("pay-run", exported, "came-back", 1, "Bronwen Pugh", "--because", "Closed")
    words = coprod.refused(*step)
    assert "£30.00 by bank (payment " in words
    assert "£12.00 by voucher (payment " in words
    assert "--method" in words
    assert digest(exported) == before
    assert coprod.told(*step, "--method", "voucher")["pence"] == 1200
    assert coprod.told(*step)["pence"] == 3000, "only one of the two is still to come back"


def test_a_payment_is_known_by_its_number_too(coprod: Coprod, exported: Path) -> None:
    told = coprod.told("pay-run", exported, "show", 1, "bronwen pugh")
    by_method = {one["method"]: one["payment"] for one in told["payments"]}
    settled = coprod.told("pay-run", exported, "settle", 1, "--only", by_method["voucher"],
                          "--paid-on", "2026-11-20",
                          "--without-vouchers", "Bought at the shop.")  # fmt: skip
    assert (settled["paid"], settled["paid_pence"], settled["state"]) == (1, 1200, "exported")


def test_whoever_is_not_in_the_run_is_named(coprod: Coprod, exported: Path) -> None:
    words = coprod.refused("pay-run", exported, "show", 1, "Idris Vaughan")
    assert words.startswith("Nobody called “Idris Vaughan” is paid in pay run 1.")
    words = coprod.refused(
        "pay-run", exported, "settle", 1, "--only", "Ceri Walsh", "--method", "bank"
    )
    assert words.startswith("Nobody called “Ceri Walsh” is paid by bank in pay run 1.")


def test_lines_that_are_not_there_are_refused(coprod: Coprod, prepared: Path) -> None:
    for pick in (("--line", 7), ("--day", "2026-10-01"), ("--what", "train"),
                 ("--day", "2026-11-05", "--what", "steering")):  # fmt: skip
        words = coprod.refused(
            "pay-run", prepared, "put-off", 1, "Aisha Rahman", *pick, "--because", "No ticket"
        )
        assert words.startswith("Nothing in this payment fits what you named.")
