"""Ways to look at a list are kept under names, and can be taken back."""

import pytest

from coprod_desktop.domain.errors import AlreadyThereError, NameMissingError, NotFoundError
from coprod_desktop.domain.list_looks import ColumnFilter, Look, look_from_text
from tests.services.world import World

LOOK = Look(sort_key="date", filters=(ColumnFilter(key="participant", ticked=('Llŷr "O\'B"',)),))


def test_a_view_is_saved_replaced_renamed_and_removed(file_world: World) -> None:
    views = file_world.office.saved_views
    first = views.save("contributions", "Mine", Look())
    again = views.save("contributions", " MINE ", LOOK)
    assert (again.saved_view_id, again.name) == (first.saved_view_id, "Mine")
    assert look_from_text(views.named("contributions", "mine").content) == LOOK
    other = views.save("participants", "Mine", Look())
    second = views.save("contributions", "A", Look())
    assert views.all("contributions") == (second, again)
    with file_world.refused(AlreadyThereError):
        views.rename(second.saved_view_id, "mine")
    with file_world.refused(NameMissingError):
        views.save("contributions", "  ", LOOK)
    assert views.rename(again.saved_view_id, "MINE").name == "MINE"
    views.remove(again.saved_view_id)
    with file_world.refused(NotFoundError):
        views.named("contributions", "mine")
    file_world.office.history.undo()
    assert views.named("contributions", "mine").content == again.content
    assert views.all("participants") == (other,)
    assert file_world.findings() == ()


@pytest.mark.parametrize("name", ["contributions", "participants"])
def test_how_a_list_was_left_is_kept_for_each_person_and_leaves_no_history(
    world: World, name: str
) -> None:
    lists, before = world.office.lists, world.office.history.latest(1)
    assert lists.last_look(name) == Look()
    lists.keep_look(name, LOOK)
    lists.keep_look(name, LOOK)
    assert lists.last_look(name) == LOOK
    world.sit("Idris Vaughan")
    assert lists.last_look(name) == Look()
    assert world.office.history.latest(1) == before
