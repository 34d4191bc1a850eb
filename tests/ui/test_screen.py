"""A screen keeps its page and presenter, and cannot be changed behind the window's back."""

from dataclasses import FrozenInstanceError

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.screen import Screen, ScreenGroup


def test_a_screen_is_fixed(qtbot: QtBot) -> None:
    page, presenter = QWidget(), object()
    qtbot.addWidget(page)
    screen = Screen(
        key="home", title="Home", icon="house", group=ScreenGroup.TOP,
        page=page, presenter=presenter, refresh=page.update,
    )  # fmt: skip
    assert screen.page is page
    assert screen.presenter is presenter
    assert screen.count is None
    with pytest.raises(FrozenInstanceError):
        screen.title = "Other"  # type: ignore[misc] # that it fails is the test


def test_groups_come_in_the_order_of_the_sidebar() -> None:
    order = list(ScreenGroup)
    assert (order[0], order[-1]) == (ScreenGroup.TOP, ScreenGroup.FOOT)
