"""Which key of the sheet does what; those that spreadsheets have do the same here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from coprod_desktop.ui.session_sheet.commands import SheetCommands
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ABOVE = (Qt.Key.Key_Apostrophe, Qt.Key.Key_QuoteDbl)
_TEXTS = (Place.SKILLS, Place.NOTE)


def command_of(
    event: QKeyEvent, sheet: SheetModel, commands: SheetCommands
) -> Callable[[], object] | None:
    """Return what a key does to the selected cells; None where it is not for the sheet."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~_PAD
    if held == _CONTROL:
        return _with_control(key, sheet, commands)
    if held == _CONTROL | _SHIFT:
        return _with_both(key, sheet, commands)
    if held == _SHIFT and key in _ARROWS:
        return partial(commands.extend, key)
    if held == _SHIFT and key == Qt.Key.Key_Space:
        return commands.select_rows
    if not held and key == Qt.Key.Key_Delete:
        return commands.empty
    return None


def _with_control(
    key: Qt.Key, sheet: SheetModel, commands: SheetCommands
) -> Callable[[], object] | None:
    if key in _ARROWS:
        return partial(commands.jump, key, is_extending=False)
    if key in _ABOVE:
        return commands.copy_above
    if key == Qt.Key.Key_Z:  # with nothing to take back here, the menu takes back what was saved
        return sheet.take_back if sheet.can_take_back else None
    if key == Qt.Key.Key_Y:
        return sheet.do_again if sheet.can_do_again else None
    if key == Qt.Key.Key_Semicolon:  # elsewhere it puts today into the date of the session
        return commands.put_today if commands.here()[1] is Place.NOTE else None
    known: dict[Qt.Key, Callable[[], object]] = {
        Qt.Key.Key_A: commands.select_all,
        Qt.Key.Key_C: commands.copy,
        Qt.Key.Key_D: commands.fill_down,
        Qt.Key.Key_Delete: commands.remove_rows,
        Qt.Key.Key_F: commands.find_wanted.emit,
        Qt.Key.Key_R: commands.fill_right,
        Qt.Key.Key_Space: commands.select_columns,
        Qt.Key.Key_V: commands.paste,
        Qt.Key.Key_X: commands.cut,
        Qt.Key.Key_0: partial(commands.zoom_wanted.emit, 0),
    }
    return known.get(key)


def _with_both(
    key: Qt.Key, sheet: SheetModel, commands: SheetCommands
) -> Callable[[], object] | None:
    if key in _ARROWS:
        return partial(commands.jump, key, is_extending=True)
    if key == Qt.Key.Key_C:
        return partial(commands.copy, has_headings=False)
    if key == Qt.Key.Key_Z:
        return sheet.do_again if sheet.can_do_again else None
    return None


def words_of(event: QKeyEvent, place: Place, commands: SheetCommands) -> str | None:
    """Return what a key writes into the field of a cell: today, or what stands above."""
    if event.modifiers() & ~_PAD != _CONTROL:
        return None
    if event.key() in _ABOVE:
        return commands.words_above()
    if event.key() == Qt.Key.Key_Semicolon and place in _TEXTS:
        return commands.today_words()
    return None
