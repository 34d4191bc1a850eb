"""Price work and costs by what was agreed with the person and by the policy of the day."""

import dataclasses
import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution, Pay, price
from coprod_desktop.domain.expenses import ExpenseItem, clean_item
from coprod_desktop.domain.policy import (
    Case,
    CountsAs,
    Entry,
    Policy,
    PolicyVersion,
    Quote,
    QuoteLine,
    Subject,
    read_policy,
)
from coprod_desktop.domain.policy.circumstances import Known, gather
from coprod_desktop.domain.policy.engine import Pricing
from coprod_desktop.domain.policy.sums import PublishedOn
from coprod_desktop.domain.policy.terms import deadline
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.services.bank_holidays import bank_holidays
from coprod_desktop.services.entries import as_earlier, cost_entry, work_entry
from coprod_desktop.services.organisation import policy_on
from coprod_desktop.services.quotes import published_in
from coprod_desktop.services.rates import rate_book
from coprod_desktop.storage import contributions, expense_claims, top_ups
from coprod_desktop.storage.work import Reading

_BY_POLICY = re.compile(r"Policy version \d+\.$")
_IN_SALARY = "Done in the person's paid working time."


@functools.lru_cache(maxsize=32)
def compiled(text: str) -> Policy:
    """Return the rules of a policy's text; raises PolicyFileError."""
    return read_policy(text)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ItemQuote:
    """What a policy pays for a line of a claim, in pence, and what was claimed with it."""

    agreed_pence: int
    claimed_pence: int
    because: str
    is_held: bool = False
    """Whether a part of it waits for something that is missing or to be decided."""


