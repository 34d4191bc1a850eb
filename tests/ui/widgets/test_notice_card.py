"""A notice tells its reason and offers ways on; it never blocks."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.notice_card import NoticeCard


def test_reason_and_privacy_are_described_and_links_work(qtbot: QtBot) -> None:
    done: list[str] = []
    card = NoticeCard(
        "Over the weekly limit that Siân chose",
        "The limit is 5 h a week.",
        "Never printed, blocks nothing.",
        (("Show the week", lambda: done.append("show")), ("Keep", lambda: done.append("keep"))),
    )
    qtbot.addWidget(card)
    assert card.accessibleName() == "Over the weekly limit that Siân chose"
    assert card.accessibleDescription() == "The limit is 5 h a week. Never printed, blocks nothing."
    for button in card.findChildren(Button):
        button.click()
    assert done == ["show", "keep"]
