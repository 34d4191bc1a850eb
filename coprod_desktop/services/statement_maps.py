"""Read a small file (MAP.toml) that says which column of a bank's CSV statement means what.

    [columns]                # field = "the heading", or the number of the column, counted from one
    day = "Posted"
    amount = "Value"
    payee = "Text"

    [options]
    date_order = "dmy"       # or "mdy", "ymd"

Every field is described in docs/bank-statements.md.
"""

import tomllib
from collections.abc import Collection
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.domain.bank_statements import CsvMapping, DateOrder
from coprod_desktop.domain.errors import FileMissingError, MappingUnreadableError
from coprod_desktop.i18n import _

_FIELDS = ("day", "amount", "direction", "paid_out", "paid_in", "payee", "reference")
_ORDERS = MappingProxyType(
    {"dmy": DateOrder.DAY_FIRST, "mdy": DateOrder.MONTH_FIRST, "ymd": DateOrder.YEAR_FIRST}
)


def read_statement_map(path: Path) -> CsvMapping:
    """Read a map; raises FileMissingError, or MappingUnreadableError with what is wrong."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise FileMissingError(path=path) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingUnreadableError(path=path, detail=str(error)) from error
    try:
        return _mapping(content)
    except _MapError as error:
        raise MappingUnreadableError(path=path, detail=str(error)) from error


class _MapError(Exception):
    """One thing in a map is not as documented; its text says what."""


def _mapping(content: dict[str, object]) -> CsvMapping:
    _refuse_unknown("", content, ("columns", "options"))
    columns, options = _table(content, "columns"), _table(content, "options")
    _refuse_unknown("columns", columns, _FIELDS)
    _refuse_unknown("options", options, ("date_order",))
    fields = {key: _heading(key, value) for key, value in columns.items()}
    order = options.get("date_order", "dmy")
    if not isinstance(order, str) or order not in _ORDERS:
        words = _("“date_order” in [options] must be one of: {choices}.")
        raise _MapError(words.format(choices=", ".join(_ORDERS)))
    _check_whole(fields)
    return CsvMapping(date_order=_ORDERS[order], **fields)


def _table(content: dict[str, object], name: str) -> dict[str, object]:
    table = content.get(name, {})
    if not isinstance(table, dict):
        raise _MapError(_("“{name}” must be a table: [{name}].").format(name=name))
    return table


def _refuse_unknown(table: str, content: dict[str, object], known: Collection[str]) -> None:
    for key in content:
        if key not in known:
            words = _("There is no “{key}” in a map of a statement. It knows: {known}.")
            if table:
                words = _("[{table}] knows no “{key}”. It knows: {known}.")
            raise _MapError(words.format(table=table, key=key, known=", ".join(known)))


def _heading(key: str, value: object) -> str:
    """Return a heading, or the number of a column as text."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return str(value)
    if not isinstance(value, str):
        words = _("“{key}” in [columns] must be a heading in quotation marks, or a number.")
        raise _MapError(words.format(key=key))
    return value


def _check_whole(fields: dict[str, str]) -> None:
    """See that a day and an amount are named; raises _MapError."""
    if not fields.get("day"):
        raise _MapError(_("[columns] needs “day”: the column of the day."))
    if not any(fields.get(name) for name in ("amount", "paid_out", "paid_in")):
        raise _MapError(
            _("[columns] needs “amount”, or “paid_out” and “paid_in”: the columns of the money.")
        )
    if fields.get("amount") and (fields.get("paid_out") or fields.get("paid_in")):
        raise _MapError(
            _("[columns] names “amount” and also “paid_out” or “paid_in”. Keep the one or the two.")
        )
