"""Issue the statements of two quarters, and one of them again after a correction."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial

from coprod_desktop.domain.errors import NothingToStateError
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step, moment

SPRING = (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
SUMMER = (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))
_FEW = 2
_ISSUED = ((SPRING, datetime.date(2026, 7, 21)), (SUMMER, datetime.date(2026, 10, 20)))


def paper_steps(stage: Stage, *, are_long: bool) -> Iterator[Step]:
    """Tell when statements were issued: three weeks after a quarter, once its work was paid.

    Where a filled-up log would make them dozens of pages long, a few stand for all.
    """
    keys = sorted(stage.keys)[:_FEW] if are_long else sorted(stage.keys)
    for (from_on, to_on), day in _ISSUED:
        do = partial(_issue, stage, from_on, to_on, keys)
        yield Step(at=moment(day, 15), by="bethan", do=do)
    correction = stage.script.money["correction"]
    if correction["who"] in stage.keys:
        do = partial(_issue, stage, *SUMMER, [correction["who"]])
        yield Step(at=correction["reissued_at"], by="bethan", do=do)


def _issue(stage: Stage, from_on: datetime.date, to_on: datetime.date, keys: Sequence[str]) -> None:
    ids = [stage.people[key] for key in keys]
    try:
        stage.office.statements.issue(from_on, to_on, participant_ids=ids)
    except NothingToStateError:
        return  # a short story may have nothing in this quarter
