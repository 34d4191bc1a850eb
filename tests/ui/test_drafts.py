"""Drafts have a segment of their own only while there are any, or while somebody looks at them."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.drafts import DraftNote, DraftSegment
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from tests.ui.accessibility import unnamed_controls

OTHERS = [Segment(key="all", text="All"), Segment(key="paid", text="Paid")]


def words(bar: SegmentedBar) -> list[str]:
    return [bar.tabText(at) for at in range(bar.count())]


def test_the_segment_comes_and_goes_with_the_drafts(qtbot: QtBot) -> None:
    bar = SegmentedBar("Which expenses", OTHERS)
    qtbot.addWidget(bar)
    drafts = DraftSegment(bar, OTHERS)
    bar.choose("paid")
    drafts.show(3)
    assert words(bar) == ["All", "Drafts 3", "Paid"]
    assert bar.chosen_key == "paid"
    drafts.show(0)
    assert words(bar) == ["All", "Paid"]
    assert bar.chosen_key == "paid"


def test_the_segment_stays_while_it_is_looked_at(qtbot: QtBot) -> None:
    bar = SegmentedBar("Which expenses", OTHERS)
    qtbot.addWidget(bar)
    drafts = DraftSegment(bar, OTHERS)
    drafts.show(1)
    bar.choose("draft")
    drafts.show(0)
    assert words(bar) == ["All", "Drafts 0", "Paid"]
    bar.choose("paid")
    assert words(bar) == ["All", "Paid"]
    assert bar.chosen_key == "paid"


def test_the_note_says_what_a_draft_is_and_sends_it(qtbot: QtBot) -> None:
    note = DraftNote("It claims no money yet.")
    qtbot.addWidget(note)
    said = [label.text() for label in note.findChildren(QLabel)]
    assert said == ["Draft", "It claims no money yet."]
    assert unnamed_controls(note) == []
    with qtbot.waitSignal(note.send_requested):
        note.send.click()
