"""The rows of a session sheet as they are typed; nothing that was typed is ever dropped."""

import dataclasses
import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.session_starts import PREPARATION, TRAVEL_TIME
from coprod_desktop.domain.text import LINE_LIMIT, clean_line, fold
from coprod_desktop.domain.time import check_minutes, format_hours, parse_minutes
from coprod_desktop.i18n import _
from coprod_desktop.services.sessions import SessionRow
from coprod_desktop.ui.session_sheet.names import NameIndex, question_words
from coprod_desktop.ui.session_sheet.reading import (
    PAID,
    SALARY,
    UNPAID,
    Answer,
    NotUnderstoodError,
    SmallExpense,
    answer_words,
    expense_words,
    read_answer,
    read_expense,
)
from coprod_desktop.ui.words import capacity_word

WordError = Callable[[Exception], str]


class Place(enum.IntEnum):
    """The columns of the sheet."""

    NAME = 0
    CAPACITY = 1
    PREPARED = 2
    MET = 3
    TRAVELLED = 4
    SKILLS = 5
    ANSWER = 6
    OFFER = 7
    EXPENSE = 8
    NOTE = 9


TIMES = {Place.PREPARED: "prepared", Place.MET: "met", Place.TRAVELLED: "travelled"}
_FIELDS = {
    **TIMES,
    Place.CAPACITY: "capacity",
    Place.SKILLS: "skills",
    Place.ANSWER: "answer",
    Place.EXPENSE: "expense",
    Place.NOTE: "note",
}

