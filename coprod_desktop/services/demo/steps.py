"""Do one thing after another, each at its moment and under the name of who did it."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from coprod_desktop.services.demo.story_clock import StoryClock


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that somebody did at a moment; `by` is the key of an operator."""

    at: datetime.datetime
    by: str
    do: Callable[[], object]


def play(steps: Iterable[Step], clock: StoryClock, sit_down: Callable[[str], object]) -> None:
    """Do the steps in the order of their moments."""
    for step in sorted(steps, key=lambda step: step.at):
        clock.move_to(step.at)
        sit_down(step.by)
        step.do()


def moment(
    day: datetime.date, hour: int, minute: int = 0, *, days_later: int = 0
) -> datetime.datetime:
    """Return a moment on a working day: on that day, so many days later, or on the next Monday."""
    due = day + datetime.timedelta(days=days_later)
    if due.weekday() > 4:
        due += datetime.timedelta(days=7 - due.weekday())
    return datetime.datetime.combine(due, datetime.time(hour, minute), datetime.UTC)
