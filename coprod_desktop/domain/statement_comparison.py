"""Say what is not as it stood on a person's statement before."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import StatementContent, StatementExpense, StatementWork

Line = TypeVar("Line", StatementWork, StatementExpense)
_NO_DAY = datetime.date.min


def as_said(content: StatementContent) -> StatementContent:
    """Return what a statement says, its number, its days of issue and what it replaces aside."""
    return dataclasses.replace(
        content,
        number="",
        issued_on=_NO_DAY,
        correct_by_on=_NO_DAY,
        replaces_number="",
        replaces_because="",
        changes=(),
    )


def differences(old: StatementContent, new: StatementContent) -> tuple[Difference, ...]:
    """Say what is not as it stood: work and expenses by day, then the rest; nothing where all is.

    The number of a statement and its days of issue make no difference.
    """
    work = _lines(old.work, new.work, _work_differences, _work_came, _work_went)
    expenses = _lines(
        old.expenses, new.expenses, _expense_differences, _expense_came, _expense_went
    )
    found = (*_by_day(work), *_by_day(expenses), *_of_the_whole(old, new))
    if not found and as_said(old) != as_said(new):  # as the order of two pieces of one day
        return (Difference(kind=Differs.SHOWN),)
    return found


def _by_day(found: Iterable[Difference]) -> list[Difference]:
    return sorted(found, key=lambda one: one.on or _NO_DAY)


def _lines(
    old: Sequence[Line],
    new: Sequence[Line],
    compare: Callable[[Line, Line], Iterable[Difference]],
    came: Callable[[Line], Difference],
    went: Callable[[Line], Difference],
) -> Iterable[Difference]:
    pairs, gone, added = _paired(old, new)
    for before, after in pairs:
        if before != after:
            yield from compare(before, after)
    yield from map(went, gone)
    yield from map(came, added)


def _paired(
    old: Sequence[Line], new: Sequence[Line]
) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Pair the lines that are about the same thing; return also those that went and came.

    The same record comes first, then what reads the same, then what is of the same day and has the
    same words; where no record is known, the same day.
    """
    pairs: list[tuple[Line, Line]] = []
    left, right = list(old), list(new)
    keys: tuple[Callable[[Line], object], ...] = (
        lambda one: one.line_id or None,
        lambda one: one,
        lambda one: (_day(one), one.what),
        lambda one: None if one.line_id else _day(one),
    )
    for key in keys:
        waiting: dict[object, list[Line]] = {}
        for line in right:
            waiting.setdefault(key(line), []).append(line)
        rest = []
        for line in left:
            same = waiting.get(key(line)) if key(line) is not None else None
            if same:
                pairs.append((line, same.pop(0)))
            else:
                rest.append(line)
        matched = {id(after) for _before, after in pairs}
        left, right = rest, [line for line in right if id(line) not in matched]
    return pairs, left, right


def _day(line: StatementWork | StatementExpense) -> datetime.date:
    return line.worked_on if isinstance(line, StatementWork) else line.spent_on


# --- work ---------------------------------------------------------------------------------------


def _words(work: StatementWork) -> str:
    return work.what or work.kind_of_work


def _work_came(work: StatementWork) -> Difference:
    return Difference(
        kind=Differs.WORK_ADDED,
        on=work.worked_on,
        what=_words(work),
        after_minutes=work.minutes,
        after_pence=work.whole_pence,
    )


def _work_went(work: StatementWork) -> Difference:
    return Difference(
        kind=Differs.WORK_REMOVED,
        on=work.worked_on,
        what=_words(work),
        before_minutes=work.minutes,
        before_pence=work.whole_pence,
    )


def _work_differences(old: StatementWork, new: StatementWork) -> Iterable[Difference]:
    plain = Difference(kind=Differs.DETAILS, on=new.worked_on, what=_words(new))
    found = [*_said_of(plain, old, new), *_money_of(plain, old, new)]
    is_more = dataclasses.replace(old, skills="") != dataclasses.replace(new, skills="")
    return found or ([plain] if is_more else [])


def _said_of(plain: Difference, old: StatementWork, new: StatementWork) -> Iterable[Difference]:
    if old.worked_on != new.worked_on:
        yield dataclasses.replace(plain, kind=Differs.DAY, before_on=old.worked_on)
    if _words(old) != _words(new):
        yield dataclasses.replace(plain, kind=Differs.WORDS, before=_words(old), after=_words(new))
    if old.minutes != new.minutes:
        yield dataclasses.replace(
            plain, kind=Differs.HOURS, before_minutes=old.minutes, after_minutes=new.minutes
        )


