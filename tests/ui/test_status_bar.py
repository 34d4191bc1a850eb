"""The foot of the window says what is saved."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.clipboard_table import CellValue
from coprod_desktop.domain.selection_sums import sums_of
from coprod_desktop.ui.status_bar import StatusBar
from coprod_desktop.ui.widgets.buttons import Button


def test_what_is_saved_stands_left_and_figures_right(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.set_saved("All changes saved, 10:42")
    bar.set_backup("Backup on drive E: today at 09:03")
    bar.set_figures(["64 participants", "5 projects"])
    assert list(bar.words) == [
        "All changes saved, 10:42",
        "Backup on drive E: today at 09:03",
        "64 participants",
        "5 projects",
    ]
    bar.set_figures(["1 participant"])
    bar.set_backup("")
    assert list(bar.words) == ["All changes saved, 10:42", "1 participant"]
    assert bar.height() == 28


def test_sums_stand_in_the_place_of_figures_and_can_be_copied(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.set_figures(["64 participants"])
    sums = sums_of([CellValue(text="£3", pence=300), CellValue(text="£4", pence=400)])
    bar.show_sums(sums)
    assert bar.sums_words == ("2 cells selected", "Sum £7.00", "Average £3.50", "Count 2")
    (copy,) = [one for one in bar.findChildren(Button) if one.isVisible()]
    assert copy.accessibleName() == "Copy the sums of the selected cells"
    copy.click()
    assert QGuiApplication.clipboard().text() == "Sum\t7.00\r\nAverage\t3.50\r\nCount\t2\r\n"
    bar.show_sums(None)
    assert not bar.sums_words
    assert "64 participants" in bar.words


def test_sums_have_the_place_of_what_is_saved_where_there_is_no_room_for_both(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1400, 28)
    bar.show()
    bar.set_saved("All changes saved, 10:42")
    sums = sums_of([CellValue(text="£3", pence=300), CellValue(text="£4", pence=400)])
    bar.show_sums(sums)
    saved = next(one for one in bar.findChildren(QLabel) if one.text().startswith("All changes"))
    assert saved.isVisible()
    bar.resize(360, 28)
    assert not saved.isVisible()
    bar.show_sums(None)
    assert saved.isVisible()
