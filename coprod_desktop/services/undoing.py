"""See that nobody has built on a step about money before it is taken back."""

from collections.abc import Iterable, Iterator, Mapping

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.changes import RowChange
from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.services.run_moves import RUNS
from coprod_desktop.storage import history
from coprod_desktop.storage.work import Reading

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
    if history.is_changed_since(reading, change_id, things):
        raise CannotUndoError(because="later")


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
