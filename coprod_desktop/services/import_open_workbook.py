"""Bring an open workbook back: every record as it was, with the number it is known by."""

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import AlreadyThereError, SpreadsheetUnreadableError
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.pay_errors import MoneyIntoEmptyFileError
from coprod_desktop.domain.pins import OperatorPin
from coprod_desktop.i18n import _
from coprod_desktop.services.import_results import ImportPlan
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.storage import whole_tables
from coprod_desktop.storage.work import Reading, Work

Rows = Sequence[Mapping[str, object]]
# What every new file has from the start; a workbook that comes into an empty file brings its own.
_FURNITURE = ("organisations", "operators", "policies")
# What says that somebody approved or paid; it never comes into a file that has records already.
_MONEY = (
    "approvals",
    "pay_runs",
    "payments",
    "payment_lines",
    "top_ups",
    "recoveries",
    "gifts",
    "made_files",
    "settled_lines",
    "cash_moves",
    "vouchers",
)
# No two records may share these; the noun is for the sentence about it.
_ONE_OF_EACH = (
    ("pay_runs", ("number",), "pay run"),
    ("statements", ("number",), "statement"),
    ("issued_papers", ("number",), "paper"),
    ("paper_styles", ("organisation_id",), "paper style"),
    ("wordings", ("sentence", "language"), "wording"),
    ("bank_details", ("participant_id",), "bank details"),
    ("own_layouts", ("name",), "bank layout"),
    ("saved_views", ("name", "list_name"), "saved view"),
    ("name_aliases", ("alias",), "other name"),
    ("session_templates", ("name",), "session template"),
    ("row_marks", ("subject_id", "subject"), "note"),
    ("own_values", ("subject_id", "own_column_id"), "note"),
    ("import_layouts", ("fingerprint", "kind"), "remembered layout"),
    ("contributions", ("import_key",), "contribution"),
    ("expense_claims", ("import_key",), "expense claim"),
)


@dataclasses.dataclass(slots=True, kw_only=True)
class WorkbookPlan(ImportPlan):
    """What a workbook would add, by table, and whether it furnishes an empty file."""

    records: dict[str, list[object]] = dataclasses.field(default_factory=dict)
    rows_read: int = 0
    is_into_empty_file: bool = False

    @property
    def added(self) -> int:
        """How many records come in; none where anything cannot be read."""
        return 0 if self.problems else sum(len(records) for records in self.records.values())


def plan_open_workbook(reading: Reading, tables: Mapping[str, Rows], path: Path) -> WorkbookPlan:
    """Work out which records of a workbook the file lacks; records that it has stay as they are.

    Raises SpreadsheetUnreadableError for a workbook without an organisation, and AlreadyThereError
    where another charity's records, or other records of the same number, are in the file;
    MoneyIntoEmptyFileError for payments and approvals that a file with records lacks.
    """
    organisations = tables.get("organisations", ())
    if len(organisations) != 1:
        raise SpreadsheetUnreadableError(path=path)
    plan = WorkbookPlan(is_into_empty_file=_is_empty(reading))
    own = whole_tables.ids_in(reading, "organisations")
    is_same = organisations[0].get("organisation_id") in own
    if not is_same and not plan.is_into_empty_file:
        raise AlreadyThereError(noun="organisation", name=_own_name(reading))
    for name in whole_tables.table_names():
        _plan_table(reading, plan, name, tables.get(name, ()))
    if not plan.problems:
        _check_numbers(reading, plan)
        if not plan.is_into_empty_file:
            _check_no_money(plan)
    return plan


def _is_empty(reading: Reading) -> bool:
    others = set(whole_tables.table_names()) - set(_FURNITURE)
    return not any(whole_tables.ids_in(reading, name) for name in others)


def _own_name(reading: Reading) -> object:
    return next(iter(whole_tables.values_in(reading, "organisations", "name")))


def _plan_table(reading: Reading, plan: WorkbookPlan, name: str, rows: Rows) -> None:
    # What an empty file gives up must all come from the workbook, even with the same numbers.
    is_given_up = plan.is_into_empty_file and name in _FURNITURE
    known = frozenset() if is_given_up else whole_tables.ids_in(reading, name)
    key = whole_tables.columns_of(name)[0]
    found: list[object] = []
    for number, row in enumerate(rows, 2):  # the first row of the worksheet holds the headings
        plan.rows_read += 1
        if row.get(key) in known:
            plan.already_there += 1
            continue
        try:
            found.append(whole_tables.record_from(name, row))
        except whole_tables.ValueUnreadableError as error:
            plan.problems.append(_problem(name, number, error))
    plan.records[name] = sorted(found, key=lambda record: int(getattr(record, key)))


def _problem(name: str, row: int, error: whole_tables.ValueUnreadableError) -> Problem:
    message = _(
        "This value is not of the kind that its column holds, so nothing was brought in. Put it "
        "back as it was, or export the workbook again."
    )
    value = "" if error.value is None else str(error.value)[:200]
    return Problem(row=row, column=f"{name}: {error.column}", value=value, message=message)


def _check_numbers(reading: Reading, plan: WorkbookPlan) -> None:
    for name, columns, noun in _ONE_OF_EACH:
        known = set(whole_tables.values_together(reading, name, columns))
        for record in plan.records[name]:
            values = tuple(getattr(record, column) for column in columns)
            if None not in values and values in known:
                raise AlreadyThereError(noun=noun, name=values[0])
            known.add(values)


def _check_no_money(plan: WorkbookPlan) -> None:
    """Refuse payments and approvals that nobody gave in this file; raises MoneyIntoEmptyFileError.

    Work and claims come in as logged, so that somebody here approves them.
    """
    if any(plan.records[name] for name in _MONEY):
        raise MoneyIntoEmptyFileError()
    for name in ("contributions", "expense_claims"):
        plan.records[name] = [_to_approve(record) for record in plan.records[name]]


def _to_approve(record: object) -> object:
    if isinstance(record, Contribution | ExpenseClaim) and record.state is not WorkState.DRAFT:
        return dataclasses.replace(record, state=WorkState.LOGGED)
    return record


def bring_back(work: Work, plan: WorkbookPlan, path: Path) -> None:
    """Add the records of a plan; an empty file gives up the ones that it was made with.

    Where a value cannot be read nothing is added at all. Raises SpreadsheetUnreadableError where
    the records do not fit each other.
    """
    if plan.problems:
        return
    try:
        if plan.is_into_empty_file:
            _clear(work, plan)
        for name, records in plan.records.items():
            whole_tables.put_back(work, name, records)
    except whole_tables.RowsDoNotFitError as error:
        raise SpreadsheetUnreadableError(path=path) from error


def _clear(work: Work, plan: WorkbookPlan) -> None:
    """Take away what a new file was made with, where the workbook brings its own."""
    if plan.records["operators"]:  # a PIN goes with its operator; workbooks have none
        for pin in work.find(OperatorPin):
            work.remove(pin)
    for name in _FURNITURE:
        if plan.records[name]:
            whole_tables.clear(work, name)
