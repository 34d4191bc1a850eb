"""Know the options of lists, cross-tables, reports and files for other programs."""

import argparse
from pathlib import Path

from coprod_desktop.cli import values
from coprod_desktop.cli.commands import Commands
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.i18n import _

LISTS = ("contributions", "expenses", "participants", "payments")


def add_list_options(export: argparse.ArgumentParser) -> None:
    """Add what chooses one list, its days and its columns."""
    export.add_argument(
        "--list",
        dest="list_name",
        choices=LISTS,
        help=_("only this list; a name that ends in .csv makes a CSV"),
    )
    export.add_argument(
        "--columns",
        metavar="a,b",
        type=_keys,
        help=_("only these columns of the list"),
    )
    _add_days(export)


def add_reports(commands: Commands) -> None:
    """Add `report`, `merge-list` and `pay-file`."""
    report = commands.add("report", _("make a cross-table or a report"), "reports.report")
    what = report.add_mutually_exclusive_group(required=True)
    groups = [by.value for by in PivotBy]
    what.add_argument(
        "--pivot",
        nargs=2,
        metavar=(_("ROWS"), _("COLUMNS")),
        choices=groups,
        help=_("a cross-table by two of: {groups}").format(groups=", ".join(groups)),
    )
    what.add_argument("--month", metavar="D", type=values.day, help=_("the month of a day"))
    what.add_argument(
        "--funder", metavar=_("FUND"), help=_("for a funder; “all” is about all projects")
    )
    what.add_argument("--volunteers", action="store_true", help=_("the note about volunteers"))
    what.add_argument("--contributors", action="store_true", help=_("the roll of contributors"))
    figures = [figure.value for figure in PivotFigure]
    report.add_argument("--figure", choices=figures, default=PivotFigure.HOURS.value)
    _add_days(report)
    report.add_argument("--match-rate", metavar="15.00", type=values.pence)
    report.add_argument("--match-source", metavar=_("WHERE"), type=values.line, default="")
    report.add_argument("--out", metavar="OUT.xlsx", type=Path)
    merge = commands.add(
        "merge-list", _("write one row of text for each person, for letters"), "reports.merge_list"
    )
    _add_days(merge, is_needed=True)
    merge.add_argument("--out", metavar="OUT.xlsx", type=Path, required=True)
    pay = commands.add(
        "pay-file", _("write what people were paid for another program"), "reports.pay_file"
    )
    pay.add_argument("--preset", metavar="PRESET", required=True)
    _add_days(pay, is_needed=True)
    pay.add_argument("--out", metavar="OUT.csv", type=Path, required=True)


def _add_days(parser: argparse.ArgumentParser, *, is_needed: bool = False) -> None:
    for name in ("from", "to"):
        parser.add_argument(
            f"--{name}", dest=f"{name}_on", metavar="D", type=values.day, required=is_needed
        )


def _keys(text: str) -> list[str]:
    return [key.strip() for key in text.split(",") if key.strip()]
