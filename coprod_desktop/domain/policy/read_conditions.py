"""Read the conditions of a rule: `when`, `unless`, and what must be there."""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain.policy.conditions import (
    ALWAYS,
    All,
    AnyOf,
    Condition,
    IsGiven,
    IsOneOf,
    Lies,
    Not,
)
from coprod_desktop.domain.policy.facts import Fact, FactKind
from coprod_desktop.domain.policy.read_edges import (
    ORDERED,
    read_against,
    read_edges,
    read_in_words,
)
from coprod_desktop.domain.policy.rules import Need, Otherwise
from coprod_desktop.domain.policy.tables import Table, either
from coprod_desktop.domain.policy.values import ValueUnreadableError, read_fact, shown
from coprod_desktop.domain.text import fold

_OTHERWISE = MappingProxyType({one.value: one for one in Otherwise})
_NEED_KEYS = frozenset({"fact", "is", "any_of", "when", "otherwise", "because"})
_NEED_WORDS = MappingProxyType(
    {
        "receipt": "a receipt",
        "evidence": "evidence",
        "agreed_before": "agreement beforehand",
        "agreed_on": "the day on which it was agreed",
        "born_on": "the day of birth",
        "starts": "the time it started",
        "ends": "the time it ended",
        "left_home": "the time of leaving home",
        "got_home": "the time of getting home",
    }
)


def read_when(table: Table, key: str = "when") -> Condition:
    """Return the conditions at a key; without any, everything fits."""
    inner = table.table(key)
    return ALWAYS if inner is None else read_condition(inner)


def read_unless(table: Table) -> Condition | None:
    """Return the conditions that lift something, or None."""
    if not table.has("unless"):
        return None
    found = read_when(table, "unless")
    if found == ALWAYS:
        table.problem("“unless” names no condition. Name one, or leave it out.", "unless")
    return found


def read_condition(table: Table) -> Condition:
    """Return a table of facts as one condition: all of them hold."""
    parts: list[Condition | None] = []
    for key, value in table.values.items():
        if key == "any":
            parts.append(AnyOf(tuple(read_condition(one) for one in table.tables(key, "“any”"))))
        elif key == "not":
            inner = table.table(key)
            parts.append(None if inner is None else Not(read_condition(inner)))
        else:
            fact = table.fact(key, key, value=value)
            parts.append(None if fact is None else read_of_fact(table, key, fact))
    found = tuple(part for part in parts if part is not None)
    return found[0] if len(found) == 1 else All(found)


def read_of_fact(table: Table, key: str, fact: Fact) -> Condition | None:
    """Return what the value at a key asks of a fact."""
    value = table.values[key]
    if not isinstance(value, list):
        return table.read(key, lambda one: _ask(fact, one, table.reading.facts))
    if not value:
        table.problem(f"“{key}” names no value. Name one, or leave it out.", key)
    found: list[Condition] = []
    for place, one in enumerate(value):
        try:
            found.append(_ask_one_of(fact, one, table.reading.facts))
        except ValueUnreadableError as mistake:
            table.problem(f"“{key}”: {mistake}.", key, place)
    same = [one for one in found if isinstance(one, IsOneOf)]
    other = tuple(one for one in found if not isinstance(one, IsOneOf))
    values = frozenset(value for one in same for value in one.values)
    if not other:
        return _is_one_of(fact, values)
    return AnyOf((*other, _is_one_of(fact, values)) if same else other)


def _is_one_of(fact: Fact, values: frozenset[object]) -> IsOneOf:
    is_yes_no = fact.kind is FactKind.YES_NO
    otherwise = (fact.name == "attended") if is_yes_no else None
    return IsOneOf(fact.name, values, otherwise=otherwise)  # type: ignore[arg-type]  # read by the fact's kind


def _ask_one_of(fact: Fact, value: object, facts: Mapping[str, Fact]) -> Condition:
    if isinstance(value, str) and fold(value).startswith("not ") and fold(value) != "not given":
        raise ValueUnreadableError(
            f"“{shown(value)}” cannot stand in a list; write not = {{ {fact.name} = [ … ] }}"
        )
    return _ask(fact, value, facts)


