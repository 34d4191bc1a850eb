"""Read what holds for whole claims and payments: deadlines, promises and ways of payment."""

from fractions import Fraction
from types import MappingProxyType

from coprod_desktop.domain.policy.facts import FactKind
from coprod_desktop.domain.policy.periods import Period
from coprod_desktop.domain.policy.read_conditions import read_needs, read_when
from coprod_desktop.domain.policy.read_periods import YEARS, fixed_period, read_month_day
from coprod_desktop.domain.policy.read_rule_parts import read_dates, read_name
from coprod_desktop.domain.policy.rules import Claims, CountsAs, MethodRule, Otherwise, Term
from coprod_desktop.domain.policy.tables import Table
from coprod_desktop.domain.policy.values import (
    ValueUnreadableError,
    read_money,
    read_number,
    shown,
)

_CLAIM_KEYS = frozenset({"deadlines", "take", "counts", "late", "smallest", "needs"})
_PAYMENT_KEYS = frozenset({"promises", "methods", "fee_methods", "expense_methods"})
_METHOD_KEYS = frozenset({"name", "when", "only", "for", "because", "from", "until"})
_TERM_KEYS = frozenset({"when", "days", "working_days", "weeks", "months", "after", "by", "end_of"})
_PROMISE_KEYS = _TERM_KEYS | {"day_of_month", "if_by"}
_LENGTHS = ("days", "working_days", "weeks", "months")
_HINTS = MappingProxyType(
    {
        "years": "Write months = 12 for a year.",
        "day_of_month": 'Only a promise names one. A deadline may say by = "30 April".',
        "if_by": 'Only a promise names one. A deadline may say by = "30 April".',
    }
)
_STRETCHES = ("week", "month", "quarter", "year", *YEARS)
_LONGEST = 10_000
_LATE = MappingProxyType({one.value: one for one in (Otherwise.WARNED, Otherwise.REFUSED)}) | {
    "held": Otherwise.HELD
}
_EVENTS = ("activity", "claim", "received", "approval")
_FOR = MappingProxyType(
    {"fees": CountsAs.PAYMENT, "expenses": CountsAs.REIMBURSEMENT, "everything": None}
)


def read_claims(table: Table) -> Claims:
    """Return the section [claims]."""
    table.only(_CLAIM_KEYS)
    takes_latest = table.choice("take", {"earliest": False, "latest": True})
    return Claims(
        deadlines=tuple(_deadline(one) for one in table.tables("deadlines", "a deadline")),
        takes_latest=bool(takes_latest),
        counts=table.choice("counts", {"sent": "sent", "received": "received"}) or "sent",
        late=table.choice("late", _LATE) or Otherwise.WARNED,
        smallest=table.read("smallest", read_money) or Fraction(0),
        needs=read_needs(table),
    )


def read_payments(table: Table) -> tuple[tuple[Term, ...], tuple[MethodRule, ...]]:
    """Return the promises and the ways of payment of the section [payments]."""
    table.only(_PAYMENT_KEYS)
    promises = tuple(_promise(one) for one in table.tables("promises", "a promise"))
    methods = tuple(
        MethodRule(name="Ways of payment", only=table.texts(key), counts_as=counts_as)
        for key, counts_as in (
            ("fee_methods", CountsAs.PAYMENT),
            ("expense_methods", CountsAs.REIMBURSEMENT),
            ("methods", None),
        )
        if table.has(key)
    )
    return promises, methods


def read_method(table: Table) -> MethodRule:
    """Return one [[method]]."""
    table.only(_METHOD_KEYS, {"methods": "Did you mean “only”?"})
    if not table.has("only"):
        table.problem('This method does not say what is allowed. Add only = ["…"].')
    starts_on, ends_on = read_dates(table)
    return MethodRule(
        name=read_name(table),
        only=table.texts("only"),
        when=read_when(table),
        counts_as=table.choice("for", _FOR),
        because=table.words("because"),
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _deadline(table: Table) -> Term:
    table.only(_TERM_KEYS, _HINTS)
    if table.values.get("after") in ("claim", "received", "approval"):
        table.problem(
            'A deadline for the claim counts from what was done. Write after = "activity", '
            '"month" or another stretch of time.',
            "after",
        )
        return Term()
    return _term(table, ("activity",))


def _promise(table: Table) -> Term:
    table.only(_PROMISE_KEYS, _HINTS)
    if table.has("if_by") and not table.has("day_of_month"):
        table.problem("“if_by” belongs to “day_of_month”. Name that day, or leave it out.", "if_by")
    return _term(table, _EVENTS)


def _term(table: Table, events: tuple[str, ...]) -> Term:
    days = [fact.name for fact in table.reading.facts.values() if fact.kind is FactKind.DAY]
    anchors = {one: one for one in (*events, *_STRETCHES, *days)}
    after = table.choice("after", anchors)
    _check_term(table)
    lengths = {key: table.read(key, _count) or 0 for key in _LENGTHS}
    if after is None and table.has("day_of_month"):
        after = "received"  # such a promise is about when a claim comes
    is_stretch = after in _STRETCHES
    if is_stretch and table.has("end_of"):
        table.problem("“after” names a stretch of time already. Leave “end_of” out.", "end_of")
    end_of = table.choice("end_of", {one: one for one in _STRETCHES})
    return Term(
        when=read_when(table),
        after="activity" if is_stretch or after is None else after,
        days=lengths["days"] + 7 * lengths["weeks"],
        working_days=lengths["working_days"],
        months=lengths["months"],
        by=table.read("by", read_month_day),
        end_of=_stretch(table, after if is_stretch else end_of),
        day_of_month=table.read("day_of_month", _day_of_month) or 0,
        if_by=table.read("if_by", _day_of_month) or 0,
    )


def _stretch(table: Table, said: str | None) -> Period | None:
    return None if said is None else fixed_period(said, table.reading.year_starts)


def _check_term(table: Table) -> None:
    """Report a term that names no length, or does not say what it runs from."""
    named = [key for key in (*_LENGTHS, "by", "end_of", "day_of_month") if table.has(key)]
    if not named:
        table.problem(
            f"{table.called.capitalize()} needs a length. Add “days”, “working_days”, “weeks” or "
            '“months”, or a day as by = "31 March".'
        )
    if table.has("by") and len(named) > 1:
        table.problem("“by” names the day itself. Leave the length out, or leave “by” out.", "by")
    needs_after = any(key in _LENGTHS or key == "end_of" for key in named)
    if needs_after and not table.has("after") and not table.has("day_of_month"):
        example = "activity" if table.called == "a deadline" else "claim"
        table.problem(
            f'{table.called.capitalize()} says from when it runs. Add after = "{example}".'
        )


def _count(value: object) -> int:
    """Return a whole number of days or months; raises ValueUnreadableError."""
    number = read_number(value)
    if number.denominator != 1 or not 0 <= number <= _LONGEST:
        raise ValueUnreadableError(f"“{shown(value)}” is not a whole number from 0 to 10,000")
    return int(number)


def _day_of_month(value: object) -> int:
    number = read_number(value)
    if number.denominator != 1 or not 1 <= number <= 31:
        raise ValueUnreadableError(f"“{shown(value)}” is not a day of the month, from 1 to 31")
    return int(number)
