"""A mark beside words follows the theme and can change."""

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import LIGHT
from coprod_desktop.ui.widgets.icon_mark import IconMark


def colours(mark: IconMark) -> set[str]:
    image = mark.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_it_has_the_colour_of_its_token(qtbot: QtBot) -> None:
    mark = IconMark("circle-alert", "bad", 32)
    qtbot.addWidget(mark)
    mark.adjustSize()
    assert LIGHT.bad in colours(mark)
    mark.set_icon("circle-check", "good")
    assert LIGHT.good in colours(mark)
    assert LIGHT.bad not in colours(mark)
    mark.set_icon("")
    assert LIGHT.good not in colours(mark)


def test_a_wrong_name_fails_at_once(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        IconMark("no-such-icon")
