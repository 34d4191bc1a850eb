"""Small expenses as people write them in a line: "4.60 bus", "train £9.90", "12 miles car"."""

import dataclasses
import re

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseKind, parse_miles
from coprod_desktop.domain.money import parse_pounds
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.text import fold

_WORDS = {
    **{kind.value: kind for kind in ExpenseKind},
    "buses": ExpenseKind.BUS,
    "coach": ExpenseKind.BUS,
    "rail": ExpenseKind.TRAIN,
    "tram": ExpenseKind.TRAIN,
    "cab": ExpenseKind.TAXI,
    "bike": ExpenseKind.BICYCLE,
    "cycle": ExpenseKind.BICYCLE,
    "motorbike": ExpenseKind.MOTORCYCLE,
    "food": ExpenseKind.MEAL,
    "lunch": ExpenseKind.MEAL,
    "child care": ExpenseKind.CHILDCARE,
    "care": ExpenseKind.CARE,
    "phone": ExpenseKind.PHONE,
    "data": ExpenseKind.PHONE,
}
_MILES = re.compile(r"(?P<number>[\d.,½*+x]+) ?(?:mi|miles?)(?: (?:by |in )?(?P<vehicle>.+))?")
_SUM = r"(?P<sum>=?£? ?[\d.,(][\d.,*+x£/() -]*p?)"
_BEFORE = re.compile(rf"{_SUM} (?:for )?(?:the )?(?P<kind>[a-z][a-z ]*)")
_AFTER = re.compile(rf"(?P<kind>[a-z][a-z ]*?) {_SUM}")
_ALONE = re.compile(r"=?£ ?[\d.,(][\d.,*+x£/() -]*|\d+p")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SmallCost:
    """One small expense: its cost in pence, or the distance in tenths of a mile."""

    kind: ExpenseKind
    pence: int = 0
    tenth_miles: int = 0


def read_small_cost(text: str) -> SmallCost | None:
    """Read an expense; None for what is surely none.

    A number alone is an expense only with £ or p, and a whole number beside "bus" only with £,
    since they may be hours. A number without £ beside a vehicle that is paid by the mile is miles.
    """
    plain = fold(plain_digits(text))
    try:
        return _miles(plain) or _cost(plain)
    except DomainError:
        return None


def _miles(plain: str) -> SmallCost | None:
    match = _MILES.fullmatch(plain)
    if match is None:
        return None
    kind = _WORDS.get(match["vehicle"] or "car")
    if kind not in MILEAGE_KINDS:
        return None
    return SmallCost(kind=kind, tenth_miles=parse_miles(match["number"]))


def _cost(plain: str) -> SmallCost | None:
    if _ALONE.fullmatch(plain):
        return SmallCost(kind=ExpenseKind.OTHER, pence=parse_pounds(plain))
    match = _BEFORE.fullmatch(plain) or _AFTER.fullmatch(plain)
    kind = _WORDS.get(match["kind"]) if match else None
    if match is None or kind is None:
        return None
    if kind in MILEAGE_KINDS and "£" not in match["sum"] and "p" not in match["sum"]:
        return SmallCost(kind=kind, tenth_miles=parse_miles(match["sum"]))
    if match["sum"].strip().isdecimal():  # "2 bus" may be two hours, and then a bus
        return None
    return SmallCost(kind=kind, pence=parse_pounds(match["sum"].strip()))
