"""Ready-made policies are one choice away, and say beforehand what is not certain about them."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.settings.policy_begin import PolicyBegin
from tests.ui.rooms import Room


def test_every_starter_and_the_rules_of_today_are_offered(room: Room, qtbot: QtBot) -> None:
    policies = room.office.policies
    starters = policies.starters()
    button = PolicyBegin(starters, policies.in_force())
    qtbot.addWidget(button)
    chosen: list[tuple[str, str]] = []
    button.chosen_text.connect(lambda text, name: chosen.append((text, name)))
    actions = [one for one in button.menu().actions() if not one.isSeparator()]
    for action in actions:
        action.trigger()
    assert [text for text, _name in chosen] == [
        *(one.text for one in starters),
        policies.in_force().text,
    ]
    assert any("worked out, not printed" in action.text() for action in actions)
    assert button.accessibleName()
