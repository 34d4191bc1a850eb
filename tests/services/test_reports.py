"""Reports say what was given and spent, each in its own place, and name people as they wish."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.errors import PeriodBackwardsError, SourceMissingError
from coprod_desktop.domain.expenses import SupportCost
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.reports import MatchRate, Report, ReportTable
from tests.builders import WORKED_ON, a_project
from tests.services.world import World

FIRST, LAST = datetime.date(2026, 11, 1), datetime.date(2026, 11, 30)


def lived(world: World) -> World:
    """Let people work, spend and make things in two projects of two funds."""
    office = world.office
    lottery = office.projects.add(
        a_project(name="Garden", fund="Lottery", what_changed="The beds are lower now.")
    )
    project_id = lottery.project_id
    aisha = world.person(name_on_papers="Aisha R.")
    bronwen = world.person("Bronwen Pugh")
    world.log(aisha, project_id=project_id)
    world.log(aisha, project_id=project_id, pay=Pay.UNPAID, minutes=90)
    world.log(bronwen, project_id=project_id, pay=Pay.UNPAID, minutes=30, kind_of_work="Reading")
    world.log(bronwen, minutes=60)
    world.claim(aisha)
    cost = SupportCost(
        support_cost_id=0,
        project_id=project_id,
        incurred_on=WORKED_ON,
        kind="Interpreter",
        cost_pence=12000,
    )
    office.projects.add_support_cost(cost)
    film = office.outputs.add(
        Output(output_id=0, project_id=project_id, title="A film", made_on=WORKED_ON)
    )
    for person, is_anonymous in ((aisha, False), (bronwen, True)):
        office.outputs.add_credit(
            Credit(
                credit_id=0,
                output_id=film.output_id,
                participant_id=person.participant_id,
                credit="Camera",
                is_anonymous=is_anonymous,
            )
        )
    return world


def table(report: Report, title: str) -> ReportTable:
    return next(one for one in report.tables if one.title == title)


def test_the_months_report_sets_the_month_beside_others(world: World) -> None:
    lived(world).log(world.person("Carys"), worked_on=datetime.date(2026, 10, 5), minutes=15)
    report = world.office.reports.month(WORKED_ON)
    assert (report.from_on, report.to_on) == (FIRST, LAST)
    short = table(report, "In short")
    assert not short.has_sums
    assert [row[:5] for row in short.rows] == [
        ("November 2026", 2, 0, 210, 120),
        ("October 2026", 1, 0, 15, 0),
        ("Since 1 April 2026", 3, 0, 225, 120),
    ]
    assert short.rows[0][5:] == (4200, 460, 12000)


def test_the_funders_report_tells_time_money_access_and_outcomes_apart(world: World) -> None:
    report = lived(world).office.reports.funder("lottery", FIRST, LAST)
    given = table(report, "Time given")
    assert given.rows == (
        ("Meeting", 1, 90, given.rows[0][3], 1800),
        ("Reading", 1, 30, given.rows[1][3], 600),
    )
    assert table(report, "Money spent").rows == (("Payments for involvement", 3000, None),)
    assert table(report, "Access and support costs").rows == (("Interpreter", 1, 12000),)
    assert table(report, "What changed").rows[0][:2] == ("Garden", "The beds are lower now.")
    assert table(report, "By project").rows == (("Garden", 2, 150, 120, 3000, 0),)
    assert "£24.00 as in-kind match" in report.notes[0]
    assert "neither income" in report.notes[1]
    for one in report.tables:
        assert one.has_sums
        kinds = {column.key for column in one.columns}
        assert not {"value", "payments"} <= kinds  # unpaid worth never stands beside money


def test_a_rate_of_the_funder_needs_its_source_and_stands_beside_the_figure(world: World) -> None:
    match = MatchRate(hourly_pence=2000, source="Handbook 2026, page 4.")
    report = lived(world).office.reports.funder("Lottery", FIRST, LAST, match)
    given = table(report, "Time given")
    assert [row[4] for row in given.rows] == [3000, 1000]
    assert {str(row[3]) for row in given.rows} == {"20"}
    assert given.note.startswith("Source of the rate: Handbook 2026, page 4. Time that was paid")
    with world.refused(SourceMissingError):
        world.office.reports.funder(None, FIRST, LAST, MatchRate(hourly_pence=1, source=" "))
    with world.refused(PeriodBackwardsError):
        world.office.reports.funder(None, LAST, FIRST)


def test_the_roll_names_each_as_they_wish(world: World) -> None:
    report = lived(world).office.reports.contributors(FIRST, LAST)
    assert report.tables[0].rows == (("Aisha R.", "Camera"), ("Not named, at their wish: 1", ""))
    made = table(world.office.reports.funder("Lottery", FIRST, LAST), "Things made")
    assert made.rows[0][1:4] == ("A film", "", "Aisha R., somebody not named")


def test_the_volunteers_note_has_people_hours_and_activities_and_no_money(world: World) -> None:
    report = lived(world).office.reports.volunteers(FIRST, LAST)
    assert report.tables[0].rows == (("Meeting", 1, 90), ("Reading", 1, 30))
    words = " ".join(report.notes)
    assert "2 people gave 2\u00a0hours unpaid, in 2 kinds of work" in words
    assert "£" not in words
    assert not any("pence" in column.kind.value for t in report.tables for column in t.columns)


def test_days_without_anything_say_so(world: World) -> None:
    report = world.office.reports.funder(None, FIRST, LAST)
    assert report.tables == ()
    assert report.notes[-1] == "Nothing is written down for these days."


def test_the_funders_of_projects_are_offered_once_each(world: World) -> None:
    lived(world)
    assert world.office.reports.funders() == tuple(
        sorted({project.fund for project in [world.project] if project.fund} | {"Lottery"})
    )


@pytest.mark.parametrize("kind", ["month", "funder", "volunteers", "contributors"])
def test_every_report_is_a_workbook(file_world: World, tmp_path: Path, kind: str) -> None:
    reports = lived(file_world).office.reports
    report = {
        "month": lambda: reports.month(WORKED_ON),
        "funder": lambda: reports.funder("Lottery", FIRST, LAST),
        "volunteers": lambda: reports.volunteers(FIRST, LAST),
        "contributors": lambda: reports.contributors(FIRST, LAST),
    }[kind]()
    reports.write(report, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames[0] == "About"
    assert book["About"]["A2"].value == report.title
    assert len(book.sheetnames) == 1 + len(report.tables)
    for sheet, one in zip(book.worksheets[1:], report.tables, strict=True):
        assert [cell.value for cell in sheet[4]] == [column.title for column in one.columns]
