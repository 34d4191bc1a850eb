"""Time is read from sheets of every shape, to the minute, and nothing is guessed in silence."""

import csv
import datetime
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.spreadsheets.contributions import ReadContributions, read_contributions
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.problems import Problem

_TODAY = datetime.date(2026, 11, 21)
_GARDEN = ImportMap(defaults={"project": "Garden plan"})


def _read(folder: Path, text: str, wishes: ImportMap | None = _GARDEN) -> ReadContributions:
    path = folder / "log.csv"
    path.write_text(text, encoding="utf-8")
    return read_contributions(path, wishes, _TODAY)


def _faults(read: ReadContributions) -> list[tuple[int, str, str]]:
    return [(p.row, p.column, p.value) for p in read.problems if not p.is_note]


def _notes(read: ReadContributions) -> list[Problem]:
    return [problem for problem in read.problems if problem.is_note]


def test_an_export_of_a_time_tracker_needs_no_map(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "User,Email,Project,Description,Billable,Start date,Start time,End date,End time,Duration,"
        "Tags,Amount ()\n"
        "Sam King,s@example.org,Art's Club,Drew,No,2026-03-01,23:30:00,2026-03-02,00:45:00,"
        "01:15:00,,\n"
        "Ana Lee,,Art's Club,+1+1,Yes,2026-03-02,09:05:00,2026-03-02,09:35:00,00:30:00,x,12.50\n",
        None,
    )
    assert read.problems == ()
    assert (read.rows_read, read.skipped, read.sheets_not_read) == (2, 0, ())
    first, second = read.entries
    assert (first.row, first.name, first.project, first.what) == (
        2,
        "Sam King",
        "Art's Club",
        "Drew",
    )
    assert (first.worked_on, first.starts_at) == (datetime.date(2026, 3, 1), "23:30")
    assert (first.minutes, first.is_paid, first.amount_pence) == (75, False, None)
    assert (first.kind_of_work, first.skills, first.email) == ("Other work", "", "s@example.org")
    assert (second.what, second.is_paid, second.amount_pence) == ("+1+1", True, 1250)


def test_one_column_for_each_person_is_recognised_and_said(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "date,Leo,Ana,task\n2026-01-20,1,0,Planned\n2026-01-21,0.5,1.5,Met, talked, wrote\n"
        "2026-13-18,0,3,Never\n2026-01-22,0,-,Nobody\nTotal,1.5,1.5,\n",
    )
    assert [(e.name, e.minutes, e.what) for e in read.entries] == [
        ("Leo", 60, "Planned"),
        ("Leo", 30, "Met, talked, wrote"),
        ("Ana", 90, "Met, talked, wrote"),
    ]
    assert (read.rows_read, read.skipped) == (5, 2)
    assert _faults(read) == [(4, "date", "2026-13-18")]
    assert "Leo, Ana" in _notes(read)[0].message


def test_a_fault_of_one_person_stops_the_row_of_a_wide_sheet(tmp_path: Path) -> None:
    read = _read(
        tmp_path, "date,Leo,Ana\n2026-01-20,1,25\n2026-01-21,-1,1\n" + "2026-1-1,1,1\n" * 18
    )
    assert _faults(read) == [(2, "Ana", "25"), (3, "Leo", "-1")]
    assert len(read.entries) == 36


def test_hours_in_words_dates_without_a_year_and_a_second_table(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "Name,Date,Activity,Time Spent,,Date,Activity,Time Spent\n"
        "Sam,3/13,Drew ,2 hr,Group,3/11,Met,4 hr\nAna ,3/4,Wrote,.5 hrs,,3/12,Met,2 hr\n"
        ",,,,,3/19,Met,3 hr\n",
    )
    assert [(e.name, e.minutes, e.worked_on.isoformat()) for e in read.entries] == [
        ("Sam", 120, "2026-03-13"),
        ("Ana", 30, "2026-03-04"),
    ]
    assert read.rows_read == 2
    assert [note.column for note in _notes(read)] == ["F", "Date", "Date"]


