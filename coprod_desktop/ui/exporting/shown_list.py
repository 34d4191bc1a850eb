"""Read the list on a page that has no filters of its own, with what its cells mean."""

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.dates import parse_day
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract, PlainValue
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_AT_ONCE = 500
_POUNDS = re.compile(r"(\N{MINUS SIGN}?)£([0-9,]+)\.([0-9]{2})")
_HOURS = re.compile(r"([0-9,]+):([0-5][0-9])")
_WHOLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,9}")


def list_of(page: QWidget) -> ListView[Any] | None:
    """Return the list that somebody works with on a page; None where it has none on show."""
    lists = [one for one in page.findChildren(ListView) if one.isVisible()]
    focused = [one for one in lists if one.isAncestorOf(page.focusWidget() or page)]
    return next(iter(focused or lists), None)


def reader_of(view: ListView[Any]) -> Callable[[], ListExtract]:
    """Return what reads a list whole; call it on the database thread."""
    model = cast("TableModel[Any]", view.table.model())
    columns = [column for column in model.columns if column.has_content]
    source, title = model.source, view.table.accessibleName()

    def read() -> ListExtract:
        rows: list[Any] = []
        while source is not None:
            after = source.key_of(rows[-1]) if rows else None
            page = source.fetch_page(after, _AT_ONCE)
            rows.extend(page)
            if len(page) < _AT_ONCE:
                break
        return _extract(title, columns, rows)

    return read


def _extract(title: str, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> ListExtract:
    read = [_column(column, rows) for column in columns]
    kinds = [kind for kind, _values in read]
    return ListExtract(
        title=title,
        columns=tuple(
            ExtractColumn(key=column.key, title=column.title, kind=kind)
            for column, kind in zip(columns, kinds, strict=True)
        ),
        rows=zip(*(values for _kind, values in read), strict=True) if read else iter(()),
    )


def _column(column: Column[Any], rows: Sequence[Any]) -> tuple[ColumnKind, list[PlainValue]]:
    """Return what the cells of a column mean; words that all say one kind are of that kind."""
    if column.value is not None:
        return column.kind, [column.plain(row) for row in rows]
    if column.tick is not None and not any(column.text(row) for row in rows):
        return ColumnKind.TICK, [column.tick(row) for row in rows]
    texts = [" ".join(column.text(row).split()) for row in rows]
    filled = [text for text in texts if text]
    for kind, read in _READERS:
        if filled and all(read(text) is not None for text in filled):
            return kind, [read(text) if text else None for text in texts]
    return ColumnKind.TEXT, list(texts)


def _pence(text: str) -> int | None:
    match = _POUNDS.fullmatch(text)
    if match is None:
        return None
    pence = int(match[2].replace(",", "")) * 100 + int(match[3])
    return -pence if match[1] else pence


def _minutes(text: str) -> int | None:
    match = _HOURS.fullmatch(text)
    return None if match is None else int(match[1].replace(",", "")) * 60 + int(match[2])


def _day(text: str) -> datetime.date | None:
    if not re.fullmatch(r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}", text):  # the year says it for sure
        return None
    try:
        return parse_day(text, datetime.date.today())  # noqa: DTZ011  # the year is written
    except DomainError:
        return None


def _number(text: str) -> Decimal | None:
    is_code = text.startswith("0") and text != "0"
    is_whole = _WHOLE.fullmatch(text) is not None and not is_code
    return Decimal(text.replace(",", "")) if is_whole else None


_READERS: tuple[tuple[ColumnKind, Callable[[str], PlainValue]], ...] = (
    (ColumnKind.PENCE, _pence),
    (ColumnKind.MINUTES, _minutes),
    (ColumnKind.DAY, _day),
    (ColumnKind.NUMBER, _number),
)
