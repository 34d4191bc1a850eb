"""Look up the minimum wage that the soft checks compare fees with."""

import datetime

from coprod_desktop.domain.checks.work import MinimumWage
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.rates import Rate, RateBook, minimum_wage

# Old enough for the highest band of every year: from 25 until 2021, from 23, from 21 since 2024.
_ADULT_AGE = 30
_ONE_DAY = datetime.timedelta(days=1)


class WageTable:
    """The adult minimum wage by day; each day is looked up once.

    The file holds nobody's age, so the adult rate stands in for everybody's.
    """

    def __init__(self, rates: RateBook) -> None:
        self._rates = rates
        self._wages: dict[datetime.date, MinimumWage | None] = {}

    def on(self, day: datetime.date) -> MinimumWage | None:
        """Return the minimum wage of a day; None for a day whose rate is not known."""
        if day not in self._wages:
            self._wages[day] = self._read(day)
        return self._wages[day]

    def _read(self, day: datetime.date) -> MinimumWage | None:
        try:
            rate = minimum_wage(self._rates, _ADULT_AGE, day)
        except NotFoundError:
            return None
        return MinimumWage(hourly_pence=int(rate.value), ages=_ages(rate))

    def periods(self) -> tuple[tuple[datetime.date, int], ...]:
        """Return first days and pence an hour of every stretch of time, newest first.

        Where no rate is known the wage is nothing.
        """
        codes = self._rates.codes()
        rates = [rate for code in codes for rate in self._rates.of(code) if _is_adult(rate)]
        begins = {rate.effective_from for rate in rates}
        begins |= {rate.effective_to + _ONE_DAY for rate in rates if rate.effective_to is not None}
        wages = [(day, self.on(day)) for day in sorted(begins, reverse=True)]
        return tuple((day, 0 if wage is None else wage.hourly_pence) for day, wage in wages)


def _is_adult(rate: Rate) -> bool:
    return rate.code.startswith("nmw-") and rate.is_for_age(_ADULT_AGE)


def _ages(rate: Rate) -> str:
    return "for grown-ups" if rate.from_age is None else f"from age {rate.from_age}"