def test_times_in_and_out_need_a_name_from_a_map(tmp_path: Path) -> None:
    text = (
        "Data;Entrada Empresa;Saida Intervalo;Entrada Intervalo;Saida Empresa;Saldo\n"
        "03/08/15\t;12:50;13:57;15:41;21:33; -01:01;\n04/08/15\t;23:00;01:00;10:00;; 00:10;\n"
        "05/08/15\t;;;;; -08:00;\n\nSaldo total: 36:45;\n"
    )
    with pytest.raises(ColumnMissingError) as caught:
        _read(tmp_path, text)
    assert "name" in str(caught.value.facts["needed"])
    assert "Saldo" in str(caught.value.facts["headings"])
    wishes = ImportMap(
        defaults={"name": "Sam", "project": "x", "pay": "unpaid", "kind": "Speaking"}
    )
    read = _read(tmp_path, text, wishes)
    assert [(e.name, e.minutes, e.starts_at, e.is_paid, e.kind_of_work) for e in read.entries] == [
        ("Sam", 67 + 352, "12:50", False, "Speaking"),
        ("Sam", 120, "23:00", False, "Speaking"),
    ]
    assert _faults(read) == [(3, "Saida Empresa", "")]
    assert (read.rows_read, read.skipped) == (4, 2)


@pytest.mark.parametrize(
    ("headings", "cells", "minutes"),
    [
        ("Start,End", "9:00,10:30", 90),
        ("Start,End", "22:00,1:00", 180),
        ("Start,End,Duration", "9:00,10:30,", 90),
        ("Start,End,Duration", "9:00,10:30,1:00", 60),
        ("Start time,End time,End date", "22:00,2:00,2/3/2026", 240),
        ("Minutes", "90", 90),
        ("Hours,Minutes", "1,30", 90),
        ("Duration,Minutes", "1:30,90", 90),
        ("Duration (seconds)", "5400", 90),
        ("Hours", "24", 1440),
    ],
)
def test_how_long_is_found_out(tmp_path: Path, headings: str, cells: str, minutes: int) -> None:
    read = _read(tmp_path, f"Name,Date,{headings}\nSam,1/3/2026,{cells}\n")
    assert ([entry.minutes for entry in read.entries], _faults(read)) == ([minutes], [])


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("Sam,1/3/2026,,", "Hours", ""),
        ("Sam,1/3/2026,-2,", "Hours", "-2"),
        ("Sam,1/3/2026,0,", "Hours", "0"),
        ("Sam,1/3/2026,24.1,", "Hours", "24.1"),
        ("Sam,1/3/2026,lots,", "Hours", "lots"),
        ("Sam,30/2/2026,2,", "Date", "30/2/2026"),
        ("Sam,,2,x", "Date", ""),
        (",1/3/2026,2,", "Name", ""),
        ("S\x07m,1/3/2026,2,", "Name", "S\x07m"),
        ("Sam,1/3/2026,2," + "x" * 501, "What", "x" * 200),
    ],
)
def test_a_cell_that_cannot_be_read_makes_its_row_a_problem(
    tmp_path: Path, row: str, column: str, value: str
) -> None:
    read = _read(
        tmp_path, f"Name,Date,Hours,What\nAna,13/3/2026,1,first\n{row}\nAna,14/3/2026,1,\n"
    )
    assert _faults(read) == [(3, column, value)]
    assert [entry.row for entry in read.entries] == [2, 4]


def test_several_faults_of_a_row_are_all_named(tmp_path: Path) -> None:
    read = _read(tmp_path, "Name,Date,Hours,Paid,Amount\n,31/2/2026,lots,perhaps,much\n")
    assert [column for _row, column, _value in _faults(read)] == [
        "Date", "Hours", "Paid", "Amount", "Name",
    ]  # fmt: skip


def test_figures_with_a_comma_and_no_quotation_marks_are_not_guessed(tmp_path: Path) -> None:
    read = _read(tmp_path, "Name,Date,Hours\nSam,13/3/2026,1,5\n")
    assert _faults(read) == [(2, "D", "")]


def test_a_map_names_columns_and_what_bare_numbers_count(tmp_path: Path) -> None:
    wishes = ImportMap(
        columns={"name": "Wer", "what": "", "project": "B"},
        durations_are="minutes",
        date_order="mdy",
    )
    read = _read(tmp_path, "Wer,Wo,Date,Duration,What\nSam,Club,3/4/2026,90,secret\n", wishes)
    entry = read.entries[0]
    assert (entry.name, entry.project, entry.what, entry.minutes) == ("Sam", "Club", "", 90)
    assert entry.worked_on == datetime.date(2026, 3, 4)


