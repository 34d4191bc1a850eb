"""One of a few is chosen, with keys or mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

SEGMENTS = [
    Segment(key="all", text="All", count=14),
    Segment(key="old", text="Out of date", count=4),
    Segment(key="new", text="Corrected & new", icon="circle"),
]


@pytest.fixture
def bar(qtbot: QtBot) -> SegmentedBar:
    made = SegmentedBar("Filter", SEGMENTS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_choose_and_tell(bar: SegmentedBar) -> None:
    told: list[str] = []
    bar.chosen.connect(told.append)
    assert bar.chosen_key == "all"
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert told == ["old", "new"]
    assert bar.tabText(0) == "All 14"


def test_new_counts_keep_the_choice_and_tell_nothing(bar: SegmentedBar) -> None:
    bar.choose("old")
    told: list[str] = []
    bar.chosen.connect(told.append)
    bar.set_segments([Segment(key="old", text="Out of date", count=0), SEGMENTS[0]])
    assert bar.chosen_key == "old"
    assert told == []


def test_an_unknown_key_fails(bar: SegmentedBar) -> None:
    with pytest.raises(ValueError, match="nobody"):
        bar.choose("nobody")


def test_it_is_as_high_as_drawn(bar: SegmentedBar) -> None:
    assert bar.sizeHint().height() == 30
