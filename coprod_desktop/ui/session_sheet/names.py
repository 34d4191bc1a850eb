"""Find people by a few letters of their name, accents or not."""

from collections import Counter
from collections.abc import Sequence

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import fold
from coprod_desktop.ui.words import capacity_word

LETTERS_NEEDED = 2
MOST_SHOWN = 8


class NameIndex:
    """Everybody who can be on the sheet, ready to be found; made once, off the window's thread."""

    def __init__(self, people: Sequence[Participant] = ()) -> None:
        self._by_id = {person.participant_id: person for person in people}
        self._folded = [
            (fold(person.name), f" {fold(f'{person.name} {person.name_on_papers}')}", person)
            for person in people
        ]
        self._count = Counter(name for name, _words, _person in self._folded)

    def __len__(self) -> int:
        """Count the people."""
        return len(self._folded)

    def find(self, typed: str, limit: int = MOST_SHOWN) -> list[Participant]:
        """Return those with every word typed at the start of a word; names that start so first."""
        wanted = fold(typed)
        if len(wanted) < LETTERS_NEEDED:
            return []
        parts = [f" {part}" for part in wanted.split()]
        first: list[Participant] = []
        later: list[Participant] = []
        for name, words, person in self._folded:
            if all(part in words for part in parts):
                (first if name.startswith(wanted) else later).append(person)
        return (first + later)[:limit]

    def meant(self, typed: str) -> Participant | None:
        """Return the one person whom a whole name, or a beginning that fits no other, can mean."""
        wanted = fold(typed)
        same = [person for name, _words, person in self._folded if name == wanted]
        found = same or self.find(typed, limit=2)
        return found[0] if len(found) == 1 else None

    def is_known(self, typed: str) -> bool:
        """Say whether somebody has exactly this name."""
        return self._count[fold(typed)] > 0

    def get(self, participant_id: int) -> Participant | None:
        """Return the person of an id."""
        return self._by_id.get(participant_id)

    def label(self, person: Participant) -> str:
        """Return a name; of two who share it, with what the person takes part as."""
        if self._count[fold(person.name)] < 2:
            return person.name
        return f"{person.name} ({capacity_word(person.capacity)})"