class PriceList:
    """The policies and agreements of a file, read once for many pieces of work.

    What is priced here counts for what is priced after it. `but_not` are ids of contributions and
    expense items that are priced anew, so that they do not count twice.
    """

    def __init__(self, reading: Reading, but_not: Iterable[int] = ()) -> None:
        self._reading = reading
        self._but_not = frozenset(but_not)
        self._versions: dict[datetime.date, PolicyVersion] = {}
        self._books: dict[tuple[int, int], _Book] = {}
        self._book = rate_book(reading)
        self._projects: dict[int, Project] = {}
        self._activities: dict[int, Activity] = {}
        self._agreed: dict[tuple[int, int], list[Engagement]] = {}
        for engagement in reading.find(Engagement):
            key = (engagement.participant_id, engagement.project_id)
            self._agreed.setdefault(key, []).append(engagement)

    def price(self, contribution: Contribution, activity: Activity | None = None) -> Contribution:
        """Return the contribution with its offer and the reason frozen on it."""
        quote = self.quote(contribution, activity)
        priced = price(contribution, quote)
        if contribution.pay is Pay.SALARY:
            return dataclasses.replace(priced, because=_IN_SALARY)
        return priced

    def quote(self, contribution: Contribution, activity: Activity | None = None) -> Quote:
        """Return what the policy of the day offers for a piece of work."""
        version = self.version(contribution.worked_on)
        entry = self._work_entry(contribution, compiled(version.text), activity)
        book = self._book_of(contribution.participant_id, version)
        return book.quote(entry)

    def price_item(
        self, participant_id: int, project_id: int, item: ExpenseItem, *, has_receipt: bool
    ) -> ItemQuote:
        """Return what the policy of the day pays for a line of a claim."""
        version = self.version(item.spent_on)
        entry = cost_entry(
            item,
            compiled(version.text),
            has_receipt=has_receipt,
            project=self._project(project_id),
            engagement=self._engagement(participant_id, project_id, item.spent_on),
        )
        return self._book_of(participant_id, version).item(entry)

    def facts_of_work(self, contribution: Contribution) -> tuple[Policy, Entry]:
        """Return the policy of the day with what the file itself knows of a piece of work."""
        policy = compiled(self.version(contribution.worked_on).text)
        plain = dataclasses.replace(contribution, circumstances="")
        return policy, self._work_entry(plain, policy, None)

    def facts_of_item(
        self, participant_id: int, project_id: int, item: ExpenseItem, *, has_receipt: bool
    ) -> tuple[Policy, Entry]:
        """Return the policy of the day with what the file itself knows of a line of a claim."""
        policy = compiled(self.version(item.spent_on).text)
        return policy, cost_entry(
            dataclasses.replace(item, circumstances=""),
            policy,
            has_receipt=has_receipt,
            project=self._project(project_id),
            engagement=self._engagement(participant_id, project_id, item.spent_on),
        )

    def claim_by(
        self, participant_id: int, project_id: int, item: ExpenseItem
    ) -> datetime.date | None:
        """Return the last day on which a line can be claimed, or None where there is none."""
        policy = compiled(self.version(item.spent_on).text)
        entry = cost_entry(item, policy, has_receipt=True)
        known = gather(policy, Case(entries=(entry,)), frozenset())[0]
        return deadline(policy.claims, known.facts, _holidays_for(policy, item.spent_on))

    def version(self, day: datetime.date) -> PolicyVersion:
        """Return the policy that holds on a day."""
        if day not in self._versions:
            self._versions[day] = policy_on(self._reading, day)
        return self._versions[day]

    def rules(
        self, participant_id: int, project_id: int, day: datetime.date
    ) -> tuple[int, int | None]:
        """Return what a price depends on besides the work: policy id, agreed pence an hour."""
        engagement = self._engagement(participant_id, project_id, day)
        agreed = None if engagement is None else engagement.hourly_pence
        return self.version(day).policy_id, agreed

    def counts_entries_together(self, day: datetime.date) -> bool:
        """Say whether what was priced before may change a price on this day."""
        return looks_back(compiled(self.version(day).text))

    def _work_entry(
        self, contribution: Contribution, policy: Policy, activity: Activity | None
    ) -> Entry:
        who, where = contribution.participant_id, contribution.project_id
        return work_entry(
            contribution,
            policy,
            project=self._project(where),
            engagement=self._engagement(who, where, contribution.worked_on),
            activity=activity or self._activity(contribution.activity_id),
        )

    def _project(self, project_id: int) -> Project | None:
        if project_id not in self._projects:
            for project in self._reading.among(Project, [project_id]):
                self._projects[project_id] = project
        return self._projects.get(project_id)

    def _activity(self, activity_id: int | None) -> Activity | None:
        if activity_id is None:
            return None
        if activity_id not in self._activities:
            for activity in self._reading.among(Activity, [activity_id]):
                self._activities[activity_id] = activity
        return self._activities.get(activity_id)

    def _engagement(
        self, participant_id: int, project_id: int, day: datetime.date
    ) -> Engagement | None:
        for engagement in reversed(self._agreed.get((participant_id, project_id), [])):
            has_begun = engagement.starts_on <= day
            if has_begun and (engagement.ends_on is None or day <= engagement.ends_on):
                return engagement
        return None

    # --- what was priced before ------------------------------------------------------------------

    def _book_of(self, participant_id: int, version: PolicyVersion) -> "_Book":
        key = (participant_id, version.policy_id)
        book = self._books.get(key)
        if book is None:
            policy = compiled(version.text)
            book = _Book(policy, version.version, published_in(self._book))
            if looks_back(policy):
                book.remember(self._history(participant_id, policy))
            self._books[key] = book
        return book

    def _history(self, participant_id: int, policy: Policy) -> list[Entry]:
        """Return what the person has in the file already, with what was given for it."""
        found = []
        topped = top_ups.pence_of_person(self._reading, participant_id)
        for work in contributions.of_person(self._reading, participant_id):
            if work.contribution_id not in self._but_not and work.pay is not Pay.SALARY:
                entry = self._work_entry(work, policy, None)
                paid = work.offered_pence + topped.get(work.contribution_id, 0)
                found.append(as_earlier(entry, paid))
        for project_id, item, receipts in expense_claims.of_person(self._reading, participant_id):
            if item.expense_item_id not in self._but_not:
                entry = cost_entry(
                    item,
                    policy,
                    has_receipt=receipts > 0,
                    project=self._project(project_id),
                    engagement=self._engagement(participant_id, project_id, item.spent_on),
                )
                paid = item.agreed_pence + topped.get(item.expense_item_id, 0)
                found.append(as_earlier(entry, paid))
        return found


