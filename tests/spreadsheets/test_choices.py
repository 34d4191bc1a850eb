"""Choices are known by the words that people use for them."""

import pytest

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.spreadsheets import choices
from coprod_desktop.spreadsheets.problems import CellError


def test_every_value_of_the_app_is_known_by_its_own_word() -> None:
    for kind in ExpenseKind:
        assert choices.choose(kind.value.upper(), ExpenseKind, choices.EXPENSES) is kind


def test_other_words_are_known_too() -> None:
    assert choices.choice_reader(PaidBy, choices.PAID_BY)("BACS") is PaidBy.BANK
    assert choices.read_language("Cymraeg") == "cy"


def test_a_word_not_known_is_answered_with_those_that_are() -> None:
    with pytest.raises(CellError, match="lived experience, carer"):
        choices.choice_reader(Capacity, choices.CAPACITIES)("king")
    with pytest.raises(CellError, match="Welsh"):
        choices.read_language("Klingon")
