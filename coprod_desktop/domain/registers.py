"""What the cash register and the voucher register show: the box, its moves, and the stock."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.vouchers import Voucher, VoucherState


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashLine:
    """One line of the cash register, with what was left in the box after it, in pence.

    `participant` and `run_number` are of cash that was handed out, else empty.
    """

    cash_move_id: int
    moved_on: datetime.date
    kind: CashKind
    pence: int
    left_pence: int
    note: str
    operator_id: int
    operator: str
    participant: str = ""
    run_number: int = 0
    is_own_count: bool = False
    """Whether the cash was counted by somebody who had handed some of it out."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunCash:
    """The cash that a pay run still hands out, and how much more must be drawn for it."""

    number: int
    pay_on: datetime.date
    pence: int
    shortfall_pence: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashBox:
    """What should be in the box, how it was last counted, and what it must pay out next."""

    left_pence: int
    last_count: CashLine | None = None
    handed_by: tuple[str, ...] = ()
    """Who handed out cash since the last count; somebody else counts the box next."""
    waiting: tuple[RunCash, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashCount:
    """A count of the box: the move of what was found too much or missing, and who counted."""

    move: CashMove
    expected_pence: int
    handed_by: tuple[str, ...] = ()
    is_own_count: bool = False

    @property
    def counted_pence(self) -> int:
        """What was in the box."""
        return self.expected_pence + self.move.pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CashDoer:
    """Who made a move of the box."""

    cash_move_id: int
    kind: CashKind
    operator_id: int


def handed_out_before(
    doers: Iterable[CashDoer],
) -> tuple[dict[int, frozenset[int]], frozenset[int]]:
    """Return for each count who had handed cash out since the one before, and who has since.

    The moves come in the order in which they were recorded.
    """
    found: dict[int, frozenset[int]] = {}
    since: set[int] = set()
    for one in doers:
        if one.kind is CashKind.HANDED_OUT:
            since.add(one.operator_id)
        elif one.kind is CashKind.COUNTED:
            found[one.cash_move_id] = frozenset(since)
            since.clear()
    return found, frozenset(since)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class VoucherLine:
    """Vouchers of one kind that were bought together and are in one place, in order of serials."""

    name: str
    value_pence: int
    bought_on: datetime.date
    state: VoucherState
    serials: tuple[str, ...]
    voucher_ids: tuple[int, ...]
    note: str = ""
    participant: str = ""
    run_number: int = 0
    handed_on: datetime.date | None = None

    @property
    def pence(self) -> int:
        """What they are worth together."""
        return self.value_pence * len(self.serials)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunVouchers:
    """The payments of a run that still need vouchers set aside, and what they come to."""

    number: int
    pay_on: datetime.date
    payments: int
    pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class VoucherStock:
    """Every voucher that was ever bought, and the pay runs that need some."""

    vouchers: tuple[Voucher, ...]
    lines: tuple[VoucherLine, ...]
    waiting: tuple[RunVouchers, ...] = ()

    def count(self, state: VoucherState) -> int:
        """Return how many vouchers are in a state."""
        return sum(one.state is state for one in self.vouchers)

    def pence(self, state: VoucherState) -> int:
        """Return what the vouchers in a state are worth."""
        return sum(one.value_pence for one in self.vouchers if one.state is state)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A payment by voucher, and the serials of the vouchers set aside for it.

    Where there are none, `because` says why.
    """

    payment_id: int
    participant: str
    pence: int
    serials: tuple[str, ...] = ()
    because: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunSetAside:
    """What setting vouchers aside for a run came to, in order of the people's names."""

    number: int
    done: tuple[SetAside, ...]
    left: tuple[SetAside, ...]
