"""Price the rows of a sheet before they are saved, and say which of them cannot be saved."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import DayTooLongError, DomainError, PartAboveOfferError
from coprod_desktop.domain.limit_sums import LimitWarning
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.domain.time import MINUTES_IN_DAY
from coprod_desktop.services.contributions import ContributionFilter, ContributionService
from coprod_desktop.services.limits import LimitService
from coprod_desktop.services.sessions import PricedRow, SessionEntry, SessionRow, SessionService
from coprod_desktop.ui.session_sheet.draft import DraftRow, Place, first_gap, session_row

_MOST_OF_A_DAY = 200
WordError = Callable[[Exception], str]


class Verbs(Protocol):
    """What judging needs of the office."""

    sessions: SessionService
    contributions: ContributionService
    limits: LimitService


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a row offers, or why it cannot be saved: the sentence and the cell it is about.

    `limit` is there only for somebody who asked to be told.
    """

    priced: PricedRow | None = None
    sentence: str = ""
    place: Place = Place.MET
    limit: LimitWarning | None = None


NOTHING = Verdict()


def judge(
    office: Verbs, entry: SessionEntry, rows: Sequence[DraftRow], word_error: WordError
) -> list[Verdict]:
    """Judge each row; rows with a gap are left out of the sums. Call it on the database thread."""
    whole = [session_row(row, entry.kind_of_work) for row in rows if first_gap(row) is None]
    judged = iter(_judge_whole(office, entry, whole, word_error))
    return [NOTHING if first_gap(row) is not None else next(judged) for row in rows]


def _judge_whole(
    office: Verbs, entry: SessionEntry, rows: list[SessionRow], word_error: WordError
) -> list[Verdict]:
    verdicts = _priced(office, dataclasses.replace(entry, rows=tuple(rows)), word_error)
    spent = Counter[int]()
    for at, row in enumerate(rows):
        if row.participant_id not in spent:
            spent[row.participant_id] = _minutes_before(office, entry, row.participant_id)
        spent[row.participant_id] += sum(minutes for _kind, minutes in row.minutes)
        if spent[row.participant_id] > MINUTES_IN_DAY and not verdicts[at].sentence:
            error = DayTooLongError(minutes=spent[row.participant_id])
            verdicts[at] = Verdict(sentence=word_error(error))
    work = [one.priced.contributions if one.priced is not None else () for one in verdicts]
    limits = office.limits.warnings_for_entry(work)
    return [dataclasses.replace(v, limit=limit) for v, limit in zip(verdicts, limits, strict=True)]


def _priced(office: Verbs, entry: SessionEntry, word_error: WordError) -> list[Verdict]:
    try:
        return [Verdict(priced=priced) for priced in office.sessions.quote(entry)]
    except DomainError:  # one of the rows is in the way: find out which
        return [_price_one(office, entry, row, word_error) for row in entry.rows]


def _price_one(
    office: Verbs, entry: SessionEntry, row: SessionRow, word_error: WordError
) -> Verdict:
    try:
        (priced,) = office.sessions.quote(dataclasses.replace(entry, rows=(row,)))
    except DomainError as error:
        is_part = isinstance(error, PartAboveOfferError)
        place = Place.ANSWER if is_part else Place.MET
        return Verdict(sentence=word_error(error), place=place)
    return Verdict(priced=priced)


def _minutes_before(office: Verbs, entry: SessionEntry, participant_id: int) -> int:
    day = ContributionFilter(
        participant_id=participant_id, from_on=entry.held_on, to_on=entry.held_on
    )
    found: tuple[ContributionSummary, ...] = office.contributions.page(day, None, _MOST_OF_A_DAY)
    return sum(piece.minutes for piece in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What the whole sheet comes to: people, minutes and pence."""

    people: int = 0
    prepared: int = 0
    met: int = 0
    travelled: int = 0
    minutes_paid: int = 0
    minutes_in_salary: int = 0
    minutes_unpaid: int = 0
    offered_pence: int = 0
    agreed_pence: int = 0
    value_pence: int = 0
    expense_pence: int = 0


def add_up(rows: Sequence[DraftRow], verdicts: Sequence[Verdict]) -> Sums:
    """Add up the rows that have a price."""
    priced = [verdict.priced for verdict in verdicts if verdict.priced is not None]
    pieces = [piece for one in priced for piece in one.contributions]
    return Sums(
        people=len({row.participant.participant_id for row in rows if row.participant}),
        prepared=sum(row.prepared for row in rows),
        met=sum(row.met for row in rows),
        travelled=sum(row.travelled for row in rows),
        minutes_paid=_minutes(piece for piece in pieces if piece.is_paid),
        minutes_in_salary=_minutes(
            piece for piece in pieces if piece.is_paid and not piece.agreed_pence
        ),
        minutes_unpaid=_minutes(piece for piece in pieces if not piece.is_paid),
        offered_pence=sum(one.offered_pence for one in priced),
        agreed_pence=sum(one.agreed_pence for one in priced),
        value_pence=sum(piece.value_pence for piece in pieces),
        expense_pence=sum(one.expense_pence for one in priced),
    )


def _minutes(pieces: Iterable[Contribution]) -> int:
    return sum(piece.minutes for piece in pieces)
