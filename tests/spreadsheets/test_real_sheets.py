"""Sheets that strangers made come in with the totals that were worked out independently.

They hold real people's data and are no part of this project: name their folder in
COPROD_REAL_SHEETS to run these tests.
"""

import datetime
import json
import os
from pathlib import Path

import pytest

from coprod_desktop.spreadsheets.contributions import read_contributions
from coprod_desktop.spreadsheets.expenses import read_expenses
from coprod_desktop.spreadsheets.mapping import ImportMap, read_import_map

_MAPS = Path(__file__).parent / "maps"
_TODAY = datetime.date(2026, 11, 21)
_FOLDER = Path(os.environ.get("COPROD_REAL_SHEETS", "nowhere"))
pytestmark = pytest.mark.skipif(
    not _FOLDER.is_dir(), reason="COPROD_REAL_SHEETS names no folder of sheets"
)


@pytest.mark.parametrize(
    ("sheet", "wishes", "entries", "minutes", "problem_rows", "notes"),
    [
        ("toggl_export/toggl.csv", None, 1358, 109_715, [], 0),
        ("flickpick_team/timelog.csv", None, 132, 22_860, [60], 2),
        ("cipher_group/timelog.csv", None, 27, 2025, [], 4),
        (
            "punchclock_pt/timesheet.csv",
            ImportMap(defaults={"name": "Sam King", "project": "Work"}),
            115,
            55_272,
            [39, 64, 79, 80],
            0,
        ),
    ],
)
def test_time_adds_up(
    sheet: str,
    wishes: ImportMap | None,
    entries: int,
    minutes: int,
    problem_rows: list[int],
    notes: int,
) -> None:
    read = read_contributions(_FOLDER / sheet, wishes, _TODAY)
    assert (len(read.entries), sum(entry.minutes for entry in read.entries)) == (entries, minutes)
    assert [problem.row for problem in read.problems if not problem.is_note] == problem_rows
    assert sum(problem.is_note for problem in read.problems) == notes
    assert len({entry.key for entry in read.entries}) == entries


def _amounts() -> list[tuple[str, str | None, int, int]]:
    """List file, column, people and pence, as worked out beside the sheets."""
    path = _FOLDER / "wcc_members" / "expected.json"
    if not path.is_file():
        return []
    cases: list[tuple[str, str | None, int, int]] = []
    for name, facts in json.loads(path.read_text()).items():
        if "sum_pence" in facts:
            cases.append((name, None, facts["people"], facts["sum_pence"]))
        for column, pence in facts.get("column_sums_pence", {}).items():
            cases.append((name, column, 0, pence))
        if "sra_pence" in facts:
            cases.append((name, "Special Responsibility Allowance", 0, facts["sra_pence"]))
            cases.append((name, None, 0, facts["travel_subsistence_pence"]))
    return cases


@pytest.mark.parametrize(("sheet", "column", "people", "pence"), _amounts())
def test_money_adds_up(sheet: str, column: str | None, people: int, pence: int) -> None:
    wishes = ImportMap(
        columns={"amount": column} if column else {},
        defaults={"date": "2018-03-31", "project": "Panels"},
    )
    read = read_expenses(_FOLDER / "wcc_members" / sheet, wishes, _TODAY)
    assert sum(entry.claimed_pence for entry in read.entries) == pence
    assert len(read.entries) == people or not people
    assert [problem.row for problem in read.problems if not problem.is_note] == []


@pytest.mark.parametrize(
    ("sheet", "map_name", "entries", "minutes", "problem_rows"),
    [
        ("toggl_export/toggl.csv", "toggl", 1358, 109_715, []),
        ("flickpick_team/timelog.csv", "flickpick", 132, 22_860, [60]),
        ("punchclock_pt/timesheet.csv", "punchclock", 115, 55_272, [39, 64, 79, 80]),
        ("cipher_group/timelog.csv", "cipher_own", 27, 2025, []),
        ("cipher_group/timelog.csv", "cipher_group_once", 6, 870, []),
        ("cipher_group/timelog.csv", "cipher_group_each", 18, 2610, []),
    ],
)
def test_time_adds_up_with_its_map(
    sheet: str, map_name: str, entries: int, minutes: int, problem_rows: list[int]
) -> None:
    wishes = read_import_map(_MAPS / f"{map_name}.toml")
    read = read_contributions(_FOLDER / sheet, wishes, _TODAY)
    assert (len(read.entries), sum(entry.minutes for entry in read.entries)) == (entries, minutes)
    assert [problem.row for problem in read.problems if not problem.is_note] == problem_rows


_COLUMN_MAPS = {
    "Basic Allowances": "wcc_basic",
    "Total Basic Allowance": "wcc_basic_2019",
    "Special Responsibility Allowance": "wcc_special",
    "Travel and Subsistence": "wcc_travel",
    "Total": "wcc_total",
}


def _stated() -> list[tuple[str, str, int, int | None]]:
    """List sheet, map, what its rows come to, and what the sheet itself states, in pence."""
    path = _FOLDER / "wcc_members" / "expected.json"
    if not path.is_file():
        return []
    found: list[tuple[str, str, int, int | None]] = []
    for name, facts in json.loads(path.read_text()).items():
        if "sum_pence" in facts:
            found.append((name, "wcc_plain", facts["sum_pence"], facts["stated_total_pence"]))
        for column, pence in facts.get("column_sums_pence", {}).items():
            stated = facts["stated_total_row_pence"][column]
            if column in _COLUMN_MAPS:
                found.append((name, _COLUMN_MAPS[column], pence, stated))
        if "sra_pence" in facts:
            found.append((name, "wcc_special", facts["sra_pence"], None))
        if "reimbursement_pence" in facts and name.endswith(".csv"):
            found.append((name, "wcc_reimbursement", facts["reimbursement_pence"], None))
            found.append((name, "wcc_plain", facts["travel_subsistence_pence"], None))
        elif "reimbursement_pence" in facts:
            found.append((name, "wcc_police_coopted", facts["reimbursement_pence"], None))
            found.append((name, "wcc_police", facts["travel_subsistence_pence"], None))
    return found


@pytest.mark.parametrize(("sheet", "map_name", "pence", "stated"), _stated())
def test_money_and_the_sheet_s_own_total_add_up_with_its_map(
    sheet: str, map_name: str, pence: int, stated: int | None
) -> None:
    wishes = read_import_map(_MAPS / f"{map_name}.toml")
    read = read_expenses(_FOLDER / "wcc_members" / sheet, wishes, _TODAY)
    assert sum(entry.claimed_pence for entry in read.entries) == pence
    assert [problem.row for problem in read.problems if not problem.is_note] == []
    told = [(total.stated, total.agrees) for total in read.source_totals]
    assert told == ([] if stated is None else [(stated, True)])
