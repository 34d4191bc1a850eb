"""Projects, and the standing arrangement that a participant has with one."""

import dataclasses
import datetime

from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.text import clean_line, clean_name, clean_note


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A piece of work with a budget in pence, honest about what it can and cannot change."""

    project_id: int
    name: str
    cost_code: str = ""
    fund: str = ""
    """Who pays for it, as the charity's accounts name the fund."""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    budget_pence: int = 0
    who_decides: str = ""
    what_can_change: str = ""
    what_changed: str = ""
    what_next: str = ""
    what_changed_cy: str = ""
    what_next_cy: str = ""
    """The same two in Welsh, where the charity has them."""
    is_open: bool = True


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """What was agreed with a participant for a project.

    `hourly_pence` replaces the policy's rate where the two agreed another one.
    """

    engagement_id: int
    participant_id: int
    project_id: int
    role: str = ""
    capacity: Capacity = Capacity.LIVED_EXPERIENCE
    starts_on: datetime.date
    ends_on: datetime.date | None = None
    hourly_pence: int | None = None
    is_paid: bool = True
    agreed: str = ""


def clean_project(project: Project) -> Project:
    """Return the project with texts tidied; raises NameMissingError, PeriodBackwardsError."""
    if project.starts_on and project.ends_on:
        check_period(project.starts_on, project.ends_on)
    check_pence(project.budget_pence)
    return dataclasses.replace(
        project,
        name=clean_name(project.name),
        cost_code=clean_line(project.cost_code, limit=40),
        fund=clean_line(project.fund),
        who_decides=clean_note(project.who_decides),
        what_can_change=clean_note(project.what_can_change),
        what_changed=clean_note(project.what_changed),
        what_next=clean_note(project.what_next),
        what_changed_cy=clean_note(project.what_changed_cy),
        what_next_cy=clean_note(project.what_next_cy),
    )


def clean_engagement(engagement: Engagement) -> Engagement:
    """Return the engagement with texts tidied; raises PeriodBackwardsError, NegativeMoneyError."""
    if engagement.ends_on:
        check_period(engagement.starts_on, engagement.ends_on)
    if engagement.hourly_pence is not None:
        check_pence(engagement.hourly_pence)
    return dataclasses.replace(
        engagement, role=clean_line(engagement.role), agreed=clean_note(engagement.agreed)
    )
