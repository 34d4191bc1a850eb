"""Each change can be read and taken back, or the reason why not is said."""

import dataclasses
import json
from typing import TypeVar

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import CannotUndoError, NotFoundError
from coprod_desktop.domain.expenses import Receipt
from coprod_desktop.domain.limits import LimitWatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pins import OperatorPin
from coprod_desktop.domain.projects import Project
from coprod_desktop.storage import history, schema, undo_line
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.journal import broken_links
from tests.builders import a_contribution, a_limit_watch, a_participant, a_project, next_id
from tests.storage.world import (
    GRACE,
    all_of,
    change,
    empty,
    everything,
    of_kind,
    one_of_each,
    remove,
    save,
)

R = TypeVar("R")


def latest_id(database: Database) -> int:
    with database.reading() as reading:
        return history.latest(reading, 1)[0].change_id


def undo(database: Database, change_id: int) -> None:
    with database.transaction("undo", GRACE) as work:
        history.take_back(work, change_id)


def refused(database: Database, change_id: int) -> object:
    before = everything(database)
    with pytest.raises(CannotUndoError) as refusal:
        undo(database, change_id)
    assert everything(database) == before
    return refusal.value.facts["because"]


def test_the_newest_changes_come_first_page_by_page(database: Database) -> None:
    for number in range(5):
        save(database, a_participant(), verb=f"verb {number}")
    with database.reading() as reading:
        first = history.latest(reading, 2)
        second = history.latest(reading, 2, before_id=first[-1].change_id)
    assert [one.verb for one in (*first, *second)] == ["verb 4", "verb 3", "verb 2", "verb 1"]
    assert [one.change_id for one in first] == [5, 4]
    assert {one.operator for one in first} == {GRACE}


def test_a_change_tells_each_row_before_and_after(database: Database) -> None:
    person = a_participant(name="Ann")
    save(database, person)
    change(database, dataclasses.replace(person, name="Anne"))
    remove(database, person)
    with database.reading() as reading:
        told = [history.rows_of(reading, number)[0] for number in (1, 2, 3)]
        about = history.rows_about(reading, person.participant_id)
    names = [((r.before or {}).get("name"), (r.after or {}).get("name")) for r in told]
    assert names == [(None, "Ann"), ("Ann", "Anne"), ("Anne", None)]
    assert [row.table for row in told] == ["participants"] * 3
    assert [one.verb for one, _row in about] == ["make ready", "change", "remove"]
    assert [row for _one, row in about] == told


def test_a_change_that_is_not_there_is_named(database: Database) -> None:
    with database.reading() as reading, pytest.raises(NotFoundError):
        history.change(reading, 1)
    with pytest.raises(NotFoundError):
        undo(database, 1)


def test_adding_changing_and_removing_are_taken_back(database: Database) -> None:
    records = [one for one in one_of_each() if not isinstance(one, LimitWatch | OperatorPin)]
    save(database, *records)
    whole = everything(database)
    undo(database, latest_id(database))
    assert not any(everything(database).values())
    undo(database, latest_id(database))  # taking back what was taken back
    assert everything(database) == whole


def test_what_was_told_in_confidence_leaves_no_image_once_it_is_gone(database: Database) -> None:
    person = a_participant()
    told = a_limit_watch(participant_id=person.participant_id)
    save(database, person)
    save(database, told, verb="tell")
    change(database, dataclasses.replace(told, own_pence=7_700), verb="tell more")
    with database.reading() as reading:
        assert all(row.after for row in history.rows_of(reading, 3))
    remove(database, told)
    with database.reading() as reading:
        about = history.rows_about(reading, told.limit_watch_id)
        assert [(row.before, row.after) for _change, row in about] == [(None, None)] * 3
        assert broken_links(reading.connection) == []
    for number in (4, 3, 2):
        with pytest.raises(CannotUndoError) as caught:
            undo(database, number)
        assert caught.value.facts == {"because": "erased"}


def test_taking_back_what_was_told_in_confidence_leaves_no_image_either(
    database: Database,
) -> None:
    person = a_participant()
    told = a_limit_watch(participant_id=person.participant_id)
    save(database, person)
    save(database, told, verb="tell")
    undo(database, 2)
    with database.reading() as reading:
        about = history.rows_about(reading, told.limit_watch_id)
        assert [(row.before, row.after) for _change, row in about] == [(None, None)] * 2
        assert broken_links(reading.connection) == []


