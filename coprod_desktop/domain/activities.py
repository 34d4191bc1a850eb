"""A dated session or piece of work that several people may have taken part in."""

import dataclasses
import datetime
import re

from coprod_desktop.domain.errors import DurationUnreadableError
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.text import clean_line, clean_name

KINDS_OF_WORK = (
    "Meeting",
    "Preparation",
    "Reading",
    "Travel time",
    "Design workshop",
    "Building relationships",
    "Keeping in touch",
    "Debrief and recovery",
    "Mentoring",
    "Training",
    "Speaking",
    "Research",
    "Writing",
    "Other work",
)
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A session of a project on one day; the clock times are "10:00" or empty."""

    activity_id: int
    project_id: int
    title: str
    held_on: datetime.date
    starts_at: str = ""
    ends_at: str = ""
    kind_of_work: str = "Meeting"
    place: str = ""


def clean_activity(activity: Activity) -> Activity:
    """Return the activity with texts tidied; raises NameMissingError, DurationUnreadableError."""
    return dataclasses.replace(
        activity,
        title=clean_name(activity.title),
        starts_at=_clean_clock(activity.starts_at),
        ends_at=_clean_clock(activity.ends_at),
        kind_of_work=clean_line(activity.kind_of_work),
        place=clean_line(activity.place),
    )


def _clean_clock(written: str) -> str:
    """Return "9:30" as "09:30", and nothing as nothing."""
    clock = plain_digits(written).strip()
    if clock and not _CLOCK.fullmatch(clock):
        raise DurationUnreadableError(text=written)
    return clock.zfill(5) if clock else ""
