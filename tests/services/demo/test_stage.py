"""The stage knows who is who by their keys."""

from coprod_desktop.services.demo.stage import without
from tests.builders import TODAY, WORKED_ON
from tests.services.demo.staging import staged
from tests.services.world import GRACE, IDRIS, World


def test_operators_take_the_keyboard_by_their_keys(file_world: World) -> None:
    stage = staged(file_world)
    stage.operators["idris"] = file_world.operators[IDRIS]
    stage.sit_down("nobody yet")
    assert file_world.office.operators.present.name == GRACE
    stage.sit_down("idris")
    assert file_world.office.operators.present.name == IDRIS


def test_the_work_of_a_day_is_found_and_of_nobody_is_nothing(file_world: World) -> None:
    stage = staged(file_world)
    person = file_world.person()
    stage.people["aisha"] = person.participant_id
    logged = file_world.log(person)
    file_world.log(person, worked_on=TODAY)
    assert stage.work_of("aisha", WORKED_ON) == (logged,)
    assert stage.work_of("left out", WORKED_ON) == ()


def test_what_is_left_out_is_gone_and_the_rest_stays() -> None:
    assert without({"a": 1, "b": 2, "c": 3}, "a", "z") == {"b": 2, "c": 3}
