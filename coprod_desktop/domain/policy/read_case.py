"""Read a case file into entries with their facts; every mistake is told with its line."""

import datetime
from collections.abc import Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.cases import Case, Entry
from coprod_desktop.domain.policy.facts import FACTS, FactKind, FactValue
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem
from coprod_desktop.domain.policy.rules import Policy, Subject
from coprod_desktop.domain.policy.sections import Sections
from coprod_desktop.domain.policy.tables import Reading, Table
from coprod_desktop.domain.policy.toml_text import open_toml
from coprod_desktop.domain.policy.values import read_fact
from coprod_desktop.domain.policy.wording import length_words

MOST_ENTRIES = 10_000
_EMPTY = 'The file is empty. A case holds what was done, as [[work]] and kind = "meeting".'
_ENTRIES = {"work": Subject.WORK, "journey": Subject.JOURNEY, "expense": Subject.EXPENSE}
_ONE_EACH = ("claim", "person")
_SEVERAL = ("day", *_ENTRIES)
_OF_A_POLICY = frozenset(
    {"policy", "facts", "fee", "mileage", "allowance", "cap", "not_paid", "cancellation"}
    | {"claims", "payments", "method", "value"}
)
_FOLLOWS = {"weekday": "“on”", "month": "“on”", "entry": "the section"}
_SPANS = (("starts", "ends", "time"), ("left_home", "got_home", "away"))
_A_DAY = 24 * 60
_Written = dict[str, str]


def read_case(text: str, policy: Policy) -> Case:
    """Return a case; raises PolicyFileError with every mistake, in the order of lines."""
    data, lines = open_toml(text, empty=_EMPTY)
    reading = Reading(lines, dict(FACTS) | {fact.name: fact for fact in policy.own_facts})
    sections = Sections(reading, data, one_each=_ONE_EACH, several=_SEVERAL)
    sections.check(elsewhere=_OF_A_POLICY, place="the policy")
    tables = sections.all(_ENTRIES)
    if len(tables) > MOST_ENTRIES:
        raise PolicyFileError(
            (
                Problem(
                    tables[MOST_ENTRIES][1].line,
                    "A case holds up to 10,000 entries. Divide it into several.",
                ),
            )
        )
    shared = [sections.one(name) for name in ("claim", "person")]
    claim, person = (_read_shared(one) for one in shared)
    if "on" not in claim and "sent_on" in claim:
        claim = {**claim, "on": claim["sent_on"]}
    has_day = any(one is not None and one.has("on") for one in shared) or "on" in claim
    entries = tuple(_read_entry(table, _ENTRIES[name], has_day=has_day) for name, table in tables)
    days = _read_days([table for _name, table in sections.all({"day"})])
    reading.finish()
    return Case(entries=entries, claim=claim, person=person, days=days)


def _read_shared(table: Table | None) -> Mapping[str, FactValue]:
    return {} if table is None else _read_facts(table)[0]


def _read_days(tables: list[Table]) -> dict[datetime.date, Mapping[str, FactValue]]:
    """Return the facts of each [[day]]."""
    found: dict[datetime.date, Mapping[str, FactValue]] = {}
    for table in tables:
        facts, _words = _read_facts(table)
        day = facts.get("on")
        if not table.has("on"):
            table.problem("This [[day]] does not say which day it is. Add on = 2026-06-01.")
        elif isinstance(day, datetime.date) and day in found:
            table.problem("This day has a [[day]] already. Put its facts together.", "on")
        elif isinstance(day, datetime.date):
            found[day] = facts
    return found


def _read_entry(table: Table, subject: Subject, *, has_day: bool) -> Entry:
    facts, words = _read_facts(table)
    if not table.has("on") and not has_day:
        table.problem(
            "This entry has no day. Add on = 2026-06-01 to it, or to [claim] for all entries."
        )
    _check_cancelled(table, facts)
    if facts.get("elsewhere"):
        facts["earlier"] = True
    return Entry(subject=subject, facts=facts, words=words, line=table.line)


def _check_cancelled(table: Table, facts: Mapping[str, FactValue]) -> None:
    day, cancelled = facts.get("on"), facts.get("cancelled_on")
    if isinstance(day, datetime.date) and isinstance(cancelled, datetime.date) and cancelled > day:
        table.problem(
            "This was cancelled after its own day. Correct “cancelled_on”, or “on”.", "cancelled_on"
        )


def _read_facts(table: Table) -> tuple[dict[str, FactValue], _Written]:
    """Return what a table says, and its words as they were written."""
    facts: dict[str, FactValue] = {}
    words: _Written = {}
    for key, value in table.values.items():
        fact = table.fact(key, key, value=value)
        if fact is None:
            continue
        if key in _FOLLOWS:
            table.problem(f"The {key} follows from {_FOLLOWS[key]}. Leave this line out.", key)
            continue
        found = table.read(key, lambda one, kind=fact.kind: read_fact(kind, one))  # type: ignore[misc]  # mypy knows no default of a lambda
        if found is None:
            continue
        if fact.kind is FactKind.WORDS:
            words[key] = str(value).strip()
            if not found:
                table.problem(f"“{key}” is empty. Write it, or leave the line out.", key)
        facts[key] = found
    for starts, ends, length in _SPANS:
        _fill_length(table, facts, starts, ends, length)
    return facts, words


def _fill_length(
    table: Table, facts: dict[str, FactValue], starts: str, ends: str, length: str
) -> None:
    """Work out a length from two clock times; an end before the start is on the next day."""
    first, last = facts.get(starts), facts.get(ends)
    if ends == "ends" and table.has(ends) and not table.has(starts) and not table.has(length):
        table.problem(f"“{ends}” stands without “{starts}”. Add it, or say “{length}”.", ends)
    if not isinstance(first, int) or not isinstance(last, int):
        return
    minutes = Fraction(last - first if last > first else last - first + _A_DAY)
    said = facts.get(length)
    if isinstance(said, Fraction) and said != minutes:
        table.problem(
            f"“{length}” says {length_words(said)}, and from “{starts}” to “{ends}” there are "
            f"{length_words(minutes)}. Keep one of the two.",
            length,
        )
    facts[length] = minutes
