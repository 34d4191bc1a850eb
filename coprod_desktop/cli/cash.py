"""Keep the cash box: show it, and record what was drawn, paid in and counted."""

import argparse

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.cash import CashMove
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.registers import CashBox, CashCount, CashLine
from coprod_desktop.i18n import _

_ALL = 1_000_000


def show(arguments: argparse.Namespace) -> Answer:
    """Tell what should be in the box, what must still be drawn, and every move, newest first."""
    with opened(arguments) as office:
        box = office.cash.box()
        moves = office.cash.moves(limit=_ALL)
    return Answer(
        told={
            "left_pence": box.left_pence,
            "waiting": [
                {
                    "run": one.number,
                    "pay_on": one.pay_on.isoformat(),
                    "pence": one.pence,
                    "shortfall_pence": one.shortfall_pence,
                }
                for one in box.waiting
            ],
            "moves": [_told(one) for one in moves],
        },
        words=[*_box_words(box), *_table(moves)],
    )


def _told(line: CashLine) -> dict[str, object]:
    return {
        "move": line.cash_move_id,
        "day": line.moved_on.isoformat(),
        "kind": str(line.kind),
        "pence": line.pence,
        "left_pence": line.left_pence,
        "note": line.note,
        "operator": line.operator,
        "participant": line.participant,
        "run": line.run_number or None,
        "is_own_count": line.is_own_count,
    }


def _box_words(box: CashBox) -> list[str]:
    words = [_("{left} should be in the box.").format(left=format_pounds(box.left_pence))]
    for one in box.waiting:
        said = _("Pay run {number} hands out {pence} from it.")
        if one.shortfall_pence:
            said = _("Pay run {number} hands out {pence} from it. Draw {shortfall} first.")
        shortfall = format_pounds(one.shortfall_pence)
        pence = format_pounds(one.pence)
        words.append(said.format(number=one.number, pence=pence, shortfall=shortfall))
    return words


def _table(moves: tuple[CashLine, ...]) -> list[str]:
    if not moves:
        return []
    rows = [(_("Day"), _("What"), _("Who"), _("Amount"), _("Left"), _("Note"))]
    for one in moves:
        what = f"{one.kind}: {one.participant}" if one.participant else str(one.kind)
        money = (format_pounds(one.pence), format_pounds(one.left_pence))
        rows.append((one.moved_on.isoformat(), what, one.operator, *money, one.note))
    return columns(rows, right=(3, 4))


def draw(arguments: argparse.Namespace) -> Answer:
    """Record cash drawn from the bank."""
    with opened(arguments) as office:
        day = arguments.on_day or office.desk.today()
        move = office.cash.draw(arguments.pence, day, arguments.note)
        return _moved(move, office.cash.left())


def pay_in(arguments: argparse.Namespace) -> Answer:
    """Record cash paid into the bank."""
    with opened(arguments) as office:
        day = arguments.on_day or office.desk.today()
        move = office.cash.pay_in(arguments.pence, day, arguments.note)
        return _moved(move, office.cash.left())


def _moved(move: CashMove, left_pence: int) -> Answer:
    words = _("Recorded. {left} should be in the box now.")
    return Answer(
        told={
            "move": move.cash_move_id,
            "day": move.moved_on.isoformat(),
            "pence": move.pence,
            "left_pence": left_pence,
        },
        words=[words.format(left=format_pounds(left_pence))],
    )


def count(arguments: argparse.Namespace) -> Answer:
    """Record what was in the box, and say whether somebody else counted than who handed out."""
    with opened(arguments) as office:
        day = arguments.on_day or office.desk.today()
        counted = office.cash.count(arguments.pence, day, arguments.note)
        left = office.cash.left()
    return Answer(
        told={
            "move": counted.move.cash_move_id,
            "day": counted.move.moved_on.isoformat(),
            "expected_pence": counted.expected_pence,
            "counted_pence": counted.counted_pence,
            "difference_pence": counted.move.pence,
            "left_pence": left,
            "handed_by": list(counted.handed_by),
            "is_own_count": counted.is_own_count,
        },
        words=_count_words(counted),
    )


def _count_words(counted: CashCount) -> list[str]:
    words = _("Recorded: {counted} counted, as it should be.")
    if counted.move.pence:
        words = _("Recorded: {counted} counted, and {expected} should have been there.")
    said = [
        words.format(
            counted=format_pounds(counted.counted_pence),
            expected=format_pounds(counted.expected_pence),
        )
    ]
    if counted.is_own_count:
        said.append(
            _(
                "You handed out some of this cash yourself. Ask somebody else to count the box "
                "too; that protects you both."
            )
        )
    return said
