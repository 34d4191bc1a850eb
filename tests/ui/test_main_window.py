"""The window shows one screen at a time and can be worked with the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.screen import LaterScreen, Screen, ScreenGroup
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.side_nav import SideNav
from tests.ui.accessibility import unnamed_controls

CONTROL = Qt.KeyboardModifier.ControlModifier


class SomePage(Page):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.field = QLineEdit()
        self.field.setAccessibleName("Something")
        self.body.addWidget(self.field)


class Visits:
    """Remember how often each screen fetched itself."""

    def __init__(self) -> None:
        self.keys: list[str] = []


@pytest.fixture
def visits() -> Visits:
    return Visits()


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, visits: Visits) -> Iterator[MainWindow]:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    for key, group in (
        ("home", ScreenGroup.TOP),
        ("expenses", ScreenGroup.LOG),
        ("history", ScreenGroup.FOOT),
    ):
        made.add_screen(screen(key, group, visits))
    made.show_screen("home")
    made.show()
    qtbot.waitExposed(made)
    yield made
    theme.set_text_percent(100)


def page_of(window: MainWindow, title: str) -> SomePage:
    return next(page for page in window.findChildren(SomePage) if page.header.title == title)


def screen(key: str, group: ScreenGroup, visits: Visits) -> Screen:
    return Screen(
        key=key,
        title=key.title(),
        icon="house",
        group=group,
        page=SomePage(key.title()),
        presenter=None,
        refresh=lambda: visits.keys.append(key),
    )


def test_a_screen_fetches_itself_each_time_it_is_shown(
    window: MainWindow, visits: Visits, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.shown) as shown:
        window.show_screen("expenses")
    assert shown.args == ["expenses"]
    window.show_screen("home")
    assert visits.keys == ["home", "expenses", "home"]
    assert window.current_key == "home"


def test_a_screen_may_be_made_when_it_is_first_shown(
    theme: Theme, qtbot: QtBot, visits: Visits
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made: list[Screen] = []

    def make() -> Screen:
        made.append(screen("expenses", ScreenGroup.LOG, visits))
        return made[-1]

    window.add_screen(
        LaterScreen(
            key="expenses", title="Expenses", icon="house", group=ScreenGroup.LOG, make=make
        )
    )
    assert made == []
    window.show_screen("expenses")
    window.show_screen("expenses")
    assert len(made) == 1
    assert visits.keys == ["expenses", "expenses"]
    window.add_screen(
        LaterScreen(key="never", title="Never", icon="house", group=ScreenGroup.LOG, make=make)
    )
    window.clear_screens()
    assert len(made) == 1


def test_control_and_a_number_show_a_screen(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.current_key == "expenses"
    QTest.keyClick(window, Qt.Key.Key_9, CONTROL)
    assert window.current_key == "expenses"


def test_f6_goes_between_the_sidebar_and_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    page = page_of(window, "Home")
    page.field.setFocus()
    nav = window.findChild(SideNav)
    assert nav is not None
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert nav.isAncestorOf(window.focusWidget() or window)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.isAncestorOf(window.focusWidget() or window)


def test_arrows_and_enter_choose_in_the_sidebar(window: MainWindow) -> None:
    nav = window.findChild(SideNav)
    assert nav is not None
    nav.focus_chosen()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Down)
    assert window.current_key == "home"
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert window.current_key == "expenses"


def test_large_text_turns_the_sidebar_into_a_menu_before_the_title(
    window: MainWindow, theme: Theme
) -> None:
    nav = window.findChild(SideNav)
    assert nav is not None
    window.resize(1400, 800)
    assert nav.isVisible()
    theme.set_text_percent(200)
    window.resize(1400, 801)
    assert not nav.isVisible()
    page = page_of(window, "Home")
    lead = next(one for one in page.header.findChildren(Button) if one.words == "Home")
    assert lead.isVisible()
    menu = lead.menu()
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert window.current_key == "expenses"


def test_a_message_stands_above_the_page_one_at_a_time(window: MainWindow) -> None:
    undone: list[bool] = []
    window.show_message(MessageKind.GOOD, "Saved.", (("Undo", lambda: undone.append(True)),))
    bar = window.show_message(
        MessageKind.GOOD, "12 saved.", (("Undo", lambda: undone.append(True)),)
    )
    shown = [one for one in window.findChildren(MessageBar) if one.isVisible()]
    assert shown == [bar]
    bar.findChildren(Button)[0].click()
    assert undone == [True]
    assert window.message == ""


def test_counts_are_read_aloud_with_their_screen(window: MainWindow) -> None:
    nav = window.findChild(SideNav)
    assert nav is not None
    window.set_count("expenses", 2)
    names = [one.accessibleName() for one in nav.findChildren(QWidget)]
    assert "Expenses, 2" in names
    window.set_count("expenses", None)
    names = [one.accessibleName() for one in nav.findChildren(QWidget)]
    assert "Expenses" in names


def test_closing_can_be_refused(window: MainWindow) -> None:
    window.closing.connect(window.keep_open)
    assert not window.close()
    window.closing.disconnect(window.keep_open)
    assert window.close()


def test_the_start_page_stands_alone_and_screens_can_go_and_come(
    window: MainWindow, visits: Visits
) -> None:
    nav = window.findChild(SideNav)
    assert nav is not None
    window.clear_screens()
    start = QWidget()
    window.show_start(start)
    assert start.isVisible()
    assert not nav.isVisible()
    window.add_screen(screen("home", ScreenGroup.TOP, visits))
    window.show_screen("home")
    window.resize(1401, 800)
    assert nav.isVisible()


def test_the_sidebar_comes_with_the_first_screen_after_the_start_page(
    theme: Theme, qtbot: QtBot, visits: Visits
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show_start(QWidget())
    window.show()
    window.add_screen(screen("home", ScreenGroup.TOP, visits))
    nav = window.findChild(SideNav)
    assert nav is not None
    assert not nav.isVisible()
    window.show_screen("home")
    assert nav.isVisible()
    window.hide()


def test_size_and_place_come_back(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(701, 555)
    kept = QByteArray(window.saveGeometry())
    other = MainWindow(theme)
    qtbot.addWidget(other)
    other.restore(kept)
    assert other.size() == window.size()
    other.restore(QByteArray())


def test_everything_in_the_window_has_a_name(window: MainWindow) -> None:
    window.menus.set_operator("Nia Morgan")
    window.show_message(MessageKind.WARN, "Careful.")
    assert unnamed_controls(window) == []
