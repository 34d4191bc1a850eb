"""Plan who comes to which session and what they do there, before anything is written down."""

import dataclasses
import datetime
import random

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.services.demo.script import Script, Told, dice
from coprod_desktop.services.sessions import SessionRow

_COMES = 0.85
_CLAIMS_THE_FARE = 0.75


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One person of a session by their key; the row's own participant is not known yet."""

    who: str
    row: SessionRow


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session as told, with the rows that its sheet will have."""

    told: Told
    rows: tuple[PlannedRow, ...]

    @property
    def pieces(self) -> int:
        """How many contributions the sheet holds."""
        return sum(len(planned.row.minutes) for planned in self.rows)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All sessions and single pieces of work of the year, oldest first."""

    sessions: tuple[PlannedSession, ...]
    pieces: tuple[Told, ...]

    @property
    def contributions(self) -> int:
        """How many contributions the story holds."""
        return sum(session.pieces for session in self.sessions) + len(self.pieces)


def plan_year(script: Script, keys: frozenset[str], seed: int) -> Plan:
    """Plan the year for the people of these keys."""
    chance = dice(seed, "sessions")
    sessions = (_planned(script, told, keys, chance) for told in script.sessions)
    return Plan(
        sessions=tuple(session for session in sessions if session.rows),
        pieces=tuple(sorted((one for one in script.work if one["who"] in keys), key=_day)),
    )


def _planned(
    script: Script, told: Told, keys: frozenset[str], chance: random.Random
) -> PlannedSession:
    projects = {project["key"]: project for project in script.charity["project"]}
    members = set(projects[told["project"]]["members"])
    special = {row["who"]: row for row in told.get("row", ())}
    rows = [
        PlannedRow(who=person["key"], row=_row(told, person, special.get(person["key"]), chance))
        for person in script.people
        if person["key"] in keys
        and (person["key"] in special or _comes(person["key"], members, chance))
    ]
    return PlannedSession(told=told, rows=tuple(rows))


def _comes(key: str, members: set[str], chance: random.Random) -> bool:
    return key in members and (key == "bethan" or chance.random() < _COMES)


def _row(told: Told, person: Told, different: Told | None, chance: random.Random) -> SessionRow:
    here = person | (different or {})
    fare = person.get("fare", {})
    has_fare = bool(fare) and any((fare.get("pence"), fare.get("tenth_miles")))
    claims = has_fare and chance.random() < _CLAIMS_THE_FARE
    return SessionRow(
        participant_id=0,
        capacity=Capacity(person.get("capacity", Capacity.LIVED_EXPERIENCE)),
        minutes=_minutes(told, person, chance),
        skills=chance.choice(person["skills"]),
        pay=Pay(person.get("pay", Pay.PAID)),
        choice=Choice(here.get("choice", Choice.ACCEPT)),
        part_pence=here.get("part_pence", 0),
        expense_kind=ExpenseKind(fare["kind"]) if claims else None,
        expense_pence=fare.get("pence", 0) if claims else 0,
        tenth_miles=fare.get("tenth_miles", 0) if claims else 0,
        note=here.get("note", ""),
    )


def _minutes(told: Told, person: Told, chance: random.Random) -> tuple[tuple[str, int], ...]:
    given = (
        ("Preparation", chance.choice(person["preparation"])),
        (told["kind"], length_of(told)),
        ("Travel time", person.get("travel", 0)),
    )
    return tuple((kind, minutes) for kind, minutes in given if minutes)


def length_of(told: Told) -> int:
    """Return the minutes between the beginning and the end of a session."""
    start, end = (datetime.time.fromisoformat(told[name]) for name in ("from", "to"))
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def keep_latest(plan: Plan, most: int) -> Plan:
    """Leave out the oldest work, so that not more than so many contributions are left."""
    left = most
    dated: list[PlannedSession | Told] = sorted((*plan.sessions, *plan.pieces), key=_day)
    sessions: list[PlannedSession] = []
    pieces: list[Told] = []
    for one in reversed(dated):
        if isinstance(one, PlannedSession):
            shorter = _shortened(one, left)
            left -= shorter.pieces
            sessions += [shorter] if shorter.rows else []
        elif left:
            left -= 1
            pieces.append(one)
    return Plan(sessions=tuple(reversed(sessions)), pieces=tuple(reversed(pieces)))


def _day(one: PlannedSession | Told) -> datetime.date:
    told = one.told if isinstance(one, PlannedSession) else one
    day: datetime.date = told["on"]
    return day


def _shortened(session: PlannedSession, most: int) -> PlannedSession:
    rows, left = [], most
    for planned in session.rows:
        minutes = planned.row.minutes[:left]
        left -= len(minutes)
        if minutes:
            shorter = dataclasses.replace(planned.row, minutes=minutes)
            rows.append(dataclasses.replace(planned, row=shorter))
    return dataclasses.replace(session, rows=tuple(rows))
