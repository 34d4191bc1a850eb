"""Price the work of a whole sheet: by the charity's rules, or as the sheet itself says."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.money import round_half_up
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.storage.work import Reading

AS_IN_SHEET = "As in the imported sheet."
_PAID, _UNPAID = Pay.PAID, Pay.UNPAID  # Python 3.11 takes its time to find a member of an enum


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is frozen on a piece of work: pence an hour, pence offered, and why."""

    rate_pence: int
    offered_pence: int
    value_pence: int
    because: str


class SheetPrices:
    """Price many pieces of work; each combination that comes again is worked out once."""

    def __init__(self, reading: Reading) -> None:
        self._prices = PriceList(reading)
        self._known: dict[tuple[object, ...], Terms] = {}
        self._days: dict[datetime.date, tuple[int, bool]] = {}

    def terms(
        self,
        person: Participant,
        project_id: int,
        worked_on: datetime.date,
        minutes: int,
        kind_of_work: str,
        pay: Pay,
    ) -> Terms:
        """Return what the charity's rules say of a piece of work; raises as `PriceList.price`."""
        policy_id, counts_together = self._days.get(worked_on) or self._day(worked_on)
        agreed = self._prices.agreed_pence(person.participant_id, project_id, worked_on)
        key: tuple[object, ...] = (
            policy_id, agreed, minutes, kind_of_work, pay, person.capacity, project_id
        )  # fmt: skip
        if counts_together:
            key = (*key, object())  # each piece of work changes what the next one gets
        known = self._known.get(key)
        if known is None:
            priced = self._prices.price(
                Contribution(
                    contribution_id=0,
                    participant_id=person.participant_id,
                    project_id=project_id,
                    worked_on=worked_on,
                    minutes=minutes,
                    kind_of_work=kind_of_work,
                    capacity=person.capacity,
                    what="",
                    pay=pay,
                )
            )
            known = self._known[key] = Terms(
                rate_pence=priced.rate_pence,
                offered_pence=priced.offered_pence,
                value_pence=priced.value_pence,
                because=priced.because,
            )
        return known

    def _day(self, day: datetime.date) -> tuple[int, bool]:
        together = self._prices.counts_entries_together(day)
        known = self._days[day] = self._prices.version(day).policy_id, together
        return known


def terms_of_sheet(minutes: int, amount_pence: int) -> Terms:
    """Take the amount of the sheet as the offer; the rate is what it comes to in an hour."""
    return Terms(
        rate_pence=round_half_up(amount_pence * 60, minutes),
        offered_pence=amount_pence,
        value_pence=0,
        because=AS_IN_SHEET,
    )


def pay_of(is_paid: bool | None, amount_pence: int | None) -> Pay:
    """Say whether a row is paid; work of which the sheet says nothing promises no money."""
    return _PAID if is_paid or (is_paid is None and amount_pence) else _UNPAID
