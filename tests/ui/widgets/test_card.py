"""A card takes no room for words it has not."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.labels import label


def test_words_come_and_go(qtbot: QtBot) -> None:
    card = Card("people to pay", figure="12")
    qtbot.addWidget(card)
    card.add_head_action(Button("Open pay run 23"))
    card.body.addWidget(label("Ines Carvalho"))
    card.show()
    low = card.sizeHint().height()
    card.set_words("", "")
    qtbot.waitUntil(lambda: card.sizeHint().height() < low)
