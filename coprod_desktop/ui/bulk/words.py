"""The words for fields and their values, where many entries change at once."""

import datetime
from collections.abc import Callable
from typing import Any

from coprod_desktop.domain.bulk_edits import (
    CONTRIBUTIONS,
    EXPENSES,
    BulkPlan,
    Difference,
    ExpenseEdit,
    PlannedRow,
    subject_of,
)
from coprod_desktop.domain.dates import short_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.words import (
    capacity_word,
    contact_word,
    edition_word,
    expense_kind_word,
    language_word,
    paid_by_word,
    pay_word,
    work_state_word,
)

_PENCE = frozenset({"offered_pence", "agreed_pence", "claimed_pence"})
_WORDS: dict[str, Callable[[Any], str]] = {
    "capacity": capacity_word,
    "pay": pay_word,
    "state": work_state_word,
    "kind": expense_kind_word,
    "contact_by": contact_word,
    "paid_by": paid_by_word,
    "edition": edition_word,
    "language": language_word,
    "minutes": format_hours,
}


def field_word(field: str) -> str:
    """Return the name of a field as forms have it."""
    return {
        "worked_on": _("Date"),
        "spent_on": _("Date"),
        "minutes": _("Time"),
        "project": _("Project"),
        "kind_of_work": _("Kind of work"),
        "kind": _("Kind"),
        "capacity": _("Taking part as"),
        "pay": _("Paid or unpaid"),
        "what": _("What was done"),
        "skills": _("Skills used"),
        "note": _("Note"),
        "state": _("How far it is"),
        "offered_pence": _("Offer"),
        "agreed_pence": _("Agreed"),
        "claimed_pence": _("Claimed"),
        "contact_by": _("Prefers to hear by"),
        "paid_by": _("Paid by"),
        "edition": _("Papers as"),
        "language": _("Papers in"),
        "is_active": _("Takes part"),
        "wishes": _("Their wishes"),
        "name": _("Name"),
        "name_on_papers": _("Name on papers"),
        "email": _("Email"),
        "phone": _("Phone"),
        "address": _("Address"),
        "access_needs": _("What they need to take part"),
    }[field]


def difference_word(subject: str, field: str) -> str:
    """Return the name of a field of the entries of a list; expenses have their own for some."""
    own = {"what": _("What for"), "note": _("Note on the claim")} if subject == EXPENSES else {}
    return own.get(field) or field_word(field)


def value_words(field: str, value: object) -> str:
    """Word the value of a field; one without any is said to be empty."""
    if isinstance(value, bool):
        return _("At the moment") if value else _("Not now")
    if isinstance(value, datetime.date):
        return f"{short_day(value)}\N{NO-BREAK SPACE}{value.year}"
    if field in _PENCE and isinstance(value, int):
        return format_pounds(value)
    if value in ("", None):
        return _("(empty)")
    word = _WORDS.get(field)
    return str(value) if word is None else word(value)


def told(row: PlannedRow) -> tuple[Difference, ...]:
    """Return the differences worth telling: an amount agreed as it is offered is told once."""
    offers = [(one.before, one.after) for one in row.differences if one.field == "offered_pence"]
    return tuple(
        one
        for one in row.differences
        if one.field != "agreed_pence" or (one.before, one.after) not in offers
    )


def count_words(subject: str, count: int) -> str:
    """Say how many entries of a list those are, as "12 contributions"."""
    if subject == CONTRIBUTIONS:
        words = ngettext("{count:,} contribution", "{count:,} contributions", count)
    elif subject == EXPENSES:
        words = ngettext("{count:,} expense claim", "{count:,} expense claims", count)
    else:
        words = ngettext("{count:,} participant", "{count:,} participants", count)
    return words.format(count=count)


def changing_words(plan: BulkPlan) -> str:
    """Say how many entries change, and how many are so already."""
    count = len(plan.changes)
    if isinstance(plan.edit, ExpenseEdit):
        words = ngettext("{count:,} line changes.", "{count:,} lines change.", count)
    elif subject_of(plan.edit) == CONTRIBUTIONS:
        words = ngettext(
            "{count:,} contribution changes.", "{count:,} contributions change.", count
        )
    else:
        words = ngettext("{count:,} participant changes.", "{count:,} participants change.", count)
    said = [words.format(count=count) if count else _("Nothing changes.")]
    if plan.same:
        words = ngettext("{count:,} is so already.", "{count:,} are so already.", plan.same)
        said.append(words.format(count=plan.same))
    if plan.left:
        words = ngettext(
            "{count:,} stays as it is, for the reason below.",
            "{count:,} stay as they are, for the reasons below.",
            len(plan.left),
        )
        said.append(words.format(count=len(plan.left)))
    return " ".join(said)


def money_words(plan: BulkPlan) -> str:
    """Say what the change comes to in pounds; empty where no money is about."""
    if subject_of(plan.edit) not in (CONTRIBUTIONS, EXPENSES) or not plan.changes:
        return ""
    is_work = subject_of(plan.edit) == CONTRIBUTIONS
    if not plan.difference_pence:
        if is_work:
            return _("In all, as much is offered as before.")
        return _("In all, as much is agreed as before.")
    words = {
        (True, True): _("Offered: {before} before, {after} afterwards. That is {by} more."),
        (True, False): _("Offered: {before} before, {after} afterwards. That is {by} less."),
        (False, True): _("Agreed: {before} before, {after} afterwards. That is {by} more."),
        (False, False): _("Agreed: {before} before, {after} afterwards. That is {by} less."),
    }[is_work, plan.difference_pence > 0]
    return words.format(
        before=format_pounds(plan.before_pence),
        after=format_pounds(plan.after_pence),
        by=format_pounds(abs(plan.difference_pence)),
    )


def around(text: str, start: int, *, reach: int = 24) -> str:
    """Return a text from shortly before a place, on one line; "…" stands for what is left out."""
    plain = text.replace("\n", " ")
    first = max(0, start - reach)
    return plain if first == 0 else f"…{plain[first:]}"


def first_difference(before: str, after: str) -> int:
    """Return where two texts begin to differ."""
    pairs = zip(before, after, strict=False)
    return next(
        (at for at, (was, now) in enumerate(pairs) if was != now), min(len(before), len(after))
    )
