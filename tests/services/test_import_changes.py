"""An edited row is known again by two of three traits, and each record only once."""

import pytest

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.services.import_changes import (
    MOST_WITHOUT_PROOF,
    EarlierRows,
    held_words,
    may_be_edited,
)

Row = tuple[str, int, str]


def _earlier(*rows: Row) -> EarlierRows[Row]:
    return EarlierRows(rows, lambda _row: "here", lambda row: row)


@pytest.mark.parametrize(
    ("row", "is_known"),
    [
        (("Garden", 120, "Dug"), True),
        (("Garden", 90, "Dug"), True),
        (("Garden", 120, "Planted"), True),
        (("Ward", 120, "Dug"), True),
        (("Garden", 90, "Planted"), False),
        (("Ward", 90, "Dug"), False),
    ],
)
def test_two_of_three_traits_are_enough(row: Row, is_known: bool) -> None:
    assert (_earlier(("Garden", 120, "Dug")).take("here", row) is not None) is is_known


def test_the_likest_record_is_taken_and_only_once() -> None:
    like, liker = ("Garden", 60, "Dug"), ("Garden", 120, "Dug")
    earlier = _earlier(like, liker)
    assert earlier.take("elsewhere", liker) is None
    assert earlier.take("here", liker) == liker
    assert earlier.take("here", liker) == like
    assert earlier.take("here", liker) is None


def test_what_was_decided_about_is_held_with_a_reason() -> None:
    assert held_words(WorkState.LOGGED) == ""
    for state in (WorkState.APPROVED, WorkState.IN_PAY_RUN, WorkState.PAID):
        assert "already" in held_words(state)
    assert "difference" in held_words(WorkState.LOGGED, is_topped_up=True)


def test_a_large_sheet_is_edited_only_where_some_row_of_it_is_known() -> None:
    keys = [str(number) for number in range(MOST_WITHOUT_PROOF + 1)]
    assert may_be_edited((), keys[:-1])
    assert not may_be_edited((), keys)
    assert may_be_edited({"7"}, keys)
