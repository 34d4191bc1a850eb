"""Drafts are listed and sent for approval; an empty claim stays a draft."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.services.office import open_office
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from tests.cli.runner import PASSPHRASE, Coprod, digest
from tests.invented import WORKED_ON


@pytest.fixture
def drafted(full: Path) -> Path:
    """Keep a session of two people, a claim and an empty claim as drafts."""
    office = open_office(str(full), PASSPHRASE)
    people = office.participants.everybody()
    project = office.projects.open_projects()[0].project_id
    rows = tuple(
        SessionRow(
            participant_id=one.participant_id,
            capacity=one.capacity,
            minutes=(("Meeting", 60),),
        )
        for one in people
    )
    office.sessions.log(
        SessionEntry(
            project_id=project,
            title="Garden day",
            held_on=WORKED_ON,
            kind_of_work="Meeting",
            rows=rows,
            is_draft=True,
        )
    )
    fare = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.BUS, what="Bus", pence=460)
    for day, lines in ((5, (fare,)), (6, ())):
        office.expenses.log(
            ExpenseEntry(
                participant_id=people[0].participant_id,
                project_id=project,
                claimed_on=datetime.date(2026, 11, day),
                lines=lines,
                is_draft=True,
            )
        )
    office.close()
    return full


def test_drafts_are_listed_with_their_numbers(coprod: Coprod, drafted: Path) -> None:
    told = coprod.told("drafts", drafted)
    assert {one["participant"] for one in told["work"]} == {"Aisha Rahman", "Bronwen Pugh"}
    assert [(one["day"], one["lines"], one["claimed_pence"]) for one in told["claims"]] == [
        ("2026-11-06", 0, 0),
        ("2026-11-05", 1, 460),
    ]
    assert coprod.told("drafts", drafted, "list") == told
    assert "£4.60" in coprod("drafts", drafted).out


def test_drafts_are_not_approved_before_they_are_sent(coprod: Coprod, drafted: Path) -> None:
    told = coprod.told("approve", drafted, "--up-to", "2026-11-30")
    assert (told["approved_contributions"], told["approved_claims"]) == (4, 0)
    empty = coprod.told("drafts", drafted)["claims"][0]["claim"]
    sent = coprod.told("drafts", drafted, "send")
    assert sent == {"sent_work": 2, "sent_claims": 1, "left_claims": [empty]}
    told = coprod.told("approve", drafted, "--up-to", "2026-11-30")
    assert (told["approved_contributions"], told["approved_claims"]) == (2, 1)
    left = coprod.told("drafts", drafted)
    assert (left["work"], [one["claim"] for one in left["claims"]]) == ([], [empty])


def test_some_drafts_are_sent(coprod: Coprod, drafted: Path) -> None:
    by_name = coprod.told("drafts", drafted, "send", "--participant", "BRONWEN PUGH")
    assert (by_name["sent_work"], by_name["sent_claims"]) == (1, 0)
    by_day = coprod.told("drafts", drafted, "send", "--up-to", "2026-11-03")
    assert (by_day["sent_work"], by_day["sent_claims"]) == (1, 0)
    number = coprod.told("drafts", drafted)["claims"][1]["claim"]
    by_number = coprod.told("drafts", drafted, "send", "--claim", number)
    assert (by_number["sent_work"], by_number["sent_claims"]) == (0, 1)


def test_what_is_no_draft_is_refused_and_nothing_is_sent(coprod: Coprod, drafted: Path) -> None:
    number = coprod.told("drafts", drafted)["work"][0]["work"]
    before = digest(drafted)
    words = coprod.refused("drafts", drafted, "send", "--work", number, "--claim", 7)
    assert words.startswith("7 is not the number of a draft.")
    assert coprod.refused("drafts", drafted, "send", "--project", "Moon").startswith("No draft")
    assert digest(drafted) == before


def test_a_reader_is_told_what_stays_a_draft(coprod: Coprod, drafted: Path) -> None:
    said = coprod("drafts", drafted, "send").out.splitlines()
    assert said == [
        "Sent for approval. Pieces of work: 2. Expense claims: 1.",
        "The claim of Aisha Rahman, 6\u00a0November\u00a02026, has no lines yet and stays a draft.",
    ]


def test_drafts_are_removed_by_their_numbers_and_brought_back(
    coprod: Coprod, drafted: Path
) -> None:
    before = coprod.told("drafts", drafted)
    claim, piece = before["claims"][1]["claim"], before["work"][0]["work"]
    assert "by its number" in coprod.refused("drafts", drafted, "remove")
    assert "not the number" in coprod.refused("drafts", drafted, "remove", "--claim", "7")
    told = coprod.told("drafts", drafted, "remove", "--claim", claim, "--work", piece)
    assert told == {"removed_work": [piece], "removed_claims": [claim]}
    now = coprod.told("drafts", drafted)
    assert len(now["claims"]) == len(before["claims"]) - 1
    assert len(now["work"]) == len(before["work"]) - 1
    for _change in range(2):
        coprod.told("undo", drafted)
    assert coprod.told("drafts", drafted) == before
