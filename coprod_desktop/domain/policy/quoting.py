"""Price a whole case by a policy, and answer with every sum and its reason."""

import dataclasses
import datetime
from fractions import Fraction

from coprod_desktop.domain.policy.answers import Answer, Refusal
from coprod_desktop.domain.policy.cases import Case
from coprod_desktop.domain.policy.circumstances import Known, gather
from coprod_desktop.domain.policy.engine import Pricing, title_of
from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.rules import CountsAs, MethodRule, Otherwise, Policy, Subject
from coprod_desktop.domain.policy.selection import missing
from coprod_desktop.domain.policy.sums import PublishedOn
from coprod_desktop.domain.policy.terms import deadline, is_late, last_day, late_words
from coprod_desktop.domain.policy.wording import listed, sum_words
from coprod_desktop.domain.policy.working_out import PublishedRate
from coprod_desktop.domain.text import fold

_NO_DAYS: frozenset[datetime.date] = frozenset()


class NotPublishedError(Exception):
    """A policy names a published rate that does not come with the program, or not for a day."""


def no_published(code: str, day: datetime.date) -> PublishedRate:
    """Stand in for the published rates where there are none; raises NotPublishedError."""
    raise NotPublishedError(f"There is no published rate “{code}” for {day.isoformat()}.")


def quote(
    policy: Policy,
    case: Case,
    published: PublishedOn = no_published,
    holidays: frozenset[datetime.date] = _NO_DAYS,
) -> Answer:
    """Return what a policy pays for a case.

    Sums are whole pence, each rounded once as its rule says. `holidays` are the bank holidays
    that working days leave out. Raises NotPublishedError.
    """
    known = gather(policy, case, holidays)
    now = [one for one in known if not one.is_earlier]
    by = {one.place: deadline(policy.claims, one.facts, holidays) for one in now}
    late = [one for one in now if _is_late(policy, one, by[one.place])]
    stopped = _stopped(policy, now, late, by)
    pricing = Pricing(policy, published)
    _price(policy, pricing, [one for one in known if one.place not in stopped])
    answer = Answer(
        lines=tuple(sorted(pricing.lines, key=lambda line: line.entry)),
        refused=(*stopped.values(), *pricing.refused),
        warnings=(
            *pricing.warnings,
            *_need_warnings(policy, [one for one in now if one.place not in stopped]),
            *_late_warnings(policy, late, by),
        ),
        value_pence=pricing.value_pence,
        value_rate_pence=pricing.value_rate_pence,
        claim_by=min((day for day in by.values() if day is not None), default=None),
        is_late=_whether_late(policy, now, late, by),
        pay_by=_pay_by(policy, case, now, holidays),
    )
    return _with_methods(policy, case, now, _with_smallest(policy, answer))


def _price(policy: Policy, pricing: Pricing, known: list[Known]) -> None:
    done: dict[datetime.date, list[Known]] = {}
    for one in known:
        if _is_done(policy, one):
            done.setdefault(one.on, []).append(one)
    for one in known:
        pricing.take(one)
        if done.get(one.on, [None])[0] is one:
            pricing.take_allowances(_all_of(done[one.on]), Subject.DAY)
    now = [one for of_day in done.values() for one in of_day]
    if now:
        pricing.take_allowances(_all_of(now), Subject.CLAIM)


def _is_done(policy: Policy, known: Known) -> bool:
    """Say whether something was done now, as days and claims with an allowance ask."""
    if known.is_earlier or not policy.holds_on(known.on):
        return False
    return known.subject is not Subject.WORK or known.has_happened


def _all_of(known: list[Known]) -> Known:
    """Return one entry that knows what all of these know; the first that says a thing counts."""
    facts: dict[str, FactValue] = {}
    for one in reversed(known):
        facts |= one.facts
    return dataclasses.replace(known[0], facts=facts)


def _is_late(policy: Policy, known: Known, by: datetime.date | None) -> bool:
    return by is not None and bool(is_late(policy.claims, known.facts, by))


def _whether_late(
    policy: Policy, now: list[Known], late: list[Known], by: dict[int, datetime.date | None]
) -> bool | None:
    told = [
        is_late(policy.claims, one.facts, day) for one in now if (day := by[one.place]) is not None
    ]
    return bool(late) if any(one is not None for one in told) else None


def _stopped(
    policy: Policy, now: list[Known], late: list[Known], by: dict[int, datetime.date | None]
) -> dict[int, Refusal]:
    """Return the entries that the claim itself stops: too late, or lacking what claims need."""
    are_late = {one.place for one in late}
    found: dict[int, Refusal] = {}
    for one in now:
        reasons = list(missing(policy.claims.needs, one))
        day = by[one.place]
        if day is not None and one.place in are_late:
            reasons.append((policy.claims.late, late_words(day)))
        stopping = [reason for reason in reasons if reason[0] is not Otherwise.WARNED]
        if stopping:
            found[one.place] = _refusal(one, stopping)
    return found


