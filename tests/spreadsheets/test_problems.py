"""Each failure to read a cell has a sentence that says what to do."""

import pytest

from coprod_desktop.domain import errors
from coprod_desktop.spreadsheets.problems import CellError, sentence

_CASES: list[errors.DomainError | CellError] = [
    errors.MoneyUnreadableError(text="x"),
    errors.NegativeMoneyError(pence=-1),
    errors.MoneyTooLargeError(pence=10**12),
    errors.DurationUnreadableError(text="x"),
    errors.DurationNotPositiveError(minutes=0),
    errors.DurationNotPositiveError(minutes=-5),
    errors.DayTooLongError(minutes=2000),
    errors.DistanceUnreadableError(text="x"),
    errors.DateUnreadableError(text="x"),
    errors.DateImpossibleError(text="30/2"),
    errors.DateOutOfRangeError(day=None),
    errors.NameMissingError(),
    errors.TextTooLongError(length=600, limit=500),
    errors.TextUnprintableError(),
    errors.SortCodeUnreadableError(),
    errors.AccountNumberUnreadableError(),
    CellError("Say it again."),
]


@pytest.mark.parametrize("error", _CASES)
def test_every_failure_has_whole_sentences(error: errors.DomainError | CellError) -> None:
    words = sentence(error)
    assert words.endswith(".")
    assert "{" not in words
    assert not any(word in words.lower() for word in ("invalid", "error", "user"))


def test_sentences_differ_from_each_other() -> None:
    assert len({sentence(error) for error in _CASES}) == len(_CASES)


def test_a_text_too_long_says_by_how_much() -> None:
    assert "600" in sentence(errors.TextTooLongError(length=600, limit=500))
