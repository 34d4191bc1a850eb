"""Keep what somebody says about an entry as lines like `passengers = 2`, and read them again."""

import datetime
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.domain.policy.toml_text import quoted
from coprod_desktop.domain.policy.values import ValueUnreadableError, read_fact, read_words
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.services.entries import fact_table


def read_lines(text: str, asked: Iterable[AskedFact]) -> dict[str, FactValue]:
    """Return what lines say about some facts: words as they were written, else as policies read.

    A value that is not of the fact's kind is left out.
    """
    table = fact_table(text)
    found: dict[str, FactValue] = {}
    for fact in asked:
        if fact.name in table:
            try:
                found[fact.name] = _read(fact.kind, table[fact.name])
            except ValueUnreadableError:
                continue
    return found


def write_lines(before: str, asked: Iterable[AskedFact], values: Mapping[str, FactValue]) -> str:
    """Return the lines with these values for what is asked; every other line is kept.

    A value that is left out takes its line away. A line that nothing can read is kept as a remark,
    so that the others are read. Raises TextTooLongError or TextUnprintableError for words.
    """
    facts = tuple(asked)
    told = [_line(fact, values[fact.name]) for fact in facts if fact.name in values]
    gone = read_lines(before, facts).keys() | values.keys()
    kept = [line for line in before.splitlines() if not _names(line) & gone]
    if not _is_readable([*told, *kept]):
        kept = [line if _is_readable([line]) else _remark(line) for line in kept]
    if not _is_readable([*told, *kept]):
        kept = [_remark(line) for line in kept]
    return "\n".join([*told, *kept]).strip()


def _read(kind: FactKind, value: object) -> FactValue:
    return read_words(value) if kind is FactKind.WORDS else read_fact(kind, value)


def _names(line: str) -> set[str]:
    """Return the fact that a line is about; nothing for remarks and heads of tables."""
    table = fact_table(line)
    return {name for name, value in table.items() if not isinstance(value, dict)}


def _remark(line: str) -> str:
    return "# " + "".join(letter if letter.isprintable() else " " for letter in line)


def _is_readable(lines: list[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _line(fact: AskedFact, value: FactValue) -> str:
    return f"{fact.name} = {_written(fact.kind, value)}"


def _written(kind: FactKind, value: FactValue) -> str:
    """Write a value so that it reads as the same again."""
    if isinstance(value, str):
        return quoted(clean_line(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        raise TypeError("only the program itself works out several words at once")
    if kind is FactKind.CLOCK:
        return f'"{int(value) // 60:02d}:{int(value) % 60:02d}"'
    if kind is FactKind.LENGTH:
        return f'"{_decimal(Fraction(value))}m"'
    return _decimal(Fraction(value, 100) if kind is FactKind.MONEY else Fraction(value))


def _decimal(number: Fraction) -> str:
    """Write a number of at most some decimal places exactly."""
    return format(Decimal(number.numerator) / Decimal(number.denominator), "f")
