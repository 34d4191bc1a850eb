"""Work from a sheet is matched, priced and checked against the rules of the file."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.money import at_hourly_rate
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.services.office import Office
from tests.services.sheet_files import a_sheet, an_office

HEAD = "Name,Date,Hours,Project,What,Paid,Amount,Capacity,Email"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = an_office(str(tmp_path / "a.coprod"))
    yield office
    office.close()


def logged(office: Office) -> list[Contribution]:
    with office.desk.reading() as reading:
        return list(reading.find(Contribution))


def bring(office: Office, tmp_path: Path, *rows: str) -> list[Contribution]:
    result = office.imports.contributions(a_sheet(tmp_path / "time.csv", HEAD, *rows))
    assert result.problems == ()
    return logged(office)


def test_paid_work_is_offered_by_the_policy_and_unpaid_work_is_valued(
    office: Office, tmp_path: Path
) -> None:
    paid, unpaid = bring(
        office, tmp_path, "Ann,03/11/2026,2.5,Garden,Dug,yes", "Ann,03/11/2026,1,Garden,Read,no"
    )
    assert (paid.pay, paid.offered_pence, paid.agreed_pence, paid.is_paid) == (
        Pay.PAID,
        3000,
        3000,
        True,
    )
    assert (unpaid.pay, unpaid.offered_pence, unpaid.value_pence, unpaid.is_paid) == (
        Pay.UNPAID,
        0,
        1200,
        False,
    )
    assert paid.because == (
        "Time: 2\u00a0hours 30\u00a0minutes at £12.00 an hour, which makes £30.00. "
        "Policy version 1."
    )
    assert unpaid.because == "Recorded as unpaid work. Policy version 1."
    assert paid.state is WorkState.LOGGED


def test_an_amount_of_the_sheet_is_the_offer(office: Office, tmp_path: Path) -> None:
    (piece,) = bring(office, tmp_path, "Ann,03/11/2026,2,Garden,Dug,,31.00")
    assert (piece.offered_pence, piece.agreed_pence, piece.rate_pence) == (3100, 3100, 1550)
    assert (piece.is_paid, piece.value_pence) == (True, 0)
    assert piece.because == "As in the imported sheet."


def test_work_of_which_nothing_is_said_promises_no_money(office: Office, tmp_path: Path) -> None:
    (piece,) = bring(office, tmp_path, "Ann,03/11/2026,2,Garden,Dug")
    assert (piece.pay, piece.offered_pence, piece.value_pence) == (Pay.UNPAID, 0, 2400)


def test_a_rate_agreed_with_the_person_is_used(office: Office, tmp_path: Path) -> None:
    ann = office.participants.add(Participant(participant_id=0, name="Ann"))
    garden = office.projects.add(Project(project_id=0, name="Garden"))
    office.projects.agree(
        Engagement(
            engagement_id=0,
            participant_id=ann.participant_id,
            project_id=garden.project_id,
            starts_on=datetime.date(2026, 11, 1),
            hourly_pence=2000,
        )
    )
    before, after = bring(
        office, tmp_path, "Ann,31/10/2026,1,Garden,Dug,yes", "Ann,02/11/2026,1,Garden,Dug,yes"
    )
    assert (before.offered_pence, after.offered_pence) == (1200, 2000)


def test_people_and_projects_are_matched_whatever_case_and_accents(
    office: Office, tmp_path: Path
) -> None:
    office.participants.add(
        Participant(participant_id=0, name="Siân Pugh", capacity=Capacity.CARER)
    )
    office.projects.add(Project(project_id=0, name="Garden"))
    sheet = a_sheet(
        tmp_path / "time.csv", HEAD, "SIAN  PUGH,03/11/2026,1,garden,Dug", "New,03/11/2026,1,Ward,x"
    )
    result = office.imports.contributions(sheet)
    assert (result.people_added, result.projects_added) == (1, 1)
    first, second = logged(office)
    assert (first.capacity, second.capacity) == (Capacity.CARER, Capacity.LIVED_EXPERIENCE)


def test_work_without_a_project_goes_to_one_named_after_the_sheet(
    office: Office, tmp_path: Path
) -> None:
    bring(office, tmp_path, "Ann,03/11/2026,1,,Dug")
    assert [project.name for project in office.projects.open_projects()] == ["Imported from time"]


def test_a_name_that_fits_two_people_is_a_problem_unless_the_email_tells(
    office: Office, tmp_path: Path
) -> None:
    for email in ("one@ann.example", "two@ann.example"):
        person = Participant(participant_id=0, name="Ann", email=email)
        office.participants.add(person, is_namesake=True)
    sheet = a_sheet(
        tmp_path / "time.csv",
        HEAD,
        "Ann,03/11/2026,1,Garden,Dug,,,,",
        "Ann,03/11/2026,2,Garden,Dug,,,,two@ann.example",
    )
    result = office.imports.contributions(sheet)
    (problem,) = result.problems
    assert (problem.row, problem.value) == (2, "Ann")
    assert "Several people" in problem.message
    assert (result.added, result.minutes_total) == (1, 120)


def test_nobody_has_more_than_24_hours_on_a_day(office: Office, tmp_path: Path) -> None:
    bring(office, tmp_path, "Ann,03/11/2026,20,Garden,Dug")
    sheet = a_sheet(
        tmp_path / "more.csv",
        HEAD,
        "Ann,03/11/2026,5,Garden,Dug",
        "Ann,03/11/2026,3,Garden,Dug",
        "Ann,03/11/2026,2,Garden,Dug",
        "Ben,03/11/2026,24,Garden,Dug",
    )
    result = office.imports.contributions(sheet)
    assert [problem.row for problem in result.problems] == [2, 4]
    assert "25\u00a0hours" in result.problems[0].message
    assert (result.added, result.minutes_total) == (2, 180 + 1440)


def test_unpaid_with_an_amount_contradicts_itself(office: Office, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "time.csv", HEAD, "Ann,03/11/2026,2,Garden,Dug,no,12.00")
    (problem,) = office.imports.contributions(sheet).problems
    assert (problem.row, problem.value) == (2, "£12.00")


def test_a_capacity_that_is_not_known_is_noted_once(office: Office, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "time.csv",
        HEAD,
        "Ann,03/11/2026,1,Garden,Dug,,,board member",
        "Ben,03/11/2026,1,Garden,Dug,,,wizard",
        "Cas,03/11/2026,1,Garden,Dug,,,wizard",
    )
    result = office.imports.contributions(sheet)
    assert [note.value for note in result.notes if note.row > 1] == ["wizard"]
    assert [one.capacity for one in logged(office)] == [
        Capacity.TRUSTEE,
        Capacity.LIVED_EXPERIENCE,
        Capacity.LIVED_EXPERIENCE,
    ]


def test_two_pieces_of_work_that_are_alike_both_count_and_both_once(
    office: Office, tmp_path: Path
) -> None:
    rows = ("Ann,03/11/2026,1,Garden,Dug",) * 2
    bring(office, tmp_path, *rows)
    result = office.imports.contributions(a_sheet(tmp_path / "again.csv", HEAD, *rows, rows[0]))
    assert (result.added, result.already_there, result.minutes_total) == (1, 2, 180)


minutes = st.lists(st.tuples(st.integers(1, 1440), st.booleans()), min_size=1, max_size=12)


@given(minutes)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_minute_is_added_or_named_and_every_penny_follows(
    office: Office, tmp_path: Path, work: list[tuple[int, bool]]
) -> None:
    rows = [
        f"Ann,{datetime.date(2026, 1, 1) + datetime.timedelta(days=n)},{length} min,G,Dug,"
        f"{'yes' if is_paid else 'no'}"
        for n, (length, is_paid) in enumerate(work)
    ]
    result = office.imports.contributions(a_sheet(tmp_path / "time.csv", HEAD, *rows))
    assert result.problems == ()
    assert result.minutes_total == sum(length for length, _is_paid in work)
    new = logged(office)
    assert sum(p.agreed_pence for p in new) == sum(at_hourly_rate(m, 1200) for m, p in work if p)
    assert sum(p.value_pence for p in new) == sum(at_hourly_rate(m, 1200) for m, p in work if not p)
    office.history.undo()
    assert logged(office) == []
