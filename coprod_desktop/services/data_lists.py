"""Hand out whole lists for other programs: one row for each thing, clean heads, plain values."""

import datetime
import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract, PlainValue
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.pivots import capacity_name, period_words
from coprod_desktop.storage import data_rows
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

_TEXT, _DAY = ColumnKind.TEXT, ColumnKind.DAY
_MINUTES, _PENCE = ColumnKind.MINUTES, ColumnKind.PENCE
_NUMBER, _CODE, _TICK = ColumnKind.NUMBER, ColumnKind.CODE, ColumnKind.TICK
DATA_LISTS = ("contributions", "expenses", "participants", "payments")
Column = tuple[str, str, ColumnKind, Callable[[Any, Mapping[int, int]], PlainValue]]


def data_list(desk: Desk, name: str, days: Days) -> ListExtract:
    """Return one of DATA_LISTS for a stretch of days; read it once, on the database thread.

    Raises KeyError for another name.
    """
    title, columns, rows = {
        "contributions": (_("Contributions"), _work_columns(), data_rows.work),
        "expenses": (_("Expenses"), _expense_columns(), data_rows.expenses),
        "participants": (_("Participants"), _people_columns(), data_rows.people),
        "payments": (_("Payments"), _payment_columns(), data_rows.payments),
    }[name]
    return ListExtract(
        title=title,
        columns=tuple(ExtractColumn(key=c[0], title=c[1], kind=c[2]) for c in columns),
        rows=_rows(desk, columns, rows, days),
        filtered_by=period_words(days.from_on, days.to_on),
    )


def _rows(
    desk: Desk,
    columns: tuple[Column, ...],
    rows: Callable[[Reading, Days], Iterator[Any]],
    days: Days,
) -> Iterator[tuple[PlainValue, ...]]:
    with desk.reading() as reading:
        more = data_rows.on_top(reading)
        for row in rows(reading, days):
            yield tuple(value(row, more) for _key, _title, _kind, value in columns)


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def _plain(name: str) -> Callable[[Any, Mapping[int, int]], PlainValue]:
    get = operator.attrgetter(name)  # looked up by name in the row itself takes much longer
    return lambda row, _more: get(row)


def _word(name: str) -> Callable[[Any, Mapping[int, int]], PlainValue]:
    get = operator.attrgetter(name)
    return lambda row, _more: str(get(row))


def _where() -> tuple[Column, ...]:
    return (
        ("project", _("Project"), _TEXT, _plain("project")),
        ("funder", _("Funder"), _TEXT, _plain("fund")),
        ("cost_code", _("Cost code"), _CODE, _plain("cost_code")),
    )


def _when(name: str) -> tuple[Column, ...]:
    day = operator.attrgetter(name)
    return (
        ("day", _("Date"), _DAY, _plain(name)),
        ("year", _("Year"), _NUMBER, lambda row, _m: day(row).year),
        ("month", _("Month"), _TEXT, lambda row, _m: day(row).isoformat()[:7]),
        ("week", _("Week begins"), _DAY, lambda row, _m: _monday(day(row))),
    )


def _work_columns() -> tuple[Column, ...]:
    return (
        *_when("worked_on"),
        ("person", _("Person"), _TEXT, _plain("person")),
        *_where(),
        ("kind", _("Kind of work"), _TEXT, _plain("kind_of_work")),
        ("capacity", _("Takes part as"), _TEXT, lambda r, _m: capacity_name(r.capacity)),
        ("what", _("What was done"), _TEXT, _plain("what")),
        ("paid", _("Paid or unpaid"), _TEXT, lambda r, _m: _("Paid") if r.is_paid else _("Unpaid")),
        ("time", _("Time"), _MINUTES, _plain("minutes")),
        ("time_paid", _("Paid time"), _MINUTES, lambda r, _m: r.minutes if r.is_paid else 0),
        ("time_unpaid", _("Unpaid time"), _MINUTES, lambda r, _m: 0 if r.is_paid else r.minutes),
        ("rate", _("Rate an hour"), _PENCE, _plain("rate_pence")),
        ("offered", _("Offered"), _PENCE, _plain("offered_pence")),
        ("agreed", _("Agreed"), _PENCE, _plain("agreed_pence")),
        ("on_top", _("Paid on top"), _PENCE, lambda r, more: more.get(r.contribution_id, 0)),
        ("value", _("Value of unpaid time"), _PENCE, _plain("value_pence")),
        ("choice", _("Choice"), _TEXT, _word("choice")),
        ("state", _("State"), _TEXT, _word("state")),
    )


def _expense_columns() -> tuple[Column, ...]:
    return (
        *_when("spent_on"),
        ("person", _("Person"), _TEXT, _plain("person")),
        *_where(),
        ("kind", _("Kind of expense"), _TEXT, _word("kind")),
        ("what", _("What it was for"), _TEXT, _plain("what")),
        ("miles", _("Miles"), _NUMBER, lambda r, _m: Decimal(r.tenth_miles) / 10 or None),
        ("claimed", _("Claimed"), _PENCE, _plain("claimed_pence")),
        ("agreed", _("Agreed"), _PENCE, _plain("agreed_pence")),
        ("on_top", _("Paid on top"), _PENCE, lambda r, more: more.get(r.expense_item_id, 0)),
        ("claimed_on", _("Claimed on"), _DAY, _plain("claimed_on")),
        ("state", _("State"), _TEXT, _word("state")),
    )


def _people_columns() -> tuple[Column, ...]:
    return (
        ("person", _("Person"), _TEXT, _plain("name")),
        ("named", _("Named on papers"), _TEXT, lambda r, _m: r.name_on_papers or r.name),
        ("capacity", _("Takes part as"), _TEXT, lambda r, _m: capacity_name(r.capacity)),
        ("active", _("Active"), _TICK, _plain("is_active")),
        ("contact", _("Contact by"), _TEXT, _word("contact_by")),
        ("email", _("Email"), _TEXT, _plain("email")),
        ("phone", _("Telephone"), _CODE, _plain("phone")),
        ("paid_by", _("Paid by"), _TEXT, _word("paid_by")),
        ("time_paid", _("Paid time"), _MINUTES, _plain("minutes_paid")),
        ("time_unpaid", _("Unpaid time"), _MINUTES, _plain("minutes_unpaid")),
        ("agreed", _("Agreed"), _PENCE, _plain("agreed_pence")),
        ("last", _("Last took part"), _DAY, _plain("last_worked_on")),
    )


def _payment_columns() -> tuple[Column, ...]:
    return (
        ("run", _("Pay run"), _NUMBER, _plain("run")),
        ("pay_on", _("To pay on"), _DAY, _plain("pay_on")),
        ("paid_on", _("Paid on"), _DAY, _plain("paid_on")),
        ("person", _("Person"), _TEXT, _plain("person")),
        ("method", _("Paid by"), _TEXT, _word("method")),
        ("account", _("Account ending"), _CODE, lambda r, _m: r.account_number[-4:]),
        ("reference", _("Reference"), _CODE, _plain("reference")),
        ("payment", _("Involvement payment"), _PENCE, _plain("payment_pence")),
        ("reimbursement", _("Reimbursement"), _PENCE, _plain("reimbursement_pence")),
        ("state", _("State"), _TEXT, _word("state")),
    )
