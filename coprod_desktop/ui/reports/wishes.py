"""What somebody wants to see on the screen of reports."""

import datetime
import enum
from dataclasses import dataclass

from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.domain.reports import MatchRate


class View(enum.StrEnum):
    """The parts of the screen."""

    PIVOT = "pivot"
    MONTH = "month"
    FUNDER = "funder"
    VOLUNTEERS = "volunteers"
    CONTRIBUTORS = "contributors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One choice of everything; days are None where all are meant."""

    view: View
    rows_by: PivotBy = PivotBy.PERSON
    columns_by: PivotBy = PivotBy.MONTH
    figure: PivotFigure = PivotFigure.HOURS
    from_on: datetime.date | None = None
    to_on: datetime.date | None = None
    fund: str | None = None
    match: MatchRate | None = None
