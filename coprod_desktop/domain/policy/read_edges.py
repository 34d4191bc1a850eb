"""Read values and edges that are said in words: "up to 4h", "over 1000 and up to 1500"."""

import datetime
import re
from collections.abc import Mapping
from fractions import Fraction

from coprod_desktop.domain.dates import MONTHS, WEEKDAYS
from coprod_desktop.domain.policy.conditions import Against, Edges
from coprod_desktop.domain.policy.facts import Fact, FactKind, FactValue
from coprod_desktop.domain.policy.tables import either, quoted
from coprod_desktop.domain.policy.values import (
    ValueUnreadableError,
    read_clock,
    read_fact,
    read_length,
    read_money,
    read_number,
    shown,
)
from coprod_desktop.domain.text import fold

Edge = Fraction | datetime.date
ORDERED = frozenset(
    {FactKind.NUMBER, FactKind.MONEY, FactKind.LENGTH, FactKind.CLOCK, FactKind.DAY}
)
_SINGULARS = {"children": "child", "people": "person", "count": "entry"}
_OF_A_FACT = {"engine_cc": {"cc"}, "age": {"years old"}, "notice_working_days": {"working days"}}
_UPPER = {
    True: "up to|at most|until|no more than|not more than|not over|not above|not after",
    False: "under|less than|fewer than|before|below|younger than|shorter than|earlier than",
}
_LOWER = {
    True: "at least|from|no less than|not less than|not under|not below|not before",
    False: "over|more than|after|above|older than|longer than|later than",
}
_WORDS = {
    word: (is_upper, belongs)
    for is_upper, sides in ((True, _UPPER), (False, _LOWER))
    for belongs, words in sides.items()
    for word in words.split("|")
} | {"to": (True, True)}
_EDGE = "|".join(sorted(_WORDS.keys() - {"to"}, key=len, reverse=True))
_TWO = re.compile(rf"({_EDGE}) (.+?)(?: and| but|,)? ({_EDGE}|to) (.+)")
_ONE = re.compile(rf"({_EDGE}) (.+)")
_RANGE = re.compile(r"(?:between )?(.+?) to (.+)")
_DASHED = re.compile(r"([^-]+?) ?- ?([^-]+)")
_TRAILING = re.compile(
    r"(.+?) (?:or|and) (more|over|above|longer|older|later|less|under|fewer|below|shorter|earlier)"
)
_MORE = frozenset({"more", "over", "above", "longer", "older", "later"})
_SIGNS = {">=": "at least ", "≥": "at least ", "<=": "up to ", "≤": "up to "} | {
    ">": "over ",
    "<": "under ",
}
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?([a-z ]*)")


def read_edges(fact: Fact, text: str) -> Edges | None:
    """Return the stretch that words describe, or None where they name no edge.

    Raises ValueUnreadableError.
    """
    plain = fold(text)
    for sign, words in _SIGNS.items():
        plain = plain.replace(sign, words)
    found = _split(" ".join(plain.split()), fact.kind)
    if not found:
        return None
    ends: dict[bool, tuple[Edge, bool]] = {}
    for word, said in found:
        is_upper, belongs = _WORDS[word]
        if is_upper in ends:
            side = "upper" if is_upper else "lower"
            raise ValueUnreadableError(f"“{shown(text)}” names two {side} edges; name one of each")
        ends[is_upper] = (read_in_words(fact, said), belongs)  # type: ignore[assignment]  # of an ordered kind
    low, has_low = ends.get(False, (None, True))
    high, has_high = ends.get(True, (None, True))
    edges = Edges(low, has_low, high, has_high)
    if is_backwards(edges):
        raise ValueUnreadableError(
            f"nothing lies in “{shown(text)}”; write the lower edge first and the upper one after"
        )
    return edges


