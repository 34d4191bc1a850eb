"""Find whom a name means as it is typed: whole, by another way of writing, or by its beginning."""

import dataclasses
from collections.abc import Mapping, Sequence

from coprod_desktop.domain.name_matching import NameMatcher
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import fold

_KEYS = (2, 4, 8)  # so many first letters lead to those whose names begin with them
_MOST_CANDIDATES = 5


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name in a line with the one person it means, or those it may mean, likeliest first."""

    text: str
    person: Participant | None = None
    candidates: tuple[Participant, ...] = ()
    start: int = 0
    end: int = 0


class QuickNames:
    """Everybody who can be named, ready to be found by the first letters of their names."""

    def __init__(self, people: Sequence[Participant], aliases: Mapping[str, int]) -> None:
        self._matcher = NameMatcher(people, aliases)
        self._by_id = {one.participant_id: one for one in people}
        self._aliases = aliases
        self._by_name: dict[str, list[Participant]] = {}
        self._begun_by: dict[str, dict[int, list[str]]] = {}
        for one in people:
            name = fold(one.name)
            self._by_name.setdefault(name, []).append(one)
            words = name.split() + fold(one.name_on_papers).split()
            for key in {word[:length] for word in words for length in _KEYS}:
                self._begun_by.setdefault(key, {})[one.participant_id] = words

    def is_begun(self, text: str) -> bool:
        """Say whether these words are somebody's name, or its beginning."""
        return fold(text) in self._aliases or bool(self._begun(text))

    def find(self, text: str, chosen_id: int | None = None) -> FoundName:
        """Return whom a name means; `chosen_id` is the one whom somebody said they meant."""
        plain = fold(text)
        same = self._by_name.get(plain, [])
        known = self._by_id.get(chosen_id or self._aliases.get(plain, 0))
        if known is not None and (chosen_id or not same):
            return FoundName(text=text, person=known)
        found = same or self._begun(text)
        if len(found) == 1:
            return FoundName(text=text, person=found[0])
        candidates = found or self._matcher.close_to(text)
        return FoundName(text=text, candidates=tuple(candidates)[:_MOST_CANDIDATES])

    def _begun(self, text: str) -> list[Participant]:
        """Return those with every word typed at the start of a word of their own."""
        parts = fold(text).split()
        longest = max(parts, key=len, default="")
        lengths = [length for length in _KEYS if length <= len(longest)]
        if not lengths:
            return []
        begun = self._begun_by.get(longest[: lengths[-1]], {})
        return [self._by_id[row_id] for row_id, words in begun.items() if _fits(parts, words)]


def _fits(parts: Sequence[str], words: Sequence[str]) -> bool:
    left = list(words)
    for part in parts:
        at = next((at for at, word in enumerate(left) if word.startswith(part)), None)
        if at is None:
            return False
        del left[at]
    return True