def test_a_workbook_s_own_dates_and_times_are_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"] = "Volunteers 2026"
    sheet.merge_cells("A1:D1")
    for row in (
        ("First name", "Surname", "Start", "Finish", "Notes"),
        ("Sam", "King", datetime.datetime(2026, 3, 1, 23, 0), datetime.datetime(2026, 3, 2, 1, 0)),  # noqa: DTZ001  Excel knows no zones
        ("Ana", "Lee", datetime.datetime(2026, 3, 2, 9, 0), datetime.datetime(2026, 3, 2, 8, 0)),  # noqa: DTZ001
    ):
        sheet.append(row)
    workbook.create_sheet("Rates")["A1"] = "12.60"
    workbook.save(tmp_path / "log.xlsx")
    read = read_contributions(tmp_path / "log.xlsx", _GARDEN, _TODAY)
    assert [(e.name, e.worked_on.day, e.starts_at, e.minutes) for e in read.entries] == [
        ("Sam King", 1, "23:00", 120)
    ]
    assert [row for row, _column, _value in _faults(read)] == [4]
    assert read.sheets_not_read == ("Rates",)


def test_a_sheet_that_does_not_say_when_or_how_long_is_refused(tmp_path: Path) -> None:
    for headings in ("Name,Hours", "Name,Date,What"):
        with pytest.raises(ColumnMissingError):
            _read(tmp_path, f"{headings}\nSam,1,x\n")


def test_a_missing_project_is_said_and_a_default_day_serves_all_rows(tmp_path: Path) -> None:
    read = _read(
        tmp_path, "Name,Hours\nSam,1\nTotal,1\n", ImportMap(defaults={"date": "2026-03-01"})
    )
    assert [entry.worked_on for entry in read.entries] == [datetime.date(2026, 3, 1)]
    assert "project" in _notes(read)[0].message
    assert read.skipped == 1


_WORK = st.tuples(
    st.sampled_from(["Sam King", "Ana, Lee", "Siân", "-cmd"]),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 11, 21)),
    st.integers(1, 1440),
    st.sampled_from(["Drew", "Wrote\nmore", "Met; talked", ""]),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORK, min_size=1, max_size=12), st.sampled_from(",;\t"), st.randoms())
def test_minutes_add_up_and_keys_stay_whatever_the_order(
    tmp_path: Path,
    work: list[tuple[str, datetime.date, int, str]],
    separator: str,
    random: Random,
) -> None:
    def read(rows: list[tuple[str, datetime.date, int, str]]) -> ReadContributions:
        path = tmp_path / "log.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=separator)
            writer.writerow(["Name", "Date", "Duration", "What", "Project"])
            for name, day, minutes, what in rows:
                length = f"{minutes // 60}:{minutes % 60:02d}"
                writer.writerow([name, day.isoformat(), length, what, "Garden plan"])
        return read_contributions(path, None, _TODAY)

    first = read(work)
    assert first.problems == ()
    assert sum(entry.minutes for entry in first.entries) == sum(row[2] for row in work)
    assert [(e.name, e.worked_on, e.minutes) for e in first.entries] == [row[:3] for row in work]
    keys = [entry.key for entry in first.entries]
    assert len(set(keys)) == len(work)
    shuffled = random.sample(work, len(work))
    assert {entry.key for entry in read(shuffled).entries} == set(keys)


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Ann", "ann  ", "Bo", "Total", "", "="]),
        st.sampled_from(["Garden", "", "1", "1.0"]),
        st.sampled_from(["2026-01-05", "5/1/2026", "31/2/2026", "45000", "5 May", ""]),
        st.sampled_from(["9:30", "9am", "x", ""]),
        st.sampled_from(["1", "1.0", "1:30", "0", "25", "-", "x", ""]),
        st.sampled_from(["Read", "=1+1", "", "Extra,cell"]),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(_ROWS)
def test_rows_come_out_alike_whether_read_by_column_or_one_by_one(
    tmp_path: Path, rows: list[tuple[str, ...]]
) -> None:
    rows = [("Cy", "Garden", "2026-01-06", "10:00", "2", "Read"), *rows]
    headings = "Name,Project,Date,Start,Hours,What"
    lines = [",".join(row) for row in rows]
    by_column = _read(tmp_path, "\n".join([headings, *lines]), ImportMap())
    # A sheet that may write lengths twice is read row by row; here the second column is empty.
    wider = [f"Minutes,{headings}", *(f",{line}" for line in lines)]
    one_by_one = _read(tmp_path, "\n".join(wider), ImportMap())
    assert by_column.entries == one_by_one.entries
    assert _faults(by_column) == _faults(one_by_one)
    assert [row.row for row in by_column.left_out] == [row.row for row in one_by_one.left_out]
    assert [one.message for one in _notes(by_column)] == [one.message for one in _notes(one_by_one)]
