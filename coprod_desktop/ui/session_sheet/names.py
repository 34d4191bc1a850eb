"""Find people by a few letters of their name, accents or not, or of how else they are written."""

from collections import Counter
from collections.abc import Mapping, Sequence

from coprod_desktop.domain.name_matching import Meaning, NameMatch, NameMatcher
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.ui.words import capacity_word

LETTERS_NEEDED = 2
MOST_SHOWN = 8
_LETTERS_TO_LIKEN = 4  # shorter ones are like too many names


class NameIndex:
    """Everybody who can be on the sheet, ready to be found; made once, off the window's thread.

    `aliases` are other ways of writing a name, folded, each with the id of the person.
    """

    def __init__(
        self, people: Sequence[Participant] = (), aliases: Mapping[str, int] | None = None
    ) -> None:
        self._by_id = {person.participant_id: person for person in people}
        also: dict[int, list[str]] = {}
        for alias, participant_id in (aliases or {}).items():
            also.setdefault(participant_id, []).append(alias)
        self._folded = [
            (fold(person.name), _words(person, also.get(person.participant_id, ())), person)
            for person in people
        ]
        self._count = Counter(name for name, _said, _person in self._folded)
        self._matcher = NameMatcher(people, aliases or {})

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

    def like(self, typed: str) -> Sequence[Participant]:
        """Return those whose names are much like the text, for a slip of the keyboard."""
        if len(fold(typed)) < _LETTERS_TO_LIKEN:
            return ()
        return self._matcher.close_to(typed)

    def match(self, written: str) -> NameMatch:
        """Say whom a name means that was written elsewhere; a mere beginning is not enough."""
        return self._matcher.match(written)

    def meant(self, typed: str) -> Participant | None:
        """Return the one person whom a whole name, or a beginning that fits no other, can mean."""
        match = self._matcher.match(typed)
        if match.meaning is Meaning.SURE:
            return match.people[0]
        if match.meaning is Meaning.NAMESAKES:
            return None
        found = self.find(typed, limit=2)
        return found[0] if len(found) == 1 else None

    def is_known(self, typed: str) -> bool:
        """Say whether somebody has exactly this name."""
        return self._count[fold(typed)] > 0

    def get(self, participant_id: int) -> Participant | None:
        """Return the person of an id."""
        return self._by_id.get(participant_id)


def _words(person: Participant, aliases: Sequence[str]) -> str:
    """Return all that somebody can be found by, each word behind a space."""
    said = (person.name, person.name_on_papers, person.name_in_script, *aliases)
    return f" {fold(' '.join(said))}"


def question_words(match: NameMatch, name: str) -> str:
    """Say why a name is not taken by itself."""
    if match.meaning is Meaning.NAMESAKES:
        words = _("More than one person is called “{name}”. Choose which one is meant.")
    elif match.meaning is Meaning.CLOSE:
        words = _("“{name}” may mean {person}. Choose, or type the name again.")
        return words.format(name=name, person=match.people[0].name)
    else:
        words = _(
            "Nobody is called “{name}” yet. Correct the name, or type it again and go down to "
            "add a new person."
        )
    return words.format(name=name)


def told_apart(people: Sequence[Participant]) -> list[str]:
    """Return names; of those who share one, with something that tells them apart."""
    said = [person.name for person in people]
    for words in (_as_what, _with_contact):
        count = Counter(said)
        said = [
            words(person) if count[text] > 1 else text
            for person, text in zip(people, said, strict=True)
        ]
    seen: Counter[str] = Counter()
    count = Counter(said)
    for at, text in enumerate(said):
        seen[text] += 1
        if count[text] > 1:
            said[at] = f"{text} ({seen[text]})"
    return said


def _as_what(person: Participant) -> str:
    return f"{person.name}, {capacity_word(person.capacity)}"


def _with_contact(person: Participant) -> str:
    contact = person.email or person.phone or " ".join(person.address.split())
    return ", ".join(part for part in (_as_what(person), contact) if part)
