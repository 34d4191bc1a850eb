"""Rows are put back together only where their order cannot matter."""

from typing import Any

from coprod_desktop.domain.changes import RowChange
from coprod_desktop.storage.stretches import stretches


def changed(row_id: int, table: str = "contributions", **fields: tuple[Any, Any]) -> RowChange:
    """Return a row of which these fields were (before, after)."""
    return RowChange(
        table=table,
        row_id=row_id,
        before={name: was for name, (was, _now) in fields.items()},
        after={name: now for name, (_was, now) in fields.items()},
    )


def sizes(*rows: RowChange) -> list[int]:
    found = list(stretches(rows))
    assert [row for stretch in found for row in stretch] == list(rows)
    return [len(stretch) for stretch in found]


def test_rows_of_one_table_that_changed_go_together() -> None:
    one, other = changed(1, minutes=(60, 90)), changed(2, note=("", "Seen"))
    person = changed(4, "participants", wishes=("", "Zoom"))
    assert sizes(one, other, changed(3, minutes=(5, 9))) == [3]
    assert sizes(one, person, other) == [1, 1, 1]
    assert sizes() == []


def test_what_came_or_went_goes_alone() -> None:
    added = RowChange(table="contributions", row_id=2, before=None, after={"minutes": 1})
    removed = RowChange(table="contributions", row_id=3, before={"minutes": 1}, after=None)
    erased = RowChange(table="contributions", row_id=4, before=None, after=None)
    assert sizes(changed(1, minutes=(1, 2)), added, removed, erased) == [1, 1, 1, 1]


def test_what_no_two_rows_share_is_put_back_in_its_order() -> None:
    told = [changed(at, "vouchers", note=("", "Torn")) for at in (1, 2)]
    names = [changed(at, "name_aliases", alias=("a", "b")) for at in (1, 2)]
    assert sizes(*names) == [1, 1]
    assert sizes(*told) == [2]


def test_files_and_rows_told_twice_go_alone() -> None:
    assert sizes(*(changed(at, "receipts", file_name=("a", "b")) for at in (1, 2))) == [1, 1]
    assert sizes(changed(1, minutes=(1, 2)), changed(1, minutes=(2, 3))) == [1, 1]
