"""Gather what the papers for a session say: who is expected, and what was promised to them."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Edition, PaidBy, Participant
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.session_papers import (
    AttendanceContent,
    ClaimSlipContent,
    Session,
    SessionCashContent,
    SessionOffer,
    SessionPerson,
)
from coprod_desktop.domain.text import fold
from coprod_desktop.services.paper_contents import sender_of
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.storage import issued
from coprod_desktop.storage.work import Reading

_BEFORE_A_FAMILY_NAME = ("al-", "el-")
_MINUTES_OF_AN_HOUR = 60
_WAYS = (PaidBy.BANK, PaidBy.CASH, PaidBy.VOUCHER)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody who is expected, and what is promised to them before the session."""

    person: Participant
    offer: SessionOffer


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KitWishes:
    """What else is printed: empty rows and slips for others, and cash to have ready, in pence."""

    blank_rows: int = 4
    blank_slips: int = 2
    float_pence: int = 0
    fares_pence: int = 0
    language: str = "en"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A claim slip in the edition and language of the person."""

    content: ClaimSlipContent
    edition: Edition = Edition.STANDARD
    language: str = "en"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KitContents:
    """What the three papers say; no cash sheet where nobody is paid in cash."""

    attendance: AttendanceContent
    slips: tuple[Slip, ...]
    cash: SessionCashContent | None


def kit_contents(
    reading: Reading, activity: Activity, expected: Iterable[Expected], wishes: KitWishes
) -> KitContents:
    """Return what the papers of a session say, without their number."""
    sender = sender_of(reading)
    project = reading.get(Project, activity.project_id)
    session = Session(
        title=activity.title,
        held_on=activity.held_on,
        starts_at=activity.starts_at,
        ends_at=activity.ends_at,
        place=activity.place,
        code=project.cost_code,
    )
    in_order = sorted(expected, key=_family_name)
    in_cash = [one for one in in_order if one.person.paid_by is PaidBy.CASH]
    offers = {one.offer for one in in_order}
    shared = offers.pop() if len(offers) == 1 else SessionOffer()
    ways = _WAYS if issued.has_vouchers(reading) else _WAYS[:-1]
    plain = ClaimSlipContent(sender=sender, session=session, offer=shared, ways=ways)
    blank = Slip(content=plain)
    slips = [_slip(blank.content, one) for one in in_order]
    slips += [dataclasses.replace(blank, language=wishes.language)] * wishes.blank_slips
    cash = SessionCashContent(
        sender=sender,
        session=session,
        people=tuple(_person(one) for one in in_cash),
        float_pence=wishes.float_pence,
        fares_pence=wishes.fares_pence,
    )
    return KitContents(
        attendance=AttendanceContent(
            sender=sender,
            session=session,
            people=tuple(_person(one) for one in in_order),
            offer=shared,
            blank_rows=wishes.blank_rows,
        ),
        slips=tuple(slips),
        cash=cash if in_cash else None,
    )


def with_number(contents: KitContents, number: str) -> KitContents:
    """Return the contents with the number of the session on each paper."""
    session = dataclasses.replace(contents.attendance.session, number=number)
    slips = (
        dataclasses.replace(one, content=dataclasses.replace(one.content, session=session))
        for one in contents.slips
    )
    cash = contents.cash
    return KitContents(
        attendance=dataclasses.replace(contents.attendance, session=session),
        slips=tuple(slips),
        cash=dataclasses.replace(cash, session=session) if cash else None,
    )


def _slip(blank: ClaimSlipContent, expected: Expected) -> Slip:
    person = expected.person
    content = dataclasses.replace(
        blank,
        name=person.printed_name,
        name_in_script=person.name_in_script,
        offer=expected.offer,
    )
    return Slip(content=content, edition=person.edition, language=person.language)


def _person(expected: Expected) -> SessionPerson:
    person = expected.person
    is_cash = person.paid_by is PaidBy.CASH
    return SessionPerson(
        name=person.printed_name,
        name_in_script=person.name_in_script,
        payment_pence=expected.offer.offered_pence if is_cash else 0,
    )


def _family_name(expected: Expected) -> tuple[str, str]:
    name = fold(expected.person.printed_name)
    last = name.split()[-1] if name.split() else name
    for before in _BEFORE_A_FAMILY_NAME:
        last = last.removeprefix(before)
    return last, name


# --- who is expected ------------------------------------------------------------------------------


def expected_by_agreement(reading: Reading, project_id: int, day: datetime.date) -> Sequence[int]:
    """Return the ids of everybody who has an agreement with a project on a day."""
    agreed = reading.find(Engagement, project_id=project_id)
    now = [one for one in agreed if one.starts_on <= day <= (one.ends_on or day)]
    ids = {one.participant_id for one in now}
    return [one.participant_id for one in reading.among(Participant, ids) if one.is_active]


def with_offers(
    reading: Reading, activity: Activity, people: Iterable[Participant], minutes: int
) -> list[Expected]:
    """Return what the rules offer each for the session; nothing where its length is not known."""
    prices = PriceList(reading)
    unpaid = {
        one.participant_id
        for one in reading.find(Engagement, project_id=activity.project_id)
        if not one.is_paid
        and one.starts_on <= activity.held_on <= (one.ends_on or activity.held_on)
    }
    found = []
    for person in people:
        offer = SessionOffer()
        if minutes:
            pay = Pay.UNPAID if person.participant_id in unpaid else Pay.PAID
            offer = _offer(prices.price(_work(activity, person, minutes, pay), activity))
        found.append(Expected(person=person, offer=offer))
    return found


def with_promises(reading: Reading, activity: Activity) -> list[Expected]:
    """Return everybody whose work at a session is logged, with what was offered for it."""
    sums: dict[int, SessionOffer] = {}
    for piece in reading.find(Contribution, activity_id=activity.activity_id):
        offer, more = sums.get(piece.participant_id), _offer(piece)
        sums[piece.participant_id] = more if offer is None else _together(offer, more)
    people = reading.among(Participant, sums)
    return [Expected(person=one, offer=sums[one.participant_id]) for one in people]


def _together(one: SessionOffer, other: SessionOffer) -> SessionOffer:
    return SessionOffer(
        minutes=one.minutes + other.minutes,
        offered_pence=one.offered_pence + other.offered_pence,
        rate_pence=one.rate_pence if one.rate_pence == other.rate_pence else 0,
    )


def _offer(piece: Contribution) -> SessionOffer:
    is_by_hour = piece.offered_pence * _MINUTES_OF_AN_HOUR == piece.rate_pence * piece.minutes
    return SessionOffer(
        minutes=piece.minutes,
        offered_pence=piece.offered_pence,
        rate_pence=piece.rate_pence if piece.offered_pence and is_by_hour else 0,
    )


def _work(activity: Activity, person: Participant, minutes: int, pay: Pay) -> Contribution:
    return Contribution(
        contribution_id=0,
        participant_id=person.participant_id,
        project_id=activity.project_id,
        worked_on=activity.held_on,
        minutes=minutes,
        kind_of_work=activity.kind_of_work,
        capacity=person.capacity,
        what=activity.title,
        pay=pay,
    )
