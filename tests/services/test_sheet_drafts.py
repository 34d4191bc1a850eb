"""The sheet is kept as it is typed, for each operator, and the history keeps none of it."""

import pytest

from coprod_desktop.domain.errors import DayTooLongError
from coprod_desktop.services.office import open_office
from tests.services.world import GRACE, IDRIS, PASSPHRASE, World


def test_a_draft_is_kept_replaced_and_left_out_of_the_history(world: World) -> None:
    drafts, last = world.office.sheet_drafts, world.office.history.latest(1)
    told: list[frozenset[str]] = []
    world.office.when_committed(told.append)
    assert drafts.kept() == ""
    drafts.keep("first")
    drafts.keep("second “Llŷr”")
    assert drafts.kept() == "second “Llŷr”"
    drafts.keep("")
    assert drafts.kept() == ""
    assert world.office.history.latest(1) == last
    assert told == []


def test_each_operator_has_a_draft_and_who_goes_on_typing_takes_it_over(world: World) -> None:
    drafts = world.office.sheet_drafts
    drafts.keep("of Grace")
    world.sit(IDRIS)
    assert drafts.kept() == ""
    drafts.keep("gone on by Idris", former_id=world.operators[GRACE])
    world.sit(GRACE)
    assert drafts.kept() == ""
    world.sit(IDRIS)
    assert drafts.kept() == "gone on by Idris"


def test_saving_the_sheet_forgets_the_draft_in_the_same_breath(world: World) -> None:
    entry = world.session(world.row(world.person()))
    world.office.sheet_drafts.keep("typed")
    world.office.sessions.log(entry)  # from elsewhere
    assert world.office.sheet_drafts.kept() == "typed"
    too_long = world.session(world.row(world.person("Bronwen Pugh"), minutes=(("Meeting", 1441),)))
    with pytest.raises(DayTooLongError):
        world.office.sessions.log(too_long, is_sheet=True)
    assert world.office.sheet_drafts.kept() == "typed"
    world.office.sessions.log(entry, is_sheet=True)
    assert world.office.sheet_drafts.kept() == ""


def test_a_draft_survives_a_program_that_ends_without_closing(world: World) -> None:
    location = world.office.desk.database.path
    if location is None:
        pytest.skip("a server keeps its own files")
    world.office.sheet_drafts.keep("typed")
    world.office.desk.database._lock.free()  # type: ignore[union-attr]  # as the system does
    again = open_office(str(location), PASSPHRASE, operator=GRACE)
    assert again.sheet_drafts.kept() == "typed"
    again.close()
