"""Published rates with their dates and sources, so that a journey is priced as of its own day."""

import dataclasses
import datetime
import enum
from collections.abc import Iterable

from coprod_desktop.domain.errors import NotFoundError


class Confidence(enum.StrEnum):
    """How sure we are of a published figure."""

    OFFICIAL = "official"
    SECONDARY = "secondary"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One published figure; `effective_to` is its last day, or None while it still holds."""

    scheme: str
    code: str
    value: int
    unit: str
    effective_from: datetime.date
    effective_to: datetime.date | None
    source_title: str
    source_url: str
    checked_on: datetime.date
    confidence: Confidence

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the figure holds on a day; its first and last day belong to it."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )


def rate_on(rates: Iterable[Rate], code: str, day: datetime.date) -> Rate:
    """Return the rate of a code on the day of a journey or of work; raises NotFoundError."""
    for rate in rates:
        if rate.code == code and rate.holds_on(day):
            return rate
    raise NotFoundError(noun="rate", name=code)
