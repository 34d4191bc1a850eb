"""Begin the story: the charity, its projects, its people, what was agreed, how papers look."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.participants import (
    BankDetails,
    Capacity,
    ContactBy,
    Edition,
    PaidBy,
    Participant,
)
from coprod_desktop.domain.policy import PolicyVersion, simple_version
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.services.demo.script import Script, Told
from coprod_desktop.services.demo.stage import Stage, without
from coprod_desktop.services.demo.steps import Step

OPENED_AT = datetime.datetime(2025, 12, 1, 9, 2, tzinfo=datetime.UTC)
_BETWEEN = datetime.timedelta(minutes=2)
_KINDS: dict[str, Callable[[str], Any]] = {
    "capacity": Capacity,
    "contact_by": ContactBy,
    "paid_by": PaidBy,
    "edition": Edition,
}
_NOT_A_FIELD = (
    "key", "pay", "choice", "part_pence", "preparation", "travel", "skills", "agreed", "bank",
    "fare",
)  # fmt: skip


def organisation_of(script: Script) -> Organisation:
    """Return the charity's details as the story tells them."""
    return Organisation(organisation_id=0, **script.charity["organisation"])


def policy_of(told: Told) -> PolicyVersion:
    """Return payment rules as the story tells them."""
    return simple_version(**without(told, "at", "by"))


def opening_steps(stage: Stage) -> Iterator[Step]:
    """Tell how the file was filled on its first day, a step every two minutes."""
    at = OPENED_AT
    for do in _deeds(stage):
        at += _BETWEEN
        yield Step(at=at, by="bethan", do=do)


def _deeds(stage: Stage) -> Iterator[Callable[[], object]]:
    for told in stage.script.charity["project"]:
        yield partial(_add_project, stage, told)
    for told in stage.script.people:
        if told["key"] in stage.keys:
            yield partial(_add_person, stage, told)
            if "bank" in told:
                yield partial(_save_bank, stage, told)
            for agreed in told["agreed"]:
                yield partial(_agree, stage, told, agreed)
    for told in stage.script.charity["operator"]:
        yield partial(_add_operator, stage, told)
    yield partial(_choose_style, stage)


def _add_project(stage: Stage, told: Told) -> None:
    project = Project(project_id=0, **without(told, "key", "members"))
    stage.projects[told["key"]] = stage.office.projects.add(project).project_id


def person_of(told: Told) -> Participant:
    """Return a person as the story tells them."""
    fields = without(told, *_NOT_A_FIELD)
    kinds = {name: _KINDS[name](fields.pop(name)) for name in _KINDS if name in fields}
    return Participant(participant_id=0, **fields, **kinds)


def _add_person(stage: Stage, told: Told) -> None:
    stage.people[told["key"]] = stage.office.participants.add(person_of(told)).participant_id


def _save_bank(stage: Stage, told: Told) -> None:
    details = BankDetails(
        bank_details_id=0, participant_id=stage.people[told["key"]], **told["bank"]
    )
    stage.office.bank_details.save(details)


def _agree(stage: Stage, told: Told, agreed: Told) -> None:
    project = stage.office.projects.get(stage.projects[agreed["project"]])
    first = agreed.get("starts_on") or project.starts_on or OPENED_AT.date()
    stage.office.projects.agree(
        Engagement(
            engagement_id=0,
            participant_id=stage.people[told["key"]],
            project_id=project.project_id,
            capacity=Capacity(told.get("capacity", Capacity.LIVED_EXPERIENCE)),
            starts_on=first,
            **without(agreed, "project", "starts_on"),
        )
    )


def _add_operator(stage: Stage, told: Told) -> None:
    """Add an operator; the first made the file, and now says who they are among the people."""
    person_id = stage.people.get(told.get("person", ""))
    operators = stage.office.operators
    if operators.present.name == told["name"]:
        known = dataclasses.replace(operators.present, role=told["role"], participant_id=person_id)
        operator = operators.save(known)
    else:
        operator = operators.add(told["name"], told["role"], person_id)
    stage.operators[told["key"]] = operator.operator_id


def _choose_style(stage: Stage) -> None:
    told = stage.script.papers["style"]
    stage.office.paper_style.save(PaperStyle(paper_style_id=0, organisation_id=0, **told))
