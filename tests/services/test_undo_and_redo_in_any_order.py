"""Any order of verbs, undo, redo and reopening leaves in the file what a model says."""

import dataclasses
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from coprod_desktop.domain.changes import Change
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.list_looks import Look
from coprod_desktop.services.office import open_office
from tests.services.world import PASSPHRASE, World

NAMES = ("Aisha Rahman", "Bronwen Pugh", "Siân O'Brien")
picks = st.integers(0, 99)


class Line(RuleBasedStateMachine):
    """A charity in a real encrypted file, beside a list of how it looked after each step.

    `done` are the steps that count, each with the file as it was before; `undone` those that were
    taken back since the last new one, each with the file as it was while it counted.
    """

    world: World

    def __init__(self) -> None:
        super().__init__()
        office = self.world.office
        while office.history.undoing() is not None:
            office.history.undo()
        self.done: list[Any] = [self.world.records()]
        self.undone: list[Any] = []
        office.projects.add(self.world.project)  # something new: the lines of before are ended
        self.now = self.world.records()

    def step(self, do: Any) -> None:
        """Do something new; a refusal changes nothing."""
        before, last = self.now, self.newest()
        try:
            do()
        except DomainError:
            return
        if self.newest() != last:
            self.done.append(before)
            self.undone.clear()
            self.now = self.world.records()

    def newest(self) -> Change:
        return self.world.office.history.latest(1)[0]

    @rule(name=st.sampled_from(NAMES))
    def add(self, name: str) -> None:
        self.step(lambda: self.world.person(name, has_account=False))

    @rule(pick=picks, minutes=st.integers(1, 300))
    def log(self, pick: int, minutes: int) -> None:
        office = self.world.office
        people = office.participants.everybody()
        if not office.projects.open_projects():
            self.step(lambda: office.projects.add(self.world.project))
        elif people:
            person = people[pick % len(people)]
            project_id = office.projects.open_projects()[0].project_id
            self.step(lambda: self.world.log(person, minutes=minutes, project_id=project_id))

    @rule(pick=picks, what=st.sampled_from(["approve", "remove", "correct"]))
    def work_on(self, pick: int, what: str) -> None:
        found = self.world.office.contributions
        pieces = self.pieces()
        if pieces:
            piece = pieces[pick % len(pieces)]
            doings = {
                "approve": lambda: found.approve([piece.contribution_id]),
                "remove": lambda: found.remove(piece.contribution_id),
                "correct": lambda: found.correct(dataclasses.replace(piece, minutes=77)),
            }
            self.step(doings[what])

    def pieces(self) -> list[Any]:
        return [
            one for same in self.now.values() for one in same if hasattr(one, "contribution_id")
        ]

    @rule(name=st.sampled_from("ABC"))
    def keep_a_view(self, name: str) -> None:
        look = Look(is_descending=name == "A")
        self.step(lambda: self.world.office.saved_views.save("contributions", name, look))

    @rule(days=st.integers(1, 20))
    def change_settings(self, days: int) -> None:
        organisation = self.world.office.organisation.get()
        changed = dataclasses.replace(organisation, promise_days=days)
        self.step(lambda: self.world.office.organisation.save(changed))

    @rule()
    def undo(self) -> None:
        if not self.done:
            assert self.world.office.history.undoing() is None
            return
        self.world.office.history.undo()
        self.undone.append(self.now)
        self.now = self.done.pop()

    @rule()
    def redo(self) -> None:
        if not self.undone:
            assert self.world.office.history.redoing() is None
            return
        self.world.office.history.redo()
        self.done.append(self.now)
        self.now = self.undone.pop()

    @rule()
    def reopen(self) -> None:
        path = str(self.world.office.desk.database.path)
        self.world.office.close()
        self.world.office = open_office(path, PASSPHRASE, clock=self.world.clock)

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        assert self.world.records() == self.now

    def teardown(self) -> None:
        assert self.world.findings() == ()


def test_any_order_of_steps_undo_redo_and_reopening_keeps_the_file_as_the_model_says(
    tmp_path: Path,
) -> None:
    world = World.make(str(tmp_path / "Rivermead.coprod"))
    try:
        run_state_machine_as_test(
            type("Bound", (Line,), {"world": world}),
            settings=settings(
                max_examples=12,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        world.office.close()
