"""Find what makes a text harder to read than it needs to be, or hides that work was work.

It is a second look and refuses nothing. Apart from the length of sentences it knows English only.
"""

import dataclasses
import enum
import re
from collections.abc import Iterator, Mapping

from coprod_desktop.domain.plain_words import (
    GENDERED,
    HIDING_WORK,
    LONG_WORDS,
    NOT_PASSIVE,
    PARTICIPLES,
)

LONGEST_SENTENCE, LONGEST_EASY_SENTENCE = 25, 15  # words
HIGHEST_AGE = 12
_LEAST_WORDS = 30  # of a text whose reading age can be told


class RemarkKind(enum.StrEnum):
    """What may be worth saying in another way."""

    LONG_SENTENCE = "long sentence"
    PASSIVE = "passive"
    READING_AGE = "reading age"
    HIDES_WORK = "hides work"
    LONG_WORD = "long word"
    GENDER = "gender"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlainFinding:
    """What was found from `start` up to `end` of a text; its kind says what `number` counts.

    `number` is the words of a long sentence, or a reading age; `limit` is what it is above;
    `instead` what could be said.
    """

    start: int
    end: int
    kind: RemarkKind
    number: int = 0
    limit: int = 0
    instead: str = ""


# A field in curly brackets counts as a word: nobody knows yet how many it will be.
_WORD = re.compile(r"\{[^{}]*\}|[^\W_]+(?:['’\-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+")
# Full stops that end no sentence: "e.g.", "Mr.", "No. 7", "etc." before a small letter, initials.
_ABBREVIATION = re.compile(
    r"\b(?i:e\.g|i\.e|mr|mrs|ms|dr|st|vs|approx)\.|\b(?i:nos?)\.(?=\s*\d)|\betc\.(?=\s+[a-z])"
    r"|(?<!\S)[^\W\d_]\."
)
_BETWEEN = (
    r"(?:(?:not|never|always|already|also|often|only|just|still|now|then|all|both|usually|soon|"
    r"\w+ly)\s+){0,2}"
)
_PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s+{_BETWEEN}"
    r"(?P<what>[a-z]+)\b",
    re.IGNORECASE,
)


def find(
    text: str, *, language: str = "en", is_easy_read: bool = False
) -> tuple[PlainFinding, ...]:
    """Return what is worth a second look, in the order of the text.

    An Easy Read sentence has at most 15 words, others 25. In Welsh only sentences are measured.
    """
    found = list(_long_sentences(text, LONGEST_EASY_SENTENCE if is_easy_read else LONGEST_SENTENCE))
    if language == "en":
        found += _passives(text)
        found += _old(text)
        for kind, pattern, instead in _LISTS:
            found += _listed(text, kind, pattern, instead)
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.kind)))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; a new line ends one too."""
    start = 0
    no_ends = {match.end() - 1 for match in _ABBREVIATION.finditer(text)}
    for end in _END.finditer(text):
        if end.start() not in no_ends or end[0] != ".":
            yield from _trimmed(text, start, end.end())
            start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end]
    if said.strip():
        begins = start + len(said) - len(said.lstrip())
        yield begins, begins + len(said.strip())


def word_count(text: str) -> int:
    """Return how many words a text has; a field in curly brackets is one."""
    return sum(1 for _word in _WORD.finditer(text))


def reading_age(text: str) -> int | None:
    """Return the age at which most people in school read a text like this; None below 30 words.

    By the Automated Readability Index (Senter and Smith, 1967) for English, which asks how long
    words and sentences are: 4.71 x letters a word + 0.5 x words a sentence - 21.43 is a year of
    school in America, and its children are five years older than that. Never below 5.
    """
    words = word_count(text)
    if words < _LEAST_WORDS:
        return None
    letters = sum(len(_LETTERS.findall(word[0])) for word in _WORD.finditer(text))
    count = sum(1 for _place in sentences(text))
    grade = 4.71 * letters / words + 0.5 * words / count - 21.43
    return max(5, round(grade) + 5)


def _long_sentences(text: str, limit: int) -> Iterator[PlainFinding]:
    for start, end in sentences(text):
        count = word_count(text[start:end])
        if count > limit:
            kind = RemarkKind.LONG_SENTENCE
            yield PlainFinding(start=start, end=end, kind=kind, number=count, limit=limit)


def _old(text: str) -> Iterator[PlainFinding]:
    age = reading_age(text)
    if age is not None and age > HIGHEST_AGE:
        kind = RemarkKind.READING_AGE
        yield PlainFinding(start=0, end=len(text), kind=kind, number=age, limit=HIGHEST_AGE)


def _passives(text: str) -> Iterator[PlainFinding]:
    """Find a form of "to be" before a participle: "was approved", "is not yet paid"."""
    for match in _PASSIVE.finditer(text):
        what = match["what"].lower()
        is_regular = len(what) > 3 and what.endswith("ed") and what not in NOT_PASSIVE
        if is_regular or what in PARTICIPLES:
            yield PlainFinding(start=match.start(), end=match.end(), kind=RemarkKind.PASSIVE)


def _listed(
    text: str, kind: RemarkKind, pattern: re.Pattern[str], instead: tuple[str, ...]
) -> Iterator[PlainFinding]:
    for match in pattern.finditer(text):
        said = instead[(match.lastindex or 1) - 1]
        yield PlainFinding(start=match.start(), end=match.end(), kind=kind, instead=said)


def _one_of(words: Mapping[str, str]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Make one pattern of a list, a group for each; nothing inside a field is a word."""
    each = "|".join(f"({word})" for word in words)
    pattern = re.compile(rf"(?<![\w{{])(?:{each})(?![\w}}])", re.IGNORECASE)
    return pattern, tuple(words.values())


_LISTS = (
    (RemarkKind.HIDES_WORK, *_one_of(HIDING_WORK)),
    (RemarkKind.LONG_WORD, *_one_of(LONG_WORDS)),
    (RemarkKind.GENDER, *_one_of(GENDERED)),
)
