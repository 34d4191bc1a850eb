"""The history is read page by page, narrowed, and record by record."""

import dataclasses

from coprod_desktop.domain.changes import HistoryFilter, StepKind
from coprod_desktop.storage import history, history_lines
from coprod_desktop.storage.database import Database
from tests.builders import NOW, a_contribution, a_participant, a_project
from tests.storage.world import GRACE, change, remove, save

ALL = HistoryFilter()


def take_back(database: Database, change_id: int) -> None:
    with database.transaction("undo log", GRACE) as work:
        history.take_back(work, change_id)


def test_lines_say_what_stands(database: Database) -> None:
    save(database, a_participant(), verb="log")
    for number in (1, 2, 1):
        take_back(database, number)
    with database.reading() as reading:
        shown = history_lines.lines(reading, ALL, 9)
        assert [line.kind for line in shown] == [
            StepKind.TAKEN_BACK,
            StepKind.DONE_AGAIN,
            StepKind.TAKEN_BACK,
            StepKind.DONE,
        ]
        assert {(line.root_id, line.is_standing) for line in shown} == {(1, False)}
        assert history_lines.lines(reading, ALL, 2, before_id=3) == shown[2:]
        assert history_lines.lines_of(reading, [1, 3, 99]) == {1: shown[3], 3: shown[1]}
        assert len(history_lines.lines(reading, HistoryFilter(verb="log"), 9)) == 4
        assert history_lines.lines(reading, HistoryFilter(verb="lo"), 9) == ()


def test_lines_about_a_person_hold_what_was_removed_of_theirs(database: Database) -> None:
    person, other, project = a_participant(), a_participant(), a_project()
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    work, kept = a_contribution(**links), a_contribution(**links)
    save(database, person, verb="add")
    save(database, other, project, verb="add others")
    save(database, work, verb="log")
    save(database, kept, verb="log")
    remove(database, work, verb="remove")
    wanted = HistoryFilter(participant_ids=frozenset({person.participant_id}))
    with database.reading() as reading:
        found = history_lines.lines(reading, wanted, 9, removing={"remove"})
        assert [line.verb for line in found] == ["remove", "log", "add"]
        either = dataclasses.replace(wanted, word_verbs=frozenset({"add others"}))
        assert len(history_lines.lines(reading, either, 9, removing={"remove"})) == 4
        nobody = HistoryFilter(participant_ids=frozenset())
        assert history_lines.lines(reading, nobody, 9, removing={"remove"}) == ()
        assert len(history_lines.lines(reading, HistoryFilter(from_at=NOW), 9)) == 5
        assert history_lines.lines(reading, HistoryFilter(to_at=NOW), 9) == ()
        (gone,) = history_lines.removals(reading, {"remove"}, 9)
        assert gone.change_id == 5
        assert history_lines.removals(reading, {"remove"}, 9, before_id=5) == ()


def test_rows_come_some_at_a_time_and_a_record_keeps_its_last_image(database: Database) -> None:
    people = [a_participant(name=name) for name in "ABC"]
    save(database, *people)
    change(database, dataclasses.replace(people[0], name="Z"))
    remove(database, people[0])
    with database.reading() as reading:
        rows = history_lines.rows_after(reading, 1, -1, 9)
        assert rows == history.rows_of(reading, 1)
        assert history_lines.rows_after(reading, 1, 0, 1) == rows[1:2]
        about = history_lines.rows_about(reading, "participants", people[0].participant_id, 9)
        assert [number for number, _row in about] == [3, 2, 1]
        image = history_lines.last_image(reading, "participants", people[0].participant_id)
        assert image is not None
        assert image["name"] == "Z"
        assert history_lines.last_image(reading, "projects", people[0].participant_id) is None
        assert history_lines.restored("participants", image)["capacity"] is people[0].capacity


def test_links_and_fields_are_known_by_name() -> None:
    assert history_lines.fields_of("participants")[:2] == ("participant_id", "name")
    assert history_lines.link_of("contributions", "project_id") == "projects"
    assert history_lines.link_of("contributions", "what") is None
