"""The statements screen on a real file."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.statements.page import StatementsPage
from coprod_desktop.ui.statements.screen import make_screen
from tests.ui.rooms import Room


@pytest.fixture
def screen(room: Room, qtbot: QtBot) -> Screen:
    made = make_screen(room.context)
    qtbot.addWidget(made.page)
    return made


@pytest.fixture
def page(screen: Screen) -> StatementsPage:
    return cast(StatementsPage, screen.page)
