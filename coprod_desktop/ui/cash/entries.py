"""What the forms about cash and vouchers collect."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CashEntry:
    """An amount in pence, its day, and what there is to say about it."""

    pence: int
    on: datetime.date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherEntry:
    """Vouchers that were bought: their kind, first serial, number, and value of each in pence."""

    name: str
    first_serial: str
    count: int
    value_pence: int
    bought_on: datetime.date
