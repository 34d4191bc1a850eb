"""More people than the story names have names of their own, and are paid in every way."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.demo.crowd import crowd_steps, names
from coprod_desktop.services.demo.script import load_script
from tests.services.demo.staging import staged
from tests.services.world import World

NAMES = load_script().names


@given(st.integers(0, 4000), st.integers(0, 99))
def test_every_name_is_there_once(count: int, seed: int) -> None:
    found = names(NAMES, count, seed)
    assert len(found) == len(set(found)) == count
    assert found == names(NAMES, count, seed)


def test_a_crowd_comes_in_one_step_with_accounts(file_world: World) -> None:
    stage = staged(file_world)
    assert list(crowd_steps(stage, 0)) == []
    (step,) = crowd_steps(stage, 120)
    step.do()
    assert file_world.office.history.latest(1)[0].verb == "import participants"
    people = file_world.office.participants.everybody()
    assert set(stage.crowd) == set(people)
    assert {person.paid_by for person in people} == set(PaidBy)
    by_bank = [person for person in people if person.paid_by is PaidBy.BANK]
    known = [file_world.office.bank_details.get(person.participant_id) for person in by_bank]
    assert 0 < sum(details is not None for details in known)
