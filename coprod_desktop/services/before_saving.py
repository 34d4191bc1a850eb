"""Say what an entry comes to before it is saved, and what else the policy asks about it."""

import dataclasses

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.services.asked_facts import AskedFact, asked_facts
from coprod_desktop.services.pricing import PriceList, with_quote


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LineQuote:
    """A line of a claim as it would be priced; `is_held` where a part of it waits."""

    item: ExpenseItem
    is_held: bool
    asked: tuple[AskedFact, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WorkQuote:
    """A piece of work as it would be offered, and what the policy asks about it."""

    contribution: Contribution
    asked: tuple[AskedFact, ...]


def quoted_line(
    prices: PriceList, participant_id: int, project_id: int, item: ExpenseItem, *, has_receipt: bool
) -> LineQuote:
    """Return what the policy of the day makes of a line of a claim, and asks about it."""
    place = participant_id, project_id, item
    policy, entry = prices.facts_of_item(*place, has_receipt=has_receipt)
    quote = prices.price_item(*place, has_receipt=has_receipt)
    return LineQuote(
        item=with_quote(item, quote), is_held=quote.is_held, asked=asked_facts(policy, entry)
    )


def asked_about_work(prices: PriceList, contribution: Contribution) -> tuple[AskedFact, ...]:
    """Return what the policy of the day asks about a piece of work."""
    policy, entry = prices.facts_of_work(contribution)
    return asked_facts(policy, entry)
