"""A pay run goes through its steps, each by the right person, and nothing is paid twice."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod, digest

IDRIS = ("--operator", "Idris Vaughan")


@pytest.fixture
def approved(coprod: Coprod, full: Path) -> Path:
    """Approve all work of the file."""
    told = coprod.told("approve", full, "--up-to", "2026-11-30")
    assert told == {"approved_contributions": 4, "approved_claims": 0, "own_left": 0}
    return full


def test_only_work_up_to_the_day_and_of_the_project_is_approved(coprod: Coprod, full: Path) -> None:
    early = coprod.told("approve", full, "--up-to", "2026-10-31")
    assert early["approved_contributions"] == 1
    garden = coprod.told("approve", full, "--up-to", "2026-11-30", "--project", "garden")
    assert garden["approved_contributions"] == 0
    assert "No project called “Moon”" in coprod.refused(
        "approve", full, "--up-to", "2026-11-30", "--project", "Moon"
    )


def test_preparing_tells_every_payment(coprod: Coprod, approved: Path) -> None:
    told = coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    assert list(told) == ["run", "state", "payments", "total_pence", "held"]
    assert (told["run"], told["state"], told["total_pence"], told["held"]) == (
        1,
        "prepared",
        6000,
        [],
    )
    assert told["payments"] == [
        {
            "participant": name,
            "method": "cash",
            "payment_pence": 3000,
            "reimbursement_pence": 0,
            "pence": 3000,
        }
        for name in ("Aisha Rahman", "Bronwen Pugh")
    ]
    assert coprod.told("pay-run", approved, "show", 1) == told


def test_nothing_is_paid_twice(coprod: Coprod, approved: Path) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    words = coprod.refused("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    assert words.startswith("Nothing that is approved waits to be paid up to 30\u00a0November")


def test_nothing_is_paid_unapproved(coprod: Coprod, full: Path) -> None:
    before = digest(full)
    assert coprod.refused("pay-run", full, "prepare", "--up-to", "2026-11-30")
    assert digest(full) == before


def test_who_prepared_a_run_does_not_approve_it(coprod: Coprod, approved: Path) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    words = coprod.refused("pay-run", approved, "approve", 1)
    assert words.startswith("The one who prepared a pay run does not approve it.")
    told = coprod.told("pay-run", approved, "approve", 1, *IDRIS)
    assert told == {"run": 1, "state": "approved", "approved_by": "Idris Vaughan"}


def test_a_run_goes_from_prepared_to_settled(
    coprod: Coprod, approved: Path, tmp_path: Path
) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    out = tmp_path / "out"
    assert "waits for approval" in coprod.refused("pay-run", approved, "export", 1, "--out", out)
    coprod.told("pay-run", approved, "approve", 1, *IDRIS)
    assert "files of this pay run" in coprod.refused("pay-run", approved, "settle", 1)
    made = coprod.told("pay-run", approved, "export", 1, "--out", out)
    assert (made["run"], made["state"], made["bank_file"]) == (1, "exported", None)
    assert Path(made["payment_sheet"]).read_bytes().startswith(b"PK")
    assert Path(made["payment_sheet_pdf"]).read_bytes().startswith(b"%PDF-")
    assert len(made["remittances"]) == 2
    told = coprod.told("pay-run", approved, "settle", 1, "--paid-on", "2026-11-20")
    assert told == {"run": 1, "state": "settled", "paid_on": "2026-11-20"}
    assert coprod.told("check", approved)["is_sound"]


def test_a_day_far_off_is_no_day_of_payment(coprod: Coprod, approved: Path) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    words = coprod.refused("pay-run", approved, "settle", 1, "--paid-on", "1926-11-20")
    assert "before 1990" in words


def test_a_run_taken_back_is_owed_again(coprod: Coprod, approved: Path) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    told = coprod.told("pay-run", approved, "reverse", 1, "--because", "Wrong day.")
    assert told == {"run": 1, "state": "reversed", "because": "Wrong day."}
    again = coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    assert (again["run"], again["total_pence"]) == (2, 6000)


def test_a_run_that_is_not_there_is_refused(coprod: Coprod, full: Path) -> None:
    for step in ("show", "approve", "settle"):
        assert "no pay run 9" in coprod.refused("pay-run", full, step, 9)


def test_a_person_reads_names_and_pounds(coprod: Coprod, approved: Path, tmp_path: Path) -> None:
    said = coprod("pay-run", approved, "prepare", "--up-to", "2026-11-30").out.splitlines()
    assert said[0] == "Pay run 1 (prepared), 2 people, £60.00 in all."
    assert said[2].split() == ["Aisha", "Rahman", "cash", "£30.00", "£0.00", "£30.00"]
    said = coprod("pay-run", approved, "approve", 1, *IDRIS).out.splitlines()
    assert said == ["Pay run 1 is approved by Idris Vaughan."]
