"""Every choice that a record can hold has its words."""

import enum
from collections.abc import Callable
from typing import Any

import pytest

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.limits import LimitRule, WorkAllowance
from coprod_desktop.domain.paper_choices import LANGUAGES, SECTIONS
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy, PayeeCheck
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.ui import words


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Capacity, words.capacity_word),
        (ContactBy, words.contact_word),
        (PaidBy, words.paid_by_word),
        (Edition, words.edition_word),
        (PayeeCheck, words.payee_check_word),
        (Pay, words.pay_word),
        (Choice, words.choice_word),
        (WorkState, words.work_state_word),
        (RunState, words.run_state_word),
        (ExpenseKind, words.expense_kind_word),
        (CheckKind, words.check_word),
        (CheckKind, words.short_check_word),
        (LimitRule, words.limit_rule_word),
        (WorkAllowance, words.work_allowance_word),
    ],
)
def test_every_member_has_words_of_its_own(
    kind: type[enum.StrEnum], word: Callable[[Any], str]
) -> None:
    said = [word(member) for member in kind]
    assert all(said)
    assert len(set(said)) == len(said)
    assert all(one[0].isupper() for one in said)


@pytest.mark.parametrize(
    ("keys", "word"), [(LANGUAGES, words.language_word), (SECTIONS, words.section_word)]
)
def test_every_key_has_words_of_its_own(keys: tuple[str, ...], word: Callable[[str], str]) -> None:
    said = [word(key) for key in keys]
    assert len(set(said)) == len(keys)
    assert all(one[0].isupper() for one in said)


def test_declining_is_told_as_work() -> None:
    assert "work" in words.choice_word(Choice.DECLINE)
