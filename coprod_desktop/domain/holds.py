"""Who waits with their money for now, and why."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.errors import ReasonMissingError
from coprod_desktop.domain.text import clean_line


class HoldOn(enum.StrEnum):
    """What waits: all of a person's money, or one piece of it."""

    PERSON = "person"
    CONTRIBUTION = "contribution"
    EXPENSE_CLAIM = "expense claim"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Money that is approved and waits, for a reason without anything private in it.

    `subject_id` is the person's, the contribution's or the claim's, as `on` says. It ends by itself
    with the day `until_on` (that day is paid again), or when somebody lifts it.
    """

    hold_id: int
    participant_id: int
    on: HoldOn
    subject_id: int
    because: str
    until_on: datetime.date | None = None
    placed_by_id: int
    placed_at: datetime.datetime
    is_live: bool = True

    def is_in_force(self, day: datetime.date) -> bool:
        """Say whether it still holds on a day."""
        return self.is_live and (self.until_on is None or day < self.until_on)


def clean_hold(hold: Hold) -> Hold:
    """Return the hold with its reason tidied; raises ReasonMissingError, TextTooLongError."""
    because = clean_line(hold.because)
    if not because:
        raise ReasonMissingError()
    return dataclasses.replace(hold, because=because)
