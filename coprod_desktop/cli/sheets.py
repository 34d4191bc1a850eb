"""Bring spreadsheets in and write the open workbook."""

import argparse
from collections.abc import Iterable, Sequence

from coprod_desktop.cli.answers import Answer, RefusedError
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.import_results import RowChange
from coprod_desktop.services.imports import ImportResult, Problem, SourceTotal


def bring_in(arguments: argparse.Namespace) -> Answer:
    """Bring in a spreadsheet, or tell what it would bring."""
    with opened(arguments) as office:
        sheet, is_dry_run = arguments.sheet, arguments.dry_run
        if arguments.kind == "open-workbook":
            result = office.imports.open_workbook(sheet, is_dry_run=is_dry_run)
        else:
            bring = getattr(office.imports, arguments.kind)
            result = bring(
                sheet, arguments.map, is_dry_run=is_dry_run, takes_changes=arguments.update
            )
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
        "updated": result.changed,
        "updates": [_change(change) for change in result.changes],
        "source_totals": [_total(total) for total in result.source_totals],
    }


def _change(change: RowChange) -> dict[str, object]:
    return {
        "row": change.row,
        "name": change.name,
        "date": change.day.isoformat(),
        "fields": [{"field": one.field, "from": one.was, "to": one.now} for one in change.fields],
        "is_taken": change.is_taken,
        "held": change.held,
    }


def _total(total: SourceTotal) -> dict[str, object]:
    return {
        "sheet": total.sheet,
        "row": total.row,
        "column": total.column,
        "unit": str(total.unit),
        "stated": total.stated,
        "read": total.read,
        "agrees": total.agrees,
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
    yield from _change_words(result.changes)
    yield from _total_words(result.source_totals)
    for note in result.notes:
        yield _("Note, row {row}, {column}: {message}").format(
            row=note.row, column=note.column, message=note.message
        )
    for problem in result.problems:
        yield _("Row {row}, {column}, “{value}”: {message}").format(
            row=problem.row, column=problem.column, value=problem.value, message=problem.message
        )


def _change_words(changes: Sequence[RowChange]) -> Iterable[str]:
    for change in changes:
        fields = "; ".join(
            _("{field} from “{was}” to “{now}”").format(field=one.field, was=one.was, now=one.now)
            for one in change.fields
        )
        if change.held:
            words = _("Row {row} was edited: {fields}. Nothing was changed. {why}")
        elif change.is_taken:
            words = _("Row {row} was edited, and what it says now is taken over: {fields}.")
        else:
            words = _(
                "Row {row} was edited: {fields}. Nothing was changed; --update takes it over."
            )
        yield words.format(row=change.row, fields=fields, why=change.held)


def _total_words(totals: Sequence[SourceTotal]) -> Iterable[str]:
    for total in totals:
        if total.agrees:
            words = _("The sheet’s own total in row {row}, {column}, agrees: {read}.")
        else:
            words = _(
                "The sheet’s own total in row {row}, {column}, is {stated}, and the rows above it "
                "came to {read}."
            )
        yield words.format(
            row=total.row,
            column=total.column,
            stated=total.words(total.stated),
            read=total.words(total.read),
        )


def export(arguments: argparse.Namespace) -> Answer:
    """Write everything into an open workbook, or one list into a workbook or a CSV."""
    if arguments.list_name:
        return _export_list(arguments)
    if arguments.from_on or arguments.to_on or arguments.columns:
        raise RefusedError(
            _("Days and columns belong to a list. Name it with --list; nothing was written.")
        )
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


def _export_list(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as office:
        exports, path = office.list_exports, arguments.workbook
        extract = exports.data(arguments.list_name, arguments.from_on, arguments.to_on)
        known = [column.key for column in extract.columns]
        unknown = [key for key in arguments.columns or () if key not in known]
        if unknown:
            words = _("There is no column “{key}” in this list. Those are: {known}.")
            raise RefusedError(words.format(key=unknown[0], known=", ".join(known)))
        result = exports.write(extract, path, arguments.columns)
    return Answer(
        told={
            "path": str(path),
            "list": arguments.list_name,
            "rows": result.rows,
            "columns": arguments.columns or known,
        },
        words=[
            result.words,
            _("This file is not encrypted. Keep it as safe as the file itself."),
        ],
    )
