"""The cash box: what went in, what was handed out, and what should be in it."""

import dataclasses
import datetime
import enum
from collections.abc import Iterable


class CashKind(enum.StrEnum):
    """Why the cash box holds more or less than before."""

    DRAWN = "drawn from the bank"
    HANDED_OUT = "handed out"
    CAME_BACK = "came back"
    PAID_IN = "paid into the bank"
    COUNTED = "counted"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashMove:
    """One change of the cash box in pence; below nothing where cash left it.

    For a count `pence` is the difference that was found, which may be nothing.
    """

    cash_move_id: int
    moved_on: datetime.date
    kind: CashKind
    pence: int
    payment_id: int | None = None
    note: str = ""
    operator_id: int


def cash_left(moves: Iterable[CashMove]) -> int:
    """Return what should be in the box, in pence."""
    return sum(move.pence for move in moves)
