"""Price work and costs by what was agreed with the person and by the policy of the day."""

import dataclasses
import datetime
import functools
import re
from collections.abc import Iterable

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution, Pay, price
from coprod_desktop.domain.expenses import ExpenseItem, clean_item
from coprod_desktop.domain.policy import (
    Case,
    Entry,
    Policy,
    PolicyVersion,
    Quote,
    read_policy,
)
from coprod_desktop.domain.policy.batches import Ledger, Ledgers, looks_back
from coprod_desktop.domain.policy.circumstances import gather
from coprod_desktop.domain.policy.engine import Pricing
from coprod_desktop.domain.policy.facts import quantity_of
from coprod_desktop.domain.policy.terms import deadline
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.services.bank_holidays import bank_holidays
from coprod_desktop.services.entries import as_earlier, cost_entry, work_entry
from coprod_desktop.services.organisation import policy_among
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
        self._policies = reading.find(PolicyVersion)
        self._versions: dict[datetime.date, PolicyVersion] = {}
        self._shared: dict[int, Ledgers] = {}
        self._together: dict[int, bool] = {}
        self._ledgers: dict[tuple[int, int], Ledger] = {}
        self._book = rate_book(reading)
        self._projects: dict[int, Project | None] = {}
        self._activities: dict[int, Activity | None] = {}
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
        policy = self._ledgers_by(version).policy
        entry = self._work_entry(contribution, policy, activity)
        return self._ledger_of(contribution.participant_id, version).quote(entry)

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
        pricing = self._ledger_of(participant_id, version).take(entry)
        return _item_quote(entry, pricing, _ending(version))

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
        version = self._versions.get(day)
        if version is None:
            version = self._versions[day] = policy_among(self._policies, day)
        return version

    def agreed_pence(self, participant_id: int, project_id: int, day: datetime.date) -> int | None:
        """Return the pence an hour that were agreed with a person for a day's work; or None."""
        engagement = self._engagement(participant_id, project_id, day)
        return None if engagement is None else engagement.hourly_pence

    def counts_entries_together(self, day: datetime.date) -> bool:
        """Say whether what was priced before may change a price on this day."""
        version = self.version(day)
        together = self._together.get(version.policy_id)
        if together is None:
            together = looks_back(self._ledgers_by(version).policy)
            self._together[version.policy_id] = together
        return together

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
            found = self._reading.among(Project, [project_id])
            self._projects[project_id] = next(iter(found), None)
        return self._projects[project_id]

    def _activity(self, activity_id: int | None) -> Activity | None:
        if activity_id is None:
            return None
        if activity_id not in self._activities:
            found = self._reading.among(Activity, [activity_id])
            self._activities[activity_id] = next(iter(found), None)
        return self._activities[activity_id]

    def _engagement(
        self, participant_id: int, project_id: int, day: datetime.date
    ) -> Engagement | None:
        for engagement in reversed(self._agreed.get((participant_id, project_id), ())):
            has_begun = engagement.starts_on <= day
            if has_begun and (engagement.ends_on is None or day <= engagement.ends_on):
                return engagement
        return None

    # --- what was priced before ------------------------------------------------------------------

    def _ledger_of(self, participant_id: int, version: PolicyVersion) -> Ledger:
        key = participant_id, version.policy_id
        ledger = self._ledgers.get(key)
        if ledger is None:
            shared = self._ledgers_by(version)
            ledger = shared.new()
            if looks_back(shared.policy):
                ledger.remember(self._history(participant_id, shared.policy))
            self._ledgers[key] = ledger
        return ledger

    def _ledgers_by(self, version: PolicyVersion) -> Ledgers:
        shared = self._shared.get(version.policy_id)
        if shared is None:
            policy = compiled(version.text)
            shared = self._shared[version.policy_id] = Ledgers(
                policy,
                published_in(self._book),
                functools.partial(_holidays_for, policy),
                ending=_ending(version),
            )
        return shared

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


def _item_quote(entry: Entry, pricing: Pricing, ending: str) -> ItemQuote:
    """Return what was said of a line of a claim."""
    agreed = max(0, sum(one.pence for one in pricing.lines))
    cost = quantity_of(entry.facts, "cost")
    claimed = sum(one.pence for one in pricing.refused) + agreed if cost is None else int(cost)
    said = [one.because for one in pricing.lines] + [one.because for one in pricing.refused]
    return ItemQuote(
        agreed_pence=agreed,
        claimed_pence=claimed,
        because=" ".join([*said, *pricing.warnings, ending]),
        is_held=any(one.is_held for one in pricing.refused),
    )


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


def _ending(version: PolicyVersion) -> str:
    return f"Policy version {version.version}."


def _holidays_for(policy: Policy, day: datetime.date) -> frozenset[datetime.date]:
    if policy.used_facts & {"bank_holiday", "notice_working_days"}:
        return bank_holidays(day.year - 1, day.year + 1)
    return frozenset()
