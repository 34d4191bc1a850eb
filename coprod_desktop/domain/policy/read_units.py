"""Read amounts and what they are paid for: "an hour", "3h", "mile", "10 pages"."""

import re
from collections.abc import Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.facts import Fact, FactKind
from coprod_desktop.domain.policy.prices import FACT, Amount, Times, Unit
from coprod_desktop.domain.policy.read_edges import singular
from coprod_desktop.domain.policy.tables import Table, nearest
from coprod_desktop.domain.policy.values import (
    ValueUnreadableError,
    read_length,
    read_money,
    read_number,
    read_share,
    read_words,
    shown,
)
from coprod_desktop.domain.policy.wording import length_words, number_words
from coprod_desktop.domain.text import fold

A_MILE = Unit("miles", Fraction(1), "a mile")
_CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_LIKE_A_FACT = re.compile(r"[a-z][a-z0-9_]*")
_NO_AMOUNT = (
    "“{said}” is neither an amount, nor a money fact, nor a published rate; write 20.00, or "
    'declare {said} = "money" under [facts]'
)
_SUM_AND_UNIT = re.compile(r"(\d+(?:\.\d+)?) ?(.+)")
_EACH = re.compile(r"^(?:for )?(?:an?|each|every|per|the|one) (?=.)")
_COUNTED = re.compile(r"(\d+(?:\.\d+)?) (.+)")
_TIMES = {"session": "count", "entry": "count", "task": "count", "item": "count"}
_VOWELS = "aeiou"
_UNSURE = {
    "half hour": 'Write "30m"',
    "half an hour": 'Write "30m"',
    "half day": 'Write a length such as "4h", or use bands',
    "half a day": 'Write a length such as "4h", or use bands',
    "week": 'Use together = "week", or write a length such as "7 days"',
    "month": 'Use together = "month"',
    "year": 'Use a [[cap]] with per = "year"',
}


def read_amount(value: object, facts: Mapping[str, Fact], unit: str = "") -> Amount:
    """Return pence, hundredths of another unit, a money fact, or the code of a published rate.

    Raises ValueUnreadableError.
    """
    said = value.strip() if isinstance(value, str) else ""
    if said and not unit:
        fact = facts.get(said)
        if fact is not None:
            if fact.kind is not FactKind.MONEY:
                raise ValueUnreadableError(
                    f"“{said}” is a fact of the kind “{fact.kind.value}”, and an amount stands "
                    "here; name a money fact"
                )
            return FACT + fact.name
        if _CODE.fullmatch(said):
            return said
        if _LIKE_A_FACT.fullmatch(said):
            raise ValueUnreadableError(_NO_AMOUNT.format(said=shown(said)))
    return read_sum(value, unit)


def read_sum(value: object, unit: str = "") -> Fraction:
    """Return pence, or hundredths of another unit; raises ValueUnreadableError."""
    if not unit:
        return read_money(value)
    if isinstance(value, str):
        match = _SUM_AND_UNIT.fullmatch(fold(value))
        if match is None or match[2] not in (fold(unit), fold(unit).removesuffix("s")):
            raise ValueUnreadableError(
                f"“{shown(value)}” is not a number of {unit}; write a number, as 20"
            )
        return 100 * Fraction(match[1])
    number = read_number(value)
    if number < 0:
        raise ValueUnreadableError(f"{shown(value)} is below nothing; a sum is 0 or more")
    return 100 * number


