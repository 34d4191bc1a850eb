"""What does not fit a column of one's own is refused with what to write instead."""

import pytest

from coprod_desktop.domain.own_column_errors import OwnValueUnreadableError, TooManyOwnColumnsError
from coprod_desktop.domain.own_columns import OwnKind
from coprod_desktop.services.sentences import sentence


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (OwnKind.DAY, "a day such as 17/11/2026"),
        (OwnKind.TICK, "yes or no"),
        (OwnKind.NUMBER, "a number such as 2.5"),
    ],
)
def test_each_kind_says_what_it_takes(kind: OwnKind, wanted: str) -> None:
    words = sentence(OwnValueUnreadableError(text="soon", kind=kind))
    assert "soon" in words
    assert wanted in words


def test_too_many_columns_say_how_many_there_may_be() -> None:
    assert "30" in sentence(TooManyOwnColumnsError(most=30))