def read_against(fact: Fact, text: str, facts: Mapping[str, Fact]) -> Against | None:
    """Return the comparison with another fact that words name, as "up to on", or None.

    Raises ValueUnreadableError where the other fact is of another kind.
    """
    match = _ONE.fullmatch(fold(text))
    other = facts.get(match[2].replace(" ", "_")) if match is not None else None
    if match is None or other is None:
        return None
    if other.kind is not fact.kind:
        raise ValueUnreadableError(
            f"“{fact.name}” is written as {fact.kind.value} and “{other.name}” as "
            f"{other.kind.value}; only facts of one kind can be compared"
        )
    is_upper, belongs = _WORDS[match[1]]
    return Against(fact.name, other.name, is_below=is_upper, is_itself=belongs)


def is_backwards(edges: Edges) -> bool:
    """Say whether no value at all lies between the edges."""
    low, high = edges.low, edges.high
    if low is None or high is None:
        return False
    return low > high or (low == high and not (edges.has_low and edges.has_high))  # type: ignore[operator]  # both are of one kind


def _split(plain: str, kind: FactKind) -> list[tuple[str, str]]:
    if match := _TWO.fullmatch(plain):
        return [(match[1], match[2]), (match[3], match[4])]
    if match := _ONE.fullmatch(plain):
        return [(match[1], match[2])]
    if match := _TRAILING.fullmatch(plain):
        return [("from" if match[2] in _MORE else "up to", match[1])]
    if match := _RANGE.fullmatch(plain):
        return [("from", match[1]), ("to", match[2])]
    if kind is not FactKind.DAY and (match := _DASHED.fullmatch(plain)):
        return [("from", match[1]), ("to", match[2])]
    return []


def read_in_words(fact: Fact, text: str) -> FactValue:
    """Return a value that is written as text; raises ValueUnreadableError."""
    plain = fold(text).removeprefix("exactly ")
    if fact.kind is FactKind.WORDS:
        return _one_of_a_few(fact.name, fold(text))
    if fact.kind is FactKind.LENGTH:
        return read_length(plain)
    if fact.kind is FactKind.CLOCK:
        return read_clock(plain)
    if fact.kind is FactKind.DAY:
        return _day(plain)
    number = _NUMBER.fullmatch(plain)
    if fact.kind is FactKind.NUMBER:
        if number is None or number[2] not in _unit_words(fact.name):
            raise ValueUnreadableError(f"“{shown(text)}” is not a number")
        return _number(number[1])
    if fact.kind is FactKind.MONEY and number is not None and not number[2]:
        return 100 * _number(number[1])
    return read_money(plain) if fact.kind is FactKind.MONEY else read_fact(fact.kind, text)


def read_quantity(fact: Fact, value: object) -> Fraction:
    """Return so much of a fact: minutes, miles, pence; raises ValueUnreadableError."""
    found = read_in_words(fact, value) if isinstance(value, str) else read_fact(fact.kind, value)
    if not isinstance(found, Fraction):
        raise ValueUnreadableError(f"“{shown(value)}” is not an amount of “{fact.name}”")
    return found


def _number(digits: str) -> Fraction:
    found = Fraction(digits.replace(",", ""))
    return read_number(int(found)) + found % 1


def _unit_words(name: str) -> set[str]:
    last = name.rpartition("_")[2]
    return {"", name.replace("_", " "), singular(name), last, *_OF_A_FACT.get(name, ())}


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueUnreadableError(f"“{shown(text)}” is not a day; write 2026-06-01") from None


def _one_of_a_few(name: str, text: str) -> str:
    """Return words; the day of the week and the month have names that are known."""
    names = {"weekday": WEEKDAYS, "month": MONTHS}.get(name)
    if names is None:
        return text
    found = [one for one in names if fold(one) in (text, text.removesuffix("s"))]
    found = found or [one for one in names if len(text) >= 3 and fold(one).startswith(text)]
    if len(found) != 1:
        raise ValueUnreadableError(
            f"“{shown(text)}” is not a {name}; write {either([quoted(one) for one in names])}"
        )
    return fold(found[0])


def singular(name: str) -> str:
    """Return what one of a counted fact is called: "mile", "child", "page"."""
    return _SINGULARS.get(name) or name.removesuffix("s").replace("_", " ")
