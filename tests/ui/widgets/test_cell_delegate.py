"""A cell shows its swatch, its tick, its tint and the selection in the colours of the palette."""

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import LIGHT
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Column, Mark, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.table_model import TableModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    name: str
    swatch: Swatch | None = None
    is_ticked: bool = False
    is_late: bool = False


def painted(view: ListView[Line], row: int) -> set[str]:
    model = view.table.model()
    rect = view.table.visualRect(model.index(row, 0))
    image = view.table.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.fixture
def view(qtbot: QtBot) -> ListView[Line]:
    columns = (
        Column[Line](
            key="name", title="Name", text=lambda row: row.name, swatch=lambda row: row.swatch,
            tick=lambda row: row.is_ticked, is_stretch=True,
            icon=lambda row: Mark("clock", "bad") if row.is_late else None,
        ),
    )  # fmt: skip
    lines = [
        Line(name="", swatch=Swatch.PAID, is_ticked=True),
        Line(name="", swatch=Swatch.UNPAID),
        Line(name="", swatch=Swatch.PART),
        Line(name="Late", is_late=True),
        Line(name=""),
    ]
    model = TableModel(
        columns, ImmediateTasks(), tint=lambda row: "warn_tint" if row.is_late else None
    )
    model.load(fixed_rows(lines))
    made = ListView(model, "Lines")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def test_swatches_ticks_and_tints_are_painted(view: ListView[Line]) -> None:
    assert {LIGHT.paid, LIGHT.accent} <= painted(view, 0)
    assert {LIGHT.unpaid, LIGHT.hatch} & painted(view, 1) == {LIGHT.unpaid, LIGHT.hatch}
    assert LIGHT.paid not in painted(view, 1)
    assert {LIGHT.paid, LIGHT.unpaid} <= painted(view, 2)
    assert LIGHT.warn_tint in painted(view, 3)
    assert not {LIGHT.paid, LIGHT.unpaid, LIGHT.warn_tint} & painted(view, 4)


def test_the_selected_row_has_the_colour_of_selection(view: ListView[Line]) -> None:
    view.table.selectRow(4)
    assert LIGHT.sel in painted(view, 4)
    assert LIGHT.sel not in painted(view, 1)
