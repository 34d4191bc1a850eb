"""The columns of the two registers, and their words for what became of cash and vouchers."""

from coprod_desktop.domain.cash import CashKind
from coprod_desktop.domain.cash_sheets import serial_ranges
from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.registers import CashLine, VoucherLine
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.columns import Align, Column, Mark


def cash_kind_word(kind: CashKind) -> str:
    """Word why the box holds more or less than before."""
    return {
        CashKind.DRAWN: _("Drawn from the bank"),
        CashKind.HANDED_OUT: _("Handed out"),
        CashKind.CAME_BACK: _("Came back"),
        CashKind.PAID_IN: _("Paid into the bank"),
        CashKind.COUNTED: _("Counted"),
    }[kind]


def voucher_state_word(state: VoucherState) -> str:
    """Word where a voucher is."""
    return {
        VoucherState.IN_STOCK: _("In stock"),
        VoucherState.SET_ASIDE: _("Set aside"),
        VoucherState.HANDED_OVER: _("Handed over"),
        VoucherState.SPOILT: _("Spoilt or lost"),
    }[state]


_CASH_MARKS = {
    CashKind.DRAWN: Mark("arrow-down", "ink"),
    CashKind.HANDED_OUT: Mark("arrow-right", "ink"),
    CashKind.CAME_BACK: Mark("undo-2", "ink"),
    CashKind.PAID_IN: Mark("landmark", "ink"),
}
_STATE_MARKS = {
    VoucherState.IN_STOCK: Mark("circle", "ink"),
    VoucherState.SET_ASIDE: Mark("circle-dot", "ink"),
    VoucherState.HANDED_OVER: Mark("circle-check", "good"),
    VoucherState.SPOILT: Mark("circle-x", "ink_2"),
}


def _cash_mark(line: CashLine) -> Mark:
    if line.kind is not CashKind.COUNTED:
        return _CASH_MARKS[line.kind]
    if line.pence or line.is_own_count:
        return Mark("triangle-alert", "warn")
    return Mark("circle-check", "good")


def _difference(line: CashLine) -> str:
    if line.kind is CashKind.COUNTED and not line.pence:
        return _("agrees")
    sign = "+" if line.pence > 0 else ""
    return f"{sign}{format_pounds(line.pence)}"


def _to_whom(line: CashLine) -> str:
    if line.participant:
        words = _("{name}, pay run {number}")
        return words.format(name=line.participant, number=line.run_number)
    if line.is_own_count:
        own = _("Counted by who had handed it out")
        return f"{own}. {line.note}" if line.note else own
    return line.note


def cash_columns() -> tuple[Column[CashLine], ...]:
    """Return the columns of the cash register."""
    return (
        Column(key="day", title=_("Day"), text=lambda row: list_day(row.moved_on), width_em=8),
        Column(
            key="kind",
            title=_("What"),
            text=lambda row: cash_kind_word(row.kind),
            icon=_cash_mark,
            width_em=14,
            narrow_em=12,
            is_strong=True,
        ),
        Column(
            key="whom",
            title=_("Whom, or note"),
            text=_to_whom,
            tooltip=_to_whom,
            width_em=14,
            narrow_em=7,
            is_stretch=True,
        ),
        Column(
            key="operator",
            title=_("Recorded by"),
            text=lambda row: row.operator,
            tooltip=lambda row: row.operator,
            width_em=10,
            is_secondary=True,
        ),
        Column(key="pence", title=_("In or out"), text=_difference, width_em=8, align=Align.RIGHT),
        Column(
            key="left",
            title=_("Left"),
            text=lambda row: format_pounds(row.left_pence),
            colour=lambda row: "bad" if row.left_pence < 0 else "ink",
            width_em=8,
            align=Align.RIGHT,
        ),
    )


def _serials(line: VoucherLine) -> str:
    return serial_ranges(line.serials)


def _for_whom(line: VoucherLine) -> str:
    if not line.participant:
        return line.note
    words = _("{name}, pay run {number}")
    return words.format(name=line.participant, number=line.run_number)


def _state(line: VoucherLine) -> str:
    words = voucher_state_word(line.state)
    return f"{words}, {list_day(line.handed_on)}" if line.handed_on else words


def voucher_columns() -> tuple[Column[VoucherLine], ...]:
    """Return the columns of the voucher register; a row is vouchers that are in one place."""
    return (
        Column(
            key="name",
            title=_("Voucher"),
            text=lambda row: row.name,
            tooltip=lambda row: row.name,
            width_em=12,
            narrow_em=8,
            is_strong=True,
            is_stretch=True,
        ),
        Column(
            key="serials",
            title=_("Serial numbers"),
            text=_serials,
            tooltip=_serials,
            width_em=14,
            narrow_em=9,
            is_stretch=True,
        ),
        Column(
            key="state",
            title=_("Where"),
            text=_state,
            tooltip=_state,
            icon=lambda row: _STATE_MARKS[row.state],
            width_em=15,
            narrow_em=8,
        ),
        Column(
            key="whom",
            title=_("Whom, or note"),
            text=_for_whom,
            tooltip=_for_whom,
            width_em=13,
            is_secondary=True,
        ),
        Column(
            key="bought",
            title=_("Bought"),
            text=lambda row: list_day(row.bought_on),
            width_em=8,
            is_secondary=True,
        ),
        Column(
            key="count",
            title=_("How many"),
            text=lambda row: str(len(row.serials)),
            width_em=6,
            align=Align.RIGHT,
            is_secondary=True,
        ),
        Column(
            key="pence",
            title=_("Value"),
            text=lambda row: format_pounds(row.pence),
            width_em=7,
            align=Align.RIGHT,
        ),
    )
