"""The screen of reports shows a cross-table at once, and every report with two clicks."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.ui.assembly import add_screens
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.reports.hand_out_dialog import HandOutDialog
from coprod_desktop.ui.reports.page import ReportsPage
from coprod_desktop.ui.reports.presenter import ReportsPresenter
from coprod_desktop.ui.reports.screen import ReportDialogs, make_screen
from coprod_desktop.ui.reports.tables import table_totals
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.theme import Theme
from tests.builders import TODAY, WORKED_ON
from tests.paper_reading import paper_text
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project


def filled(room: Room) -> Room:
    """Let two people work in two months, paid and unpaid."""
    project = add_project(room.office)
    aisha, bronwen = add_people(room.office, "Aisha Rahman", "Bronwen Pugh")
    october = WORKED_ON.replace(month=10)
    for person, day, minutes, pay in (
        (aisha, WORKED_ON, 150, Pay.PAID),
        (aisha, october, 60, Pay.UNPAID),
        (bronwen, WORKED_ON, 35, Pay.UNPAID),
    ):
        room.office.contributions.log(
            Contribution(
                contribution_id=0,
                participant_id=person.participant_id,
                project_id=project.project_id,
                worked_on=day,
                minutes=minutes,
                kind_of_work="Meeting",
                capacity=Capacity.LIVED_EXPERIENCE,
                what="Steering group",
                pay=pay,
            )
        )
    return room


@pytest.fixture
def screen(room: Room, qtbot: QtBot) -> Screen:
    """Show the screen of a file with some work."""
    made = make_screen(filled(room).context)
    qtbot.addWidget(made.page)
    made.page.resize(1200, 800)
    made.page.show()
    made.refresh()
    return made


@pytest.fixture
def page(screen: Screen) -> ReportsPage:
    assert isinstance(screen.page, ReportsPage)
    return screen.page


def parts_of(screen: Screen) -> tuple[ReportsPresenter, ReportDialogs]:
    """Return the two that work for the screen."""
    return cast("tuple[ReportsPresenter, ReportDialogs]", screen.presenter)


def cells(page: ReportsPage) -> list[list[str]]:
    """Return what stands in the cross-table."""
    assert page.pivot is not None
    model = page.pivot.table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_excel_pivot_table_by_person_by_month_in_two_clicks(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    kept = add_screens(window, filled(room).context)
    window.resize(1300, 800)
    window.show()
    window.show_screen("reports")  # one click in the sidebar
    found = window.findChild(ReportsPage)
    assert found is not None
    assert cells(found) == [
        ["Aisha Rahman", "1:00", "2:30", "3:30"],
        ["Bronwen Pugh", "", "0:35", "0:35"],
    ]
    assert kept
    window.clear_screens()
    window.hide()


def test_other_groups_and_another_figure_make_another_table(page: ReportsPage) -> None:
    page.options.rows.set_value(PivotBy.PAID)
    page.options.columns.set_value(PivotBy.PERSON)
    page.options.figure.set_value(PivotFigure.PEOPLE)
    page.wished.emit()
    assert cells(page) == [["Paid", "1", "", "1"], ["Unpaid", "1", "1", "2"]]
    page.options.columns.set_value(PivotBy.PAID)
    page.wished.emit()
    assert "are the same" in page.problem.text()
    assert page.problem.isVisible()
    page.options.columns.set_value(PivotBy.MONTH)
    page.wished.emit()
    assert not page.problem.isVisible()


def test_another_period_narrows_the_table(page: ReportsPage) -> None:
    page.options.first.set_day(WORKED_ON)
    page.options.last.set_day(TODAY)
    page.wished.emit()
    assert cells(page)[0] == ["Aisha Rahman", "2:30", "2:30"]


def test_the_table_is_copied_out_with_headings(page: ReportsPage) -> None:
    assert page.pivot is not None
    page.pivot.table.setFocus()
    page.pivot.table.selectAll()
    QTest.keyClick(page.pivot.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = list(csv.reader(QGuiApplication.clipboard().text().splitlines(), delimiter="\t"))
    assert lines[0] == ["Person", "October 2026", "November 2026", "In all"]
    assert lines[1] == ["Aisha Rahman", "1:00", "2:30", "3:30"]


@pytest.mark.parametrize(
    ("view", "titles"),
    [
        ("month", ["In short", "By project", "By kind of work", "By what people take part as",
                   "Money spent"]),
        ("funder", ["Time given", "By project", "Money spent", "Who took part"]),
        ("volunteers", ["What people did unpaid"]),
        ("contributors", ["Who took part"]),
    ],
)  # fmt: skip
def test_every_report_shows_its_tables(
    page: ReportsPage, screen: Screen, view: str, titles: list[str]
) -> None:
    page.views.choose(view)
    assert [one.table.accessibleName() for one in page.tables] == titles
    assert unnamed_controls(page) == []


def test_a_funders_rate_counts_once_its_source_is_written(page: ReportsPage) -> None:
    page.views.choose("funder")
    page.options.rate.set_pence(2000)
    page.options.source.setText("Handbook 2026")
    page.options.source.editingFinished.emit()
    wish = page.wish()
    assert wish is not None
    assert wish.match is not None
    given = page.tables[0].table.model()
    assert given.index(0, 4).data() == "£31.67"


def test_totals_stand_only_where_figures_add_up(screen: Screen, room: Room) -> None:
    report = room.office.reports.month(WORKED_ON)
    short, projects = report.tables[0], report.tables[1]
    assert table_totals(short) == {}
    assert table_totals(projects)["paid"] == "2:30"


def test_what_is_on_show_is_exported(screen: Screen, tmp_path: Path, room: Room) -> None:
    dialogs = parts_of(screen)[1]
    page = screen.page
    assert isinstance(page, ReportsPage)
    for view, sheets in (("pivot", 3), ("month", 6)):
        page.views.choose(view)
        page.export.click()
        assert isinstance(dialogs.dialog, QFileDialog)
        dialogs.dialog.fileSelected.emit(str(tmp_path / f"{view}.xlsx"))
        dialogs.dialog.reject()
        assert room.last_words == f"{view}.xlsx is written. It is not encrypted."
        assert len(openpyxl.load_workbook(tmp_path / f"{view}.xlsx").sheetnames) == sheets


def test_letters_and_pay_files_are_written_from_their_dialogs(
    screen: Screen, tmp_path: Path, room: Room, qtbot: QtBot
) -> None:
    dialogs = parts_of(screen)[1]
    page = screen.page
    assert isinstance(page, ReportsPage)
    page.letters.click()
    dialog = dialogs.dialog
    assert isinstance(dialog, HandOutDialog)
    assert unnamed_controls(dialog) == []
    dialog.folder.line.setText(str(tmp_path))
    dialog.save_requested.emit()
    assert (tmp_path / "Letters.xlsx").exists()
    assert not dialog.isVisible()
    page.pay_file.click()
    dialog = dialogs.dialog
    assert isinstance(dialog, HandOutDialog)
    dialog.preset.set_value("brightpay-additions")
    assert "not tried with the program" in dialog.note.text()
    dialog.folder.line.setText(str(tmp_path))
    dialog.save_requested.emit()
    assert dialog.isVisible()  # nobody was paid last month
    assert list(tmp_path.glob("*.csv")) == []
    dialog.reject()


def test_a_change_is_followed_while_somebody_looks(page: ReportsPage, room: Room) -> None:
    people = room.office.participants.page(None, 10)
    whole = room.office.participants.get(people[0].participant_id)
    room.office.participants.save(replace(whole, name="Aisha R."))
    assert cells(page)[0][0] == "Aisha R."


def test_the_pages_to_print_are_those_of_what_is_on_show(screen: Screen) -> None:
    presenter = parts_of(screen)[0]
    pages = presenter.pages()
    assert pages is not None
    assert "Hours by person and month" in paper_text(pages())
    assert isinstance(screen.page, ReportsPage)
    screen.page.views.choose("volunteers")
    pages = presenter.pages()
    assert pages is not None
    assert "What people did unpaid" in paper_text(pages())
