"""Price short policies and cases in tests, written as on the page about the format."""

import datetime

from coprod_desktop.domain.policy import Answer, Case, Policy, quote, read_case, read_policy
from coprod_desktop.domain.policy.circumstances import Known, gather
from coprod_desktop.domain.policy.quoting import no_published
from coprod_desktop.domain.policy.sums import PublishedOn
from tests.domain.policy.texts import HEAD

MONDAY = datetime.date(2026, 6, 1)
"""The day of every entry that names none."""
CLAIM = f"[claim]\non = {MONDAY.isoformat()}\n"
ENTRIES = ("[[work]]", "[[journey]]", "[[expense]]")
NO_DAYS: frozenset[datetime.date] = frozenset()


def policy_from(text: str) -> Policy:
    """Read a policy, with a head where it has none."""
    return read_policy(text if "[policy]" in text else HEAD + text)


def case_from(policy: Policy, text: str) -> Case:
    """Read a case; its entries are of 1 June 2026 where it has no [claim]."""
    return read_case(text if "[claim]" in text else CLAIM + text, policy)


def answer_of(
    policy: str,
    *entries: str,
    holidays: frozenset[datetime.date] = NO_DAYS,
    published: PublishedOn = no_published,
) -> Answer:
    """Return what a policy pays for a case."""
    rules = policy_from(policy)
    return quote(rules, case_from(rules, "\n".join(entries)), published, holidays)


def paid(policy: str, *entries: str) -> int:
    """Return all that a policy pays for a case, in pence."""
    answer = answer_of(policy, *entries)
    return answer.payment_pence + answer.reimbursement_pence


def each_paid(policy: str, *entries: str) -> list[int]:
    """Return what a policy pays for each entry of a case, in pence."""
    found = [0] * len([one for one in entries if one.startswith(ENTRIES)])
    for line in answer_of(policy, *entries).lines:
        found[line.entry] += line.pence
    return found


def known_of(
    policy: str, *entries: str, holidays: frozenset[datetime.date] = NO_DAYS
) -> tuple[Known, ...]:
    """Return what is known about the entries of a case, in the order of their prices."""
    rules = policy_from(policy)
    return gather(rules, case_from(rules, "\n".join(entries)), holidays)


def work(**facts: object) -> str:
    """Write a piece of work."""
    return _entry("work", facts)


def journey(**facts: object) -> str:
    """Write a journey."""
    return _entry("journey", facts)


def cost(pounds: object, **facts: object) -> str:
    """Write a cost."""
    return _entry("expense", {"cost": pounds, **facts})


def a_day(on: datetime.date = MONDAY, **facts: object) -> str:
    """Write what holds for one day; it counts as no entry."""
    return _entry("day", {"on": on, **facts})


def _entry(section: str, facts: dict[str, object]) -> str:
    lines = [f"{name} = {_written(value)}" for name, value in facts.items()]
    return "\n".join((f"[[{section}]]", *lines)) + "\n"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
