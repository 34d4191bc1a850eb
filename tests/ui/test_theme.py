"""The window's dress follows the person's and the computer's choice."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import DARK, LIGHT, current_tokens
from coprod_desktop.ui.preferences import ThemeChoice
from coprod_desktop.ui.scale import CONTROL, grown, text_scale
from coprod_desktop.ui.theme import Theme


@pytest.fixture(autouse=True)
def _undressed_again(theme: Theme) -> Iterator[None]:
    yield
    theme.set_text_percent(100)
    theme.choose(ThemeChoice.SYSTEM)


def test_dark_and_light_change_the_palette_and_say_so(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert current_tokens() is DARK
    theme.choose(ThemeChoice.LIGHT)
    assert current_tokens() is LIGHT


def test_the_computers_choice_is_light_where_it_does_not_say(theme: Theme) -> None:
    theme.choose(ThemeChoice.SYSTEM)
    assert current_tokens() is LIGHT


def test_controls_are_thirty_two_pixels_high_and_grow_with_the_text(
    theme: Theme, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert field.height() == CONTROL
    theme.set_text_percent(200)
    field.adjustSize()
    assert field.sizeHint().height() == grown(CONTROL) > CONTROL
    assert QFontInfo(field.font()).pointSizeF() == pytest.approx(20, abs=0.6)


def test_menus_have_the_persons_text_size_where_the_computer_has_one_for_menus(
    theme: Theme, qtbot: QtBot
) -> None:
    """Windows names a font for menus, which Qt takes for those before the application's own."""
    theme.set_text_percent(200)
    for kind in (QMenuBar, QMenu):
        QApplication.setFont(QFont(QApplication.font().family(), 6), kind.__name__)  # type: ignore[arg-type]  # its stubs say bytes, it takes text
        shown = kind()
        qtbot.addWidget(shown)
        shown.addAction("File")
        shown.ensurePolished()
        assert QFontInfo(shown.font()).pointSizeF() == pytest.approx(20, abs=0.6)


def test_text_steps_stay_between_one_and_two_hundred_percent(theme: Theme) -> None:
    theme.step_text(-1)
    assert theme.text_percent == 100
    for _step in range(20):
        theme.step_text(1)
    assert theme.text_percent == 200
    assert text_scale() == pytest.approx(2.0)


def test_selected_text_can_be_read(theme: Theme, qapp: QApplication) -> None:
    ground = qapp.palette().color(QPalette.ColorRole.Highlight).name().upper()
    assert ground == LIGHT.accent


def test_the_style_sheet_has_no_place_left_unfilled(theme: Theme, qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()
    assert "QPushButton" in qapp.styleSheet()


def test_a_plain_button_is_dressed_too(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Close")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == CONTROL
