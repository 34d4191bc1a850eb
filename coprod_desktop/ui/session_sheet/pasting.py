"""Put a block of copied cells into the sheet: each where it belongs, and nothing dropped unsaid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.name_matching import Meaning, NameMatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.session_sheet.draft import (
    EMPTY,
    DraftRow,
    Place,
    WordError,
    Wrong,
    is_empty,
    with_met,
    with_wrong,
    write,
)
from coprod_desktop.ui.session_sheet.headings import Heading, Part, read_headings
from coprod_desktop.ui.session_sheet.names import NameIndex, question_words

MOST_ROWS = 500
"""A sheet holds one session; a longer block is a file to import, or a slip."""
Block = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuestion:
    """A name that was pasted and means nobody for sure, and whom it may mean."""

    written: str
    match: NameMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A column that belongs nowhere: its heading (or number), and every cell it held."""

    heading: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What pasting needs to know of the sheet; `minutes` is the length of the session."""

    names: NameIndex
    word_error: WordError
    minutes: int = 0
    kind_of_work: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """The rows of the sheet after pasting, and what is to be asked or said about it.

    `first` and `last` are the corners of what was filled, as row number and place.
    """

    rows: tuple[DraftRow, ...]
    first: tuple[int, Place]
    last: tuple[int, Place]
    count: int
    questions: tuple[NameQuestion, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnswers:
    """What was answered: who is meant by a name, who is new, which spellings to remember."""

    meant: Mapping[str, Participant]
    new: tuple[str, ...] = ()
    remembered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Which lines of the block are data, where each column goes, and in which row to begin."""

    lines: tuple[tuple[str, ...], ...]
    columns: tuple[Heading | None, ...]
    titles: tuple[str, ...]
    number: int


def paste(
    rows: tuple[DraftRow, ...],
    block: Block,
    at: tuple[int, Place],
    setting: Setting,
    *,
    is_own: bool = False,
) -> Pasted:
    """Return the rows with a block put in at a cell.

    Under known headings the columns go to their places. A blank cell leaves what is there. With
    `is_own` the block was copied from a sheet, cell for cell.
    """
    plan = _plan(rows, block, at, setting, is_own=is_own)
    filled = list(rows)
    for offset, line in enumerate(plan.lines):
        number = plan.number + offset
        while len(filled) <= number:
            filled.append(EMPTY)
        filled[number] = _filled(filled[number], line, plan.columns, setting)
    places = [one.place for one in plan.columns if one is not None] or [at[1]]
    return Pasted(
        rows=tuple(filled),
        first=(plan.number, min(places)),
        last=(plan.number + max(len(plan.lines), 1) - 1, max(places)),
        count=len(plan.lines),
        questions=_questions(plan, setting.names),
        left_out=_left_out(plan, is_own=is_own),
    )


def settled(
    rows: Sequence[DraftRow], answers: Mapping[str, Participant], minutes: int
) -> tuple[DraftRow, ...]:
    """Put people into the rows whose name waits; `minutes` is the length of the session."""
    return tuple(_answered(row, answers, minutes) for row in rows)


def _answered(row: DraftRow, answers: Mapping[str, Participant], minutes: int) -> DraftRow:
    wrong = row.wrong_at(Place.NAME)
    if wrong is None or wrong.text not in answers:
        return row
    return with_met(write(row, Place.NAME, answers[wrong.text], NameIndex(), str), 0, minutes)


# --- where everything goes ---------------------------------------------------------------------


def _plan(
    rows: Sequence[DraftRow],
    block: Block,
    at: tuple[int, Place],
    setting: Setting,
    *,
    is_own: bool,
) -> _Plan:
    lines = tuple(tuple(line) for line in block if is_own or any(cell.strip() for cell in line))
    wide = max((len(line) for line in lines), default=0)
    headings: tuple[Heading | None, ...] = ()
    if len(lines) > 1 and not is_own:
        headings = read_headings(lines[0], setting.kind_of_work)
    if not headings:
        numbers = tuple(str(column + 1) for column in range(wide))
        columns = _columns_from(at[1], wide, is_own=is_own)
        return _Plan(lines=lines, columns=columns, titles=numbers, number=at[0])
    more = (None,) * (wide - len(headings))
    titles = (*lines[0], *(str(column + 1) for column in range(len(headings), wide)))
    columns, lines = (*headings, *more), lines[1:]
    has_names = any(one is not None and one.place is Place.NAME for one in columns)
    number = _free_from(rows, at[0], len(lines)) if has_names else at[0]
    return _Plan(lines=lines, columns=columns, titles=titles, number=number)


