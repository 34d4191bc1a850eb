"""What is handed out in cash and vouchers, and which notes and coins that takes."""

import dataclasses
import datetime
import re
from collections.abc import Iterable

from coprod_desktop.domain.errors import NegativeMoneyError

# Bank of England notes and Royal Mint coins in daily use, in pence; the £50 note is left out
# because few people can spend one.
KINDS = (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
_NUMBERED = re.compile(r"(.*?)([0-9]{1,18})", re.DOTALL)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashSheetRow:
    """What one person is handed: cash for work, cash for expenses, vouchers (all in pence)."""

    name: str
    payment_pence: int = 0
    reimbursement_pence: int = 0
    voucher_pence: int = 0
    serials: tuple[str, ...] = ()

    @property
    def cash_pence(self) -> int:
        """What is handed over in notes and coins, in pence."""
        return self.payment_pence + self.reimbursement_pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashSheet:
    """Everything that a cash and voucher sheet says; its totals are the sums of its rows.

    `voucher_value_pence` is 0 where vouchers of several values are handed out, and `drawn_pence` is
    None while nobody has drawn the cash.
    """

    organisation: str
    number: int
    place: str = ""
    pay_on: datetime.date
    voucher_value_pence: int = 0
    rows: tuple[CashSheetRow, ...]
    drawn_pence: int | None = None
    drawn_note: str = ""

    @property
    def payment_pence(self) -> int:
        """Cash for involvement payments of all rows, in pence."""
        return sum(row.payment_pence for row in self.rows)

    @property
    def reimbursement_pence(self) -> int:
        """Cash for expenses of all rows, in pence."""
        return sum(row.reimbursement_pence for row in self.rows)

    @property
    def cash_pence(self) -> int:
        """What is handed out in notes and coins, in pence."""
        return self.payment_pence + self.reimbursement_pence

    @property
    def voucher_pence(self) -> int:
        """The value of the vouchers of all rows, in pence."""
        return sum(row.voucher_pence for row in self.rows)

    @property
    def voucher_count(self) -> int:
        """How many vouchers are handed out."""
        return sum(len(row.serials) for row in self.rows)

    @property
    def left_pence(self) -> int | None:
        """What should be left of the cash drawn, below nothing where too little was drawn."""
        return None if self.drawn_pence is None else self.drawn_pence - self.cash_pence


def denominations(amounts: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return the notes and coins with which every amount (pence) can be handed over exactly.

    Pairs of a kind in pence and how many of it, largest first, only the kinds that are needed. Each
    amount takes the fewest pieces, so nobody has to find change. Raises NegativeMoneyError.
    """
    counts = dict.fromkeys(KINDS, 0)
    for amount in amounts:
        if amount < 0:
            raise NegativeMoneyError(pence=amount)
        rest = amount
        for kind in KINDS:
            count, rest = divmod(rest, kind)
            counts[kind] += count
    return tuple((kind, count) for kind, count in counts.items() if count)


def serial_ranges(serials: Iterable[str]) -> str:
    """Write serials as "HV-00417 to HV-00418, HV-00500", in order; none is ever left out."""
    runs: list[list[str]] = []
    for serial in sorted(serials, key=_order):
        if runs and serial == _next_serial(runs[-1][-1]):
            runs[-1].append(serial)
        else:
            runs.append([serial])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _order(serial: str) -> tuple[str, int, str]:
    match = _NUMBERED.fullmatch(serial)
    return (match[1], int(match[2]), serial) if match else (serial, -1, serial)


def _next_serial(serial: str) -> str | None:
    """Return the serial that follows, with as many figures; None where it ends in none."""
    match = _NUMBERED.fullmatch(serial)
    return f"{match[1]}{int(match[2]) + 1:0{len(match[2])}d}" if match else None
