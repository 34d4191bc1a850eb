"""Search finds by any word as people type it, on a file and on a shared database alike."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import fold
from coprod_desktop.storage import history, search, search_words
from coprod_desktop.storage.database import Database
from tests.builders import a_contribution, a_participant, a_project
from tests.storage.world import GRACE, change, empty, remove, save, texts


def found(database: Database, typed: str, kind: str = "participants", limit: int = 99) -> list[int]:
    with database.reading() as reading:
        hits = search.find(reading, typed, kind, limit)
    assert {hit.kind for hit in hits} <= {kind}
    return [hit.row_id for hit in hits]


def finds(database: Database, person: Participant, typed: str) -> bool:
    return found(database, typed) == [person.participant_id]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Siân Llŷr", "sian llyr"),
        ("Sian Llyr", "SIÂN"),
        ("Siân Llŷr", "llŷr si"),
        ("Zofia Łęcka", "lecka"),
        ("Zofia Lecka", "łęcka"),
        ("Jørgen Strøm", "jorgen strom"),
        ("Grace O'Brien", "o'brien"),
        ("Grace O’Brien", "obrien"),
        ("Grace O'Brien", "o’b"),
        ("Grace O'Brien", "brien"),
        ("Ann Smith-Jones", "jones"),
        ("Ann Smith-Jones", "smith-jones"),
        ("Großmann", "grossm"),
        ("İpek Yıldız", "ipek yildiz"),
        ("Ngũgĩ wa Thiong'o", "ngugi thiongo"),
        ("हिन्दी लेखक", "हिन्दी"),
        ("محمد علي", "محمد"),
        ("王小明", "王小"),
        ("Ελένη Παπαδοπούλου", "παπαδοπουλου"),
        ("Person 12", "12"),
        ("Anna_Maria", "maria"),
    ],
)
def test_a_name_is_found_as_people_type_it(database: Database, name: str, typed: str) -> None:
    person = a_participant(name=name)
    save(database, person, a_participant(name="Qqq Xxx"))
    assert finds(database, person, typed)


@pytest.mark.parametrize("typed", ["ann b", "smithe", "qx", "an nn"])
def test_words_that_are_not_there_find_nothing(database: Database, typed: str) -> None:
    save(database, a_participant(name="Ann Smith"))
    assert found(database, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "!!!",
        '"',
        "'",
        "*",
        "AND",
        "ann OR",
        "NOT ann",
        "ann NEAR(",
        "ann & | ! smith",
        "ann:*",
        "words:ann",
        "ann') OR 1=1 --",
        "{ann} ^ann -smith +",
        "\\ann",
        "🧑‍🦽",
        "_",
        "%",
        "ann\x00smith",
        "a" * 5000,
        " ".join(["ann"] * 500),
    ],
)
def test_signs_and_words_of_command_are_harmless(database: Database, typed: str) -> None:
    save(database, a_participant(name="Ann Smith"))
    found(database, typed)
    assert found(database, "ann") != []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=texts, typed=texts)
def test_whatever_is_typed_finds_exactly_what_has_all_its_words(
    database: Database, name: str, typed: str
) -> None:
    empty(database)
    person = a_participant(name=name)
    save(database, person)
    words = {*search_words.split(name), *search_words.split(name.replace("'", "").replace("’", ""))}
    wanted = search_words.split(fold(typed).replace("'", ""))[:12]
    has_all = all(any(word.startswith(want) for word in words) for want in wanted)
    assert finds(database, person, typed) == (bool(wanted) and has_all)
    if search_words.split(name) and "'" not in fold(name):
        assert finds(database, person, name)


def test_every_beginning_of_a_word_finds_it(database: Database) -> None:
    person = a_participant(name="Konstantinopoulou")
    save(database, person)
    for length in range(1, 18):
        assert finds(database, person, "konstantinopoulou"[:length])


def test_work_is_found_by_who_what_kind_and_project(database: Database) -> None:
    person, project = a_participant(name="Ann Smith"), a_project(name="Better Buses")
    work = a_contribution(
        participant_id=person.participant_id,
        project_id=project.project_id,
        what="Timetable walk",
        kind_of_work="Mentoring",
    )
    save(database, person, project, work)
    for typed in ("ann", "smi tim", "walk mentor", "buses ann", "better"):
        assert found(database, typed, "contributions") == [work.contribution_id]
    assert found(database, "better", "projects") == [project.project_id]
    assert found(database, "bwr", "projects") == [project.project_id]


def test_a_new_name_is_found_with_all_its_work_and_the_old_one_is_not(database: Database) -> None:
    person, project = a_participant(name="Ann Smith"), a_project(name="Better Buses")
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    work = [a_contribution(**links) for _each in range(3)]
    save(database, person, project, *work)
    change(database, dataclasses.replace(person, name="Ann Jones"))
    change(database, dataclasses.replace(project, name="Better Trains"))
    everything = [one.contribution_id for one in reversed(work)]
    assert found(database, "jones") == [person.participant_id]
    assert found(database, "jones trains", "contributions") == everything
    assert found(database, "smith") == []
    assert found(database, "smith", "contributions") == []
    assert found(database, "buses", "contributions") == []
    with database.transaction("undo", GRACE) as again:
        history.take_back(again, 2)
    assert found(database, "smith trains", "contributions") == everything


def test_changed_words_are_found_and_other_changes_disturb_nothing(database: Database) -> None:
    person, project = a_participant(), a_project()
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    work = a_contribution(**links, what="Steering group")
    save(database, person, project, work)
    change(database, dataclasses.replace(work, what="Panel"), dataclasses.replace(person, phone=""))
    assert found(database, "panel", "contributions") == [work.contribution_id]
    assert found(database, "steering", "contributions") == []
    other = a_participant(name="Omar Quill")
    save(database, other)
    change(database, dataclasses.replace(work, what="Panel", participant_id=other.participant_id))
    assert found(database, "quill", "contributions") == [work.contribution_id]
    assert found(database, "aisha", "contributions") == []


def test_what_was_removed_vanishes_and_comes_back_when_that_is_taken_back(
    database: Database,
) -> None:
    person = a_participant(name="Ann Smith")
    save(database, person)
    remove(database, person)
    assert found(database, "ann") == []
    with database.transaction("undo", GRACE) as again:
        history.take_back(again, 2)
    assert finds(database, person, "ann")


def test_what_was_not_saved_is_not_found(database: Database) -> None:
    with pytest.raises(ValueError, match="no"):
        fail_after_adding(database)
    assert found(database, "ann") == []


def fail_after_adding(database: Database) -> None:
    with database.transaction("log", GRACE) as work:
        work.add(a_participant(name="Ann Smith"))
        raise ValueError("no")


def test_the_newest_come_first_and_no_more_than_asked(database: Database) -> None:
    people = [a_participant(name="Ann Smith") for _each in range(5)]
    save(database, *people)
    newest = [person.participant_id for person in reversed(people)]
    assert found(database, "ann", limit=3) == newest[:3]


def test_many_rows_are_indexed_together(database: Database) -> None:
    people = [a_participant(name=f"Ann Number{n}") for n in range(1500)]
    with database.transaction("import", GRACE) as work:
        work.add_all(Participant, people)
    assert len(found(database, "ann", limit=9999)) == 1500
    assert finds(database, people[777], "number777")


def test_indexing_everything_anew_finds_the_same(database: Database) -> None:
    person, project = a_participant(name="Ann Smith"), a_project(name="Better Buses")
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    work = a_contribution(**links)
    save(database, person, project, work)
    with database.transaction("rebuild", GRACE) as again:
        search.rebuild(again.connection)
    assert finds(database, person, "smith")
    assert found(database, "smith", "contributions") == [work.contribution_id]
    change(database, dataclasses.replace(person, name="Ann Jones"))
    assert found(database, "smith", "contributions") == []
