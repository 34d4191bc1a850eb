"""Find names in a line by trying every name one after another: slow, and plain to read."""

import itertools
from collections.abc import Iterable

from coprod_desktop.domain.payee_names import FIELD_LIMIT, Tokens


def names_in(names: Iterable[Tokens], words: Tokens) -> frozenset[Tokens]:
    """Return the names that a line tells: in full, or else by initial and surname."""
    pairs = {one + other for one, other in itertools.pairwise(words)}
    there = {*words, *pairs}
    known = [name for name in names if sum(map(len, name)) >= 3]
    full = frozenset(name for name in known if is_told(name, words, there))
    return full or frozenset(name for name in known if is_initialled(name, words))


def surnames(name: Tokens) -> set[str]:
    """Return the last word, and the last two as one."""
    return {name[-1], "".join(name[-2:])} if len(name) > 2 else {name[-1]}


def is_told(name: Tokens, words: Tokens, there: set[str]) -> bool:
    """Say whether the first name and the surname are there, or the name as a bank cuts it."""
    first = name[0]
    if len(name) == 1:
        return first in there
    if len(first) > 1 and first in there and surnames(name) & there:
        return True
    whole = " ".join(name)
    if len(whole) <= FIELD_LIMIT:
        return False
    cut = whole[:FIELD_LIMIT].rstrip()
    starts = (place for place, word in enumerate(words) if word == first)
    return any(f"{' '.join(words[place:])} ".startswith(f"{cut} ") for place in starts)


def is_initialled(name: Tokens, words: Tokens) -> bool:
    """Say whether the surname is there with the first letter of the first name beside it."""
    if len(name) == 1:
        return False
    for place, word in enumerate(words):
        if word not in surnames(name):
            continue
        beside = [*words[max(place - 2, 0) : place], *words[place + 1 : place + 3]]
        if name[0][0] in beside:
            return True
        if len(name[0]) == 1 and any(one.startswith(name[0]) for one in beside):
            return True
    return False
