"""Money is typed as people write it, and never below nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.echo_label import EchoLabel
from coprod_desktop.ui.widgets.money_edit import MoneyEdit


def word(error: Exception) -> str:
    return f"Look again: {type(error).__name__}"


@pytest.fixture
def field(qtbot: QtBot) -> MoneyEdit:
    made = MoneyEdit("Fare", word)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "pence"), [("12.5", 1250), ("£12.50", 1250), ("3.50*2", 700), ("0", 0)]
)
def test_amounts_are_understood_while_typing(
    field: MoneyEdit, qtbot: QtBot, typed: str, pence: int
) -> None:
    QTest.keyClicks(field, typed)
    assert field.pence() == pence
    assert field.settle()
    assert field.text() == f"£{pence // 100}.{pence % 100:02d}"


@pytest.mark.parametrize("typed", ["-5", "(5.00)", "five", "1.005"])
def test_what_is_no_amount_is_said_on_leaving_and_kept(
    field: MoneyEdit, qtbot: QtBot, typed: str
) -> None:
    problems: list[str] = []
    field.problem_changed.connect(problems.append)
    QTest.keyClicks(field, typed)
    assert problems == []
    assert not field.settle()
    assert field.pence() is None
    assert field.text() == typed
    assert problems[0].startswith("Look again")
    QTest.keyClicks(field, "0")
    assert problems[-1] == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [("=3.5*12", "= £42.00"), ("12.50+4.60", "= £17.10"), ("=(4.60+1.40)/2", "= £3.00")],
)
def test_excel_formulas_in_an_amount_show_the_result_before_saving(
    field: MoneyEdit, qtbot: QtBot, typed: str, words: str
) -> None:
    QTest.keyClicks(field, typed)
    echo = field.findChild(EchoLabel)
    assert echo is not None
    assert (echo.isVisible(), echo.text()) == (True, words)
    assert field.text() == typed
    assert field.settle()
    assert field.text() == words.removeprefix("= ")


def test_a_part_of_a_penny_is_said_at_once_and_refused(field: MoneyEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "=10/3")
    echo = field.findChild(EchoLabel)
    assert echo is not None
    assert echo.text() == "Look again: PennyPartError"
    assert field.pence() is None
    assert not field.settle()


def test_each_change_is_told_once(field: MoneyEdit, qtbot: QtBot) -> None:
    told: list[int | None] = []
    field.pence_changed.connect(told.append)
    QTest.keyClicks(field, "1.50")
    field.settle()
    assert told == [100, 150]
    field.clear()
    field.settle()
    assert told[-1] is None


@given(pence=st.integers(0, 100_000_000))
def test_every_amount_shown_is_read_back_as_itself(qapp: QApplication, pence: int) -> None:
    field = MoneyEdit("Fare", word)
    field.set_pence(pence)
    assert field.settle()
    assert field.pence() == pence
