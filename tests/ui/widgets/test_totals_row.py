"""Totals stand under their columns, at the same edge as the figures."""

from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.columns import Align, Column
from coprod_desktop.ui.widgets.totals_row import TotalsRow

COLUMNS = (
    Column[int](key="name", title="Name", text=str),
    Column[int](key="offer", title="Offer", text=str, align=Align.RIGHT),
)


def test_a_total_is_right_aligned_under_its_column(qtbot: QtBot) -> None:
    table = QTableWidget(1, 2)
    qtbot.addWidget(table)
    row = TotalsRow(table.horizontalHeader(), COLUMNS)
    qtbot.addWidget(row)
    assert not row.isVisible()
    row.set_totals({"offer": "£731.25"})
    row.resize(200, row.sizeHint().height())
    row.show()
    image = row.grab().toImage()
    ground = image.pixelColor(2, 16).name()
    inked = [
        x
        for x in range(image.width())
        for y in range(4, image.height() - 4)
        if image.pixelColor(x, y).name() != ground
    ]
    assert 100 < min(inked)
    assert 185 <= max(inked) < 200 - 8 + 1
    assert row.totals == {"offer": "£731.25"}
    assert row.accessibleName() == "Offer: £731.25"
