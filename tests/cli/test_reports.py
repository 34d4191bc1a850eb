"""Cross-tables, reports and lists come out of the command line as figures and as files."""

from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.cli.report_arguments import LISTS
from coprod_desktop.services.data_lists import DATA_LISTS
from tests.cli.runner import Coprod, digest


def test_excel_pivot_table_on_the_command_line(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    out = tmp_path / "cross.xlsx"
    told = coprod.told("report", full, "--pivot", "person", "month", "--out", out)
    assert told["columns"] == ["October 2026", "November 2026"]
    assert told["rows"] == [
        {"name": "Aisha Rahman", "cells": [0, 210], "total": 210},
        {"name": "Bronwen Pugh", "cells": [90, 150], "total": 240},
    ]
    assert (told["column_totals"], told["total"], told["unit"]) == ([90, 360], 450, "minutes")
    assert openpyxl.load_workbook(out).sheetnames[1] == "Data"
    words = coprod("report", full, "--pivot", "person", "month", "--figure", "agreed").out
    assert "£30.00" in words


def test_the_same_groups_twice_are_refused(coprod: Coprod, full: Path) -> None:
    assert "are the same" in coprod.refused("report", full, "--pivot", "month", "month")


@pytest.mark.parametrize(
    "what",
    [
        ("--month", "2026-11-05"),
        ("--funder", "all", "--from", "2026-10-01", "--to", "2026-11-30"),
        ("--volunteers", "--from", "2026-10-01", "--to", "2026-11-30"),
        ("--contributors", "--from", "2026-10-01", "--to", "2026-11-30"),
    ],
)
def test_every_report_has_words_json_and_a_workbook(
    coprod: Coprod, full: Path, tmp_path: Path, what: tuple[str, ...]
) -> None:
    before = digest(full)
    told = coprod.told("report", full, *what, "--out", tmp_path / "a.xlsx")
    assert told["tables"]
    assert told["path"] == str(tmp_path / "a.xlsx")
    assert told["title"] in coprod("report", full, *what).out
    assert digest(full) == before


def test_a_funders_rate_stands_with_its_source(coprod: Coprod, full: Path) -> None:
    days = ("--from", "2026-10-01", "--to", "2026-11-30")
    told = coprod.told(
        *("report", full, "--funder", "all", *days),
        *("--match-rate", "20.00", "--match-source", "Handbook 2026"),
    )
    assert "Handbook 2026" in told["tables"][0]["note"]
    words = coprod.refused("report", full, "--funder", "all", *days, "--match-rate", "20.00")
    assert words
    assert "--from" in coprod.refused("report", full, "--volunteers")


def test_one_list_goes_out_with_its_days_and_columns(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    out = tmp_path / "work.csv"
    told = coprod.told(
        *("export", full, out, "--list", "contributions", "--from", "2026-11-01"),
        *("--columns", "person,time"),
    )
    assert told == {
        "path": str(out),
        "list": "contributions",
        "rows": 3,
        "columns": ["person", "time"],
    }
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == '"Person","Time","Time in minutes"'
    assert "no column “hours”" in coprod.refused(
        *("export", full, out, "--list", "contributions", "--columns", "hours")
    )
    assert "--list" in coprod.refused("export", full, tmp_path / "a.xlsx", "--from", "2026-11-01")


def test_letters_get_one_row_for_each_person(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    days = ("--from", "2026-10-01", "--to", "2026-11-30")
    told = coprod.told("merge-list", full, *days, "--out", tmp_path / "a.xlsx")
    assert told["rows"] == 2


def test_a_file_for_another_program_needs_somebody_who_was_paid(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    days = ("--from", "2026-10-01", "--to", "2026-11-30", "--out", tmp_path / "a.csv")
    assert "Nobody was paid" in coprod.refused("pay-file", full, "--preset", "plain", *days)
    assert "no preset “x”" in coprod.refused("pay-file", full, "--preset", "x", *days)


def test_every_name_of_a_list_is_known_to_the_lists() -> None:
    assert LISTS == DATA_LISTS
