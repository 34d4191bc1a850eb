"""Price work that was corrected: the same work keeps its promise, other work is priced anew."""

import dataclasses

from coprod_desktop.domain.contributions import Contribution, price
from coprod_desktop.domain.policy import Quote
from coprod_desktop.domain.text import fold
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.storage.work import Reading


def priced_again(reading: Reading, before: Contribution, after: Contribution) -> Contribution:
    """Return a corrected contribution with its price; the same work keeps what was promised."""
    if is_same_work(before, after):
        return with_promise_of(before, after)
    return PriceList(reading, but_not=[after.contribution_id]).price(after)


def with_promise_of(before: Contribution, after: Contribution) -> Contribution:
    """Return a contribution with the offer and the reason that were frozen before."""
    promised = Quote(
        offered_pence=before.offered_pence,
        rate_pence=before.rate_pence,
        because=before.because,
        value_pence=before.value_pence,
    )
    return dataclasses.replace(price(after, promised), because=before.because)


def is_same_work(before: Contribution, after: Contribution) -> bool:
    """Say whether a correction leaves all as it was that a price depends on."""
    return _basis(before) == _basis(after)


def _basis(contribution: Contribution) -> tuple[object, ...]:
    return (
        contribution.participant_id,
        contribution.project_id,
        contribution.worked_on,
        contribution.minutes,
        fold(contribution.kind_of_work),
        contribution.pay,
        contribution.circumstances,
    )
