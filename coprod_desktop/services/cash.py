"""Keep the cash box: what is drawn, paid in and counted, and what should be in it."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.cash_sheets import CashSheet
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.register_errors import BoxTooLittleError, CountDiffersError, NoCashError
from coprod_desktop.domain.registers import (
    CashBox,
    CashCount,
    CashLine,
    RunCash,
    handed_out_before,
)
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.cash_sheets import cash_sheet
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.run_lines import operator_names, run_numbered
from coprod_desktop.storage import registers
from coprod_desktop.storage.work import Reading

AT_ONCE = 200


class CashService:
    """The verbs about the cash box."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def moves(
        self, after: tuple[datetime.date, int] | None = None, limit: int = AT_ONCE
    ) -> tuple[CashLine, ...]:
        """Return what went in and out, newest first, from behind a (day, id)."""
        with self._desk.reading() as reading:
            return _told(reading, registers.cash_page(reading, after=after, limit=limit))

    def left(self) -> int:
        """Return what should be in the box, in pence; below nothing where a draw is missing."""
        with self._desk.reading() as reading:
            return registers.cash_left(reading)

    def box(self) -> CashBox:
        """Return what should be in the box, its last count, and what it must pay out next."""
        with self._desk.reading() as reading:
            counts = registers.cash_page(reading, limit=1, kind=CashKind.COUNTED)
            left = registers.cash_left(reading)
            return CashBox(
                left_pence=left,
                last_count=next(iter(_told(reading, counts)), None),
                handed_by=_names(reading, handed_out_before(registers.cash_doers(reading))[1]),
                waiting=tuple(with_shortfalls(registers.waiting_cash(reading), left)),
            )

    def shortfall(self, number: int) -> int:
        """Return how much must be drawn, in pence, before a run's cash can be handed out.

        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            needed = sum(one.pence for one in registers.waiting_cash(reading, run.number))
            return max(0, needed - max(0, registers.cash_left(reading)))

    def sheet(self, number: int) -> CashSheet | None:
        """Return the sheet on which people of a run sign; None where nobody gets cash or vouchers.

        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            return cash_sheet(reading, number)

    def draw(self, pence: int, on: datetime.date, note: str = "") -> CashMove:
        """Record cash drawn from the bank into the box.

        Raises NoCashError, NegativeMoneyError, MoneyTooLargeError, DateOutOfRangeError or
        TextTooLongError.
        """
        move = self._move(CashKind.DRAWN, _something(pence), on, note)
        with self._desk.transaction("draw cash") as work:
            work.add(move)
        return move

    def pay_in(self, pence: int, on: datetime.date, note: str = "") -> CashMove:
        """Record cash paid from the box into the bank; raises as `draw`, and BoxTooLittleError."""
        move = self._move(CashKind.PAID_IN, -_something(pence), on, note)
        with self._desk.transaction("pay cash in") as work:
            left = registers.least_left_from(work, move.moved_on)
            if pence > left:
                raise BoxTooLittleError(pence=pence, left_pence=left)
            work.add(move)
        return move

    def count(self, counted_pence: int, on: datetime.date, note: str = "") -> CashCount:
        """Record what was in the box at the end of a day, and who counted it.

        What is too much or missing goes into the register, so that the box agrees again. Raises
        CountDiffersError where there is a difference and no note, NegativeMoneyError and the like.
        """
        check_pence(counted_pence)
        move = self._move(CashKind.COUNTED, 0, on, note)
        with self._desk.transaction("count cash") as work:
            expected = registers.cash_left(work, move.moved_on)
            if counted_pence != expected and not move.note:
                raise CountDiffersError(pence=counted_pence, left_pence=expected)
            move = dataclasses.replace(move, pence=counted_pence - expected)
            handed_by = handed_out_before(registers.cash_doers(work))[1]
            work.add(move)
            return CashCount(
                move=move,
                expected_pence=expected,
                handed_by=_names(work, handed_by),
                is_own_count=move.operator_id in handed_by,
            )

    def _move(self, kind: CashKind, pence: int, on: datetime.date, note: str) -> CashMove:
        return CashMove(
            cash_move_id=self._desk.new_id(),
            moved_on=check_day(on, self._desk.today()),
            kind=kind,
            pence=pence,
            note=clean_line(note),
            operator_id=self._desk.operator.operator_id,
        )


def _something(pence: int) -> int:
    if check_pence(pence) == 0:
        raise NoCashError()
    return pence


def _told(reading: Reading, lines: Iterable[CashLine]) -> tuple[CashLine, ...]:
    """Say of each count whether somebody counted who had handed the cash out."""
    handed, _since = handed_out_before(registers.cash_doers(reading))
    return tuple(
        dataclasses.replace(
            line, is_own_count=line.operator_id in handed.get(line.cash_move_id, frozenset())
        )
        for line in lines
    )


def with_shortfalls(waiting: Iterable[RunCash], left: int) -> Iterable[RunCash]:
    """Let the runs take from the box one after the other, the earliest day first."""
    left = max(0, left)
    for run in waiting:
        yield dataclasses.replace(run, shortfall_pence=max(0, run.pence - left))
        left = max(0, left - run.pence)


def _names(reading: Reading, operator_ids: Iterable[int]) -> tuple[str, ...]:
    names = operator_names(reading)
    return tuple(sorted(names.get(one, "") for one in operator_ids))
