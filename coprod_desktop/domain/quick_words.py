"""The words of a quick entry, each read on its own: times, days, kinds of work, answers."""

import dataclasses
import datetime
import re
from collections.abc import Sequence

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.dates import MONTHS
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import parse_pounds
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.spoken_days import parse_spoken_day
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import MINUTES_IN_DAY, parse_minutes

FILLERS = frozenset({",", "and", "on", "of", "for", "at", "by", "the", "a", "an", "in", "-", "–"})
_TOKEN = re.compile(r'["“][^"”]*["”]|,(?!\d)|[^\s,]+(?:,(?=\d)[^\s,]*)*')
_QUOTES = '"“”'
_SPAN = re.compile(
    r"(?:from )?(\d{1,2})(?:[:.]([0-5]\d))? ?(?:-|–|to) ?(\d{1,2})(?:[:.]([0-5]\d))?"
)
_LETTERS_OF_KIND = 3
_MONTH = "|".join(sorted({month[:3].lower() for month in MONTHS}))
_DAY_LIKE = re.compile(
    rf"\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)"
    rf"|.*(?:{_MONTH}).*\d.*|.*\d.*(?:{_MONTH}).*|[a-z]+(?: [a-z]+){{0,3}}|.*ago"
    rf"|[a-z]{{3,9}},? \d{{1,2}}[/.-]\d{{1,2}}.*"
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, something in quotation marks, or a comma, and where it stands in the line."""

    start: int
    end: int
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether work is paid, and what the person said to the offer."""

    pay: Pay = Pay.PAID
    choice: Choice = Choice.ACCEPT
    part_pence: int = 0


_ANSWERS = {
    "paid": Answer(),
    "accepted": Answer(),
    "unpaid": Answer(pay=Pay.UNPAID),
    "not paid": Answer(pay=Pay.UNPAID),
    "voluntary": Answer(pay=Pay.UNPAID),
    "in salary": Answer(pay=Pay.SALARY),
    "salary": Answer(pay=Pay.SALARY),
    "declined": Answer(choice=Choice.DECLINE),
    "decline": Answer(choice=Choice.DECLINE),
    "voucher": Answer(choice=Choice.VOUCHER),
    "by voucher": Answer(choice=Choice.VOUCHER),
    "deferred": Answer(choice=Choice.DEFER),
    "later": Answer(choice=Choice.DEFER),
    "paid later": Answer(choice=Choice.DEFER),
    "donated": Answer(choice=Choice.DONATE),
    "donate": Answer(choice=Choice.DONATE),
}
_PART = re.compile(r"part (?:paid )?(£?[\d.,]+)")


def split(line: str) -> list[Token]:
    """Return the words of a line; what is in quotation marks stays together."""
    found = _TOKEN.finditer(line)
    return [Token(start=match.start(), end=match.end(), text=match[0]) for match in found]


def read_what(text: str) -> str | None:
    """Return what was done, where it stands in quotation marks."""
    is_quoted = len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES
    return text.strip(_QUOTES).strip() or None if is_quoted else None


def read_project(text: str, projects: Sequence[Project]) -> Project | None:
    """Return the one project that "#getting-home" means: its name begins so, or a word of it."""
    if text[:1] not in ("#", "@"):
        return None
    wanted = fold(re.sub(r"[-_#@]+", " ", text))
    plain = [(fold(one.name.replace("-", " ")), one) for one in projects]
    same = [one for name, one in plain if name == wanted]
    begun = same or [one for name, one in plain if name.startswith(wanted)]
    parts = wanted.split()
    found = begun or [
        one
        for name, one in plain
        if parts and all(any(word.startswith(part) for word in name.split()) for part in parts)
    ]
    return found[0] if len(found) == 1 else None


def read_day(text: str, today: datetime.date) -> datetime.date | None:
    """Return a day; a number alone is none, since it may be hours."""
    plain = plain_digits(text).lower()
    if plain in ("t", "m") or not _DAY_LIKE.fullmatch(plain):
        return None
    try:
        return parse_spoken_day(plain, today, looks_back=True)
    except DomainError:
        return None


def read_time(text: str) -> int | None:
    """Return minutes, also of "10:00-11:30" and "10 to 11.30"; nothing and over a day are none."""
    span = _SPAN.fullmatch(plain_digits(text).lower())
    if span is not None and (span[2] or span[4]):
        begins = int(span[1]) * 60 + int(span[2] or 0)
        ends = int(span[3]) * 60 + int(span[4] or 0)
        return ends - begins if begins < ends <= MINUTES_IN_DAY else None
    try:
        minutes = parse_minutes(text)
    except DomainError:
        return None
    return minutes if 0 < minutes <= MINUTES_IN_DAY else None


def read_answer(text: str) -> Answer | None:
    """Return what "unpaid", "declined" or "part 50" says."""
    plain = fold(text)
    match = _PART.fullmatch(plain)
    if match is None:
        return _ANSWERS.get(plain)
    try:
        return Answer(choice=Choice.PART, part_pence=parse_pounds(match[1]))
    except DomainError:
        return None


def read_kind(text: str, kinds: Sequence[str]) -> str | None:
    """Return the one kind of work that begins with these letters, or has a word that does."""
    wanted = fold(text)
    plain = [(fold(kind), kind) for kind in kinds]
    for name, kind in plain:
        if name == wanted:
            return kind
    if len(wanted) < _LETTERS_OF_KIND:
        return None
    begun = [kind for name, kind in plain if name.startswith(wanted)]
    if not begun:
        begun = [
            kind for name, kind in plain if any(word.startswith(wanted) for word in name.split())
        ]
    return begun[0] if len(begun) == 1 else None
