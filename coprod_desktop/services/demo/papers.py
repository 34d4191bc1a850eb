"""Issue statements of two quarters, one of them again, a letter, and a sheet to be checked."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial

from coprod_desktop.domain.errors import NothingToStateError
from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.issuing_errors import NothingToCheckError, NothingToTellError
from coprod_desktop.services.demo.script import Told
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step, moment
from coprod_desktop.services.paper_contents import PaperWishes

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
    if not are_long:
        yield from _other_steps(stage)


def _other_steps(stage: Stage) -> Iterator[Step]:
    letter, check = stage.script.papers["letter"], stage.script.papers["check"]
    if letter["who"] in stage.keys:
        yield Step(at=letter["at"], by="bethan", do=partial(_write_letter, stage, letter))
    if check["who"] in stage.keys:
        yield Step(at=check["at"], by="bethan", do=partial(_ask_to_check, stage, check))
        do = partial(_log_answer, stage, check)
        yield Step(at=check["answered_at"], by="bethan", do=do)


def _issue(stage: Stage, from_on: datetime.date, to_on: datetime.date, keys: Sequence[str]) -> None:
    ids = [stage.people[key] for key in keys]
    try:
        stage.office.statements.issue(from_on, to_on, participant_ids=ids)
    except NothingToStateError:
        return  # a short story may have nothing in this quarter


def _write_letter(stage: Stage, told: Told) -> None:
    wishes = PaperWishes(
        to=tuple(told["to"]),
        taking_part=told["taking_part"],
        purpose=told["purpose"],
        has_agreed=True,
    )
    _issue_paper(stage, PaperKind.LETTER, told, wishes)


def _ask_to_check(stage: Stage, told: Told) -> None:
    _issue_paper(stage, PaperKind.CHECK, told, PaperWishes())


def _issue_paper(stage: Stage, kind: PaperKind, told: Told, wishes: PaperWishes) -> None:
    period = (told["from_on"], told["to_on"])
    person_id = stage.people[told["who"]]
    try:
        stage.office.issued_papers.issue(kind, person_id, period, wishes=wishes)
    except (NothingToCheckError, NothingToTellError):
        return  # a short story may have nothing in these weeks


def _log_answer(stage: Stage, told: Told) -> None:
    """Write down what came back of the sheet, on the day it came."""
    given = stage.office.issued_papers.of_person(stage.people[told["who"]])
    for paper in given:
        if paper.kind is PaperKind.CHECK:
            log = stage.office.issued_papers.log_answer
            log(paper.issued_paper_id, told["is_right"], told["note"])
