"""Read the published rates that come with the program."""

import datetime
import functools
import tomllib

from coprod_desktop.domain.rates import Confidence, Rate, rate_on
from coprod_desktop.paths import resource


@functools.cache
def load_mileage() -> tuple[Rate, ...]:
    """Return HMRC's mileage rates in pence a mile: codes "car", "motorcycle", "bicycle" and more.

    "car-over-10000" is for the miles of a tax year above 10,000, which for a volunteer count over
    all organisations together (HMRC EIM71155).
    """
    text = resource("rate-cards", "mileage.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["rate"]
    return tuple(Rate(**(row | _typed(row))) for row in rows)


def _typed(row: dict[str, str]) -> dict[str, Confidence | object]:
    """Fill in what a file cannot say: a last day that is open, and the kind of a word."""
    return {
        "effective_to": row.get("effective_to"),
        "confidence": Confidence(row["confidence"]),
    }


def mileage_pence(vehicle: str, day: datetime.date) -> int:
    """Return HMRC's approved rate in pence a mile on the day of a journey, first 10,000 miles.

    Raises NotFoundError for a day before the rates that are known.
    """
    return rate_on(load_mileage(), vehicle, day).value
