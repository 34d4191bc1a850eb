"""Read one table of a policy file: collect what is mistaken, and never stop at the first."""

import dataclasses
import datetime
import difflib
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from coprod_desktop.domain.policy.facts import Fact
from coprod_desktop.domain.policy.lines import Lines, Path
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem
from coprod_desktop.domain.policy.values import (
    ValueUnreadableError,
    read_day,
    read_words,
    read_yes_no,
    shown,
)
from coprod_desktop.domain.text import fold

T = TypeVar("T")


class Reading:
    """What is shared while one file is read: its lines, the facts that may be named, mistakes."""

    def __init__(self, lines: Lines, facts: Mapping[str, Fact]) -> None:
        self.facts = dict(facts)
        self.year_starts = (1, 1)
        self._lines = lines
        self._problems: set[Problem] = set()

    def line(self, path: Path) -> int:
        """Return the line of a place."""
        return self._lines.line(*path)

    def problem(self, path: Path, sentence: str) -> None:
        """Keep a mistake."""
        self._problems.add(Problem(self.line(path), sentence))

    def finish(self) -> None:
        """Raise PolicyFileError with every mistake that was found."""
        if self._problems:
            raise PolicyFileError(tuple(sorted(self._problems)))


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """One table; `called` names it in sentences: "[[fee]]" or "a band"."""

    reading: Reading
    path: Path
    called: str
    values: Mapping[str, object]

    @property
    def line(self) -> int:
        """The line on which the table begins."""
        return self.reading.line(self.path)

    def has(self, key: str) -> bool:
        """Say whether the key stands here, readable or not."""
        return key in self.values

    def problem(self, sentence: str, *place: str | int) -> None:
        """Keep a mistake of the table, or of what stands at a place in it."""
        self.reading.problem((*self.path, *place), sentence)

    def only(self, keys: Collection[str], hints: Mapping[str, str] | None = None) -> None:
        """Report every key that does not belong here, with the nearest that does."""
        for key in self.values:
            if key not in keys:
                said = f"“{shown(key)}” is not a key of {self.called}."
                self.problem(f"{said} {advice(key, keys, hints)}".rstrip(), key)

    def read(self, key: str, reader: Callable[[object], T]) -> T | None:
        """Return a value, or None with the mistake kept where it is not there or not readable."""
        if key not in self.values:
            return None
        try:
            return reader(self.values[key])
        except ValueUnreadableError as mistake:
            self.problem(f"“{key}”: {mistake}.", key)
            return None

    def words(self, key: str) -> str:
        """Return text; empty where there is none."""
        return self.read(key, read_words) or ""

    def yes_no(self, key: str) -> bool:
        """Return yes or no; no where nothing is said."""
        return bool(self.read(key, read_yes_no))

    def day(self, key: str) -> datetime.date | None:
        """Return a day."""
        return self.read(key, read_day)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list, or the one text that stands in its place."""
        found = tuple(text for text in self.read(key, _read_texts) or () if text)
        if self.has(key) and not found and self.values[key] in ([], "", [""]):
            self.problem(f"“{key}” names nothing. Name something, or leave the line out.", key)
        return found

    def choice(self, key: str, choices: Mapping[str, T]) -> T | None:
        """Return what one of a few words stands for."""
        said = self.words(key)
        if not self.has(key) or (not said and not isinstance(self.values[key], str)):
            return None
        found = choices.get(fold(said))
        if found is None:
            listed = either([quoted(word) for word in choices])
            self.problem(f"“{key}” cannot be “{shown(said)}”. Write {listed}.", key)
        return found

    def table(self, key: str, called: str = "") -> "Table | None":
        """Return the table that stands at a key."""
        value = self.values.get(key)
        if isinstance(value, Mapping):
            return self.inner((key,), called or f"“{key}”", value)
        if key in self.values:
            self.problem(f"“{key}” is a table. Write it as {key} = {{ … }}.", key)
        return None

    def tables(self, key: str, called: str) -> list["Table"]:
        """Return the tables of a list, or the one table that stands in its place."""
        value = self.values.get(key, [])
        if isinstance(value, Mapping):
            return [self.inner((key,), called, value)]
        found = []
        for place, one in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(one, Mapping):
                found.append(self.inner((key, place), called, one))
            else:
                sentence = f"“{key}” is a list of tables. Write it as {key} = [{{ … }}, {{ … }}]."
                self.problem(sentence, key, place)
        return found

    def inner(self, place: Path, called: str, values: Mapping[str, object]) -> "Table":
        """Return a table that stands at a place in this one."""
        return Table(self.reading, (*self.path, *place), called, values)

    def fact(self, name: str, *place: str | int, value: object = "") -> Fact | None:
        """Return the fact of a name, or None with the mistake kept."""
        found = self.reading.facts.get(name)
        if found is None:
            self.problem(unknown_fact(name, self.reading.facts, value), *place)
        return found


def unknown_fact(name: str, facts: Mapping[str, Fact], value: object = "") -> str:
    """Say that a fact is not known, which one may be meant, and how to declare a new one."""
    near = nearest(name, facts)
    kind = "words"
    if isinstance(value, bool):
        kind = "yes or no"
    elif not isinstance(value, str | list | Mapping | datetime.date):
        kind = "number"
    elif isinstance(value, datetime.date):
        kind = "day"
    meant = f"Did you mean “{near}”? If not, declare it" if near else "Declare it"
    return (
        f"“{shown(name)}” is not a fact that is known. {meant} in the policy under [facts]: "
        f'{shown(name)} = "{kind}".'
    )


def advice(key: str, keys: Collection[str], hints: Mapping[str, str] | None = None) -> str:
    """Return the hint for a key that does not belong, or the nearest that does, or nothing."""
    if hints and key in hints:
        return hints[key]
    near = nearest(key, keys)
    return f"Did you mean “{near}”?" if near else ""


def nearest(word: str, words: Collection[str]) -> str:
    """Return the word that is most like another, or nothing."""
    plain = fold(word[:100]).replace(" ", "_").replace("-", "_")
    if plain in words:
        return plain
    return next(iter(difflib.get_close_matches(plain, list(words), n=1)), "")


def either(words: list[str]) -> str:
    """Join words as "a, b or c"."""
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def quoted(word: str) -> str:
    """Return a word as it would stand in the file."""
    return f'"{word}"'


def _read_texts(value: object) -> tuple[str, ...]:
    return tuple(read_words(one) for one in (value if isinstance(value, list) else [value]))
