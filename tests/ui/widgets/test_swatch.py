"""Paid is solid, unpaid is hatched, part paid is split: no two look alike without colour."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import DARK, LIGHT, Tokens
from coprod_desktop.ui.widgets.swatch import Swatch, SwatchMark, draw_swatch


def drawn(swatch: Swatch, tokens: Tokens) -> QImage:
    image = QImage(11, 11, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.surface))
    painter = QPainter(image)
    draw_swatch(painter, image.rect(), swatch, tokens)
    painter.end()
    return image


def colours(image: QImage) -> list[str]:
    return [
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    ]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_each_has_its_own_pattern(tokens: Tokens) -> None:
    assert set(colours(drawn(Swatch.PAID, tokens))) == {tokens.paid}
    hatched = colours(drawn(Swatch.UNPAID, tokens))
    assert tokens.unpaid in hatched
    assert tokens.hatch in hatched
    split = drawn(Swatch.PART, tokens)
    assert split.pixelColor(1, 1).name().upper() == tokens.paid
    assert split.pixelColor(9, 9).name().upper() == tokens.unpaid


def test_the_mark_is_eleven_pixels(qtbot: QtBot) -> None:
    mark = SwatchMark(Swatch.PAID)
    qtbot.addWidget(mark)
    mark.adjustSize()
    assert (mark.width(), mark.height()) == (11, 11)
    assert set(colours(mark.grab().toImage())) == {LIGHT.paid}
