"""Find words in a text, whatever their case or accents if wished, and put others in their place."""

import dataclasses
import unicodedata
from collections.abc import Iterator

from coprod_desktop.domain.bulk_edits import Entry
from coprod_desktop.domain.bulk_errors import NothingToFindError
from coprod_desktop.domain.errors import DomainError


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for: with `folds_accents` an e finds an é too, and the other way round."""

    words: str
    is_whole_words: bool = False
    matches_case: bool = False
    folds_accents: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Words that are looked for in some fields of a list, and what comes in their place."""

    search: Search
    by: str
    fields: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A field of an entry in which the words stand: its whole text before and after.

    `row_id` is that of the record that has the field, which for expenses may be a line or a claim.
    """

    entry: Entry
    row_id: int
    field: str
    before: str
    after: str
    times: int
    error: DomainError | None = None
    """Why it stays as it is; None where it can be replaced."""

    @property
    def key(self) -> tuple[int, str]:
        """What tells this hit from the others."""
        return self.row_id, self.field


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReplacePlan:
    """All that was found in the chosen rows of a list, looked at after the change `change_id`."""

    subject: str
    row_ids: tuple[int, ...]
    replacement: Replacement
    hits: tuple[Hit, ...]
    change_id: int = 0

    @property
    def open_hits(self) -> tuple[Hit, ...]:
        """The hits that can be replaced."""
        return tuple(hit for hit in self.hits if hit.error is None)

    @property
    def left(self) -> tuple[Hit, ...]:
        """The hits that stay as they are."""
        return tuple(hit for hit in self.hits if hit.error is not None)


def places(search: Search, text: str) -> list[tuple[int, int]]:
    """Return where the words stand in a text, as (start, end), none over another.

    Raises NothingToFindError for no words.
    """
    wanted, _ends = _folded(search, search.words)
    if not wanted:
        raise NothingToFindError()
    is_plain = not search.folds_accents  # most texts hold nothing, and this says so quickly
    if is_plain and wanted not in (text if search.matches_case else text.casefold()):
        return []
    folded, starts = _folded(search, text)
    found: list[tuple[int, int]] = []
    for at in _finds(wanted, folded):
        place = _place(starts, at, at + len(wanted))
        is_free = place is not None and (not found or place[0] >= found[-1][1])
        if place is not None and is_free and _fits(search, text, place):
            found.append(place)
    return found


def replaced(replacement: Replacement, text: str) -> tuple[str, int]:
    """Return the text with other words in place of those looked for, and how often they stood."""
    parts, end = [], 0
    found = places(replacement.search, text)
    for start, stop in found:
        parts += [text[end:start], replacement.by]
        end = stop
    return "".join([*parts, text[end:]]), len(found)


def _finds(wanted: str, folded: str) -> Iterator[int]:
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + 1)


def _folded(search: Search, text: str) -> tuple[str, list[int]]:
    """Return the text as it is compared, and for each of its letters where it comes from."""
    letters, starts = [], []
    for at, letter in enumerate(text):
        told = letter if search.matches_case else letter.casefold()
        if search.folds_accents:
            loose = unicodedata.normalize("NFKD", told)
            told = "".join(one for one in loose if not unicodedata.combining(one))
        letters.append(told)
        starts += [at] * len(told)
    return "".join(letters), [*starts, len(text)]


def _place(starts: list[int], first: int, last: int) -> tuple[int, int] | None:
    """Return the place in the text; None where it begins or ends inside of one letter."""
    if first > 0 and starts[first - 1] == starts[first]:
        return None
    return None if starts[last - 1] == starts[last] else (starts[first], starts[last])


def _fits(search: Search, text: str, place: tuple[int, int]) -> bool:
    """Say whether no letter joins on, where whole words are wished."""
    if not search.is_whole_words:
        return True
    start, stop = place
    has_before = start > 0 and _is_wordy(text[start - 1]) and _is_wordy(text[start])
    has_after = stop < len(text) and _is_wordy(text[stop - 1]) and _is_wordy(text[stop])
    return not has_before and not has_after


def _is_wordy(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.combining(letter) > 0