def test_changes_of_some_verbs_are_passed_over(database: Database) -> None:
    save(database, a_participant(), verb="log")
    save(database, a_participant(), verb="set PIN")
    with database.reading() as reading:
        found = undo_line.last_standing(reading, besides={"set PIN"})
        assert found is not None
        assert found.verb == "log"
        assert undo_line.last_standing(reading, besides={"log", "set PIN"}) is None


def test_the_words_for_undoing_nothing_that_a_person_did(database: Database) -> None:
    with database.reading() as reading:
        assert undo_line.last_standing(reading) is None
    save(database, a_participant(), verb="first")
    save(database, a_participant(), verb="second")
    undo(database, 2)
    with database.reading() as reading:
        found = undo_line.last_standing(reading)
        assert found is not None
        assert found.verb == "first"
        newest = history.latest(reading, 3)
    assert [(one.undoes_id, one.is_undone) for one in newest] == [
        (2, False),
        (None, True),
        (None, False),
    ]


def test_what_was_changed_since_is_not_taken_back(database: Database) -> None:
    person = a_participant(phone="1")
    save(database, person)
    change(database, dataclasses.replace(person, phone="2"))
    change(database, dataclasses.replace(person, phone="3"))
    assert refused(database, 1) == "later"
    assert refused(database, 2) == "later"
    undo(database, 3)
    undo(database, 2)
    assert all_of(database, Participant) == (person,)


def test_a_change_is_taken_back_once(database: Database) -> None:
    person = a_participant(phone="1")
    save(database, person)
    change(database, dataclasses.replace(person, phone="2"))
    undo(database, 2)
    change(database, dataclasses.replace(person, phone="2"))  # as change 2 had left it
    assert refused(database, 2) == "later"


def test_a_record_that_others_have_come_to_point_to_stays(database: Database) -> None:
    person, project = a_participant(), a_project()
    save(database, person)
    save(database, project)
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    save(database, a_contribution(**links))
    assert refused(database, 1) == "later"


def test_a_record_whose_person_is_gone_does_not_come_back(database: Database) -> None:
    person, project = a_participant(), a_project()
    work = a_contribution(
        participant_id=person.participant_id, project_id=project.project_id, import_key="row 1"
    )
    save(database, person, project, work)
    remove(database, work)
    remove(database, person)
    assert refused(database, 2) == "missing"


def test_a_record_whose_place_was_taken_does_not_come_back(database: Database) -> None:
    person, project = a_participant(), a_project()
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    work = a_contribution(**links, import_key="row 1")
    save(database, person, project, work)
    remove(database, work)
    save(database, a_contribution(**links, import_key="row 1"))
    assert refused(database, 2) == "later"


def test_what_was_erased_does_not_come_back(database: Database) -> None:
    person = a_participant()
    save(database, person)
    remove(database, person)
    rows = schema.row_changes
    with database.engine.connect() as connection:
        connection.execute(sa.update(rows).values(before=None, after=None))
        connection.commit()
    assert refused(database, 2) == "erased"


def test_a_removed_file_comes_back_with_its_bytes(database: Database) -> None:
    records = one_of_each()
    receipt = of_kind(records, Receipt)
    save(database, *records)
    for _again in range(2):
        remove(database, receipt)
        undo(database, latest_id(database))
        assert all_of(database, Receipt) == (receipt,)


def test_a_removed_file_whose_bytes_were_erased_does_not_come_back(database: Database) -> None:
    records = one_of_each()
    save(database, *records)
    remove(database, of_kind(records, Receipt))
    with database.engine.connect() as connection:
        connection.execute(sa.delete(schema.removed_files))
        connection.commit()
    assert refused(database, 2) == "erased"


def test_a_renamed_file_keeps_its_bytes_when_the_renaming_is_taken_back(database: Database) -> None:
    records = one_of_each()
    receipt = of_kind(records, Receipt)
    save(database, *records)
    change(database, dataclasses.replace(receipt, file_name="renamed.png"))
    undo(database, 2)
    assert all_of(database, Receipt) == (receipt,)


def test_a_file_that_was_exchanged_comes_back(database: Database) -> None:
    records = one_of_each()
    receipt = of_kind(records, Receipt)
    save(database, *records)
    change(database, dataclasses.replace(receipt, content=b"other bytes"))
    undo(database, 2)
    assert all_of(database, Receipt) == (receipt,)