# What is offered when a name is taken, to be changed in the row: staff, funders and professionals
# usually come in working time, and charity law seldom lets a trustee be paid.
_USUAL_ANSWERS = {
    Capacity.STAFF: SALARY,
    Capacity.FUNDER: SALARY,
    Capacity.PROFESSIONAL: SALARY,
    Capacity.TRUSTEE: UNPAID,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A text that is not understood: where, what was typed, and the sentence about it."""

    place: Place
    text: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """One person on the sheet; times in minutes. `wrong` keeps what could not be read."""

    participant: Participant | None = None
    capacity: Capacity | None = None
    prepared: int = 0
    met: int = 0
    travelled: int = 0
    skills: str = ""
    answer: Answer | None = None
    expense: SmallExpense | None = None
    note: str = ""
    wrong: tuple[Wrong, ...] = ()

    def wrong_at(self, place: Place) -> Wrong | None:
        """Return what is wrong in a cell, if anything."""
        return next((wrong for wrong in self.wrong if wrong.place is place), None)

    @property
    def minutes(self) -> int:
        """Return all minutes of the row."""
        return self.prepared + self.met + self.travelled


EMPTY = DraftRow()


def shown(row: DraftRow, place: Place) -> str:
    """Return what a cell shows; a text that is not understood stays as it was typed."""
    wrong = row.wrong_at(place)
    if wrong is not None:
        return wrong.text
    if place in TIMES:
        minutes = getattr(row, TIMES[place])
        return format_hours(minutes) if minutes else ""
    return _shown_words(row, place)


def _shown_words(row: DraftRow, place: Place) -> str:
    if place is Place.NAME:
        return row.participant.name if row.participant else ""
    if place is Place.CAPACITY:
        return capacity_word(row.capacity) if row.capacity else ""
    if place is Place.ANSWER:
        return answer_words(row.answer) if row.answer else ""
    if place is Place.EXPENSE:
        return expense_words(row.expense) if row.expense else ""
    return {Place.SKILLS: row.skills, Place.NOTE: row.note}.get(place, "")


def write(
    row: DraftRow, place: Place, typed: object, names: NameIndex, word_error: WordError
) -> DraftRow:
    """Put what was typed or chosen into a cell; a text that is not understood stays there."""
    others = tuple(wrong for wrong in row.wrong if wrong.place is not place)
    row = dataclasses.replace(row, wrong=others)
    if not isinstance(typed, str):
        return _put(row, place, typed)
    try:
        return _put(row, place, _read(place, typed, names) if typed.strip() else None)
    except NotUnderstoodError as error:
        sentence = str(error)
    except DomainError as error:
        sentence = word_error(error)
    return with_wrong(row, Wrong(place=place, text=typed.strip(), sentence=sentence))


def _read(place: Place, typed: str, names: NameIndex) -> object:
    if place in TIMES:
        minutes = parse_minutes(typed)
        return check_minutes(minutes) if minutes else 0
    if place is Place.NAME:
        return _read_name(typed, names)
    readers: dict[Place, Callable[[str], object]] = {
        Place.CAPACITY: read_capacity,
        Place.ANSWER: read_answer,
        Place.EXPENSE: read_expense,
    }
    return readers[place](typed) if place in readers else clean_line(typed, limit=LINE_LIMIT)


def _read_name(typed: str, names: NameIndex) -> Participant:
    person = names.meant(typed)
    if person is not None:
        return person
    name = typed.strip()
    if names.find(typed):
        words = _("More than one name begins as “{name}”. Type more letters, or choose one.")
        raise NotUnderstoodError(words.format(name=name))
    raise NotUnderstoodError(question_words(names.match(typed), name))


def read_capacity(text: str) -> Capacity:
    """Read the beginning of what somebody takes part as; raises NotUnderstoodError."""
    found = capacities(text)
    if not found:
        raise NotUnderstoodError(
            _("“{text}” is not in the list. Type the first letters of one, as carer.").format(
                text=text.strip()
            )
        )
    return found[0]


def capacities(text: str) -> list[Capacity]:
    """Return the capacities that a text may begin; all of them for none."""
    return [one for one in Capacity if fold(capacity_word(one)).startswith(fold(text))]


def _put(row: DraftRow, place: Place, value: Any) -> DraftRow:
    """Put a value into a cell; None empties it, and what a person usually has comes back."""
    person = row.participant
    if place is Place.NAME:
        return _name(row, value)
    if place is Place.OFFER:
        return row
    if value is None and person is not None and place is Place.CAPACITY:
        value = person.capacity
    if value is None and person is not None and place is Place.ANSWER:
        value = usual_answer(row.capacity or person.capacity)
    if value is None:
        value = getattr(EMPTY, _FIELDS[place])
    return dataclasses.replace(row, **{_FIELDS[place]: value})


def _name(row: DraftRow, person: Participant | None) -> DraftRow:
    """Put a person in a row, with what is usual for them; what was chosen by hand stays."""
    before = row.participant
    has_usual = before is not None and row.capacity is before.capacity
    is_free = row.answer is None or (
        row.capacity is not None and row.answer == usual_answer(row.capacity)
    )
    if person is None:
        answer = None if has_usual and is_free else row.answer
        capacity = None if has_usual else row.capacity
        return dataclasses.replace(row, participant=None, capacity=capacity, answer=answer)
    by_hand = row.capacity if before is None else None
    capacity = by_hand or person.capacity
    answer = usual_answer(capacity) if is_free else row.answer
    return dataclasses.replace(row, participant=person, capacity=capacity, answer=answer)


def usual_answer(capacity: Capacity) -> Answer:
    """Return what is usual for people who take part so."""
    return _USUAL_ANSWERS.get(capacity, PAID)


def with_met(row: DraftRow, before: int, now: int) -> DraftRow:
    """Offer a new length of the meeting to a row that still has the one offered before."""
    is_untouched = row.participant is not None and row.wrong_at(Place.MET) is None
    return dataclasses.replace(row, met=now) if is_untouched and row.met == before else row


def with_wrong(row: DraftRow, wrong: Wrong) -> DraftRow:
    """Keep a text that is not understood in its cell, with its sentence."""
    others = tuple(one for one in row.wrong if one.place is not wrong.place)
    return dataclasses.replace(_put(row, wrong.place, None), wrong=(*others, wrong))


def known(row: DraftRow, names: NameIndex) -> DraftRow:
    """Return the row with its person as they are now; of one who is gone, the name stays typed."""
    before = row.participant
    if before is None:
        return row
    person = names.get(before.participant_id)
    if person is not None:
        return dataclasses.replace(row, participant=person)
    sentence = _("{name} is no longer among the people. Choose somebody.").format(name=before.name)
    return with_wrong(row, Wrong(place=Place.NAME, text=before.name, sentence=sentence))


def is_empty(row: DraftRow) -> bool:
    """Say whether nothing stands in a row."""
    return row == EMPTY


def first_gap(row: DraftRow) -> Wrong | None:
    """Return what keeps a row from being saved: what is not understood, or what is missing."""
    if row.wrong:
        return min(row.wrong, key=lambda wrong: wrong.place)
    if row.participant is None:
        return Wrong(
            place=Place.NAME,
            text="",
            sentence=_("This row has no name yet. Type two letters of the name."),
        )
    if not row.minutes and row.expense is None:
        return Wrong(
            place=Place.MET,
            text="",
            sentence=_("There is no time here yet. Write how long the work took, as 1:30."),
        )
    return None


def session_row(row: DraftRow, kind_of_work: str) -> SessionRow:
    """Return a whole row as it is saved; raises ValueError for one without a person."""
    if row.participant is None:
        raise ValueError("a row without a person")
    answer = row.answer or usual_answer(row.participant.capacity)
    expense = row.expense
    return SessionRow(
        participant_id=row.participant.participant_id,
        capacity=row.capacity or row.participant.capacity,
        minutes=(
            (PREPARATION, row.prepared),
            (kind_of_work, row.met),
            (TRAVEL_TIME, row.travelled),
        ),
        skills=row.skills,
        pay=answer.pay,
        choice=answer.choice if answer.pay is Pay.PAID else PAID.choice,
        part_pence=answer.part_pence,
        expense_kind=expense.kind if expense else None,
        expense_pence=expense.pence if expense else 0,
        tenth_miles=expense.tenth_miles if expense else 0,
        note=row.note,
    )