class _Book:
    """Prices one person's entries by one policy; what was priced counts for the next."""

    def __init__(self, policy: Policy, number: int, published: PublishedOn) -> None:
        self._policy = policy
        self._ending = f"Policy version {number}."
        self._published = published
        self._pricing = self._new_pricing()
        self._same_day: dict[datetime.date, list[Entry]] = defaultdict(list)

    def _new_pricing(self) -> Pricing:
        return Pricing(self._policy, self._published)

    def remember(self, entries: list[Entry]) -> None:
        """Count what was given before."""
        for known in gather(self._policy, Case(entries=tuple(entries)), frozenset()):
            self._pricing.take(known)
            self._same_day[known.on].append(known.entry)

    def quote(self, entry: Entry) -> Quote:
        """Price a piece of work, and count it."""
        pricing = self._take(entry)
        paid = [one for one in pricing.lines if one.counts_as is CountsAs.PAYMENT]
        besides = [one for one in pricing.lines if one.counts_as is not CountsAs.PAYMENT]
        hourly = max((one.hourly_pence for one in paid), default=0)
        return Quote(
            offered_pence=max(0, sum(one.pence for one in paid)),
            rate_pence=hourly or pricing.value_rate_pence,
            value_pence=pricing.value_pence,
            because=self._because(pricing, paid, besides),
        )

    def item(self, entry: Entry) -> ItemQuote:
        """Price a line of a claim, and count it."""
        pricing = self._take(entry)
        agreed = max(0, sum(one.pence for one in pricing.lines))
        cost = entry.facts.get("cost")
        cut = sum(one.pence for one in pricing.refused)
        claimed = int(cost) if isinstance(cost, Fraction) else agreed + cut
        because = self._because(pricing, pricing.lines, [])
        is_held = any(one.is_held for one in pricing.refused)
        return ItemQuote(
            agreed_pence=agreed, claimed_pence=claimed, because=because, is_held=is_held
        )

    def _take(self, entry: Entry) -> Pricing:
        known = self._known(entry)
        pricing = self._pricing
        pricing.begin()
        pricing.take(known)
        self._same_day[known.on].append(as_earlier(entry, sum(one.pence for one in pricing.lines)))
        return pricing

    def _known(self, entry: Entry) -> Known:
        """Return the entry with what follows from the other entries of its day."""
        day = entry.facts["on"]
        others = self._same_day.get(day, []) if isinstance(day, datetime.date) else []
        work = [one for one in others if one.subject is Subject.WORK]
        holidays = _holidays_for(self._policy, day) if isinstance(day, datetime.date) else None
        case = Case(entries=(*work, entry))
        return next(
            one for one in gather(self._policy, case, holidays or frozenset()) if one.entry is entry
        )

    def _because(self, pricing: Pricing, lines: list[QuoteLine], besides: list[QuoteLine]) -> str:
        said = [one.because for one in lines]
        said += [one.because for one in pricing.refused]
        said += [f"Claim as an expense: {one.because}" for one in besides]
        said += [*pricing.warnings, self._ending]
        return " ".join(said)


def priced_item(
    prices: PriceList, participant_id: int, project_id: int, item: ExpenseItem, *, has_receipt: bool
) -> ExpenseItem:
    """Return a line of a claim with what the policy agrees and the reason frozen on it."""
    quote = prices.price_item(participant_id, project_id, item, has_receipt=has_receipt)
    return with_quote(item, quote)


def with_quote(item: ExpenseItem, quote: ItemQuote) -> ExpenseItem:
    """Return a line of a claim with a quote frozen on it."""
    return clean_item(
        dataclasses.replace(
            item,
            claimed_pence=quote.claimed_pence,
            agreed_pence=quote.agreed_pence,
            because=quote.because,
        )
    )


def is_by_policy(because: str) -> bool:
    """Say whether a frozen reason is a policy's, and not an agreement or an imported sheet."""
    return _BY_POLICY.search(because) is not None


def looks_back(policy: Policy) -> bool:
    """Say whether the price of an entry depends on other entries of the person."""
    if policy.caps or policy.used_facts & {
        "worked_that_day",
        "sessions_that_day",
        "away_that_day",
    }:
        return True
    return any(rule.together is not None or rule.running is not None for rule in policy.rules)


def _holidays_for(policy: Policy, day: datetime.date) -> frozenset[datetime.date]:
    if policy.used_facts & {"bank_holiday", "notice_working_days"}:
        return bank_holidays(day.year - 1, day.year + 1)
    return frozenset()
