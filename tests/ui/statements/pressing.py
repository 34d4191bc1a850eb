"""What somebody does on the statements screen, for its tests."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.statements.making_dialog import MakingDialog
from coprod_desktop.ui.statements.page import StatementsPage
from coprod_desktop.ui.statements.presenter import StatementsPresenter
from tests.ui.papers.working import TODAY

QUARTER = (TODAY.replace(month=TODAY.month - (TODAY.month - 1) % 3, day=1), TODAY)


def presenter_of(screen: Screen) -> StatementsPresenter:
    return cast("tuple[StatementsPresenter, object, object]", screen.presenter)[0]


def column(page: StatementsPage, key: str) -> int:
    return [one.key for one in page.rows.columns].index(key)


def states(page: StatementsPage) -> list[str]:
    model, place = page.rows, column(page, "state")
    return [str(model.index(at, place).data()) for at in range(model.rowCount())]


def ticked(page: StatementsPage) -> list[bool]:
    model = page.rows
    checked = [
        model.index(at, 0).data(Qt.ItemDataRole.CheckStateRole) for at in range(model.rowCount())
    ]
    return [Qt.CheckState(value) is Qt.CheckState.Checked for value in checked]


def ask_making(page: StatementsPage) -> MakingDialog:
    """Press the primary button."""
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    (dialog,) = (one for one in page.findChildren(MakingDialog) if one.isVisible())
    return dialog


def make(page: StatementsPage, folder: Path) -> None:
    """Make them as usual, into a folder chosen in the computer's own dialog."""
    QTest.keyClick(ask_making(page), Qt.Key.Key_Return)
    choose_folder(page, folder)


def choose_folder(page: StatementsPage, folder: Path) -> None:
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(folder))
    dialog.hide()
