"""Find the names and references that we know in what the bank wrote beside a payment."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from coprod_desktop.domain.text import fold

Tokens = tuple[str, ...]
FIELD_LIMIT = 18
"""Letters of a name or a reference that Bacs carries; banks cut what is longer."""
_LEAST_LETTERS = 3
_MOST_WORDS = 6  # of a reference
_WORD = re.compile(r"[^\W_]+")
# What `fold` leaves, as banks spell it.
_SPELT = str.maketrans({"ð": "d", "þ": "th", "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "e"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame"}
    | {"cllr", "and", "master"}
)


def words_of(text: str) -> Tokens:
    """Return the words of a text for comparing, in bank letters; "O'Brien" is one word."""
    return tuple(_WORD.findall(fold(text).translate(_SPELT).replace("'", "")))


def name_of(text: str) -> Tokens:
    """Return the words of a person's name without titles."""
    words = words_of(text)
    bare = tuple(word for word in words if word not in _TITLES)
    return bare or words


def reference_of(text: str) -> str:
    """Return a reference for comparing: its letters and digits run together."""
    return "".join(words_of(text))


class KnownTexts:
    """All names and references that payments carry, to be found in the lines of a statement."""

    def __init__(self, names: Iterable[Tokens], references: Iterable[str]) -> None:
        self._by_word: dict[str, set[Tokens]] = {}
        for name in set(names):
            if sum(map(len, name)) >= _LEAST_LETTERS:
                for word in (*_surnames(name), *_first_of_long(name)):
                    self._by_word.setdefault(word, set()).add(name)
        self._references: dict[str, set[str]] = {}
        for text in set(references):
            if key := reference_of(text):
                self._references.setdefault(key, set()).add(key)
                self._references.setdefault(reference_of(text[:FIELD_LIMIT]), set()).add(key)

    def names_in(self, words: Tokens) -> frozenset[Tokens]:
        """Return the known names that a line tells: in full, or else by initial and surname."""
        pairs = {one + other for one, other in itertools.pairwise(words)}
        there = {*words, *pairs}
        near = {name for word in there for name in self._by_word.get(word, ())}
        full = frozenset(name for name in near if _is_told(name, words, there))
        return full or frozenset(name for name in near if _is_initialled(name, words))

    def references_in(self, words: Tokens) -> frozenset[str]:
        """Return the known references that a line carries; "Pay run 7" is not in "PAY RUN 70"."""
        found = (self._references.get(run, ()) for run in _runs(words))
        return frozenset(itertools.chain.from_iterable(found))


def _surnames(name: Tokens) -> set[str]:
    """Return the last word, and the last two as one: "Smith-Jones" may be told as SMITHJONES."""
    return {name[-1], "".join(name[-2:])} if len(name) > 2 else {name[-1]}


def _first_of_long(name: Tokens) -> tuple[str, ...]:
    return name[:1] if len(" ".join(name)) > FIELD_LIMIT else ()


def _is_told(name: Tokens, words: Tokens, there: set[str]) -> bool:
    """Say whether the first name and the surname are there, or the name as a bank cuts it."""
    first = name[0]
    if len(name) == 1:
        return first in there
    if len(first) > 1 and first in there and _surnames(name) & there:
        return True
    whole = " ".join(name)
    if len(whole) <= FIELD_LIMIT:
        return False
    cut = whole[:FIELD_LIMIT].rstrip()
    starts = (place for place, word in enumerate(words) if word == first)
    return any(f"{' '.join(words[place:])} ".startswith(f"{cut} ") for place in starts)


def _is_initialled(name: Tokens, words: Sequence[str]) -> bool:
    """Say whether the surname is there with the first letter of the first name beside it.

    Where we know no more than "A Rahman", a first name that begins so is enough.
    """
    if len(name) == 1:
        return False
    for place, word in enumerate(words):
        if word not in _surnames(name):
            continue
        beside = [*words[max(place - 2, 0) : place], *words[place + 1 : place + 3]]
        if name[0][0] in beside:
            return True
        if len(name[0]) == 1 and any(one.startswith(name[0]) for one in beside):
            return True
    return False


def _runs(words: Tokens) -> Iterator[str]:
    for start in range(len(words)):
        run = ""
        for word in words[start : start + _MOST_WORDS]:
            run += word
            yield run
