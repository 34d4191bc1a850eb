"""Everything that money is spent on has a word of its own."""

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.services.expense_words import expense_kind_words


def test_every_kind_has_its_own_words() -> None:
    assert len({expense_kind_words(kind) for kind in ExpenseKind}) == len(ExpenseKind)
