"""A session sheet on a real file, with somebody at the keyboard who counts the keys."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.rooms import Room
from tests.ui.session_sheet.desk import Desk, made_desk


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[Desk]:
    made = made_desk(room, qtbot)
    yield made
    for dialog in made.dialogs():
        dialog.accept_saved()
    made.page.hide()
