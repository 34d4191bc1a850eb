"""Make cross-tables and reports, and write lists for letters and for other programs."""

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, RefusedError, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.list_extracts import ColumnKind, PlainValue
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_presets import read_preset
from coprod_desktop.domain.pivots import Pivot, PivotBy, PivotFigure
from coprod_desktop.domain.reports import MatchRate, Report, ReportTable
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _

if TYPE_CHECKING:
    from coprod_desktop.domain.pay_presets import PayPreset
    from coprod_desktop.services.office import Office

_ALL = "all"


def report(arguments: argparse.Namespace) -> Answer:
    """Make a cross-table or a report; with --out write it as a workbook."""
    with opened(arguments) as office:
        if arguments.pivot:
            return _pivot(office, arguments)
        made = _made(office, arguments)
        if arguments.out:
            office.reports.write(made, arguments.out)
    return Answer(told={**_told(made), "path": _path(arguments.out)}, words=_report_words(made))


def merge_list(arguments: argparse.Namespace) -> Answer:
    """Write one row of text for each person."""
    with opened(arguments) as office:
        result = office.list_exports.write_merge_list(
            arguments.from_on, arguments.to_on, arguments.out
        )
    told = {"path": str(arguments.out), "rows": result.rows, "columns": result.columns}
    return Answer(told=told, words=[result.words])


def pay_file(arguments: argparse.Namespace) -> Answer:
    """Write what people were paid in a period for another program."""
    preset = _preset(arguments.preset)
    with opened(arguments) as office:
        made = office.pay_files.write(preset, arguments.from_on, arguments.to_on, arguments.out)
    words = _("{people} people, {payments} for involvement and {back} paid back, in {path}.")
    lines = [
        words.format(
            people=made.people,
            payments=format_pounds(made.payment_pence),
            back=format_pounds(made.reimbursement_pence),
            path=arguments.out,
        ),
        _("{name}: {confidence}. {note}").format(
            name=preset.name, confidence=preset.confidence, note=preset.note
        ),
    ]
    if made.without:
        names = ", ".join(made.without)
        lines.append(_("Something is missing for: {names}.").format(names=names))
    told = {
        "path": str(arguments.out),
        "people": made.people,
        "payment_pence": made.payment_pence,
        "reimbursement_pence": made.reimbursement_pence,
        "without": list(made.without),
        "confidence": preset.confidence,
    }
    return Answer(told=told, words=lines)


def _preset(name: str) -> "PayPreset":
    from coprod_desktop.services.payroll_exports import PRESETS, shipped_preset

    if name in PRESETS:
        return shipped_preset(name)
    path = Path(name)
    if not path.is_file():
        words = _("There is no preset “{name}”. Name a file, or one of: {known}.")
        raise RefusedError(words.format(name=name, known=", ".join(PRESETS)))
    return read_preset(path.read_text(encoding="utf-8", errors="replace"))


# --- cross-tables --------------------------------------------------------------------------------


def _pivot(office: "Office", arguments: argparse.Namespace) -> Answer:
    rows_by, columns_by = map(PivotBy, arguments.pivot)
    days = (arguments.from_on, arguments.to_on)
    pivot = office.pivots.make(rows_by, columns_by, PivotFigure(arguments.figure), *days)
    if arguments.out:
        office.list_exports.write_pivot(pivot, arguments.out)
    unit = "minutes" if pivot.figure.is_time else "pence" if pivot.figure.is_money else "people"
    told = {
        "figure": pivot.figure.value,
        "unit": unit,
        "columns": [column.name for column in pivot.columns],
        "rows": [
            {
                "name": row.name,
                "cells": [pivot.at(row, column) for column in pivot.columns],
                "total": pivot.row_totals.get(row.key, 0),
            }
            for row in pivot.rows
        ],
        "column_totals": [pivot.column_totals.get(one.key, 0) for one in pivot.columns],
        "total": pivot.total,
        "path": _path(arguments.out),
    }
    return Answer(told=told, words=_pivot_words(pivot))


def _pivot_words(pivot: Pivot) -> list[str]:
    def said(amount: int) -> str:
        if pivot.figure.is_money:
            return format_pounds(amount)
        return format_hours(amount) if pivot.figure.is_time else str(amount)

    table = [("", *(column.name for column in pivot.columns), _("In all"))]
    for row in pivot.rows:
        cells = [said(pivot.at(row, column)) for column in pivot.columns]
        table.append((row.name, *cells, said(pivot.row_totals.get(row.key, 0))))
    sums = [said(pivot.column_totals.get(column.key, 0)) for column in pivot.columns]
    table.append((_("In all"), *sums, said(pivot.total)))
    return columns(table, right=range(1, len(table[0])))


# --- reports -------------------------------------------------------------------------------------


def _made(office: "Office", arguments: argparse.Namespace) -> Report:
    reports = office.reports
    if arguments.month:
        return reports.month(arguments.month)
    if not (arguments.from_on and arguments.to_on):
        raise RefusedError(_("This report is about two days. Name them with --from and --to."))
    days: tuple[datetime.date, datetime.date] = (arguments.from_on, arguments.to_on)
    if arguments.volunteers:
        return reports.volunteers(*days)
    if arguments.contributors:
        return reports.contributors(*days)
    match = None
    if arguments.match_rate is not None:
        match = MatchRate(hourly_pence=arguments.match_rate, source=arguments.match_source)
    fund = None if arguments.funder == _ALL else arguments.funder
    return reports.funder(fund, *days, match)


def _told(made: Report) -> dict[str, object]:
    return {
        "report": made.kind.value,
        "title": made.title,
        "from": made.from_on.isoformat(),
        "to": made.to_on.isoformat(),
        "notes": list(made.notes),
        "tables": [
            {
                "title": table.title,
                "note": table.note,
                "columns": [
                    {"key": column.key, "title": column.title, "kind": column.kind.value}
                    for column in table.columns
                ],
                "rows": [[_plain(value) for value in row] for row in table.rows],
            }
            for table in made.tables
        ],
    }


def _plain(value: PlainValue) -> object:
    if value is None or isinstance(value, (str, int)):
        return value
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _report_words(made: Report) -> list[str]:
    lines = [made.title, *made.notes]
    for table in made.tables:
        lines += ["", table.title, *_table_words(table)]
    return lines


def _table_words(table: ReportTable) -> list[str]:
    kinds = [column.kind for column in table.columns]
    cells = [tuple(column.title for column in table.columns)]
    cells += [tuple(map(_said, row, kinds)) for row in table.rows]
    figures = (ColumnKind.MINUTES, ColumnKind.PENCE, ColumnKind.NUMBER)
    return columns(cells, right=[at for at, kind in enumerate(kinds) if kind in figures])


def _said(value: PlainValue, kind: ColumnKind) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and kind is ColumnKind.MINUTES:
        return format_hours(value)
    if isinstance(value, int) and kind is ColumnKind.PENCE:
        return format_pounds(value)
    return " ".join(str(value).split())


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)
