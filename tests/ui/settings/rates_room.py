"""Figures of a room's file, and one that the charity corrected."""

import datetime
from decimal import Decimal

from coprod_desktop.domain.rates import OwnRate
from coprod_desktop.services.rates import FigureOnDay
from tests.ui.rooms import Room

SINCE = datetime.date(2026, 7, 1)
# Nothing is known of the Real Living Wage from May 2027 on.
LATER = datetime.date(2027, 6, 1)


def figure(room: Room, code: str, day: datetime.date) -> FigureOnDay:
    """Pick a figure of a day by its code."""
    return next(one for one in room.office.rates.figures_on(day) if one.code == code)


def own_bicycle(room: Room, code: str = "bicycle", since: datetime.date = SINCE) -> OwnRate:
    """Correct a figure to 22.5 of its unit."""
    return room.office.rates.correct(
        code, Decimal("22.5"), since, source_title="Minute of the trustees, 2 June 2026"
    )
