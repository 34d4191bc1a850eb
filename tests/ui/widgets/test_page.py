"""A page puts its panel under the head, so that the primary action never moves."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import primary_button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.side_panel import SidePanel


def test_the_primary_action_stays_while_a_panel_opens(qtbot: QtBot) -> None:
    page, panel, primary = Page("Amina Yusuf"), SidePanel("Why?"), primary_button("Make")
    page.header.set_primary(primary)
    page.set_side_panel(panel)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    before = primary.mapTo(page, QPoint(0, 0))
    panel.open_panel()
    qtbot.waitUntil(lambda: panel.width() == 360)
    assert primary.mapTo(page, QPoint(0, 0)) == before
    assert panel.mapTo(page, QPoint(0, 0)).y() > before.y() + primary.height()


def test_a_scrolling_page_never_crushes_its_words(qtbot: QtBot) -> None:
    page = Page("Settings", scrolls=True)
    lines = [label("A sentence that is long enough to wrap. " * 6, wraps=True) for _n in range(12)]
    for line in lines:
        page.body.addWidget(line)
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    qtbot.waitUntil(lambda: lines[0].height() >= lines[0].heightForWidth(lines[0].width()))
    assert sum(line.height() for line in lines) > page.height()
