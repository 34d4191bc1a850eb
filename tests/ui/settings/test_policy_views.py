"""The views stand in one place; the example stands beside them, or is one of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.settings.policy_views import PolicyViews
from coprod_desktop.ui.theme import Theme


@pytest.fixture
def views(qtbot: QtBot, theme: Theme) -> PolicyViews:
    made = PolicyViews({key: QWidget() for key in ("simple", "rules", "history")}, QWidget(), 3)
    qtbot.addWidget(made)
    made.chosen.connect(made.show_view)
    made.show()
    made.resize(1200, 600)
    return made


def keys(views: PolicyViews) -> list[str]:
    return [views.bar.tabText(at) for at in range(views.bar.count())]


def test_arrow_keys_go_from_view_to_view(views: PolicyViews) -> None:
    found = [views.shown_key]
    for _step in range(2):
        QTest.keyClick(views.bar, Qt.Key.Key_Right)
        found.append(views.shown_key)
    assert found == ["simple", "rules", "history"]


def test_the_example_stands_beside_where_there_is_room(views: PolicyViews) -> None:
    views.show_view("rules")
    assert keys(views) == ["Simple", "All rules", "History 3"]
    assert views._example.isVisible()
    views.resize(500, 600)
    assert keys(views)[-1] == "Example"
    assert (views.shown_key, views._example.isVisible()) == ("rules", False)
    views.show_view("example")
    assert views._example.isVisible()
    views.resize(1200, 600)
    assert (views.shown_key, views._example.isVisible()) == ("simple", True)


def test_large_text_needs_more_room(views: PolicyViews, theme: Theme) -> None:
    theme.set_text_percent(200)
    try:
        assert keys(views)[-1] == "Example"
    finally:
        theme.set_text_percent(100)
    assert keys(views)[-1] == "History 3"


def test_the_chosen_words_are_never_cut(views: PolicyViews) -> None:
    for key in ("simple", "rules", "history"):
        views.show_view(key)
        last = views.bar.tabRect(views.bar.count() - 1)
        assert last.right() <= views.bar.width()
    views.hide()
