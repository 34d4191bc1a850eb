"""Find out whom a name in a list means, and say honestly when that is not sure."""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import fold

MOST_CLOSE = 5
_LIKE_ENOUGH = 0.75  # "Amina Yusof" is 0.91 like "Amina Yusuf", "Ann Reed" 0.62 like "Amy Read"
_SHORTEST = 2
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof"})


class Meaning(enum.StrEnum):
    """How sure it is whom a name means."""

    SURE = "sure"
    CLOSE = "close"
    NAMESAKES = "namesakes"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Whom a name may mean, likeliest first; one person where that is sure."""

    meaning: Meaning
    people: tuple[Participant, ...] = ()


NOBODY = NameMatch(meaning=Meaning.NOBODY)


class NameMatcher:
    """Everybody of the file by name; `aliases` are other folded ways of writing, with the id."""

    def __init__(self, people: Iterable[Participant], aliases: Mapping[str, int]) -> None:
        self._people = tuple(people)
        self._by_id = {person.participant_id: person for person in self._people}
        self._aliases = aliases
        self._known: dict[str, NameMatch] = {}
        self._by_name: dict[str, list[Participant]] = {}
        self._plain: list[str] = []
        self._said: list[list[list[str]]] = []
        self._with_pair: dict[str, list[int]] = {}
        self._with_letter: dict[str, list[int]] = {}
        for at, person in enumerate(self._people):
            plain = _plain(person.name)
            self._by_name.setdefault(plain, []).append(person)
            self._plain.append(plain)
            for pair in _pairs(plain):
                self._with_pair.setdefault(pair, []).append(at)
            also = _plain(person.name_on_papers) if person.name_on_papers else ""
            ways = [way.split() for way in (plain, also) if way]
            self._said.append(ways)
            for letter in {word[0] for way in ways for word in way}:
                self._with_letter.setdefault(letter, []).append(at)

    def match(self, written: str) -> NameMatch:
        """Say whom a name means.

        Accents, case, spare spaces and titles do not count, and "Khan, Samir" is Samir Khan.
        """
        if written not in self._known:
            self._known[written] = self._match(written)
        return self._known[written]

    def _match(self, written: str) -> NameMatch:
        for plain in _ways(written):
            same = self._by_name.get(plain, [])
            if same:
                meaning = Meaning.SURE if len(same) == 1 else Meaning.NAMESAKES
                return NameMatch(meaning=meaning, people=tuple(same))
        known = self._by_id.get(self._aliases.get(fold(written), 0))
        if known is not None:
            return NameMatch(meaning=Meaning.SURE, people=(known,))
        close = self.close_to(written)
        return NameMatch(meaning=Meaning.CLOSE, people=close) if close else NOBODY

    def close_to(self, written: str) -> tuple[Participant, ...]:
        """Return those whom a short or misspelt name may mean, likeliest first."""
        found: dict[int, float] = {}
        for plain in _ways(written):
            if len(plain) < _SHORTEST:
                continue
            for at in self._begun(plain.split()):
                found[at] = 1.0
            for at, likeness in self._alike(plain):
                found[at] = max(found.get(at, 0.0), likeness)
        best = sorted(found, key=lambda at: (-found[at], self._plain[at]))
        return tuple(self._people[at] for at in best[:MOST_CLOSE])

    def _begun(self, parts: Sequence[str]) -> Iterable[int]:
        """Find names whose words begin so: "sam k" may be Samir Khan or Sam King."""
        for at in self._with_letter.get(parts[0][0], ()) if parts else ():
            if any(_begins(parts, words) for words in self._said[at]):
                yield at

    def _alike(self, plain: str) -> Iterable[tuple[int, float]]:
        """Find names that share most pairs of letters, then measure those few closely.

        Who shares more than half of the pairs shares one of the rarer half, so those are enough.
        """
        pairs = sorted(_pairs(plain), key=lambda pair: len(self._with_pair.get(pair, ())))
        shared: Counter[int] = Counter()
        for pair in pairs[: len(pairs) // 2 + 1]:
            shared.update(self._with_pair.get(pair, ()))
        for at, _count in shared.most_common(4 * MOST_CLOSE):
            likeness = SequenceMatcher(None, plain, self._plain[at], autojunk=False).ratio()
            if likeness >= _LIKE_ENOUGH:
                yield at, likeness


def _ways(written: str) -> list[str]:
    """Return the plain forms that a written name may stand for; the surname may come first."""
    ways = [_plain(written)]
    surname, comma, first = written.partition(",")
    if comma and first.strip():
        ways.insert(0, _plain(f"{first} {surname}"))
    return ways


def _plain(name: str) -> str:
    words = fold(name).replace(".", " ").replace(",", " ").split()
    return " ".join(word for word in words if word not in _TITLES) or " ".join(words)


def _pairs(plain: str) -> set[str]:
    edged = f" {plain} "
    return {edged[at : at + 2] for at in range(len(edged) - 1)}


def _begins(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether each part begins a word of its own, in the same order."""
    at = 0
    for word in words:
        if word.startswith(parts[at]):
            at += 1
            if at == len(parts):
                return True
    return False
