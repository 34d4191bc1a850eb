"""See that nobody has built on a step before it is taken back, and in whose hand it is."""

from collections.abc import Iterable, Iterator, Mapping

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.changes import Change, RowChange
from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.undo_errors import CannotRedoError
from coprod_desktop.services.run_moves import RUNS
from coprod_desktop.services.undo_reasons import is_money_out
from coprod_desktop.storage import history, undo_line
from coprod_desktop.storage.work import Reading, Work

_Thing = tuple[str, int]


def check_nothing_built_on(reading: Reading, change_id: int) -> None:
    """Refuse to take back what somebody approved, paid or agreed on since.

    A row can look as it did and yet stand for something else: a run that was approved since, or a
    claim whose lines were agreed otherwise. Raises CannotUndoError.
    """
    things = {
        thing
        for row in history.rows_of(reading, change_id)
        for image in (row.before, row.after)
        if image is not None
        for thing in _leans_on(reading, row, image)
    }
    done_at = undo_line.done_at(reading, change_id)
    later = undo_line.later_change_of(reading, done_at, things)
    if later is not None:
        raise blocked_by(later)


def what_blocks(reading: Reading, change_id: int) -> CannotUndoError:
    """Return the refusal for rows that a later change touched, with the way on where there is one.

    Where money or a file for the bank went out since, the pay run is taken back instead.
    """
    things = {(row.table, row.row_id) for row in history.rows_of(reading, change_id)}
    done_at = undo_line.done_at(reading, change_id)
    later = undo_line.later_change_of(reading, done_at, things)
    return blocked_by(later) if later is not None else CannotUndoError(because="later")


def blocked_by(later: Change) -> CannotUndoError:
    """Return the refusal that names the change that has to be taken back first."""
    if is_money_out(later.verb):
        return CannotUndoError(because="paid")
    return CannotUndoError(because="later", by=later.verb)


def check_in_own_hand(work: Work, undoing_id: int, operator_id: int) -> None:
    """Refuse to do in somebody's name again what they decided and what was then taken back.

    Approvals, decisions about pay runs and checked accounts carry the name of who gave them; only
    they can give them again. Raises CannotRedoError.
    """
    for row in history.rows_of(work, undoing_id):
        column = _SIGNED.get(row.table)
        if column is None or row.before is None:
            continue
        signed = row.before[column]
        was_signed = row.after is not None and row.after[column] == signed
        if signed is not None and not was_signed and signed != operator_id:
            (who,) = work.find(Operator, operator_id=signed)
            raise CannotRedoError(because="theirs", name=who.name)


_SIGNED = {
    "approvals": "operator_id",
    "pay_runs": "approved_by_id",
    "bank_details": "checked_by_id",
}


def _leans_on(reading: Reading, row: RowChange, image: Mapping[str, object]) -> Iterator[_Thing]:
    """Give the rows on which the meaning of a row depends, besides itself."""
    if row.table == RUNS:
        yield from _run(reading, row.row_id)
    elif row.table == "payments":
        yield (row.table, row.row_id)
        yield from _run(reading, _whole(image["pay_run_id"]))
    elif row.table == "approvals" and image["subject"] == RUNS:
        yield from _run(reading, _whole(image["subject_id"]))
    elif row.table in ("payment_lines", "vouchers") and image["payment_id"] is not None:
        yield ("payments", _whole(image["payment_id"]))
    elif row.table == "expense_items":
        yield ("expense_claims", _whole(image["expense_claim_id"]))
    elif row.table == "expense_claims":
        yield (row.table, row.row_id)
        for item in reading.find(ExpenseItem, expense_claim_id=row.row_id):
            yield ("expense_items", item.expense_item_id)


def _run(reading: Reading, pay_run_id: int) -> Iterable[_Thing]:
    decisions = reading.find(Approval, subject=RUNS, subject_id=pay_run_id)
    return [(RUNS, pay_run_id), *(("approvals", one.approval_id) for one in decisions)]


def _whole(value: object) -> int:
    return int(str(value))
