"""What a person can do at the window: read it, type, click, and choose files. Nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coprod_desktop.app import Application
from coprod_desktop.ui.widgets.field_box import FieldBox

W = TypeVar("W", bound=QWidget)
_PATIENCE = 60_000  # in milliseconds; far more than needed, for a machine that does other things
_BUTTON_DOWN = 150  # in milliseconds; so long Qt shows a button pressed by its shortcut


class Keyboard:
    """Drive the window as a person does, by the words that stand on it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self._application = application
        self._window = application.window
        self._qtbot = qtbot
        self._is_busy = False
        tasks = application.tasks
        tasks.is_busy.connect(self._note_busy)  # type: ignore[attr-defined]  # the real Tasks

    def _note_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy

    # --- waiting and reading -------------------------------------------------------------------

    def wait(self) -> None:
        """Wait until the program has done everything that was asked of it."""
        self._qtbot.wait(10)
        self._qtbot.waitUntil(lambda: not self._is_busy, timeout=_PATIENCE)
        # Where no desktop does it, the window comes to the front again when a dialog closes.
        front = self._front
        if not front.isActiveWindow():
            front.activateWindow()
            self._qtbot.waitUntil(front.isActiveWindow, timeout=_PATIENCE)

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is to be seen."""
        self._qtbot.waitUntil(is_so, timeout=_PATIENCE)

    @property
    def is_open(self) -> bool:
        """Say whether a file is open."""
        return bool(self._window.current_key)

    @property
    def message(self) -> str:
        """Return the sentence above the page."""
        return self._window.message

    def words(self) -> str:
        """Return every word that labels show in the dialog or the window in front."""
        said = " ".join(one.text() for one in self._shown(QLabel, lambda _one: True))
        return " ".join(said.replace("\xa0", " ").split())

    def rows(self, name: str) -> list[list[str]]:
        """Return the words of a list that stand in view, row by row."""
        table = self.table(name)
        model = table.model()
        columns = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
        return [
            [str(model.index(at, column).data() or "").replace("\xa0", " ") for column in columns]
            for at in range(model.rowCount())
        ]

    # --- the things on the window --------------------------------------------------------------

    @property
    def _front(self) -> QWidget:
        """Return the dialog in front, or else the window."""
        dialogs = [one for one in self._window.findChildren(QDialog) if one.isVisible()]
        return dialogs[-1] if dialogs else self._window

    def _shown(self, kind: type[W], fits: Callable[[W], bool]) -> list[W]:
        return [one for one in self._front.findChildren(kind) if one.isVisible() and fits(one)]

    def table(self, name: str) -> QTableView:
        """Return a list or sheet by its name."""
        (found,) = self._shown(QTableView, lambda one: one.accessibleName() == name)
        return found

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        """Return the field of this name, in which one types."""
        found: list[QLineEdit | QPlainTextEdit] = []
        found += self._shown(QLineEdit, lambda one: one.accessibleName() == name)
        found += self._shown(QPlainTextEdit, lambda one: one.accessibleName() == name)
        assert len(found) == 1, (name, found)
        return found[0]

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        field = self.field(name)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def problem(self, name: str) -> str:
        """Return the sentence under a field that says what is wrong; empty where nothing is."""
        field = self.field(name)
        (box,) = self._shown(FieldBox, lambda one: one.isAncestorOf(field))
        return box.error

    # --- typing and clicking -------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type letters, wherever the keyboard is."""
        for letter in text:
            pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._focus, pressed)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key, wherever the keyboard is."""
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        QTest.keyClick(window, key, modifier)
        if modifier is not Qt.KeyboardModifier.NoModifier:
            self._qtbot.wait(_BUTTON_DOWN)
        self.wait()

    @property
    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        return focus

    def fill(self, name: str, text: str) -> None:
        """Type into a field, over what stands in it."""
        self.wait()
        field = self.field(name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()
        self.type(text)

    def choose(self, name: str, text: str) -> None:
        """Choose in a field by typing, and leave it."""
        (box,) = self._shown(QComboBox, lambda one: one.accessibleName() == name)
        self.fill(name, text)
        self.press(Qt.Key.Key_Tab)
        assert box.currentText() == text

    def click(self, words: str) -> None:
        """Click the button of these words."""
        self._click(lambda one: _words(one) == words)

    def click_like(self, beginning: str) -> None:
        """Click the button whose words begin so."""
        self._click(lambda one: _words(one).startswith(beginning))

    def _click(self, fits: Callable[[QAbstractButton], bool]) -> None:
        (button,) = self._shown(QAbstractButton, fits)
        assert button.isEnabled(), _words(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def go_to(self, screen: str) -> None:
        """Show a screen by a click in the sidebar."""
        self._click(lambda one: one.text() == screen and one.isCheckable())

    def select(self, name: str, words: str) -> None:
        """Click the row of a list that shows these words."""
        table = self.table(name)
        (row,) = [at for at, cells in enumerate(self.rows(name)) if words in cells]
        shown = [at for at in range(table.model().columnCount()) if not table.isColumnHidden(at)]
        middle = table.visualRect(table.model().index(row, shown[1])).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        self.wait()

    def pick_in_menu(self, button: str, words: str) -> None:
        """Choose in the menu of a button; the menu's own loop would wait for ever here."""
        (found,) = self._shown(QAbstractButton, lambda one: _words(one) == button)
        menu = found.menu() if isinstance(found, QPushButton) else None
        assert menu is not None
        (action,) = [one for one in menu.actions() if one.text().startswith(words)]
        action.trigger()
        self.wait()

    def pick_in_menu_bar(self, words: str) -> None:
        """Choose in the menus at the top of the window."""
        for menu in self._window.menuBar().actions():
            for action in menu.menu().actions():  # type: ignore[attr-defined]  # a QMenu
                if action.text() == words:
                    action.trigger()
                    self.wait()
                    return
        raise AssertionError(words)

    def choose_folder(self, folder: Path) -> None:
        """Name a folder in the computer's own dialog."""
        (dialog,) = [one for one in self._window.findChildren(QFileDialog) if one.isVisible()]
        (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
        line.setText(str(folder))
        dialog.accept()
        self.wait()


def _words(button: QAbstractButton) -> str:
    return str(getattr(button, "words", button.text()))
