"""Flags and notes stand beside rows, change nothing else, and can be taken back."""

import pytest

from coprod_desktop.domain.errors import TextIsFormulaError
from coprod_desktop.domain.row_marks import Flag, RowMark
from tests.services.world import World


def test_flags_and_notes_come_and_go_by_themselves(world: World) -> None:
    marks, piece = world.office.row_marks, world.log(world.person())
    row_id = piece.contribution_id
    assert marks.set_flag("contributions", [row_id, row_id, 7], Flag.RED) == 2
    assert marks.set_note("contributions", [row_id], "  Ask Bethan ") == 1
    found = marks.of("contributions", [row_id, 7, 8])
    assert {key: (one.flag, one.note) for key, one in found.items()} == {
        row_id: (Flag.RED, "Ask Bethan"),
        7: (Flag.RED, ""),
    }
    assert marks.of("participants", [row_id]) == {}
    assert (marks.are_there("contributions"), marks.are_there("participants")) == (True, False)
    assert marks.set_flag("contributions", [row_id], Flag.RED) == 0
    marks.set_flag("contributions", [row_id, 7], Flag.NONE)
    assert {key: one.note for key, one in marks.of("contributions", [row_id, 7]).items()} == {
        row_id: "Ask Bethan"
    }
    marks.set_note("contributions", [row_id], "")
    assert world.records(RowMark)[RowMark] == ()
    world.office.history.undo()
    assert marks.of("contributions", [row_id])[row_id].note == "Ask Bethan"
    assert world.office.contributions.get(row_id) == piece
    assert world.findings() == ()


def test_a_note_keeps_the_rules_of_text(file_world: World) -> None:
    with pytest.raises(TextIsFormulaError):
        file_world.office.row_marks.set_note("contributions", [1], "=1+1")
