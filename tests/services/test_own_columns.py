"""A charity adds columns of its own, and each holds only what fits its kind."""

import datetime

import pytest

from coprod_desktop.domain.errors import AlreadyThereError, DomainError, NotFoundError
from coprod_desktop.domain.own_column_errors import OwnValueUnreadableError, TooManyOwnColumnsError
from coprod_desktop.domain.own_columns import OwnKind, OwnValue
from coprod_desktop.services.own_columns import MOST_COLUMNS, read_value
from coprod_desktop.services.sentences import sentence
from tests.services.world import World

TODAY = datetime.date(2026, 11, 22)


def test_a_column_is_added_renamed_and_taken_away_with_what_stood_in_it(world: World) -> None:
    own, person = world.office.own_columns, world.person()
    size = own.add("participants", " T-shirt ", OwnKind.TEXT)
    bus = own.add("participants", "Bus", OwnKind.NUMBER)
    assert own.all("participants") == (size, bus)
    assert own.all("contributions") == ()
    with world.refused(AlreadyThereError):
        own.add("participants", "t-SHIRT", OwnKind.DAY)
    with world.refused(AlreadyThereError):
        own.rename(bus.own_column_id, "T-shirt")
    ids = [person.participant_id, 99]
    assert own.set_value(size.own_column_id, ids, "  Medium ") == "Medium"
    assert own.values("participants", ids) == {
        row_id: {size.own_column_id: "Medium"} for row_id in ids
    }
    assert own.values("contributions", ids) == {}
    own.remove(size.own_column_id)
    assert own.all("participants") == (bus,)
    back = own.add("participants", "T-shirt", OwnKind.TEXT)
    assert back.own_column_id == size.own_column_id
    assert own.values("participants", [99]) == {99: {size.own_column_id: "Medium"}}
    own.set_value(size.own_column_id, [99], "")
    assert own.values("participants", ids).keys() == {person.participant_id}
    world.office.history.undo()
    assert own.values("participants", [99]) == {99: {size.own_column_id: "Medium"}}
    assert own.rename(bus.own_column_id, "Bus fare").title == "Bus fare"
    assert world.findings() == ()


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        (OwnKind.TEXT, " a  b ", "a b"),
        (OwnKind.NUMBER, "1,600.50", "1600.5"),
        (OwnKind.NUMBER, "2*3", "6"),
        (OwnKind.DAY, "17/11/2026", "2026-11-17"),
        (OwnKind.TICK, "Y", "yes"),
        (OwnKind.TICK, "no", ""),
        (OwnKind.NUMBER, " ", ""),
        (OwnKind.DAY, "", ""),
    ],
)
def test_what_is_typed_is_kept_in_one_form(kind: OwnKind, text: str, kept: str) -> None:
    assert read_value(kind, text, TODAY) == kept


@pytest.mark.parametrize("kind", [OwnKind.NUMBER, OwnKind.DAY, OwnKind.TICK])
def test_what_does_not_fit_is_refused_in_words_and_nothing_changes(
    file_world: World, kind: OwnKind
) -> None:
    own = file_world.office.own_columns
    column = own.add("participants", "Extra", kind)
    with file_world.refused(OwnValueUnreadableError) as caught:
        own.set_value(column.own_column_id, [1], "perhaps")
    assert "perhaps" in sentence(caught.value)
    assert "stays as it was" in sentence(caught.value)
    assert file_world.records(OwnValue)[OwnValue] == ()


def test_a_list_takes_only_so_many_columns(file_world: World) -> None:
    own = file_world.office.own_columns
    for number in range(MOST_COLUMNS):
        own.add("participants", f"Column {number}", OwnKind.TEXT)
    with file_world.refused(TooManyOwnColumnsError) as caught:
        own.add("participants", "One more", OwnKind.TEXT)
    assert "30" in sentence(caught.value)
    with pytest.raises(NotFoundError):
        own.remove(1)
    assert issubclass(TooManyOwnColumnsError, DomainError)