def _ask(fact: Fact, value: object, facts: Mapping[str, Fact]) -> Condition:
    if not isinstance(value, str):
        return _is_one_of(fact, frozenset({read_fact(fact.kind, value)}))
    if value.strip().startswith("=") and fact.kind is FactKind.WORDS:
        return _is_one_of(fact, frozenset({read_fact(fact.kind, value.strip()[1:])}))
    said = fold(value)
    if said in ("given", "not given"):
        return IsGiven(fact.name, said == "given")
    against = read_against(fact, value, facts) if fact.kind in ORDERED else None
    if against is not None:
        return against
    edges = read_edges(fact, value) if fact.kind in ORDERED else None
    if edges is not None:
        return Lies(fact.name, edges)
    if said.startswith("not "):
        inner = _ask(fact, said.removeprefix("not "), facts)
        return dataclasses.replace(inner, is_not=True) if isinstance(inner, IsOneOf) else Not(inner)
    if not said:
        raise ValueUnreadableError("there is no text between the quotation marks")
    if fact.kind is FactKind.YES_NO:
        return _is_one_of(fact, frozenset({read_fact(fact.kind, value)}))
    return _is_one_of(fact, frozenset({read_in_words(fact, value)}))


def read_needs(table: Table) -> tuple[Need, ...]:
    """Return what must be there."""
    value = table.values.get("needs", [])
    if isinstance(value, str | Mapping):
        value = [value]
    if not isinstance(value, list):
        table.problem('“needs” is a list. Write it as needs = ["receipt"].', "needs")
        return ()
    found = []
    for place, one in enumerate(value):
        if isinstance(one, Mapping):
            found.append(_read_need(table.inner(("needs", place), "a need", one)))
        elif isinstance(one, str):
            holds, words = _given(table, one, "needs", place)
            found.append(Need(holds=holds, words=words))
        else:
            table.problem(
                f"“{shown(one)}” is not the name of a fact; put it in quotation marks.",
                "needs",
                place,
            )
    return tuple(found)


def _read_need(table: Table) -> Need:
    table.only(_NEED_KEYS)
    if table.has("fact") == table.has("any_of"):
        table.problem("A need names one “fact”, or several in “any_of”. Write one of the two.")
    if table.has("is") and not table.has("fact"):
        table.problem("“is” belongs to a “fact”. Name the fact.", "is")
    if table.has("any_of"):
        holds, words = _any_of(table)
    else:
        holds, words = _fact_is(table)
    return Need(
        holds=holds,
        words=words,
        when=read_when(table),
        otherwise=table.choice("otherwise", _OTHERWISE) or Otherwise.REFUSED,
        because=table.words("because"),
    )


def _any_of(table: Table) -> tuple[Condition, str]:
    value = table.values["any_of"]
    found = []
    for place, one in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(one, Mapping):
            inner = table.inner(("any_of", place), "an item of “any_of”", one)
            inner.only({"fact", "is"})
            found.append(_fact_is(inner))
        else:
            found.append(_given(table, one, "any_of", place))
    if not found:
        table.problem("“any_of” names no fact. Name one, or leave it out.", "any_of")
    return AnyOf(tuple(holds for holds, _words in found)), either(
        [words for _holds, words in found]
    )


def _fact_is(table: Table) -> tuple[Condition, str]:
    if not table.has("fact"):
        return ALWAYS, ""
    name = table.words("fact")
    fact = table.fact(name, "fact", value=table.values.get("is", "")) if name else None
    if not name and isinstance(table.values["fact"], str):
        table.problem("“fact” names no fact. Name one.", "fact")
    if fact is None:
        return ALWAYS, ""
    if not table.has("is"):
        return IsGiven(fact.name), need_words(fact)
    value = table.values["is"]
    said = either([shown(one) for one in (value if isinstance(value, list) else [value])])
    words = f"{need_words(fact)}: {said}"
    return read_of_fact(table, "is", fact) or ALWAYS, words


def _given(table: Table, name: object, *place: str | int) -> tuple[Condition, str]:
    if not isinstance(name, str):
        table.problem(
            f"“{shown(name)}” is not the name of a fact; put it in quotation marks.", *place
        )
        return ALWAYS, ""
    fact = table.fact(name.strip(), *place)
    return (ALWAYS, "") if fact is None else (IsGiven(fact.name), need_words(fact))


def need_words(fact: Fact) -> str:
    """Return a fact as the end of the sentence "Needs …"."""
    said = fact.name.replace("_", " ")
    if fact.kind is FactKind.YES_NO:
        return _NEED_WORDS.get(fact.name, f"“{said}”")
    return _NEED_WORDS.get(fact.name, f"the {said}")
