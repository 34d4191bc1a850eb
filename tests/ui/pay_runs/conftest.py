"""What the tests of the pay runs screen share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pay_runs.run_desk import Desk, close, make_desk
from tests.ui.rooms import Room


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[Desk]:
    """Open the screen on three people's approved work, and leave no window behind."""
    made = make_desk(room)
    qtbot.addWidget(made.page, before_close_func=lambda _page: close(made))
    yield made
    close(made)