def _refusal(known: Known, reasons: list[tuple[Otherwise, str]]) -> Refusal:
    """Return what is refused, or held where nothing refuses it."""
    cost = known.facts.get("cost")
    return Refusal(
        entry=known.place,
        item=title_of(known),
        because=" ".join(sentence for _otherwise, sentence in reasons),
        pence=int(cost) if isinstance(cost, Fraction) else 0,
        is_held=all(otherwise is Otherwise.HELD for otherwise, _sentence in reasons),
    )


def _need_warnings(policy: Policy, going_on: list[Known]) -> tuple[str, ...]:
    return tuple(
        f"{title_of(one)}: {sentence}"
        for one in going_on
        for otherwise, sentence in missing(policy.claims.needs, one)
        if otherwise is Otherwise.WARNED
    )


def _late_warnings(
    policy: Policy, late: list[Known], by: dict[int, datetime.date | None]
) -> tuple[str, ...]:
    if policy.claims.late is not Otherwise.WARNED:
        return ()
    days = ((one, by[one.place]) for one in late)
    return tuple(f"{title_of(one)}: {late_words(day)}" for one, day in days if day is not None)


def _pay_by(
    policy: Policy, case: Case, now: list[Known], holidays: frozenset[datetime.date]
) -> datetime.date | None:
    of_claim = [one.facts for one in now] or [case.claim]
    found = [last_day(term, facts, holidays) for term in policy.promises for facts in of_claim]
    days = [day for day in found if day is not None]
    if not days:
        return None
    starts_at_claim = all(term.after != "activity" for term in policy.promises)
    return min(days) if starts_at_claim else max(days)


def _with_smallest(policy: Policy, answer: Answer) -> Answer:
    """Hold a claim that is smaller than the policy pays out."""
    total = answer.payment_pence + answer.reimbursement_pence
    if not 0 < total < policy.claims.smallest:
        return answer
    least = sum_words(policy.claims.smallest)
    because = f"Less than {least}; it waits until there is more to pay with it."
    held = [
        Refusal(entry=line.entry, item=line.rule, because=because, pence=line.pence, is_held=True)
        for line in answer.lines
        if line.pence
    ]
    kept = tuple(line for line in answer.lines if not line.pence)
    return dataclasses.replace(answer, lines=kept, refused=(*answer.refused, *held))


def _with_methods(policy: Policy, case: Case, now: list[Known], answer: Answer) -> Answer:
    """Say how the sums may be paid, and refuse the way the person asked for where it may not be."""
    facts = dict(case.claim) | dict(case.person) | (dict(now[0].facts) if now else {})
    paid = [one for one in CountsAs if _has(answer, one)] or list(CountsAs)
    allowed: list[str] = []
    refused: list[Refusal] = []
    wanted = facts.get("method")
    for counts_as in paid:
        rule = _method_rule(policy, facts, counts_as)
        if rule is None:
            continue
        allowed += [way for way in rule.only if way not in allowed]
        is_due = _has(answer, counts_as)
        if is_due and isinstance(wanted, str) and wanted not in {fold(way) for way in rule.only}:
            refused.append(_wrong_way(wanted, rule, counts_as))
    return dataclasses.replace(answer, methods=tuple(allowed), refused=(*answer.refused, *refused))


def _has(answer: Answer, counts_as: CountsAs) -> bool:
    return any(line.counts_as is counts_as and line.pence for line in answer.lines)


def _method_rule(
    policy: Policy, facts: dict[str, FactValue], counts_as: CountsAs
) -> MethodRule | None:
    day = facts.get("on")
    for rule in policy.methods:
        if rule.counts_as not in (None, counts_as) or not rule.when.holds(facts):
            continue
        starts, ends = rule.starts_on, rule.ends_on
        if isinstance(day, datetime.date) and (
            (starts is not None and day < starts) or (ends is not None and ends < day)
        ):
            continue
        return rule
    return None


def _wrong_way(wanted: str, rule: MethodRule, counts_as: CountsAs) -> Refusal:
    noun = "fees" if counts_as is CountsAs.PAYMENT else "expenses"
    ways = listed(list(rule.only))
    because = rule.because or f"{noun.capitalize()} can be paid by {ways}. The money stays due."
    return Refusal(entry=-1, item=f"paying {noun} by {wanted}", because=because)
