"""Add more people than the story names, with names put together at random."""

import datetime
import random
from collections.abc import Iterator
from functools import partial

from coprod_desktop.domain.participants import (
    BankDetails,
    Capacity,
    ContactBy,
    Edition,
    PaidBy,
    Participant,
)
from coprod_desktop.services.demo.opening import OPENED_AT
from coprod_desktop.services.demo.script import Told, dice
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step

_ADDED_AT = OPENED_AT + datetime.timedelta(hours=5)
_CAPACITIES = (Capacity.LIVED_EXPERIENCE, Capacity.CARER, Capacity.COMMUNITY)
_METHODS = (PaidBy.BANK, PaidBy.CASH, PaidBy.VOUCHER, PaidBy.CHEQUE)
_EDITIONS = (Edition.STANDARD, Edition.LARGE, Edition.EASY_READ)
_HAS_DETAILS = 0.96


def crowd_steps(stage: Stage, count: int) -> Iterator[Step]:
    """Tell how so many more people came in from a spreadsheet on the first day."""
    if count:
        yield Step(at=_ADDED_AT, by="bethan", do=partial(_add_people, stage, count))


def _add_people(stage: Stage, count: int) -> None:
    chance = dice(stage.seed, "crowd")
    desk = stage.office.desk
    people = [
        _person(desk.new_id(), name, chance)
        for name in names(stage.script.names, count, stage.seed)
    ]
    details = [
        _details(desk.new_id(), person, number)
        for number, person in enumerate(people, 1)
        if person.paid_by is PaidBy.BANK and chance.random() < _HAS_DETAILS
    ]
    with desk.transaction("import participants") as work:
        work.add_all(Participant, people)
        work.add_all(BankDetails, details)
    stage.crowd.extend(people)


def names(told: Told, count: int, seed: int) -> list[str]:
    """Return so many names, each once; when all pairs are used up, last names are doubled."""
    chance = dice(seed, "names")
    first, last = told["first"], told["last"]
    pairs = [f"{one} {other}" for one in first for other in last]
    chance.shuffle(pairs)
    found = dict.fromkeys(pairs[:count])
    while len(found) < count:
        doubled = "-".join(chance.sample(last, 2))
        found[f"{chance.choice(first)} {doubled}"] = None
    return list(found)


def _person(participant_id: int, name: str, chance: random.Random) -> Participant:
    return Participant(
        participant_id=participant_id,
        name=name,
        capacity=chance.choice(_CAPACITIES),
        contact_by=chance.choice(tuple(ContactBy)),
        paid_by=chance.choices(_METHODS, (75, 12, 8, 5))[0],
        edition=chance.choices(_EDITIONS, (80, 12, 8))[0],
    )


def _details(bank_details_id: int, person: Participant, number: int) -> BankDetails:
    return BankDetails(
        bank_details_id=bank_details_id,
        participant_id=person.participant_id,
        account_name=person.name.upper(),
        sort_code=f"00{number % 90 + 10:02d}40",
        account_number=f"{10_000_000 + number}",
    )
