"""What was paid on top stands on every paper and in every sum, beside what it tops up."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.documents.editions.web_page import web_page
from coprod_desktop.documents.papers.statement import statement_paper
from coprod_desktop.documents.statement import statement_pdf
from coprod_desktop.domain.limits import LimitRule
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.services.office import Office
from coprod_desktop.services.totals import GROUPS, sum_of
from tests.builders import PAID_ON, a_limit_watch
from tests.paper_reading import paper_text
from tests.services.raising import SIXTH, TENTH, on_top, paid_at_45p, rule, settled
from tests.services.sheet_files import an_office
from tests.services.world import GRACE, IDRIS, World

PERIOD = (SIXTH, datetime.date(2026, 6, 30))
TOPPED_ON = datetime.date(2026, 12, 3)


@pytest.fixture
def person(file_world: World) -> Participant:
    """Let £9.90 for miles and £30.00 for work be paid, and both rise after it."""
    found = paid_at_45p(file_world)
    file_world.approved(found, worked_on=TENTH)
    file_world.settled_run()
    rule(file_world, car_mile_pence=55, hourly_pence=1300)
    return found


def statement(world: World, person: Participant) -> StatementContent:
    return world.office.statements.content(person.participant_id, *PERIOD)


def test_the_statement_tells_what_came_on_top_and_when(
    file_world: World, person: Participant
) -> None:
    number = file_world.office.top_ups.prepare().run.number
    before = statement(file_world, person)
    assert (before.payments_pence, before.paid_pence, before.to_come_pence) == (3250, 3000, 250)
    assert (before.reimbursements_pence, before.reimbursed_pence) == (1210, 990)
    settled(file_world, number, TOPPED_ON)
    after = statement(file_world, person)
    assert (after.payments_pence, after.paid_pence, after.to_come_pence) == (3250, 3250, 0)
    assert (after.reimbursements_pence, after.reimbursed_pence) == (1210, 1210)
    assert (after.work[0].agreed_pence, after.work[0].paid_on) == (3000, PAID_ON)
    for paper in (paper_text(statement_pdf(after)), web_page([statement_paper(after)])):
        words = paper.replace("\N{NO-BREAK SPACE}", " ")
        assert "£32.50" in words
        assert "£2.50 more paid 3 December, as the rate went up" in words
        assert "£12.10" in words
        assert "£9.90 was agreed first." in words
        assert "£2.20 more paid 3 December, as the rate went up." in words
        assert "£12.00 an hour" not in words.split("Unpaid work")[0]


def test_an_issued_statement_of_that_time_is_out_of_date(
    file_world: World, person: Participant
) -> None:
    file_world.office.statements.issue(*PERIOD)
    (row,) = file_world.office.statements.list(*PERIOD)
    assert not row.is_out_of_date
    number = file_world.office.top_ups.prepare().run.number
    (row,) = file_world.office.statements.list(*PERIOD)
    assert row.is_out_of_date
    file_world.office.statements.issue(*PERIOD)
    settled(file_world, number)
    (row,) = file_world.office.statements.list(*PERIOD)
    assert row.is_out_of_date
    file_world.office.statements.issue(*PERIOD)
    file_world.taken_back(number, "Sent back")
    (row,) = file_world.office.statements.list(*PERIOD)
    assert row.is_out_of_date


@pytest.mark.parametrize("by", GROUPS)
def test_every_grouping_counts_it_with_what_it_tops_up(
    file_world: World, person: Participant, by: str
) -> None:
    def sums(**period: datetime.date) -> tuple[int, int]:
        found = sum_of(file_world.office.totals.rows(by, **period))
        return found.payments_pence, found.reimbursements_pence

    assert sums() == (3000, 990)
    number = file_world.office.top_ups.prepare().run.number
    assert sums() == (3250, 1210)
    assert sums(from_on=TENTH, to_on=TENTH) == (3250, 1210)
    assert sums(from_on=TOPPED_ON) == (0, 0)
    file_world.taken_back(number, "Sent back")
    assert sums() == (3000, 990)


def test_the_sums_of_a_person_a_project_and_its_budget_hold_it(
    file_world: World, person: Participant
) -> None:
    office = file_world.office
    office.top_ups.prepare()
    found: TotalsRow = office.totals.of_participant(person.participant_id)
    assert (found.payments_pence, found.reimbursements_pence) == (3250, 1210)
    (project,) = office.projects.summaries()
    assert project.agreed_pence == 4460


def test_finance_and_the_person_read_the_same_sums(
    file_world: World, person: Participant, tmp_path: Path
) -> None:
    number = file_world.office.top_ups.prepare().run.number
    file_world.sit(IDRIS)
    file_world.office.pay_runs.approve(number)
    file_world.sit(GRACE)
    made = file_world.office.payment_files.export(number, tmp_path)
    sheet = openpyxl.load_workbook(made.sheet_xlsx, data_only=True).worksheets[0]
    said = str(sheet["A3"].value)
    assert said.startswith("Top-up to policy version 4, from 6\N{NO-BREAK SPACE}April")
    assert (sheet["G8"].value, sheet["H8"].value, sheet["I8"].value) == (2.5, 2.2, 4.7)
    assert sheet["G2"].value == 4.7
    assert sheet["B5"].value == "agrees with Coprod"
    assert "Top-up to policy version 4" in paper_text(made.sheet_pdf.read_bytes())
    (remittance,) = made.remittances
    words = paper_text(remittance.read_bytes())
    assert "Steering group: the difference, as the rate went up. It was £30.00 before." in words
    assert "To the group: the difference, as the rate went up. It was £9.90 before." in words
    assert "£2.50" in words
    assert "£2.20" in words
    assert made.bank_file is not None
    assert "4.70" in made.bank_file.read_text(encoding="utf-8-sig")


def test_somebody_who_asked_is_told_of_a_limit_before_a_top_up_run(
    file_world: World, person: Participant
) -> None:
    watch = a_limit_watch(
        participant_id=person.participant_id, rule=LimitRule.OWN_WEEK, own_pence=200
    )
    file_world.office.limits.save(watch)
    number = file_world.office.top_ups.prepare().run.number
    ((told, warning),) = file_world.office.limits.warnings_for_run(number)
    assert told == person
    assert warning.money is not None
    assert warning.money.added == 250


def test_the_open_workbook_brings_it_back(
    file_world: World, person: Participant, tmp_path: Path
) -> None:
    settled(file_world, file_world.office.top_ups.prepare().run.number)
    workbook = tmp_path / "All.xlsx"
    file_world.office.exports.open_workbook(workbook)
    other: Office = an_office(str(tmp_path / "Other.coprod"))
    other.imports.open_workbook(workbook)
    with other.desk.reading() as reading:
        found = reading.find(type(on_top(file_world)[0]))
    assert list(found) == on_top(file_world)
    assert other.top_ups.differences().differences == ()
    assert other.safety.findings() == ()
    other.close()
