"""A step that is only tried out leaves no trace, and later ones see those before."""

import pytest

from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.storage import history, undo_line
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.rehearsal import tried_step
from tests.builders import a_participant
from tests.storage.world import GRACE, everything, save


class _GivenUpError(Exception):
    """End the transaction."""


def try_out(database: Database) -> None:
    with database.transaction("try", GRACE) as work:
        for number in (2, 1):
            with tried_step(work, "undo"):
                history.take_back(work, number)
            assert history.change(work, number).is_undone
        assert undo_line.last_standing(work) is None
        with pytest.raises(CannotUndoError), tried_step(work, "undo"):
            history.take_back(work, 1)
        raise _GivenUpError


def test_steps_see_those_tried_before_and_nothing_is_kept(database: Database) -> None:
    for name in "AB":
        save(database, a_participant(name=name))
    before = everything(database)
    with pytest.raises(_GivenUpError):
        try_out(database)
    assert everything(database) == before
    with database.reading() as reading:
        assert [one.change_id for one in history.latest(reading, 9)] == [2, 1]
