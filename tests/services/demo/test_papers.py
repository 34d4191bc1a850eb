"""Statements of two quarters are issued once the work of each is paid."""

from coprod_desktop.services.demo.papers import SPRING, SUMMER, paper_steps
from coprod_desktop.services.office import Office
from tests.services.demo.staging import staged
from tests.services.world import World


def test_a_quarter_without_work_has_no_statements(file_world: World) -> None:
    steps = list(paper_steps(staged(file_world), are_long=False))
    assert len(steps) == 2
    for step in steps:
        step.do()
    assert file_world.office.statements.list(*SPRING) == ()


def test_long_papers_are_made_for_a_few(file_world: World) -> None:
    stage = staged(file_world, "bethan", "gwyn", "mair")
    assert len(list(paper_steps(stage, are_long=True))) == 3


def test_nearly_everything_on_them_is_paid(demo: Office) -> None:
    for period in (SPRING, SUMMER):
        people = demo.statements.list(*period)
        assert len(people) >= 20
        waiting = [
            row.participant
            for row in people
            if demo.statements.content(row.participant_id, *period).to_come_pence
        ]
        assert set(waiting) <= {"Ngozi Okonkwo", "Aoife Ní Bhriain"}
