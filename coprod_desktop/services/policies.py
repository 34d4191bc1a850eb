"""Keep the charity's payment policy: check its text, try it, save it as a new version."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.contributions import Choice, Contribution, settle_choice
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.policy import Answer, PolicyVersion, read_case, read_policy
from coprod_desktop.domain.policy.kinds import kinds_of_work
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem
from coprod_desktop.domain.rates import Rate, RateBook
from coprod_desktop.domain.text import fold
from coprod_desktop.paths import resource
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.organisation import policy_on
from coprod_desktop.services.pricing import PriceList, compiled, is_by_policy, priced_item
from coprod_desktop.services.quotes import answer_for
from coprod_desktop.services.rates import rate_book
from coprod_desktop.storage import contributions, expense_claims, history
from coprod_desktop.storage.work import Reading, Work

CHANGE_POLICY = "change policy"
STARTERS = ("by-the-hour", "half-day-and-day", "nihr-style", "expenses-only")
"""The policies that come with the program, to begin from."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """A policy to begin from; `name` is what the policy calls itself."""

    key: str
    name: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Repricing:
    """A saved version, and how many contributions and expenses got another price by it."""

    version: PolicyVersion
    contributions: int
    expenses: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a text came to: its mistakes, or its answer with the published figures it used."""

    problems: tuple[Problem, ...] = ()
    answer: Answer | None = None
    figures: tuple[Rate, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SavingPlan:
    """What saving from a day on would do, before it is done.

    `contributions` and `expenses` wait for agreement and are priced by the rules that hold on
    their day, so by the new ones; `until` is the version that follows, where one does already.
    """

    version: int
    effective_on: datetime.date
    contributions: int
    expenses: int
    is_back_dated: bool
    until: PolicyVersion | None


class PolicyService:
    """The verbs about the payment policy."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def versions(self) -> tuple[PolicyVersion, ...]:
        """Return every version, the newest first."""
        with self._desk.reading() as reading:
            found = reading.find(PolicyVersion)
        return tuple(sorted(found, key=lambda one: -one.version))

    def in_force(self, day: datetime.date | None = None) -> PolicyVersion:
        """Return the version that holds on a day, or today."""
        with self._desk.reading() as reading:
            return policy_on(reading, day or self._desk.today())

    def kinds_of_work(self, day: datetime.date | None = None) -> tuple[str, ...]:
        """Return the kinds that forms offer: the usual ones, and those of the policy of a day."""
        known = {fold(kind): kind for kind in KINDS_OF_WORK}
        for kind in kinds_of_work(compiled(self.in_force(day).text)):
            known.setdefault(kind, kind.capitalize())
        return tuple(known.values())

    def problems(self, text: str) -> tuple[Problem, ...]:
        """Return what is mistaken in a policy's text, each with its line."""
        try:
            read_policy(text)
        except PolicyFileError as error:
            return error.problems
        return ()

    def example(self, text: str, case_text: str) -> Answer:
        """Return what a policy's text would pay for a case; raises PolicyFileError."""
        policy = read_policy(text)
        with self._desk.reading() as reading:
            return answer_for(policy, read_case(case_text, policy), rate_book(reading))

    def trial(self, text: str, case_text: str) -> Trial:
        """Return what a text would pay for a case, or what is mistaken in the text.

        Raises NotFoundError for a published figure that is not known on the day of the case.
        """
        try:
            policy = read_policy(text)
        except PolicyFileError as error:
            return Trial(problems=error.problems)
        with self._desk.reading() as reading:
            book = _RememberingBook(rate_book(reading))
            answer = answer_for(policy, read_case(case_text, policy), book)
        return Trial(answer=answer, figures=tuple(book.asked_for))

    def plan(self, effective_on: datetime.date) -> SavingPlan:
        """Return what saving from a day on would do; raises DateOutOfRangeError."""
        today = self._desk.today()
        check_day(effective_on, today)
        with self._desk.reading() as reading:
            versions = reading.find(PolicyVersion)
            later = [one for one in versions if one.effective_on > effective_on]
            until = min(later, key=lambda one: (one.effective_on, -one.version), default=None)
            before = datetime.date.max if until is None else until.effective_on
            work = [one for one in _waiting_work(reading, effective_on) if one.worked_on < before]
            costs = _waiting_costs(reading, effective_on)
            return SavingPlan(
                version=_next_number(reading),
                effective_on=effective_on,
                contributions=len(work),
                expenses=sum(item.spent_on < before for _claim, item, _count in costs),
                is_back_dated=effective_on < today,
                until=until,
            )

    def starters(self) -> tuple[Starter, ...]:
        """Return the policies that come with the program."""
        return tuple(_starter(key) for key in STARTERS)

    def save(self, text: str, effective_on: datetime.date) -> Repricing:
        """Save the rules as a new version from a day on, and price anew what is not yet agreed.

        What was approved, or agreed by hand, keeps its price; a rise is paid by a top-up run.
        Raises PolicyFileError or DateOutOfRangeError.
        """
        text = text.replace("\r\n", "\n")
        read_policy(text)
        check_day(effective_on, self._desk.today())
        with self._desk.transaction(CHANGE_POLICY) as work:
            saved = PolicyVersion(
                policy_id=self._desk.new_id(),
                version=_next_number(work),
                effective_on=effective_on,
                text=text,
            )
            work.add(saved)
            return Repricing(
                version=saved,
                contributions=_reprice_work(work, effective_on),
                expenses=_reprice_costs(work, effective_on),
            )


class _RememberingBook(RateBook):
    """Keeps which figures were asked for, so that their sources can be shown."""

    def __init__(self, book: RateBook) -> None:
        super().__init__(rate for code in book.codes() for rate in book.of(code))
        self.asked_for: list[Rate] = []

    def on(self, code: str, day: datetime.date) -> Rate:
        """Return the figure of a code on a day; raises NotFoundError."""
        rate = super().on(code, day)
        if rate not in self.asked_for:
            self.asked_for.append(rate)
        return rate


def _next_number(reading: Reading) -> int:
    """Return a number that no version had before, also none that was taken back."""
    newest = max((old.version for old in reading.find(PolicyVersion)), default=0)
    return max(newest, 1 + history.how_often(reading, CHANGE_POLICY)) + 1


def _waiting_work(reading: Reading, from_on: datetime.date) -> list[Contribution]:
    found = contributions.not_yet_agreed(reading, from_on)
    return [one for one in found if is_by_policy(one.because)]


def _waiting_costs(
    reading: Reading, from_on: datetime.date
) -> list[tuple[ExpenseClaim, ExpenseItem, int]]:
    found = expense_claims.not_yet_agreed(reading, from_on)
    return [one for one in found if is_by_policy(one[1].because)]


def _reprice_work(work: Work, from_on: datetime.date) -> int:
    waiting = _waiting_work(work, from_on)
    prices = PriceList(work, but_not=[one.contribution_id for one in waiting])
    pairs = [(before, _with_new_price(prices, before)) for before in waiting]
    changed = [after for before, after in pairs if _is_other_price(before, after)]
    work.update_all(changed)
    return len(changed)


def _with_new_price(prices: PriceList, before: Contribution) -> Contribution:
    """Price work anew; what the person chose stays, and a part is never more than the offer."""
    offered = prices.price(dataclasses.replace(before, choice=Choice.ACCEPT))
    part = min(before.agreed_pence, offered.offered_pence)
    after = settle_choice(offered, before.choice, part)
    return dataclasses.replace(after, state=before.state)


def _is_other_price(before: Contribution, after: Contribution) -> bool:
    return (before.offered_pence, before.value_pence, before.because) != (
        after.offered_pence,
        after.value_pence,
        after.because,
    )


def _reprice_costs(work: Work, from_on: datetime.date) -> int:
    waiting = _waiting_costs(work, from_on)
    prices = PriceList(work, but_not=[item.expense_item_id for _claim, item, _count in waiting])
    changed = [
        after
        for (_claim, before, _count), after in zip(waiting, _priced(prices, waiting), strict=True)
        if (before.agreed_pence, before.because) != (after.agreed_pence, after.because)
    ]
    work.update_all(changed)
    return len(changed)


def _priced(
    prices: PriceList, waiting: Iterable[tuple[ExpenseClaim, ExpenseItem, int]]
) -> list[ExpenseItem]:
    return [
        priced_item(prices, claim.participant_id, claim.project_id, item, has_receipt=count > 0)
        for claim, item, count in waiting
    ]


def _starter(key: str) -> Starter:
    text = resource("policies", f"{key}.toml").read_text(encoding="utf-8")
    return Starter(key=key, name=read_policy(text).name, text=text)