def _columns_from(first: Place, wide: int, *, is_own: bool) -> tuple[Heading | None, ...]:
    """Return one place after another; the offer is worked out, so nothing goes there."""
    places = [place for place in Place if place >= first and (is_own or place is not Place.OFFER)]
    found: list[Heading | None] = [Heading(place=place) for place in places[:wide]]
    return tuple(found + [None] * (wide - len(found)))


def _free_from(rows: Sequence[DraftRow], number: int, count: int) -> int:
    """Return the row to begin in: the current one where all is free, or else behind the last."""
    if all(is_empty(row) for row in rows[number : number + count]):
        return number
    return sum(1 for _row in _without_empty_end(rows))


def _without_empty_end(rows: Sequence[DraftRow]) -> Sequence[DraftRow]:
    end = len(rows)
    while end and is_empty(rows[end - 1]):
        end -= 1
    return rows[:end]


# --- one row -----------------------------------------------------------------------------------


def _filled(
    row: DraftRow, line: Sequence[str], columns: Sequence[Heading | None], setting: Setting
) -> DraftRow:
    name = _name_of(line, columns)
    if name:
        row = _named(row, name, setting)
    for cell, heading in zip(line, columns, strict=False):
        if heading is None or heading.place in (Place.NAME, Place.OFFER) or not cell.strip():
            continue
        text = " ".join(cell.split())
        if heading.kind and _is_number(text):
            text = f"{text} {heading.kind}"
        row = write(row, heading.place, text, setting.names, setting.word_error)
    return row


def _name_of(line: Sequence[str], columns: Sequence[Heading | None]) -> str:
    """Return the name in a line, put together where it stands in two columns."""
    parts = {
        heading.part: " ".join(cell.split())
        for cell, heading in zip(line, columns, strict=False)
        if heading is not None and heading.place is Place.NAME
    }
    in_order = (parts.get(part, "") for part in (Part.WHOLE, Part.FIRST, Part.LAST))
    return " ".join(part for part in in_order if part)


def _named(row: DraftRow, name: str, setting: Setting) -> DraftRow:
    is_new = row.participant is None
    match = setting.names.match(name)
    if match.meaning is not Meaning.SURE:
        sentence = question_words(match, name)
        return with_wrong(row, Wrong(place=Place.NAME, text=name, sentence=sentence))
    row = write(row, Place.NAME, match.people[0], setting.names, setting.word_error)
    return with_met(row, 0, setting.minutes) if is_new else row


def _is_number(text: str) -> bool:
    return bool(text) and all(letter.isdigit() or letter in "£., " for letter in text)


# --- what is to be asked and said --------------------------------------------------------------


def _questions(plan: _Plan, names: NameIndex) -> tuple[NameQuestion, ...]:
    written = dict.fromkeys(_name_of(line, plan.columns) for line in plan.lines)
    found = (NameQuestion(written=one, match=names.match(one)) for one in written if one)
    return tuple(one for one in found if one.match.meaning is not Meaning.SURE)


def _left_out(plan: _Plan, *, is_own: bool) -> tuple[LeftOut, ...]:
    found = []
    for at, (heading, title) in enumerate(zip(plan.columns, plan.titles, strict=True)):
        has_place = heading is not None and (is_own or heading.place is not Place.OFFER)
        cells = tuple(line[at] if at < len(line) else "" for line in plan.lines)
        if not has_place and any(cell.strip() for cell in cells):
            found.append(LeftOut(heading=title.strip() or str(at + 1), cells=cells))
    return tuple(found)
