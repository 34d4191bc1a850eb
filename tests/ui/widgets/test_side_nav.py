"""The list of screens is one stop for Tab, and groups what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.widgets.side_nav import SideNav, group_title


def nav_of(qtbot: QtBot, *groups: ScreenGroup) -> SideNav:
    nav = SideNav()
    qtbot.addWidget(nav)
    for at, group in enumerate(groups):
        page = QWidget()
        qtbot.addWidget(page)
        nav.add_screen(
            Screen(
                key=str(at), title=f"Screen {at}", icon="house", group=group, page=page,
                presenter=None, refresh=page.update,
            )
        )  # fmt: skip
    nav.resize(220, 600)
    nav.show()
    return nav


def test_headings_stand_only_over_groups_that_have_screens(qtbot: QtBot) -> None:
    nav = nav_of(qtbot, ScreenGroup.TOP, ScreenGroup.LOG, ScreenGroup.LOG, ScreenGroup.FOOT)
    assert [one.text() for one in nav.findChildren(QLabel)] == ["Log"]
    assert group_title(ScreenGroup.MONEY_AND_PAPERS) == "Money and papers"


def test_tab_stops_once_at_the_chosen_row(qtbot: QtBot) -> None:
    nav = nav_of(qtbot, ScreenGroup.TOP, ScreenGroup.LOG, ScreenGroup.PEOPLE)
    nav.show_chosen("1")
    rows = nav.findChildren(QAbstractButton)
    stops = [bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in rows]
    assert stops == [False, True, False]


def test_space_and_a_click_choose_and_the_mark_waits_for_the_window(qtbot: QtBot) -> None:
    nav = nav_of(qtbot, ScreenGroup.TOP, ScreenGroup.LOG)
    told: list[str] = []
    nav.chosen.connect(told.append)
    rows = nav.findChildren(QAbstractButton)
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(rows[0], Qt.Key.Key_Space)
    assert told == ["1", "0"]
    assert not any(row.isChecked() for row in rows)
    nav.show_chosen("1")
    assert [row.isChecked() for row in rows] == [False, True]


def test_it_can_be_emptied(qtbot: QtBot) -> None:
    nav = nav_of(qtbot, ScreenGroup.TOP, ScreenGroup.LOG)
    nav.clear()
    assert not any(row.isVisible() for row in nav.findChildren(QAbstractButton))
