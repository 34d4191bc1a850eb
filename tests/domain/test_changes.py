"""What changed is kept as it was: nobody rewrites a line of the history in passing."""

import dataclasses

import pytest

from tests.builders import a_change, a_row_change


def test_a_line_of_the_history_is_not_rewritten() -> None:
    for line in (a_change(), a_row_change()):
        name = dataclasses.fields(line)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(line, name, "something else")


def test_a_row_that_did_not_exist_has_no_image_before() -> None:
    added = a_row_change(before=None, after={"name": "Better Waiting Rooms"})
    assert added.before is None
    assert added.after == {"name": "Better Waiting Rooms"}
