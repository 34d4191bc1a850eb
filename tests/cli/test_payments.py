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
    assert list(told) == ["run", "state", "pay_on", "payments", "total_pence", "held"]
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
    shown = coprod.told("pay-run", approved, "show", 1)
    assert {name: shown[name] for name in told if name != "payments"} == {
        name: told[name] for name in told if name != "payments"
    }


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
    assert words.startswith("The one who prepared or changed a pay run does not approve it.")
    told = coprod.told("pay-run", approved, "approve", 1, *IDRIS)
    assert told == {
        "run": 1,
        "state": "approved",
        "approved_by": "Idris Vaughan",
        "approvals": 1,
        "needed": 1,
    }


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
    assert (told["state"], told["paid_on"], told["paid_pence"]) == ("settled", "2026-11-20", 6000)
    assert coprod.told("check", approved)["is_sound"]


def test_a_day_far_off_is_no_day_of_payment(coprod: Coprod, approved: Path) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    words = coprod.refused("pay-run", approved, "settle", 1, "--paid-on", "1926-11-20")
    assert "before 1990" in words


def test_a_run_whose_files_are_made_is_taken_back_by_two(
    coprod: Coprod, approved: Path, tmp_path: Path
) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    coprod.told("pay-run", approved, "approve", 1, *IDRIS)
    coprod.told("pay-run", approved, "export", 1, "--out", tmp_path / "out")
    reverse = ("pay-run", approved, "reverse", 1)
    told = coprod.told(*reverse, "--because", "Refused.")
    asked = {"because": "Refused.", "asked_by": "Grace Okafor"}
    assert told == {"run": 1, "state": "exported", **asked}
    shown = coprod.told("pay-run", approved, "show", 1)["approval"]["asked_to_take_back"]
    assert (shown["name"], shown["because"]) == ("Grace Okafor", "Refused.")
    assert "Grace Okafor asks to take it back" in coprod("pay-run", approved, "show", 1).out
    assert "waits for a second person" in coprod.refused(*reverse)
    stays = coprod.told("pay-run", approved, "let-stand", 1, "--because", "It was paid.")
    assert (stays["state"], stays["because"]) == ("exported", "It was paid.")
    assert "Nobody asks any more" in coprod.refused(
        "pay-run", approved, "let-stand", 1, "--because", "It was paid."
    )
    coprod.told(*reverse, "--because", "Refused.")
    told = coprod.told(*reverse, *IDRIS)
    assert told == {"run": 1, "state": "reversed", "because": "Refused.", "asked_by": None}


def test_a_run_taken_back_is_owed_again(coprod: Coprod, approved: Path) -> None:
    coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    told = coprod.told("pay-run", approved, "reverse", 1, "--because", "Wrong day.")
    because = {"because": "Wrong day.", "asked_by": None}
    assert told == {"run": 1, "state": "reversed", **because}
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


def test_a_weekend_moves_the_day_where_somebody_is_paid_by_bank(
    coprod: Coprod, prepared: Path
) -> None:
    coprod.told("pay-run", prepared, "reverse", 1, "--because", "Another day")
    step = ("pay-run", prepared, "prepare", "--up-to", "2026-11-30", "--pay-on")
    told = coprod.told(*step, "2026-11-21")
    assert (told["run"], told["pay_on"], told["moved_from"]) == (2, "2026-11-23", "2026-11-21")
    coprod.told("pay-run", prepared, "reverse", 2, "--because", "Another day")
    said = coprod(*step, "2026-11-21").out
    assert "Banks send nothing on 21\u00a0November\u00a02026" in said
    assert "23\u00a0November\u00a02026" in said


def test_a_try_tells_the_same_and_changes_nothing(coprod: Coprod, approved: Path) -> None:
    before = digest(approved)
    tried = coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30", "--dry-run")
    assert digest(approved) == before
    told = coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")
    assert tried == {name: told[name] for name in ("payments", "total_pence", "held")}


def test_a_run_is_of_projects_or_funds(coprod: Coprod, prepared: Path) -> None:
    coprod.told("pay-run", prepared, "reverse", 1, "--because", "By fund")
    step = ("pay-run", prepared, "prepare", "--up-to", "2026-11-30")
    words = coprod.refused(*step, "--fund", "The moon")
    assert "These are known: Lottery." in words
    assert "No project called “Moon”" in coprod.refused(*step, "--project", "Moon")
    by_fund = coprod.told(*step, "--fund", "lottery", "--dry-run")
    by_name = coprod.told(*step, "--project", "better waiting rooms", "--dry-run")
    assert by_fund == by_name
    assert by_fund["total_pence"] == 10_060


def test_a_project_without_a_fund_is_in_none(coprod: Coprod, approved: Path) -> None:
    words = coprod.refused(
        "pay-run", approved, "prepare", "--up-to", "2026-11-30", "--fund", "Lottery"
    )
    assert words.startswith("No project names a fund yet")


def test_a_run_that_is_sent_back_asks_for_approval_again(coprod: Coprod, prepared: Path) -> None:
    told = coprod.told("pay-run", prepared, "send-back", 1, "--because", "Whose fare?", *IDRIS)
    assert told == {"run": 1, "state": "sent back", "because": "Whose fare?"}
    assert "was sent back" in coprod.refused("pay-run", prepared, "approve", 1, *IDRIS)
    told = coprod.told("pay-run", prepared, "ask-again", 1)
    assert told == {"run": 1, "state": "prepared", "needed": 1}
    assert coprod.told("pay-run", prepared, "approve", 1, *IDRIS)["state"] == "approved"


def test_runs_are_listed_newest_first(coprod: Coprod, approved: Path) -> None:
    assert coprod("pay-run", approved, "list").out == "There is no pay run yet.\n"
    for _ in range(2):
        number = coprod.told("pay-run", approved, "prepare", "--up-to", "2026-11-30")["run"]
        coprod.told("pay-run", approved, "reverse", number, "--because", "Wrong day.")
    runs = coprod.told("pay-run", approved, "list")["runs"]
    assert [(one["run"], one["state"], one["pence"]) for one in runs] == [
        (2, "reversed", 6000),
        (1, "reversed", 6000),
    ]
    said = coprod("pay-run", approved, "list").out.splitlines()
    assert said[1].split()[:2] == ["2", "reversed"]
