"""An edition and a language are chosen with the keyboard or the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import Edition
from coprod_desktop.ui.papers.chooser import EditionChooser
from coprod_desktop.ui.theme import Theme
from tests.ui.accessibility import unnamed_controls


@pytest.fixture
def chooser(theme: Theme, qtbot: QtBot) -> EditionChooser:
    made = EditionChooser()
    qtbot.addWidget(made)
    return made


def test_setting_a_form_says_nothing_and_choosing_one_does(chooser: EditionChooser) -> None:
    heard: list[tuple[Edition, str]] = []
    chooser.chosen.connect(lambda edition, language: heard.append((edition, language)))
    chooser.set_form((Edition.LARGE, "cy"))
    assert chooser.form() == (Edition.LARGE, "cy")
    assert heard == []
    chooser.languages.buttons.button(2).click()
    assert heard == [(Edition.LARGE, "en+cy")]


def test_the_arrow_keys_choose_along_one_group(chooser: EditionChooser) -> None:
    chooser.show()
    QTest.qWaitForWindowExposed(chooser)
    QTest.qWait(1)  # the keys go by where the choices stand, which Qt's next turn decides
    first = chooser.editions.buttons.button(0)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert chooser.form() == (Edition.LARGE, "en")
    last = chooser.languages.buttons.button(0)
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert chooser.form() == (Edition.LARGE, "cy")
    chooser.hide()


def test_an_edition_that_a_paper_has_not_is_not_offered(chooser: EditionChooser) -> None:
    chooser.set_editions((Edition.STANDARD, Edition.LARGE))
    shown = [one.text() for one in chooser.findChildren(QRadioButton) if not one.isHidden()]
    assert "Easy Read" not in shown
    assert len(shown) == 5


def test_every_choice_has_a_name(chooser: EditionChooser) -> None:
    assert unnamed_controls(chooser) == []


def test_the_groups_stand_side_by_side_where_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    high, wide = EditionChooser(), EditionChooser(is_wide=True)
    for one in (high, wide):
        qtbot.addWidget(one)
    assert wide.sizeHint().height() < high.sizeHint().height()
    assert wide.sizeHint().width() > high.sizeHint().width()
