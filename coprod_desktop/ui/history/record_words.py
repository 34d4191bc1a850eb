"""Word what a change did to a record: which kind of record, which field, from what to what."""

import datetime
from collections.abc import Callable
from enum import Enum
from typing import Any

from coprod_desktop.domain.changes import ChangedRecord, ChangedValue
from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.limits import LimitRule, WorkAllowance
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy, PayeeCheck
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui import words
from coprod_desktop.ui.history.field_words import field_word, table_word

_LONGEST = 240
_LANGUAGES = frozenset({"en", "cy", "en+cy"})
_TENTHS = frozenset({"tenth_miles"})
_NUMBERS = frozenset({"minutes", "own_minutes", "minutes_paid", "minutes_unpaid"})


def record_title(record: ChangedRecord) -> str:
    """Name a record with its kind, as "Piece of work: Aisha Rahman, 12 Nov 2026"."""
    kind = table_word(record.table)
    return f"{kind}: {record.title}" if record.title else kind


def record_state(record: ChangedRecord) -> str:
    """Say in a word what became of a record."""
    if record.is_new:
        return _("New")
    return _("Removed") if record.is_removed else _("Changed")


def hidden_words(record: ChangedRecord) -> str:
    """Say why nothing of a record is shown."""
    if record.table in ("limit_watches", "operator_pins"):
        return _("What was told in confidence is not shown here.")
    return _("What stood here was erased for good.")


def change_words(record: ChangedRecord, value: ChangedValue) -> str:
    """Word one field: what it is now, or from what it came to what."""
    name = field_word(value.field)
    if record.is_new:
        return _("{field}: {value}").format(field=name, value=value_word(value.field, value.after))
    before = value_word(value.field, value.before)
    if record.is_removed:
        return _("{field}: {value}").format(field=name, value=before)
    after = value_word(value.field, value.after)
    return _("{field}: {before} → {after}").format(field=name, before=before, after=after)


def value_word(field: str, value: object) -> str:
    """Word a value: pence as pounds, minutes as hours, days as days, choices in their words."""
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return enum_word(value)
    if isinstance(value, datetime.datetime):
        local = value.astimezone()
        return f"{list_day(local.date())}, {local:%H:%M}"
    if isinstance(value, datetime.date):
        return list_day(value)
    if isinstance(value, int):
        return _number_word(field, value)
    if field == "language" and value in _LANGUAGES:
        return words.language_word(str(value))
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _number_word(field: str, value: int) -> str:
    if field.endswith("pence"):
        return format_pounds(value)
    if field in _NUMBERS:
        return format_hours(value)
    if field in _TENTHS:
        return _("{miles} miles").format(miles=f"{value / 10:g}")
    if field == "value_thousandths":
        return f"{value / 1000:g}"
    return str(value)


def enum_word(value: Enum) -> str:
    """Word a choice as the forms do."""
    known: dict[type[Enum], Callable[[Any], str]] = {
        Capacity: words.capacity_word,
        ContactBy: words.contact_word,
        PaidBy: words.paid_by_word,
        PayeeCheck: words.payee_check_word,
        Edition: words.edition_word,
        Pay: words.pay_word,
        Choice: words.choice_word,
        WorkState: words.work_state_word,
        RunState: words.run_state_word,
        ExpenseKind: words.expense_kind_word,
        LimitRule: words.limit_rule_word,
        WorkAllowance: words.work_allowance_word,
    }
    word = known.get(type(value))
    if word is not None:
        return word(value)
    text = str(value.value).replace("_", " ")
    return text[:1].upper() + text[1:]
