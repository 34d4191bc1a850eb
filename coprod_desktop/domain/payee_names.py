"""Find the names and references that we know in what the bank wrote beside a payment."""

import itertools
import re
from collections.abc import Iterable, Iterator

from coprod_desktop.domain.text import fold

Tokens = tuple[str, ...]
_Names = dict[Tokens, set[Tokens]]
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
        # By what a line must tell of them together: a surname alone may be that of hundreds.
        self._full: _Names = {}
        self._cut: _Names = {}
        self._initialled: _Names = {}
        self._only_initialled: _Names = {}
        self._firsts: set[str] = set()
        self._lasts: set[str] = set()
        for name in set(names):
            if sum(map(len, name)) >= _LEAST_LETTERS:
                self._learn(name)
        self._references: dict[str, set[str]] = {}
        for text in set(references):
            if key := reference_of(text):
                self._references.setdefault(key, set()).add(key)
                self._references.setdefault(reference_of(text[:FIELD_LIMIT]), set()).add(key)

    def _learn(self, name: Tokens) -> None:
        first = name[0]
        if len(name) == 1:
            self._full.setdefault(name, set()).add(name)
            return
        for last in _surnames(name):
            self._lasts.add(last)
            self._initialled.setdefault((last, first[0]), set()).add(name)
            if len(first) > 1:
                self._firsts.add(first)
                self._full.setdefault((first, last), set()).add(name)
            else:
                self._only_initialled.setdefault((last, first), set()).add(name)
        if cut := _cut(name):
            self._cut.setdefault(cut, set()).add(name)

    def names_in(self, words: Tokens) -> frozenset[Tokens]:
        """Return the known names that a line tells: in full, or else by initial and surname.

        In full is the first name with the surname, or the name as a bank cuts it.
        """
        there = {*words, *(one + other for one, other in itertools.pairwise(words))}
        keys: list[Tokens] = [(word,) for word in there]
        keys += itertools.product(there & self._firsts, there & self._lasts)
        found = [*_found(self._full, keys), *_found(self._cut, _starts(words))]
        return frozenset(found or self._initialled_in(words))

    def _initialled_in(self, words: Tokens) -> Iterator[Tokens]:
        """Give the names whose surname is there with the first letter of the first name beside it.

        Where we know no more than "A Rahman", a first name that begins so is enough.
        """
        for place, word in enumerate(words):
            if word in self._lasts:
                beside = [*words[max(place - 2, 0) : place], *words[place + 1 : place + 3]]
                yield from _found(self._initialled, [(word, one) for one in beside])
                yield from _found(self._only_initialled, [(word, one[0]) for one in beside])

    def references_in(self, words: Tokens) -> frozenset[str]:
        """Return the known references that a line carries; "Pay run 7" is not in "PAY RUN 70"."""
        found = (self._references.get(run, ()) for run in _runs(words))
        return frozenset(itertools.chain.from_iterable(found))


def _surnames(name: Tokens) -> set[str]:
    """Return the last word, and the last two as one: "Smith-Jones" may be told as SMITHJONES."""
    return {name[-1], "".join(name[-2:])} if len(name) > 2 else {name[-1]}


def _cut(name: Tokens) -> Tokens:
    """Return the words that are left of a long name where a bank cuts it; nothing of a short one.

    A first name that is cut itself tells nobody.
    """
    whole = " ".join(name)
    cut = tuple(whole[:FIELD_LIMIT].split())
    return cut if len(whole) > FIELD_LIMIT and cut[0] == name[0] else ()


def _starts(words: Tokens) -> Iterator[Tokens]:
    """Give all stretches of words that are no longer than a bank's field."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if len(" ".join(words[start:end])) > FIELD_LIMIT:
                break
            yield words[start:end]


def _found(names: _Names, keys: Iterable[Tokens]) -> Iterator[Tokens]:
    for key in keys:
        yield from names.get(key, ())


def _runs(words: Tokens) -> Iterator[str]:
    for start in range(len(words)):
        run = ""
        for word in words[start : start + _MOST_WORDS]:
            run += word
            yield run
