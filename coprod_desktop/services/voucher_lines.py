"""Gather vouchers into lines of the register: bought together, worth the same, in one place."""

import datetime
from collections.abc import Iterable

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import Payment, PayRun
from coprod_desktop.domain.registers import VoucherLine
from coprod_desktop.domain.serials import serial_order
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.storage.work import Reading

_ORDER = tuple(VoucherState)
_Key = tuple[VoucherState, str, int, datetime.date, int | None, datetime.date | None, str]


def voucher_lines(reading: Reading, vouchers: Iterable[Voucher]) -> tuple[VoucherLine, ...]:
    """Return the lines: in stock first, and of those handed over the newest first."""
    groups: dict[_Key, list[Voucher]] = {}
    for one in vouchers:
        groups.setdefault(_key(one), []).append(one)
    people = _people(reading, {one[0].payment_id for one in groups.values() if one[0].payment_id})
    lines = []
    for same in groups.values():
        same.sort(key=lambda one: serial_order(one.serial))
        first = same[0]
        participant, number = people.get(first.payment_id or 0, ("", 0))
        lines.append(
            VoucherLine(
                name=first.name,
                value_pence=first.value_pence,
                bought_on=first.bought_on,
                state=first.state,
                serials=tuple(one.serial for one in same),
                voucher_ids=tuple(one.voucher_id for one in same),
                note=first.note,
                participant=participant,
                run_number=number,
                handed_on=first.handed_on,
            )
        )
    return tuple(sorted(lines, key=_place))


def _key(one: Voucher) -> _Key:
    return (
        one.state,
        one.name,
        one.value_pence,
        one.bought_on,
        one.payment_id,
        one.handed_on,
        one.note,
    )


def _place(line: VoucherLine) -> tuple[int, int, str, tuple[str, int, str]]:
    newest_first = -line.handed_on.toordinal() if line.handed_on else 0
    return (
        _ORDER.index(line.state), newest_first, fold(line.name), serial_order(line.serials[0])
    )  # fmt: skip


def _people(reading: Reading, payment_ids: set[int]) -> dict[int, tuple[str, int]]:
    """Return whose each payment is, and the number of its run."""
    payments = reading.among(Payment, payment_ids)
    names = {
        one.participant_id: one.name
        for one in reading.among(Participant, [one.participant_id for one in payments])
    }
    runs = {
        one.pay_run_id: one.number
        for one in reading.among(PayRun, [one.pay_run_id for one in payments])
    }
    return {one.payment_id: (names[one.participant_id], runs[one.pay_run_id]) for one in payments}
