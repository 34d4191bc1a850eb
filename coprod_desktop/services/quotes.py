"""Say what a policy file pays for a case file, without any charity's file."""

import datetime
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from coprod_desktop.domain.errors import FileMissingError, NotFoundError, TextUnreadableError
from coprod_desktop.domain.policy import Answer, Case, Policy, quote, read_case, read_policy
from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.working_out import PublishedRate
from coprod_desktop.domain.rates import Confidence, Rate, RateBook
from coprod_desktop.services.bank_holidays import bank_holidays
from coprod_desktop.services.rates import shipped_book

T = TypeVar("T")
_SCHEMES = {"HMRC mileage": "HMRC's approved rate"}
_SURE = {
    Confidence.OFFICIAL: "an official figure",
    Confidence.SECONDARY: "from a second-hand source",
    Confidence.DERIVED: "worked out, not printed anywhere",
    Confidence.MEMORY: "from memory, so check it",
}
_ASKS_FOR_HOLIDAYS = frozenset({"bank_holiday", "notice_working_days", "booked_working_days"})


def quote_files(policy_path: Path, case_path: Path) -> Answer:
    """Return what a policy pays for a case, both from files.

    Raises FileMissingError, TextUnreadableError, PolicyFileError (with the line of each mistake)
    or NotFoundError for a published rate that is not known.
    """
    policy = _read(policy_path, read_policy)
    case = _read(case_path, lambda text: read_case(text, policy))
    return answer_for(policy, case, shipped_book())


def _read(path: Path, reader: Callable[[str], T]) -> T:
    """Read a file, so that its mistakes are told with its name."""
    try:
        return reader(text_of_file(path))
    except PolicyFileError as error:
        raise PolicyFileError(error.problems, path=path) from error


def answer_for(policy: Policy, case: Case, book: RateBook) -> Answer:
    """Return what a policy pays for a case, with the published figures of a book."""
    return quote(policy, case, published_in(book), _holidays(policy, case))


class _Published:
    def __init__(self, book: RateBook) -> None:
        self._book = book

    def __call__(self, code: str, day: datetime.date) -> PublishedRate:
        """Return a published figure of money, with its source; raises NotFoundError."""
        rate = self._book.on(code.removeprefix("hmrc-"), day)
        if not rate.unit.is_money:
            raise NotFoundError(noun="rate", name=code)
        return PublishedRate(Fraction(rate.value), _source(rate))


def _source(rate: Rate) -> str:
    """Say whose figure it is, and how sure that is."""
    if rate.is_own:
        return f"{_SCHEMES.get(rate.scheme, rate.scheme)}, corrected by us: {rate.source_title}"
    sure = "" if rate.confidence is None else f" ({_SURE[rate.confidence]})"
    return f"{_SCHEMES.get(rate.scheme, rate.scheme)}{sure}"


def published_in(book: RateBook) -> _Published:
    """Return how a policy looks up a published figure of money, in pence, on a day."""
    return _Published(book)


def text_of_file(path: Path) -> str:
    """Return the text of a policy or case file; raises FileMissingError, TextUnreadableError."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FileMissingError(path=path) from error
    except UnicodeDecodeError as error:
        raise TextUnreadableError(path=path) from error


def _holidays(policy: Policy, case: Case) -> frozenset[datetime.date]:
    """Return the bank holidays around a case, where the policy counts working days at all."""
    counts = any(term.working_days for term in (*policy.claims.deadlines, *policy.promises))
    if not counts and not policy.used_facts & _ASKS_FOR_HOLIDAYS:
        return frozenset()
    years = {day.year for day in _days(case)}
    return (
        bank_holidays(min(years) - 1, max(years) + 2, policy.bank_holidays)
        if years
        else frozenset()
    )


def _days(case: Case) -> Iterable[datetime.date]:
    facts: list[FactValue] = [*case.claim.values(), *case.person.values()]
    for entry in case.entries:
        facts += entry.facts.values()
    return (value for value in facts if isinstance(value, datetime.date))
