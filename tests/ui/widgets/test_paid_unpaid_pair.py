"""Paid and unpaid stand side by side, equal in every measure."""

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import LIGHT
from coprod_desktop.ui.widgets.paid_unpaid_pair import PaidUnpaidPair, Side, _Half


@pytest.mark.parametrize("lines", [(), ("£343.75 worth",), ("a", "b", "c")])
def test_both_halves_are_the_same_size_whatever_they_say(
    qtbot: QtBot, lines: tuple[str, ...]
) -> None:
    pair = PaidUnpaidPair()
    qtbot.addWidget(pair)
    pair.show_sides(
        Side(figure="32 h 20 min", lines=("£618.75 to pay",)), Side(figure="0 h 5 min", lines=lines)
    )
    pair.resize(500, pair.sizeHint().height())
    pair.show()
    paid, unpaid = pair.findChildren(_Half)
    assert paid.size() == unpaid.size()
    assert paid.x() < unpaid.x()
    assert paid.accessibleName() == "Paid work, 32 h 20 min, £618.75 to pay"
    assert unpaid.accessibleName().startswith("Unpaid work, 0 h 5 min")


def test_each_half_has_a_rule_of_its_colour_of_four_pixels(qtbot: QtBot) -> None:
    pair = PaidUnpaidPair()
    qtbot.addWidget(pair)
    pair.show_sides(Side(figure="1 h"), Side(figure="2 h"))
    pair.resize(400, 100)
    pair.show()
    image = pair.grab().toImage()
    for x, colour in ((100, LIGHT.paid), (300, LIGHT.unpaid)):
        assert [image.pixelColor(x, y).name().upper() for y in range(5)] == [
            *[colour] * 4,
            LIGHT.surface,
        ]
