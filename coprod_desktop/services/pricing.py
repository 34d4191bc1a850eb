"""Price a piece of work by what was agreed with the person and by the policy of its day."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import Contribution, Pay, price
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.policy import Policy, Quote, TimeCase, quote_miles, quote_time
from coprod_desktop.domain.projects import Engagement
from coprod_desktop.services.organisation import policy_on
from coprod_desktop.services.rates import mileage_pence
from coprod_desktop.storage.work import Reading

_IN_SALARY = "Done in the person's paid working time."


class PriceList:
    """The policies and agreements of a file, read once for many pieces of work."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._policies: dict[datetime.date, Policy] = {}
        self._agreed: dict[tuple[int, int], list[Engagement]] = {}
        for engagement in reading.find(Engagement):
            key = (engagement.participant_id, engagement.project_id)
            self._agreed.setdefault(key, []).append(engagement)

    def price(self, contribution: Contribution) -> Contribution:
        """Return the contribution with its offer and the reason frozen on it."""
        case = TimeCase(
            minutes=contribution.minutes,
            kind_of_work=contribution.kind_of_work,
            is_paid=contribution.pay is Pay.PAID,
            agreed_hourly_pence=self._agreed_rate(
                contribution.participant_id, contribution.project_id, contribution.worked_on
            ),
        )
        quote = quote_time(self._policy(contribution.worked_on), case)
        priced = price(contribution, quote)
        if contribution.pay is Pay.SALARY:
            return dataclasses.replace(priced, because=_IN_SALARY)
        return priced

    def rules(
        self, participant_id: int, project_id: int, day: datetime.date
    ) -> tuple[int, int | None]:
        """Return what a price depends on besides the work: policy id, agreed pence an hour."""
        return self._policy(day).policy_id, self._agreed_rate(participant_id, project_id, day)

    def _policy(self, day: datetime.date) -> Policy:
        if day not in self._policies:
            self._policies[day] = policy_on(self._reading, day)
        return self._policies[day]

    def _agreed_rate(self, participant_id: int, project_id: int, day: datetime.date) -> int | None:
        for engagement in reversed(self._agreed.get((participant_id, project_id), [])):
            has_begun = engagement.starts_on <= day
            if has_begun and (engagement.ends_on is None or day <= engagement.ends_on):
                return engagement.hourly_pence
        return None


def price_journey(
    reading: Reading, vehicle: ExpenseKind, tenth_miles: int, travelled_on: datetime.date
) -> Quote:
    """Price a journey by the policy and the rates of its own day; raises as `quote_miles`."""
    policy = policy_on(reading, travelled_on)
    return quote_miles(policy, vehicle, tenth_miles, mileage_pence(vehicle, travelled_on))
