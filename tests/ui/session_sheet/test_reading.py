"""What is typed on the sheet means one thing, or gets a sentence; money is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseKind
from coprod_desktop.ui.session_sheet.reading import (
    Answer,
    NotUnderstoodError,
    SmallExpense,
    answer_words,
    expense_echo,
    expense_words,
    offered_answers,
    read_answer,
    read_expense,
)

BUS, CAR = ExpenseKind.BUS, ExpenseKind.CAR


@pytest.mark.parametrize(
    ("typed", "expense"),
    [
        ("4.60 bus", SmallExpense(kind=BUS, pence=460)),
        ("bus 4.60", SmallExpense(kind=BUS, pence=460)),
        ("4.60bus", SmallExpense(kind=BUS, pence=460)),
        ("£9.90 train", SmallExpense(kind=ExpenseKind.TRAIN, pence=990)),
        ("tra 3", SmallExpense(kind=ExpenseKind.TRAIN, pence=300)),
        ("lunch 5", SmallExpense(kind=ExpenseKind.MEAL, pence=500)),
        ("3.50*2 bus", SmallExpense(kind=BUS, pence=700)),
        ("£1,234.50 train", SmallExpense(kind=ExpenseKind.TRAIN, pence=123_450)),
        ("50p", SmallExpense(kind=ExpenseKind.OTHER, pence=50)),
        ("4.60", SmallExpense(kind=ExpenseKind.OTHER, pence=460)),
        ("12 miles car", SmallExpense(kind=CAR, tenth_miles=120)),
        ("12 miles", SmallExpense(kind=CAR, tenth_miles=120)),
        ("12 car", SmallExpense(kind=CAR, tenth_miles=120)),
        ("12m bike", SmallExpense(kind=ExpenseKind.BICYCLE, tenth_miles=120)),
        ("12.5 miles by motorbike", SmallExpense(kind=ExpenseKind.MOTORCYCLE, tenth_miles=125)),
        ("£12 car", SmallExpense(kind=CAR, pence=1200)),
    ],
)
def test_an_expense_is_read_as_people_write_it(typed: str, expense: SmallExpense) -> None:
    assert read_expense(typed) == expense


@pytest.mark.parametrize("typed", ["bus", "9 boat", "c 5", "12 50 bus", "-3 bus", "12 miles bus"])
def test_an_expense_that_could_mean_anything_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match="12 miles car"):
        read_expense(typed)


@given(st.sampled_from(ExpenseKind), st.integers(1, 99_999))
def test_a_shown_expense_can_be_typed_again(kind: ExpenseKind, amount: int) -> None:
    cost = SmallExpense(kind=kind, pence=amount)
    assert read_expense(expense_words(cost)) == cost
    if kind in MILEAGE_KINDS:
        journey = SmallExpense(kind=kind, tenth_miles=amount)
        assert read_expense(expense_words(journey)) == journey


def test_the_echo_says_what_it_will_be_paid_by() -> None:
    assert expense_echo(SmallExpense(kind=CAR, tenth_miles=10)) == "1 mile. Car, by the mile"
    assert expense_echo(SmallExpense(kind=CAR, tenth_miles=125)) == "12.5 miles. Car, by the mile"
    assert expense_echo(SmallExpense(kind=CAR, pence=1200)) == "£12.00. Car"
    assert expense_echo(SmallExpense(kind=BUS, pence=460)) == "£4.60. Bus"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("p", Answer()),
        ("Unpaid", Answer(pay=Pay.UNPAID)),
        ("u", Answer(pay=Pay.UNPAID)),
        ("s", Answer(pay=Pay.SALARY)),
        ("in salary", Answer(pay=Pay.SALARY)),
        ("d", Answer(choice=Choice.DECLINE)),
        ("declined", Answer(choice=Choice.DECLINE)),
        ("v", Answer(choice=Choice.VOUCHER)),
        ("defer", Answer(choice=Choice.DEFER)),
        ("donate", Answer(choice=Choice.DONATE)),
        ("part 50", Answer(choice=Choice.PART, part_pence=5000)),
        ("Part £12.50", Answer(choice=Choice.PART, part_pence=1250)),
    ],
)
def test_an_answer_is_read_from_a_letter_or_a_word(typed: str, answer: Answer) -> None:
    assert read_answer(typed) == answer


@pytest.mark.parametrize("typed", ["part", "part x", "perhaps", "part -5"])
def test_an_answer_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises((NotUnderstoodError, DomainError)):
        read_answer(typed)


@given(st.integers(0, 100_000))
def test_a_shown_answer_can_be_typed_again(pence: int) -> None:
    for answer in (*offered_answers(), Answer(choice=Choice.PART, part_pence=pence)):
        assert read_answer(answer_words(answer)) == answer
