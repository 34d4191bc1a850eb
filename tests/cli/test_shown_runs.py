"""A run tells all that an approver looks at, and a person's payments line by line."""

from pathlib import Path

from tests.cli.runner import Coprod

IDRIS = ("--operator", "Idris Vaughan")


def test_a_run_tells_its_payments_and_what_to_look_at(coprod: Coprod, prepared: Path) -> None:
    told = coprod.told("pay-run", prepared, "show", 1)
    assert (told["state"], told["up_to"], told["pay_on"]) == (
        "prepared", "2026-11-30", "2026-11-20"
    )  # fmt: skip
    first = told["payments"][0]
    assert first.pop("payment")
    assert first == {
        "participant": "Aisha Rahman",
        "method": "bank",
        "payment_pence": 3000,
        "reimbursement_pence": 460,
        "pence": 3460,
        "state": "waiting",
        "paid_on": None,
        "account_ending": "4567",
        "late_days": 3,
        "is_new_account": False,
        "was_paid_by": [],
        "is_first_payment": True,
        "is_third_party": False,
        "is_expenses_only": False,
        "is_paid_again": False,
        "kept_back_pence": 0,
    }
    assert told["goes_out"] == [
        {"method": "bank", "payments": 2, "pence": 6460},
        {"method": "cash", "payments": 1, "pence": 2400},
        {"method": "voucher", "payments": 1, "pence": 1200},
    ]
    assert (told["total_pence"], told["held"], told["new_accounts"]) == (10_060, [], [])
    assert told["approval"] == {
        "needed": 1,
        "prepared_by": ["Grace Okafor"],
        "approved_by": [],
        "sent_back": None,
        "one_person_note": "",
        "asked_to_take_back": None,
    }


def test_the_whole_account_number_is_told_nowhere(coprod: Coprod, prepared: Path) -> None:
    for words in (("show", 1), ("show", 1, "Aisha Rahman")):
        said = coprod("pay-run", prepared, *words, "--json").out
        assert "4567" in said
        assert "01234567" not in said
        assert "001462" not in said


def test_a_persons_payments_are_told_line_by_line(coprod: Coprod, prepared: Path) -> None:
    told = coprod.told("pay-run", prepared, "show", 1, "aisha rahman")
    (payment,) = told["payments"]
    assert payment["wished_gift_pence"] == 0
    assert all(one.pop("line") and one.pop("because") for one in payment["lines"])
    assert payment["lines"] == [
        {
            "kind": "contribution",
            "day": "2026-11-03",
            "what": "Steering group",
            "minutes": 150,
            "pence": 3000,
            "is_top_up": False,
        },
        {
            "kind": "expense claim",
            "day": "2026-11-05",
            "what": "Bus there",
            "minutes": 0,
            "pence": 460,
            "is_top_up": False,
        },
    ]
    said = coprod("pay-run", prepared, "show", 1, "Ceri Walsh").out
    assert "2026-11-03  Steering group  2\u00a0hours  £24.00" in said
    assert "Wishes to give £24.00 of it back once it is paid." in said


def test_a_reader_sees_who_sent_it_back_and_what_came_back(
    coprod: Coprod, prepared: Path, exported: Path
) -> None:
    coprod.told("pay-run", prepared, "send-back", 1, "--because", "Whose fare?", *IDRIS)
    said = coprod("pay-run", prepared, "show", 1).out
    assert "Prepared by Grace Okafor.\n1 approval is needed.\n" in said
    assert "Sent back by Idris Vaughan: Whose fare?" in said
    assert "Aisha Rahman: 3 days late, first payment." in said
    coprod.told("pay-run", exported, "came-back", 1, "Aisha Rahman", "--because", "Closed")
    said = coprod("pay-run", exported, "show", 1).out
    assert "Aisha Rahman: came back." in said
    assert "Approved by Idris Vaughan." in said
    told = coprod.told("pay-run", exported, "show", 1)
    assert (told["payments"][0]["state"], told["total_pence"]) == ("came back", 10_060 - 3460)
