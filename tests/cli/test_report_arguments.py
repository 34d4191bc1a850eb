"""What is asked of reports on the command line is read, and nothing else."""

import pytest

from coprod_desktop.cli.arguments import build_parser


def test_a_cross_table_has_two_groups_and_counts_hours_unless_told() -> None:
    read = build_parser().parse_args(["report", "f.coprod", "--pivot", "person", "month"])
    assert read.pivot == ["person", "month"]
    assert read.figure == "hours"


@pytest.mark.parametrize(
    "words",
    [
        ["report", "f.coprod"],
        ["report", "f.coprod", "--pivot", "person"],
        ["report", "f.coprod", "--pivot", "person", "year"],
        ["report", "f.coprod", "--volunteers", "--contributors"],
        ["export", "f.coprod", "a.xlsx", "--list", "secrets"],
        ["merge-list", "f.coprod", "--out", "a.xlsx"],
        ["pay-file", "f.coprod", "--from", "2026-01-01", "--to", "2026-01-31", "--out", "a.csv"],
    ],
)
def test_what_is_missing_or_unknown_is_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(words)
    assert ended.value.code == 2


def test_columns_are_named_with_commas_between() -> None:
    words = ["export", "f.coprod", "a.csv", "--list", "expenses", "--columns", "day, person,"]
    assert build_parser().parse_args(words).columns == ["day", "person"]
