"""The field for each kind of fact that a policy asks for."""

import datetime
import functools
from collections.abc import Callable
from fractions import Fraction
from typing import Any, cast

from PySide6.QtWidgets import QCheckBox

from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.services.fact_words import fact_words
from coprod_desktop.ui.widgets.clock_edit import ClockEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.number_edit import NumberEdit
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError

Today = Callable[[], datetime.date]
Field = QCheckBox | ParsedEdit[Any]  # each kind of field holds values of its own
SHORT = frozenset({FactKind.CLOCK, FactKind.LENGTH, FactKind.MONEY, FactKind.NUMBER})
"""Kinds whose fields are short enough to stand two in a row."""


class WordsEdit(ParsedEdit[str]):
    """Take some words on one line."""

    def parse(self, text: str) -> str:
        """Clean a line of text."""
        return clean_line(text)

    def write(self, value: str) -> str:
        """Write the words as they are."""
        return value


_FIELDS: dict[FactKind, Callable[[str, WordError], Field]] = {
    FactKind.CLOCK: ClockEdit,
    FactKind.LENGTH: functools.partial(DurationEdit, longest=None),  # notice may be days
    FactKind.MONEY: MoneyEdit,
    FactKind.NUMBER: NumberEdit,
    FactKind.WORDS: WordsEdit,
}


def make_field(fact: AskedFact, word_error: WordError, today: Today) -> Field:
    """Return an empty field for a fact, named for those who hear the window."""
    words = fact_words(fact)
    if fact.kind is FactKind.DAY:
        return DateEdit(words, word_error, today)
    if fact.kind is not FactKind.YES_NO:
        return _FIELDS[fact.kind](words, word_error)
    box = QCheckBox(words)
    box.setAccessibleName(words)
    return box


def value_of(field: Field, fact: AskedFact) -> FactValue | None:
    """Return what a field says; a box that is not ticked says nothing."""
    if isinstance(field, QCheckBox):
        return not fact.is_yes_unless_said if field.isChecked() else None
    value = field.value()
    if fact.kind in (FactKind.MONEY, FactKind.LENGTH) and value is not None:
        return Fraction(value)
    return cast(FactValue | None, value)


def put_value(field: Field, fact: AskedFact, value: FactValue) -> None:
    """Show a value in the field of its fact."""
    if isinstance(field, QCheckBox):
        field.setChecked(value is not fact.is_yes_unless_said)
    elif fact.kind in (FactKind.MONEY, FactKind.LENGTH) and isinstance(value, Fraction):
        field.set_value(int(value))
    else:
        field.set_value(value)