def read_unit(value: object, facts: Mapping[str, Fact], length: str = "time") -> Unit:
    """Return what a rate is paid for; lengths are those of the fact `length`.

    Raises ValueUnreadableError.
    """
    said = fold(read_words(value))
    bare = _EACH.sub("", said)
    if bare in _UNSURE:
        raise ValueUnreadableError(
            f"“{shown(value)}” leaves open how long that is. {_UNSURE[bare]}"
        )
    if bare in ("hour", "hours"):
        return Unit(length, Fraction(60), "an hour")
    if bare in ("minute", "minutes"):
        return Unit(length, Fraction(1), "a minute")
    name = _fact_named(bare, facts)
    if name:
        return Unit(name, Fraction(1), _one_of(singular(name)))
    counted = _COUNTED.fullmatch(bare)
    name = _fact_named(counted[2], facts) if counted else ""
    if counted and name and name != "days":
        return _block(name, Fraction(counted[1]), f"for {counted[1]} {counted[2]}")
    try:
        size = read_length(bare)
    except ValueUnreadableError:
        raise ValueUnreadableError(
            f'“{shown(value)}” is nothing that can be counted; write "hour", a length as "3h", '
            '"mile", "night", or a number fact that you declare under [facts]'
        ) from None
    words = "an hour" if size == 60 else f"for {length_words(size)}"
    return _block(length, size, words)


def _block(fact: str, size: Fraction, words: str) -> Unit:
    if size <= 0:
        raise ValueUnreadableError("nothing can be paid for a block of 0; write a larger one")
    return Unit(fact, size, words)


def _fact_named(said: str, facts: Mapping[str, Fact]) -> str:
    """Return the number fact that a word counts, or nothing."""
    if said in _TIMES or said.removesuffix("s") in _TIMES:
        return "count"
    plain = said.replace(" ", "_")
    numbers = [one for one in facts if facts[one].kind is FactKind.NUMBER]
    return next((one for one in numbers if said == singular(one) or plain == one), "")


def _one_of(word: str) -> str:
    if word == "entry":
        return "each"
    return f"an {word}" if word[:1] in _VOWELS else f"a {word}"


def read_times(table: Table) -> tuple[Times, ...]:
    """Return the numbers, shares and facts that multiply a sum."""
    value = table.values.get("times", [])
    found: list[Times] = []
    for place, one in enumerate(value if isinstance(value, list) else [value]):
        at = ("times", place) if isinstance(value, list) else ("times",)
        if isinstance(one, Mapping):
            found.append(_read_part_of_fact(table.inner(at, "“times”", one)))
            continue
        try:
            found.append(Times(_factor(one, table.reading.facts)))
        except ValueUnreadableError as mistake:
            table.problem(f"“times”: {mistake}.", *at)
    return tuple(found)


def _read_part_of_fact(table: Table) -> Times:
    """Return a fact of which only a part multiplies: what is over `after`, up to `at_most`."""
    table.only({"fact", "after", "at_most"})
    factor = table.read("fact", lambda one: _factor(one, table.reading.facts))
    if factor is None:
        if not table.has("fact"):
            table.problem('“times” names no fact. Write times = { fact = "passengers" }.')
        return Times(Fraction(1))
    after, at_most = (table.read(key, _not_negative) for key in ("after", "at_most"))
    return Times(factor, after or Fraction(0), at_most)


def _not_negative(value: object) -> Fraction:
    number = read_number(value)
    if number < 0:
        raise ValueUnreadableError(f"{shown(value)} is below nothing")
    return number


def _factor(value: object, facts: Mapping[str, Fact]) -> str | Fraction:
    if not isinstance(value, str):
        return read_share(value)
    if value.strip()[:1].isdigit():
        return read_share(value)
    name = value.strip() if value.strip() in facts else _fact_named(fold(value), facts)
    if not name or facts[name].kind is not FactKind.NUMBER:
        near = nearest(value, [one for one in facts if facts[one].kind is FactKind.NUMBER])
        meant = f"; did you mean “{near}”" if near else ""
        raise ValueUnreadableError(
            f'“{shown(value)}” is not a number, a share as "150%" or a number fact{meant}'
        )
    return name


def as_written(value: object) -> str:
    """Return a value as it would stand in the file."""
    if isinstance(value, Fraction):
        return number_words(value).replace(",", "")
    return f'"{shown(value)}"' if isinstance(value, str) else shown(value)
