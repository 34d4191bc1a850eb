"""Sheets come in once, what cannot be read is named, and a refused sheet changes nothing."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import Coprod, a_sheet, digest

KEYS = [
    "rows_read",
    "added",
    "already_there",
    "skipped",
    "problems",
    "minutes_total",
    "pence_total",
    "people_added",
    "projects_added",
    "notes",
    "is_dry_run",
    "updated",
    "updates",
    "source_totals",
]
REAL = Path(os.environ.get("COPROD_REAL_SHEETS", ""))
real_sheets = pytest.mark.skipif(
    not os.environ.get("COPROD_REAL_SHEETS"),
    reason="COPROD_REAL_SHEETS names the folder of real sheets, which are not part of the project.",
)


def test_an_import_tells_what_it_read(coprod: Coprod, empty: Path, sheet: Path) -> None:
    told = coprod.told("import", empty, sheet, "--as", "contributions")
    assert list(told) == KEYS
    assert told == {
        "rows_read": 4,
        "added": 4,
        "already_there": 0,
        "skipped": 0,
        "problems": [],
        "minutes_total": 450,
        "pence_total": 0,
        "people_added": 2,
        "projects_added": 2,
        "notes": told["notes"],
        "is_dry_run": False,
        "updated": 0,
        "updates": [],
        "source_totals": [],
    }


def test_a_second_import_adds_nothing(coprod: Coprod, empty: Path, sheet: Path) -> None:
    coprod.told("import", empty, sheet, "--as", "contributions")
    history = coprod.told("history", empty)
    before = digest(empty)
    told = coprod.told("import", empty, sheet, "--as", "contributions")
    assert (told["added"], told["already_there"], told["minutes_total"]) == (0, 4, 450)
    assert coprod.told("history", empty) == history
    assert digest(empty) == before


def test_a_dry_run_tells_the_same_and_changes_nothing(
    coprod: Coprod, empty: Path, sheet: Path
) -> None:
    before = digest(empty)
    tried = coprod.told("import", empty, sheet, "--as", "contributions", "--dry-run")
    assert digest(empty) == before
    done = coprod.told("import", empty, sheet, "--as", "contributions")
    assert {**tried, "is_dry_run": False} == done


def test_words_for_a_person_say_the_same(coprod: Coprod, empty: Path, tmp_path: Path) -> None:
    odd = a_sheet(tmp_path / "odd.csv", "Name,Date,Hours", "Ann,03/11/2026,2", "Ben,03/11/2026,25")
    outcome = coprod("import", empty, odd, "--as", "contributions")
    assert outcome.code == 0
    assert "2 rows were read." in outcome.out
    assert "Row 3, Hours, “25”: This is more than 24 hours." in outcome.out


BAD_ROWS = {
    "negative amount": ("Ann,03/11/2026,2,-5.00,Meeting", "Amount", "below nothing"),
    "25 hours": ("Ann,03/11/2026,25,,Meeting", "Hours", "more than 24 hours"),
    "30 February": ("Ann,30/02/2026,2,,Meeting", "Date", "no such day"),
    "300 characters": (f"{'n' * 300},03/11/2026,2,,Meeting", "Name", "300 characters"),
    "a formula": ("Ann,03/11/2026,2,,=1+1", "What", "begins with “=”"),
    "a formula as name": ("=A1,03/11/2026,2,,Meeting", "Name", "begins with “=”"),
}


@pytest.mark.parametrize("fault", BAD_ROWS)
def test_a_row_that_cannot_be_is_named_and_changes_nothing(
    coprod: Coprod, empty: Path, tmp_path: Path, fault: str
) -> None:
    row, column, words = BAD_ROWS[fault]
    bad = a_sheet(tmp_path / "bad.csv", "Name,Date,Hours,Amount,What", row)
    before = digest(empty)
    told = coprod.told("import", empty, bad, "--as", "contributions")
    assert (told["rows_read"], told["added"]) == (1, 0)
    (problem,) = told["problems"]
    assert list(problem) == ["row", "column", "value", "message"]
    assert (problem["row"], problem["column"]) == (2, column)
    assert words in problem["message"]
    assert digest(empty) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "is not a spreadsheet that can be read"),
        (b"PK\x03\x04 broken", "is not a spreadsheet that can be read"),
        (b"", "has no rows"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(
    coprod: Coprod, empty: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(content)
    before = digest(empty)
    for kind in ("contributions", "participants", "expenses", "open-workbook"):
        assert words in coprod.refused("import", empty, path, "--as", kind)
    assert digest(empty) == before


def test_a_map_says_which_column_means_what(coprod: Coprod, empty: Path, tmp_path: Path) -> None:
    odd = a_sheet(tmp_path / "odd.csv", "Wer,Wann,Wie lange", "Ann,03/11/2026,2")
    mapped = a_sheet(
        tmp_path / "map.toml",
        "[columns]",
        'name = "Wer"',
        'date = "Wann"',
        'duration = "Wie lange"',
        "[defaults]",
        'project = "Garden"',
    )
    told = coprod.told("import", empty, odd, "--as", "contributions", "--map", mapped)
    assert (told["added"], told["minutes_total"], told["problems"]) == (1, 120, [])
    broken = a_sheet(tmp_path / "broken.toml", "[columns", "=")
    words = coprod.refused("import", empty, odd, "--as", "contributions", "--map", broken)
    assert "could not be followed" in words


def test_an_edited_sheet_says_what_changed_and_takes_it_over_when_asked(
    coprod: Coprod, empty: Path, tmp_path: Path
) -> None:
    head = "Name,Date,Hours,Project,What"
    rows = ["Ann,03/11/2026,2,Garden,Dug", "Ben,03/11/2026,1,Garden,Dug", "Total,,3,,"]
    path = a_sheet(tmp_path / "time.csv", head, *rows)
    told = coprod.told("import", empty, path, "--as", "contributions")
    assert [(t["stated"], t["read"], t["agrees"]) for t in told["source_totals"]] == [
        (180, 180, True)
    ]
    a_sheet(path, head, "Ann,03/11/2026,2.5,Garden,Dug", *rows[1:])
    told = coprod.told("import", empty, path, "--as", "contributions")
    assert (told["added"], told["already_there"], told["updated"]) == (0, 1, 0)
    (update,) = told["updates"]
    assert (update["row"], update["name"], update["is_taken"]) == (2, "Ann", False)
    assert {"field": "Time", "from": "2:00", "to": "2:30"} in update["fields"]
    (total,) = told["source_totals"]
    assert (total["row"], total["column"], total["unit"]) == (4, "Hours", "minutes")
    assert (total["stated"], total["read"], total["agrees"]) == (180, 210, False)
    said = coprod("import", empty, path, "--as", "contributions", "--dry-run").out
    assert "--update takes it over" in said
    assert "is 3:00, and the rows above it came to 3:30" in said
    told = coprod.told("import", empty, path, "--as", "contributions", "--update")
    assert (told["added"], told["updated"]) == (0, 1)
    again = coprod.told("import", empty, path, "--as", "contributions", "--update")
    assert (again["added"], again["updated"], again["already_there"]) == (0, 0, 2)
    rows = coprod.told("totals", empty, "--by", "participant")["rows"]
    minutes = {row["name"]: row["minutes_paid"] + row["minutes_unpaid"] for row in rows}
    assert minutes == {"Ann": 150, "Ben": 60}


def test_people_and_expenses_come_in_too(coprod: Coprod, empty: Path, tmp_path: Path) -> None:
    people = a_sheet(tmp_path / "people.csv", "Name,Email", "Ann Lee,ann@lee.example")
    told = coprod.told("import", empty, people, "--as", "participants")
    assert (told["added"], told["people_added"]) == (1, 1)
    spent = a_sheet(
        tmp_path / "spent.csv", "Name,Date,Kind,Amount,What", "Ann Lee,03/11/2026,Bus,4.60,There"
    )
    told = coprod.told("import", empty, spent, "--as", "expenses")
    assert (told["added"], told["pence_total"], told["people_added"]) == (1, 460, 0)


def test_an_import_can_be_taken_back(coprod: Coprod, empty: Path, sheet: Path) -> None:
    coprod.told("import", empty, sheet, "--as", "contributions")
    told = coprod.told("undo", empty)
    assert (told["verb"], told["rows"]) == ("import contributions", 8)
    assert coprod.told("totals", empty, "--by", "participant")["rows"] == []
    assert coprod.told("import", empty, sheet, "--as", "contributions")["added"] == 4


def test_an_open_workbook_comes_back_with_nothing_lost(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    workbook, again = tmp_path / "All.xlsx", tmp_path / "Again.coprod"
    told = coprod.told("export", full, workbook)
    assert told["workbook"] == str(workbook)
    assert told["tables"]["contributions"] == 4
    assert told["rows"] == sum(told["tables"].values())
    coprod.told("new", again, "--organisation", "Other")
    brought = coprod.told("import", again, workbook, "--as", "open-workbook")
    assert brought["problems"] == []
    assert brought["added"] == told["rows"] - told["tables"]["changes"]
    for group in ("participant", "project", "month", "kind"):
        assert coprod.told("totals", again, "--by", group) == coprod.told(
            "totals", full, "--by", group
        )
    assert coprod.told("import", again, workbook, "--as", "open-workbook")["added"] == 0


def test_whoever_exports_is_told_that_the_workbook_is_not_encrypted(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    assert "not encrypted" in coprod("export", full, tmp_path / "All.xlsx").out


@real_sheets
def test_a_real_year_of_a_time_tracker_comes_in_to_the_minute(
    coprod: Coprod, tmp_path: Path
) -> None:
    expected: dict[str, Any] = json.loads((REAL / "toggl_export" / "expected.json").read_text())
    source = REAL / "toggl_export" / "toggl.csv"
    path = tmp_path / "Toggl.coprod"
    coprod.told("new", path, "--organisation", "Rivermead Together")
    told = coprod.told("import", path, source, "--as", "contributions")
    assert (told["rows_read"], told["added"], told["problems"]) == (1358, 1358, [])
    assert told["minutes_total"] == 109_715 == int(expected["minutes_exact"])
    again = coprod.told("import", path, source, "--as", "contributions")
    assert (again["added"], again["already_there"]) == (0, 1358)
    months = {name: int(s) // 60 for name, s in expected["seconds_by_month"].items()}
    rows = coprod.told("totals", path, "--by", "month")["rows"]
    assert {row["name"]: row["minutes_paid"] + row["minutes_unpaid"] for row in rows} == months
    for month in ("2022-01", "2022-09"):
        last = "31" if month == "2022-01" else "30"
        told = coprod.told(
            "statements", path, "--from", f"{month}-01", "--to", f"{month}-{last}", "--out",
            tmp_path / month,
        )  # fmt: skip
        minutes = [one["minutes_paid"] + one["minutes_unpaid"] for one in told["issued"]]
        assert sum(minutes) == months[month]
    told = coprod.told(
        "statements", path, "--from", "2022-01-01", "--to", "2022-12-31", "--out", tmp_path / "2022"
    )
    (year,) = told["issued"]
    assert year["minutes_paid"] + year["minutes_unpaid"] == sum(
        minutes for month, minutes in months.items() if month.startswith("2022")
    )
