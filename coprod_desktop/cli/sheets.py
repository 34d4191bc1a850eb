"""Bring spreadsheets in and write the open workbook."""

import argparse
from collections.abc import Iterable

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.imports import ImportResult, Problem


def bring_in(arguments: argparse.Namespace) -> Answer:
    """Bring in a spreadsheet, or tell what it would bring."""
    with opened(arguments) as office:
        sheet, is_dry_run = arguments.sheet, arguments.dry_run
        if arguments.kind == "open-workbook":
            result = office.imports.open_workbook(sheet, is_dry_run=is_dry_run)
        else:
            bring = getattr(office.imports, arguments.kind)
            result = bring(sheet, arguments.map, is_dry_run=is_dry_run)
    return Answer(told=_told(result), words=list(_words(result)))


def _told(result: ImportResult) -> dict[str, object]:
    return {
        "rows_read": result.rows_read,
        "added": result.added,
        "already_there": result.already_there,
        "skipped": result.skipped,
        "problems": [_problem(problem) for problem in result.problems],
        "minutes_total": result.minutes_total,
        "pence_total": result.pence_total,
        "people_added": result.people_added,
        "projects_added": result.projects_added,
        "notes": [_problem(note) for note in result.notes],
        "is_dry_run": result.is_dry_run,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": problem.message,
    }


def _words(result: ImportResult) -> Iterable[str]:
    if result.is_dry_run:
        yield _("This was a try: nothing was changed.")
    yield ngettext("{count:,} row was read.", "{count:,} rows were read.", result.rows_read).format(
        count=result.rows_read
    )
    yield _(
        "{added:,} brought in, {there:,} there already, {skipped:,} without anything to bring in, "
        "{problems:,} not readable."
    ).format(
        added=result.added,
        there=result.already_there,
        skipped=result.skipped,
        problems=len({problem.row for problem in result.problems}),
    )
    if result.minutes_total:
        yield _("Time in the sheet: {time}.").format(time=words_for_minutes(result.minutes_total))
    if result.pence_total:
        yield _("Money in the sheet: {money}.").format(money=format_pounds(result.pence_total))
    for note in result.notes:
        yield _("Note, row {row}, {column}: {message}").format(
            row=note.row, column=note.column, message=note.message
        )
    for problem in result.problems:
        yield _("Row {row}, {column}, “{value}”: {message}").format(
            row=problem.row, column=problem.column, value=problem.value, message=problem.message
        )


def export(arguments: argparse.Namespace) -> Answer:
    """Write everything into an open workbook."""
    with opened(arguments) as office:
        result = office.exports.open_workbook(arguments.workbook)
    rows = sum(result.tables.values())
    return Answer(
        told={"workbook": str(arguments.workbook), "rows": rows, "tables": dict(result.tables)},
        words=[
            _("Wrote {rows:,} rows into {path}.").format(rows=rows, path=arguments.workbook),
            result.privacy_words,
        ],
    )
