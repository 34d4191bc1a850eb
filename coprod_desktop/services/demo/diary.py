"""Write down what happened: sessions, single pieces of work, expenses and support costs."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from functools import partial

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseKind, SupportCost
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.services.demo.plan import Plan, PlannedSession
from coprod_desktop.services.demo.receipts import write_receipt
from coprod_desktop.services.demo.script import Told, dice
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step, moment
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.services.sessions import SessionEntry

_WEDNESDAY = 2
_LATE_AFTERNOON = datetime.time(16)


def diary_steps(stage: Stage, plan: Plan) -> Iterator[Step]:
    """Tell when each session, piece of work, claim and support cost was written down."""
    minute = partial(dice(stage.seed, "diary").randrange, 5, 50)
    for session in plan.sessions:
        yield _step(_written_at(session.told, minute()), partial(_log_session, stage, session))
    for told in plan.pieces:
        at = moment(told["on"], 10, minute(), days_later=told.get("after", 1))
        yield _step(at, partial(_log_piece, stage, told))
    for told in stage.script.money["claim"]:
        if told["who"] in stage.keys:
            yield _step(moment(told["on"], 14, minute()), partial(_log_claim, stage, told))
    for told in stage.script.money["support"]:
        days = (told["on"], *told["repeat"]) if told["who"] in stage.keys else ()
        for day in days:
            at = moment(day, 15, minute(), days_later=1)
            yield _step(at, partial(_add_support, stage, told, day))


def _step(at: datetime.datetime, do: Callable[[], object]) -> Step:
    """Return a step of the coordinator, or on Wednesdays of the office volunteer."""
    return Step(at=at, by="carys" if at.weekday() == _WEDNESDAY else "bethan", do=do)


def _written_at(told: Told, minute: int) -> datetime.datetime:
    """Write a session down an hour after it ended, or the next morning where that is late."""
    end = datetime.time.fromisoformat(told["to"])
    if end < _LATE_AFTERNOON:
        return moment(told["on"], end.hour + 1, minute)
    return moment(told["on"], 9, minute, days_later=1)


def _log_session(stage: Stage, session: PlannedSession) -> None:
    told = session.told
    rows = (
        dataclasses.replace(planned.row, participant_id=stage.people[planned.who])
        for planned in session.rows
    )
    stage.office.sessions.log(
        SessionEntry(
            project_id=stage.projects[told["project"]],
            title=told["title"],
            held_on=told["on"],
            starts_at=told["from"],
            ends_at=told["to"],
            kind_of_work=told["kind"],
            place=told["place"],
            rows=tuple(rows),
        )
    )


def _log_piece(stage: Stage, told: Told) -> None:
    stage.office.contributions.log(piece_of(stage, told))


def piece_of(stage: Stage, told: Told) -> Contribution:
    """Return a single piece of work as the story tells it."""
    person = next(one for one in stage.script.people if one["key"] == told["who"])
    choice = Choice(told.get("choice") or person.get("choice", Choice.ACCEPT))
    return Contribution(
        contribution_id=0,
        participant_id=stage.people[told["who"]],
        project_id=stage.projects[told["project"]],
        worked_on=told["on"],
        minutes=told["minutes"],
        kind_of_work=told["kind"],
        capacity=Capacity(person.get("capacity", Capacity.LIVED_EXPERIENCE)),
        what=told["what"],
        skills=told.get("skills", ""),
        pay=Pay(person.get("pay", Pay.PAID)),
        choice=choice,
        agreed_pence=person.get("part_pence", 0) if choice is Choice.PART else 0,
        state=WorkState.DRAFT if told.get("is_draft") else WorkState.LOGGED,
    )


def _log_claim(stage: Stage, told: Told) -> None:
    lines = [_line(stage, told, line) for line in told["line"]]
    stage.office.expenses.log(
        ExpenseEntry(
            participant_id=stage.people[told["who"]],
            project_id=stage.projects[told["project"]],
            claimed_on=told["on"],
            lines=tuple(lines),
            is_draft=told.get("is_draft", False),
        )
    )


def _line(stage: Stage, told: Told, line: Told) -> ExpenseLine:
    spent_on: datetime.date = line.get("on") or told["on"]
    pence, name = line.get("pence", 0), line.get("receipt")
    return ExpenseLine(
        spent_on=spent_on,
        kind=ExpenseKind(line["kind"]),
        what=line["what"],
        pence=pence,
        tenth_miles=line.get("tenth_miles", 0),
        circumstances=line.get("circumstances", ""),
        receipt=write_receipt(stage.folder, name, line["what"], pence) if name else None,
    )


def _add_support(stage: Stage, told: Told, day: datetime.date) -> None:
    stage.office.projects.add_support_cost(
        SupportCost(
            support_cost_id=0,
            project_id=stage.projects[told["project"]],
            participant_id=stage.people.get(told["who"]),
            incurred_on=day,
            kind=told["kind"],
            supplier=told["supplier"],
            cost_pence=told["pence"],
        )
    )