def _money_of(plain: Difference, old: StatementWork, new: StatementWork) -> Iterable[Difference]:
    """Say what is not as it was of the money, once; what follows from it is not told again."""
    pence = dataclasses.replace(plain, before_pence=old.whole_pence, after_pence=new.whole_pence)
    if old.choice is not new.choice:
        before, after = old.choice.value, new.choice.value
        yield dataclasses.replace(pence, kind=Differs.CHOICE, before=before, after=after)
    elif old.whole_pence != new.whole_pence:
        yield dataclasses.replace(pence, kind=Differs.PAYMENT)
    elif old.offered_pence != new.offered_pence:
        yield _pence(plain, Differs.OFFER, old.offered_pence, new.offered_pence)
    elif old.value_pence != new.value_pence and old.minutes == new.minutes:
        yield _pence(plain, Differs.VALUE, old.value_pence, new.value_pence)
    if old.paid_pence != new.paid_pence or old.paid_on != new.paid_on:
        paid = _pence(plain, Differs.PAID, old.paid_pence, new.paid_pence)
        yield _paid(paid, _last_on(new))


def _pence(plain: Difference, kind: Differs, before: int, after: int) -> Difference:
    return dataclasses.replace(plain, kind=kind, before_pence=before, after_pence=after)


def _last_on(line: StatementWork | StatementExpense) -> datetime.date | None:
    """Return the last day on which money was paid for it."""
    days = [line.paid_on, *(one.paid_on for one in line.top_ups)]
    return max(filter(None, days), default=None)


def _paid(found: Difference, paid_on: datetime.date | None) -> Difference:
    after_pence = found.after_pence if paid_on else None
    return dataclasses.replace(found, after_pence=after_pence, paid_on=paid_on)


# --- expenses -----------------------------------------------------------------------------------


def _expense_came(expense: StatementExpense) -> Difference:
    return Difference(
        kind=Differs.EXPENSE_ADDED,
        on=expense.spent_on,
        what=expense.what,
        after_pence=expense.whole_pence,
    )


def _expense_went(expense: StatementExpense) -> Difference:
    return Difference(
        kind=Differs.EXPENSE_REMOVED,
        on=expense.spent_on,
        what=expense.what,
        before_pence=expense.whole_pence,
    )


def _expense_differences(old: StatementExpense, new: StatementExpense) -> Iterable[Difference]:
    plain = Difference(kind=Differs.DETAILS, on=new.spent_on, what=new.what)
    found = []
    if old.spent_on != new.spent_on:
        found.append(dataclasses.replace(plain, kind=Differs.DAY, before_on=old.spent_on))
    if old.what != new.what:
        words = dataclasses.replace(plain, kind=Differs.WORDS, before=old.what, after=new.what)
        found.append(words)
    if old.whole_pence != new.whole_pence:
        found.append(_pence(plain, Differs.EXPENSE, old.whole_pence, new.whole_pence))
    if old.paid_pence != new.paid_pence or old.paid_on != new.paid_on:
        paid = _pence(plain, Differs.EXPENSE_PAID, old.paid_pence, new.paid_pence)
        found.append(_paid(paid, _last_on(new)))
    return found or [plain]


# --- the whole statement ------------------------------------------------------------------------

_WHOLE = (
    (Differs.SKILLS, ("skills",)),
    (Differs.MADE, ("made",)),
    (Differs.CHANGED, ("what_changed", "what_changed_cy")),
    (Differs.NEXT, ("what_next", "what_next_cy")),
    (
        Differs.ABOUT,
        (
            "organisation",
            "charity_number",
            "contact_name",
            "contact_phone",
            "contact_email",
            "from_on",
            "to_on",
            "rate_source",
            "reply_days",
            "signed_by",
            "signed_as",
        ),
    ),
    (
        Differs.SHOWN,
        ("left_out", "shows_declined", "has_chart", "has_code", "signature", "logo"),
    ),
)


def _of_the_whole(old: StatementContent, new: StatementContent) -> Iterable[Difference]:
    if (old.name, old.name_in_script) != (new.name, new.name_in_script):
        yield Difference(kind=Differs.NAME, before=old.name, after=new.name)
    for kind, names in _WHOLE:
        if any(getattr(old, name) != getattr(new, name) for name in names):
            yield Difference(kind=kind)
