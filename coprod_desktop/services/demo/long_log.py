"""Fill up the log with plausible work, so that a large file can be tried."""

import dataclasses
import datetime
import itertools
import random
from collections.abc import Iterable, Iterator
from functools import partial

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState, approve
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.services.decisions import decided
from coprod_desktop.services.demo.script import dice
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step, moment
from coprod_desktop.services.pricing import PriceList

_FIRST_ON = datetime.date(2025, 12, 2)
_LAST_ON = datetime.date(2026, 11, 17)
_LEFT_OPEN_FROM = datetime.date(2026, 11, 16)
_FORTNIGHT = 10
_LENGTHS = (30, 45, 60, 75, 90, 120)
_MOST_A_DAY = 900
"""Minutes of such work that one person has on a day, so that the story's sessions still fit."""
_PAY = (
    (Pay.PAID, Choice.ACCEPT),
    (Pay.PAID, Choice.DECLINE),
    (Pay.UNPAID, Choice.ACCEPT),
)


def long_log_steps(stage: Stage, count: int) -> Iterator[Step]:
    """Tell how so many more pieces of work came in, from a spreadsheet every two weeks."""
    days = working_days(_FIRST_ON, _LAST_ON)
    fortnights = [days[start : start + _FORTNIGHT] for start in range(0, len(days), _FORTNIGHT)]
    for index, fortnight in enumerate(fortnights):
        share = count * (index + 1) // len(fortnights) - count * index // len(fortnights)
        at = moment(fortnight[-1], 8, 30, days_later=1)
        if share:
            yield Step(at=at, by="bethan", do=partial(_bring_in, stage, fortnight, share))


def working_days(from_on: datetime.date, to_on: datetime.date) -> list[datetime.date]:
    """Return the days from Monday to Friday of a period."""
    days = (from_on + datetime.timedelta(days=n) for n in range((to_on - from_on).days + 1))
    return [day for day in days if day.weekday() < 5]


def _bring_in(stage: Stage, days: list[datetime.date], count: int) -> None:
    chance = dice(stage.seed, f"log {days[0]}")
    desk, people = stage.office.desk, _people(stage)
    with desk.transaction("import contributions") as work:
        prices = PriceList(work)
        pieces = [
            _as_far_as_it_came(prices.price(_piece(stage, *place, chance)))
            for place in _places(days, people, count, chance)
        ]
        approved = [one for one in pieces if one.state is WorkState.APPROVED]
        work.add_all(Contribution, pieces)
        work.add_all(Approval, [_approval(stage, one) for one in approved])


def _people(stage: Stage) -> list[Participant]:
    """Return the people without a part in the story, or else those of the story."""
    return stage.crowd or [stage.office.participants.get(one) for one in stage.people.values()]


def _places(
    days: list[datetime.date], people: list[Participant], count: int, chance: random.Random
) -> Iterable[tuple[datetime.date, Participant, int]]:
    """Deal work out evenly over days and people, with the longest that a piece may be."""
    cells = len(days) * len(people)
    rounds, rest = divmod(count, cells)
    longest = _MOST_A_DAY // (rounds + 1)
    full = itertools.chain.from_iterable(itertools.repeat(range(cells), rounds))
    chosen = itertools.chain(full, chance.sample(range(cells), rest))
    for cell in chosen:
        yield days[cell // len(people)], people[cell % len(people)], longest


def _piece(
    stage: Stage, day: datetime.date, person: Participant, longest: int, chance: random.Random
) -> Contribution:
    kind = chance.choice(stage.script.names["work"])
    pay, choice = chance.choices(_PAY, (60, 10, 30))[0]
    if person.capacity in (Capacity.STAFF, Capacity.FUNDER):
        pay, choice = Pay.SALARY, Choice.ACCEPT
    return Contribution(
        contribution_id=stage.office.desk.new_id(),
        participant_id=person.participant_id,
        project_id=chance.choice(tuple(stage.projects.values())),
        worked_on=day,
        minutes=max(1, min(chance.choice(_LENGTHS), longest)),
        kind_of_work=kind["kind"],
        capacity=person.capacity,
        what=chance.choice(kind["what"]),
        pay=pay,
        choice=choice,
    )


def _as_far_as_it_came(piece: Contribution) -> Contribution:
    return approve(piece, None) if piece.worked_on < _LEFT_OPEN_FROM else piece


def _approval(stage: Stage, piece: Contribution) -> Approval:
    """Return the approval by the coordinator, or by a trustee where the work was theirs."""
    made = decided(stage.office.desk, "contributions", piece.contribution_id, Decision.APPROVED)
    if piece.participant_id != stage.people.get("bethan"):
        return made
    return dataclasses.replace(made, operator_id=stage.operators["gwyn"])
