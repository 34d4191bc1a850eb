"""What a screen is given: a way to speak, and a way out for what nobody foresaw."""

import pytest

from coprod_desktop.domain.errors import NameMissingError
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import NOW
from tests.ui.rooms import Room


def test_a_foreseen_failure_is_worded_above_the_page(room: Room) -> None:
    room.context.fail(NameMissingError())
    kind, words = room.said[-1]
    assert kind is MessageKind.BAD
    assert words.endswith(".")


def test_an_unforeseen_failure_is_raised(room: Room) -> None:
    with pytest.raises(ZeroDivisionError):
        room.context.fail(ZeroDivisionError())


def test_what_was_saved_is_said(room: Room) -> None:
    room.context.saved("Three contributions saved.")
    assert room.said == [(MessageKind.GOOD, "Three contributions saved.")]


def test_the_day_is_the_days_of_the_file(room: Room) -> None:
    assert room.context.today() == NOW.astimezone().date()
