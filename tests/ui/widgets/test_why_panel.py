"""The panel explains an amount in lines that can be read, heard and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.why_panel import WhyLine, WhyPanel


def test_every_line_is_shown_and_copied(qtbot: QtBot) -> None:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.explain("Why £1.00?", "Earlier", [WhyLine(what="Old", amount="£1.00")])
    panel.explain(
        "Why £87.50?",
        "Design workshop, Tuesday 17 November 2026",
        [
            WhyLine(what="Paid work", amount="3 h 30 min", swatch=Swatch.PAID),
            WhyLine(what="Meeting", amount="£62.50", because="2 h 30 min at £25.00 an hour"),
        ],
        [("lock", "Promised on 9 November and fixed when saved.")],
    )
    assert panel.isVisible()
    shown = {one.text() for one in panel.findChildren(QLabel) if one.isVisible()}
    assert {"Why £87.50?", "Meeting", "£62.50", "2 h 30 min at £25.00 an hour"} <= shown
    assert "Old" not in shown
    panel.findChildren(Button)[-1].click()
    assert QGuiApplication.clipboard().text() == panel.text
    assert panel.text.splitlines() == [
        "Why £87.50?",
        "Design workshop, Tuesday 17 November 2026",
        "Paid work: 3 h 30 min",
        "Meeting: £62.50",
        "2 h 30 min at £25.00 an hour",
        "Promised on 9 November and fixed when saved.",
    ]
