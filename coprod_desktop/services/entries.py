"""Tell a policy what it asks about a contribution or an expense: who, what, when, how long."""

import functools
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseItem
from coprod_desktop.domain.policy import Entry, Policy, Subject
from coprod_desktop.domain.policy.facts import FACTS, FactValue
from coprod_desktop.domain.policy.values import ValueUnreadableError, read_clock, read_fact
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.text import fold

Facts = dict[str, FactValue]
_folded = functools.lru_cache(maxsize=4096)(fold)  # the same words come again and again


def work_entry(
    contribution: Contribution,
    policy: Policy,
    *,
    project: Project | None = None,
    engagement: Engagement | None = None,
    activity: Activity | None = None,
) -> Entry:
    """Return a contribution as an entry of a case."""
    facts: Facts = {
        "on": contribution.worked_on,
        "kind": _folded(contribution.kind_of_work),
        "time": contribution.minutes,
        "capacity": _folded(contribution.capacity),
    }
    if contribution.pay is Pay.UNPAID:
        facts["unpaid"] = True
    if engagement is not None:
        facts |= {"role": _folded(engagement.role)} if engagement.role else {}
        if engagement.hourly_pence is not None:
            facts["agreed_rate"] = engagement.hourly_pence
    facts |= _of_project(project) | _of_activity(activity)
    facts |= circumstances(contribution.circumstances, policy)
    words = {"kind": contribution.kind_of_work, "title": contribution.kind_of_work}
    return Entry(subject=Subject.WORK, facts=facts, words=words)


def cost_entry(
    item: ExpenseItem,
    policy: Policy,
    *,
    has_receipt: bool,
    project: Project | None = None,
    engagement: Engagement | None = None,
) -> Entry:
    """Return a line of a claim as an entry of a case: a journey, or a cost."""
    facts: Facts = {"on": item.spent_on, "kind": _folded(item.kind), "receipt": has_receipt}
    if engagement is not None and engagement.role:
        facts["role"] = _folded(engagement.role)
    facts |= _of_project(project)
    subject = Subject.EXPENSE
    if item.kind in MILEAGE_KINDS and item.tenth_miles:
        subject = Subject.JOURNEY
        facts |= {"vehicle": _folded(item.kind), "miles": Fraction(item.tenth_miles, 10)}
    else:
        facts["cost"] = item.claimed_pence
    facts |= circumstances(item.circumstances, policy)
    return Entry(subject=subject, facts=facts, words={"kind": item.kind, "vehicle": item.kind})


def as_earlier(entry: Entry, paid_pence: int) -> Entry:
    """Return an entry that was dealt with before, with what was given for it."""
    facts = {**entry.facts, "earlier": True, "paid": paid_pence}
    return Entry(subject=entry.subject, facts=facts, words=entry.words)


def _of_project(project: Project | None) -> Facts:
    return {} if project is None else {"project": _folded(project.name)}


def _of_activity(activity: Activity | None) -> Facts:
    if activity is None:
        return {}
    facts: Facts = {"session": str(activity.activity_id)}
    if activity.place:
        facts["place"] = _folded(activity.place)
        facts["online"] = _folded(activity.place) in ("online", "zoom", "teams")
    for name, clock in (("starts", activity.starts_at), ("ends", activity.ends_at)):
        if clock:
            facts[name] = read_clock(clock)
    return facts


def circumstances(text: str, policy: Policy) -> Facts:
    """Read the facts that were noted on an entry as lines like `passengers = 2`.

    A fact that this policy does not know, or that is of another kind in it, is left out.
    """
    if not text:
        return {}
    kinds = {fact.name: fact.kind for fact in (*FACTS.values(), *policy.own_facts)}
    found: Facts = {}
    for name, value in fact_table(text).items():
        if name in kinds:
            try:
                found[name] = read_fact(kinds[name], value)
            except ValueUnreadableError:
                continue
    return found


def fact_table(text: str) -> Mapping[str, object]:
    """Return what lines of facts say, as TOML reads it; nothing where they cannot be read."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        return {}
