"""Approve every week and pay every two weeks, each step by the person whose step it is."""

import datetime
from collections.abc import Iterator
from functools import partial

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import NothingToPayError
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.demo.script import Told
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step, moment

_ONE_DAY = datetime.timedelta(days=1)
_A_MOMENT = datetime.timedelta(minutes=20)
_WEEK = datetime.timedelta(weeks=1)
_FIRST_MONDAY = datetime.date(2025, 12, 8)
_LAST_MONDAY = datetime.date(2026, 11, 16)
_FIRST_PAY_WEDNESDAY = datetime.date(2025, 12, 17)
_LAST_PAY_WEDNESDAY = datetime.date(2026, 11, 18)
_AUGUST = 8
_MANY = 1_000
_NOTE_PENCE = 2000


def approval_steps(stage: Stage) -> Iterator[Step]:
    """Tell who approved what: the coordinator on Mondays, a trustee for the coordinator's own."""
    monday = _FIRST_MONDAY
    while monday <= _LAST_MONDAY:
        yield Step(at=moment(monday, 9, 30), by="bethan", do=partial(_approve_work, stage))
        yield Step(at=moment(monday, 9, 40), by="bethan", do=partial(_approve_claims, stage))
        tuesday = monday + _ONE_DAY
        if tuesday.day <= 7 or monday == _LAST_MONDAY:
            yield Step(at=moment(tuesday, 9, 5), by="gwyn", do=partial(_approve_work, stage))
            yield Step(at=moment(tuesday, 9, 10), by="gwyn", do=partial(_approve_claims, stage))
        monday += _WEEK


def _approve_work(stage: Stage) -> None:
    own = stage.office.operators.present.participant_id
    waiting = stage.office.contributions.page(
        ContributionFilter(state=WorkState.LOGGED), None, _MANY
    )
    ids = [one.contribution_id for one in waiting if one.participant_id != own]
    if ids:
        stage.office.contributions.approve(ids)


def _approve_claims(stage: Stage) -> None:
    own = stage.office.operators.present.participant_id
    waiting = stage.office.expenses.page(None, _MANY, state=WorkState.LOGGED)
    ids = [one.expense_claim_id for one in waiting if one.participant_id != own]
    if ids:
        stage.office.expenses.approve(ids)


def pay_day_steps(stage: Stage) -> Iterator[Step]:
    """Tell each pay run: prepared on Wednesday, approved on Thursday, paid on Friday."""
    wrong = stage.script.money["reversed_run"]
    wednesday = _FIRST_PAY_WEDNESDAY
    while wednesday < _LAST_PAY_WEDNESDAY:
        run = _Run(stage, up_to_on=wednesday - _ONE_DAY, pay_on=wednesday + 2 * _ONE_DAY)
        yield from run.steps(moment(wednesday, 10, 5), _ONE_DAY)
        if wednesday == wrong["prepared_on"]:
            yield from _again(stage, run, wrong)
        wednesday += 2 * _WEEK
    bought = stage.script.money["vouchers"]
    yield Step(
        at=moment(bought["bought_on"], 14, 0),
        by="farida",
        do=partial(stage.office.vouchers.add, **bought),
    )
    last = _Run(stage, up_to_on=wednesday - _ONE_DAY, pay_on=wednesday + 2 * _ONE_DAY)
    yield Step(at=moment(wednesday, 10, 5), by="bethan", do=last.prepare)


def _again(stage: Stage, wrong: "_Run", told: Told) -> Iterator[Step]:
    """Take a run back and pay the same work with a new one on the next two days."""
    at: datetime.datetime = told["at"]
    yield Step(at=at, by="farida", do=partial(wrong.reverse, told["reason"]))
    yield Step(at=at + _A_MOMENT, by="bethan", do=partial(wrong.reverse, ""))
    right = _Run(stage, up_to_on=wrong.up_to_on, pay_on=at.date() + 2 * _ONE_DAY)
    yield from right.steps(at + datetime.timedelta(minutes=30), datetime.timedelta(hours=20))


class _Run:
    """One pay run; nothing happens where nobody is owed anything."""

    def __init__(self, stage: Stage, *, up_to_on: datetime.date, pay_on: datetime.date) -> None:
        self.up_to_on = up_to_on
        self._pay_on = pay_on
        self._stage = stage
        self._service = stage.office.pay_runs
        self._number: int | None = None

    def steps(self, at: datetime.datetime, pause: datetime.timedelta) -> Iterator[Step]:
        """Prepare at a moment, then approve, make the files and settle, with pauses between."""
        approver = "gwyn" if at.month == _AUGUST else "farida"
        yield Step(at=at, by="bethan", do=self.prepare)
        yield Step(at=at + pause, by=approver, do=self._approve)
        yield Step(at=at + pause + _A_MOMENT, by="bethan", do=self._export)
        yield Step(at=at + 2 * pause, by=approver, do=self._settle)

    def prepare(self) -> None:
        """Prepare the run."""
        try:
            run = self._service.prepare(self.up_to_on, self._pay_on).run
            self._number, self._pay_on = run.number, run.pay_on
        except NothingToPayError:
            self._number = None

    def _approve(self) -> None:
        if self._number is not None:
            self._service.approve(self._number)

    def _export(self) -> None:
        if self._number is not None:
            self._stage.office.payment_files.record(self._number)

    def _settle(self) -> None:
        if self._number is not None:
            self._draw()
            why = self._stage.script.money["vouchers_without_numbers"]["reason"]
            settle = self._stage.office.settling.settle
            settle(self._number, self._pay_on, without_vouchers=why)

    def _draw(self) -> None:
        """Fetch the cash that is handed out today, in notes of £20."""
        cash = self._stage.office.cash
        short = cash.shortfall(self._number or 0)
        if short:
            cash.draw(-(-short // _NOTE_PENCE) * _NOTE_PENCE, self._pay_on)

    def reverse(self, reason: str) -> None:
        """Ask to take the run back, or confirm it."""
        if self._number is not None:
            self._service.reverse(self._number, reason)
