"""What went another way than planned: corrections, questions, changed minds and new rules."""

import dataclasses
import datetime
from collections.abc import Iterator
from functools import partial

from coprod_desktop.domain.contributions import Choice, WorkState
from coprod_desktop.domain.participants import BankDetails, PaidBy
from coprod_desktop.services.demo.diary import piece_of
from coprod_desktop.services.demo.opening import policy_of
from coprod_desktop.services.demo.script import Told
from coprod_desktop.services.demo.stage import Stage, without
from coprod_desktop.services.demo.steps import Step, moment

_TWICE = datetime.datetime(2026, 10, 30, 11, 48, tzinfo=datetime.UTC)
_MANY = 1_000


def turn_steps(stage: Stage) -> Iterator[Step]:
    """Tell everything that was changed, asked or taken back in the course of the year."""
    charity, money = stage.script.charity, stage.script.money
    for told in charity["policy"][1:]:
        yield Step(at=told["at"], by=told["by"], do=partial(_new_policy, stage, told))
    for told in charity["news"]:
        yield Step(at=told["at"], by=told["by"], do=partial(_tell_news, stage, told))
    for told in money["claim"]:
        yield from _claim_steps(stage, told)
    for told in money["change_of_mind"]:
        yield Step(at=told["at"], by="bethan", do=partial(_change_mind, stage, told))
    for name, do in (
        ("question", _ask),
        ("correction", _correct),
        ("new_account", _new_account),
        ("new_way_to_pay", _new_way_to_pay),
    ):
        told = money[name]
        if told["who"] in stage.keys:
            yield Step(at=told["at"], by="bethan", do=partial(do, stage, told))
    yield Step(at=_TWICE, by="bethan", do=partial(_log_twice, stage))


def _new_policy(stage: Stage, told: Told) -> None:
    version = policy_of(told)
    stage.office.policies.save(version.text, version.effective_on)


def _tell_news(stage: Stage, told: Told) -> None:
    project = stage.office.projects.get(stage.projects[told["project"]])
    told = without(told, "at", "by", "project")
    stage.office.projects.save(dataclasses.replace(project, **told))


def _claim_steps(stage: Stage, told: Told) -> Iterator[Step]:
    """Agree less than was claimed, or send the claim back, half an hour after it came in."""
    if told["who"] in stage.keys:
        at = moment(told["on"], 15, 20)
        if "agreed_pence" in told:
            yield Step(at=at, by="bethan", do=partial(_agree_less, stage, told))
        if "sent_back" in told:
            yield Step(at=at, by="bethan", do=partial(_send_back, stage, told))


def _claim_of(stage: Stage, told: Told) -> int:
    """Return the id of a claim that came in by itself; those of sessions are older that day."""
    person_id = stage.people[told["who"]]
    found = stage.office.expenses.page(None, _MANY, participant_id=person_id)
    return max(one.expense_claim_id for one in found if one.claimed_on == told["on"])


def _agree_less(stage: Stage, told: Told) -> None:
    item = stage.office.expenses.items(_claim_of(stage, told))[0]
    stage.office.expenses.agree(item.expense_item_id, told["agreed_pence"], told["because"])


def _send_back(stage: Stage, told: Told) -> None:
    stage.office.expenses.send_back(_claim_of(stage, told), told["sent_back"])


def _change_mind(stage: Stage, told: Told) -> None:
    for piece in stage.work_of(told["who"], told["on"]):
        if piece.offered_pence and piece.state in (WorkState.LOGGED, WorkState.APPROVED):
            stage.office.contributions.choose(piece.contribution_id, Choice(told["choice"]))


def _ask(stage: Stage, told: Told) -> None:
    for piece in stage.work_of(told["who"], told["on"]):
        stage.office.contributions.send_back(piece.contribution_id, told["reason"])


def _correct(stage: Stage, told: Told) -> None:
    for piece in stage.work_of(told["who"], told["on"]):
        if not piece.agreed_pence:
            right = dataclasses.replace(piece, minutes=told["minutes"])
            stage.office.contributions.correct(right)


def _new_account(stage: Stage, told: Told) -> None:
    details = BankDetails(
        bank_details_id=0,
        participant_id=stage.people[told["who"]],
        **without(told, "who", "at"),
    )
    stage.office.bank_details.save(details)


def _new_way_to_pay(stage: Stage, told: Told) -> None:
    person = stage.office.participants.get(stage.people[told["who"]])
    paid_by = PaidBy(told["paid_by"])
    stage.office.participants.save(dataclasses.replace(person, paid_by=paid_by))


def _log_twice(stage: Stage) -> None:
    """Log a piece of work a second time by mistake, and take it back at once."""
    told = stage.script.money["question"]
    if stage.work_of(told["who"], told["on"]):
        again = next(one for one in stage.script.work if one["on"] == told["on"])
        stage.office.contributions.log(piece_of(stage, again))
        stage.office.history.undo()