def test_a_name_that_looks_like_a_fingerprint_is_only_a_name(database: Database) -> None:
    person = a_participant(name="sha256:0000")
    save(database, person)
    remove(database, person)
    undo(database, 2)
    assert all_of(database, Participant) == (person,)


def put_back(now: dict[int, R], before: dict[int, R], after: dict[int, R]) -> None:
    """Do to a dictionary what taking back a change does to a table."""
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            assert now.get(key) == after.get(key)  # nothing later stood in the way
            now.pop(key, None)
            if key in before:
                now[key] = before[key]


class Model(RuleBasedStateMachine):
    """Add, change, remove and take back at random, beside a plain dictionary that does the same."""

    database: Database

    @initialize()
    def begin(self) -> None:
        empty(self.database)
        self.project = a_project()
        self.people: dict[int, Participant] = {}
        self.work: dict[int, Contribution] = {}
        self.past: list[tuple[dict[int, Participant], dict[int, Contribution]]] = [({}, {})]
        self.undone: set[int] = set()
        save(self.database, self.project)
        self.remember()

    def remember(self) -> None:
        self.past.append((dict(self.people), dict(self.work)))

    @rule(name=st.sampled_from(["Ann", "Siân", "O'Brien"]))
    def add(self, name: str) -> None:
        person = a_participant(name=name)
        self.people[person.participant_id] = person
        save(self.database, person)
        self.remember()

    @rule(pick=st.integers(0, 99), minutes=st.integers(1, 1440))
    def log(self, pick: int, minutes: int) -> None:
        if self.people:
            person = sorted(self.people)[pick % len(self.people)]
            links = {"participant_id": person, "project_id": self.project.project_id}
            work = a_contribution(**links, minutes=minutes, contribution_id=next_id())
            self.work[work.contribution_id] = work
            save(self.database, work)
            self.remember()

    @rule(pick=st.integers(0, 99), name=st.sampled_from(["Ann", "Zoë", "=1+1"]))
    def rename(self, pick: int, name: str) -> None:
        if self.people:
            key = sorted(self.people)[pick % len(self.people)]
            if self.people[key].name != name:
                self.people[key] = dataclasses.replace(self.people[key], name=name)
                change(self.database, self.people[key])
                self.remember()

    @rule(pick=st.integers(0, 99))
    def drop(self, pick: int) -> None:
        if self.work:
            key = sorted(self.work)[pick % len(self.work)]
            remove(self.database, self.work.pop(key))
            self.remember()

    @rule(pick=st.integers(0, 99))
    def take_back(self, pick: int) -> None:
        change_id = len(self.past) - 1 - pick % (len(self.past) - 1)
        try:
            undo(self.database, change_id)
        except CannotUndoError:
            assert not self.is_newest(change_id)
            return
        self.apply_inverse(change_id)
        self.undone.add(change_id)
        self.remember()

    def is_newest(self, change_id: int) -> bool:
        return change_id == len(self.past) - 1 and change_id not in self.undone

    def apply_inverse(self, change_id: int) -> None:
        """Put back what this change did, and only that."""
        (people, work), (people_after, work_after) = self.past[change_id - 1 : change_id + 1]
        put_back(self.people, people, people_after)
        put_back(self.work, work, work_after)
        there = all_of(self.database, Project)
        if there:  # taking back may have brought another one back
            self.project = there[0]
        else:
            self.project = a_project()
            save(self.database, self.project)
            self.remember()

    @invariant()
    def the_file_holds_what_the_dictionary_holds(self) -> None:
        if hasattr(self, "people"):
            assert {p.participant_id: p for p in all_of(self.database, Participant)} == self.people
            assert {c.contribution_id: c for c in all_of(self.database, Contribution)} == self.work

    def teardown(self) -> None:
        with self.database.reading() as reading:
            assert broken_links(reading.connection) == []
            told = reading.connection.scalar(sa.select(sa.func.count()).select_from(schema.changes))
        assert told == len(self.past) - 1


def test_any_order_of_changes_and_undoings_gives_what_a_dictionary_gives(
    database: Database,
) -> None:
    run_state_machine_as_test(
        type("Bound", (Model,), {"database": database}),
        settings=settings(
            max_examples=15,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_images_keep_the_order_of_the_columns(database: Database) -> None:
    save(database, a_project())
    with database.reading() as reading:
        text = reading.connection.scalar(sa.select(schema.row_changes.c.after))
    assert list(json.loads(text or "")) == schema.table_of(Project).columns.keys()
