"""Records come back as they went in, on a file and on a shared database."""

import dataclasses
import datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.errors import DomainError, NotFoundError, ServerUnreachableError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import PaymentLine, PayRun
from coprod_desktop.storage import history, schema
from coprod_desktop.storage.database import Database
from tests.builders import a_contribution, a_participant, a_project, an_operator
from tests.storage.world import (
    GRACE,
    all_of,
    change,
    days,
    empty,
    everything,
    of_kind,
    one_of_each,
    paid_by_run,
    remove,
    save,
    texts,
)

many_examples = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_every_class_of_record_comes_back_as_it_went_in(database: Database) -> None:
    records = one_of_each()
    assert {type(record) for record in records} == set(schema.records())
    save(database, *records)
    assert everything(database) == {type(record): (record,) for record in records}


def test_what_comes_back_has_the_types_that_went_in(database: Database) -> None:
    save(database, *one_of_each())
    wrong = [
        (type(record).__name__, field.name, type(value))
        for records in everything(database).values()
        for record in records
        for field in dataclasses.fields(record)  # type: ignore[arg-type]  # all are dataclasses
        if type(value := getattr(record, field.name))
        not in (int, str, bool, bytes, type(None), datetime.date, datetime.datetime)
        and not isinstance(value, (Choice, Pay, WorkState))
        and type(value).__module__.partition(".domain.")[0] != "coprod_desktop"
    ]
    assert wrong == []


@many_examples
@given(name=texts, note=texts, minutes=st.integers(1, 1440), worked_on=days)
def test_text_of_any_kind_comes_back_letter_for_letter(
    database: Database, name: str, note: str, minutes: int, worked_on: datetime.date
) -> None:
    empty(database)
    person, project = a_participant(name=name, access_needs=note), a_project(name=note)
    work = a_contribution(
        participant_id=person.participant_id,
        project_id=project.project_id,
        what=note,
        minutes=minutes,
        worked_on=worked_on,
    )
    save(database, person, project, work)
    assert all_of(database, Participant) == (person,)
    assert all_of(database, Contribution) == (work,)


def test_rows_that_were_never_records_come_back_as_records(database: Database) -> None:
    person, project = a_participant(), a_project()
    ids = {"participant_id": person.participant_id, "project_id": project.project_id}
    whole = a_contribution(**ids, note="", skills="", import_key="k")
    names = [
        field.name
        for field in reversed(dataclasses.fields(Contribution))
        if getattr(whole, field.name) != field.default
    ]
    names.remove("contribution_id")
    row = tuple(getattr(whole, name) for name in names)
    save(database, person, project)
    with database.transaction("import", GRACE) as work:
        work.add_rows(Contribution, [row], names, [whole.contribution_id])
        work.add_rows(Contribution, [], names, [])
    assert 5 < len(names) < len(dataclasses.fields(Contribution))
    assert all_of(database, Contribution) == (whole,)


@pytest.mark.parametrize(
    "name",
    [
        "=SUM(A1:A9)",
        "O'Brien; DROP TABLE participants; --",
        "Siân Llŷr",
        "🧑‍🦽 Zoë",
        '"quoted"',
        "ا" * 200,
        "100%_\\",
    ],
)
def test_names_that_break_careless_programs_are_only_names(database: Database, name: str) -> None:
    person = a_participant(name=name)
    save(database, person)
    assert all_of(database, Participant) == (person,)


@many_examples
@given(
    moment=st.datetimes(
        datetime.datetime(1990, 1, 1),  # noqa: DTZ001 - the zone is drawn too
        datetime.datetime(2090, 1, 1),  # noqa: DTZ001 - the zone is drawn too
        timezones=st.timezones(),
    )
)
def test_a_moment_comes_back_as_the_same_moment_in_utc(
    database: Database, moment: datetime.datetime
) -> None:
    empty(database)
    operator = an_operator()
    run = paid_by_run(a_contribution(), operator.operator_id, prepared_at=moment)[0]
    save(database, operator, run)
    found = all_of(database, PayRun)[0].prepared_at
    assert found == moment.astimezone(datetime.UTC)
    assert found.tzinfo is datetime.UTC


def test_a_record_that_is_not_there_is_named(database: Database) -> None:
    with database.reading() as reading, pytest.raises(NotFoundError) as refusal:
        reading.get(Participant, 4711)
    assert refusal.value.facts == {"noun": "Participant", "name": 4711}


def test_changing_or_removing_what_is_not_there_is_refused(database: Database) -> None:
    with pytest.raises(NotFoundError):
        change(database, a_participant())
    with pytest.raises(NotFoundError):
        remove(database, a_participant())


def test_records_of_many_ids_come_back_in_order(database: Database) -> None:
    people = [a_participant(name=f"Person {number}") for number in range(1203)]
    with database.transaction("import people", GRACE) as work:
        work.add_all(Participant, people)
    with database.reading() as reading:
        wanted = [person.participant_id for person in reversed(people)]
        assert reading.among(Participant, [*wanted, *wanted]) == tuple(people)


def test_an_update_sets_what_differs_and_notes_it_once(database: Database) -> None:
    person = a_participant()
    save(database, person)
    newer = dataclasses.replace(person, phone="01632 960 099")
    change(database, newer)
    change(database, newer)  # nothing differs, so nothing is noted
    assert all_of(database, Participant) == (newer,)
    with database.reading() as reading:
        assert [entry.verb for entry in history.latest(reading, 9)] == ["change", "make ready"]


def test_several_changes_of_one_record_are_kept_in_order(database: Database) -> None:
    person = a_participant(phone="1", email="a")
    save(database, person)
    steps = [
        dataclasses.replace(person, phone="2"),
        dataclasses.replace(person, phone="3", email="b"),
        dataclasses.replace(person, phone="4", email="b"),
    ]
    change(database, *steps)
    assert all_of(database, Participant) == (steps[-1],)
    with database.reading() as reading:
        rows = history.rows_of(reading, history.latest(reading, 1)[0].change_id)
    assert [row.after["phone"] for row in rows if row.after] == ["2", "3", "4"]
    assert [row.before["phone"] for row in rows if row.before] == ["1", "2", "3"]


def test_many_records_change_together(database: Database) -> None:
    people = [a_participant(name=f"Person {number}") for number in range(700)]
    save(database, *people)
    newer = [
        dataclasses.replace(p, is_active=n % 2 == 0, language="cy") for n, p in enumerate(people)
    ]
    change(database, *newer)
    assert all_of(database, Participant) == tuple(newer)


def test_one_value_is_set_on_many_records_at_once(database: Database) -> None:
    people = [a_participant(name=f"Person {number}", language="en") for number in range(600)]
    save(database, *people, a_participant(name="Other"))
    with database.transaction("change", GRACE) as work:
        work.set_all(Participant, people, language="cy", is_active=True)
        work.set_all(Participant, [], language="fr")
    found = all_of(database, Participant)
    assert found[:-1] == tuple(dataclasses.replace(one, language="cy") for one in people)
    assert found[-1].language == "en"
    with database.reading() as reading:
        rows = history.rows_of(reading, 2)
    assert len(rows) == 600
    assert {row.after["language"] for row in rows if row.after} == {"cy"}


def test_a_link_to_nowhere_is_refused(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        save(database, a_contribution())
    assert all_of(database, Contribution) == ()


def test_what_others_point_to_cannot_be_removed(database: Database) -> None:
    records = one_of_each()
    save(database, *records)
    with pytest.raises(sa.exc.IntegrityError):
        remove(database, of_kind(records, Participant))
    assert all_of(database, Participant) == (of_kind(records, Participant),)


def test_one_piece_of_work_has_one_live_payment(database: Database) -> None:
    records = one_of_each()
    line = of_kind(records, PaymentLine)
    save(database, *records)
    twin = dataclasses.replace(line, payment_line_id=line.payment_line_id + 10_000)
    with pytest.raises(sa.exc.IntegrityError):
        save(database, twin)
    save(database, dataclasses.replace(twin, is_live=False))
    change(database, dataclasses.replace(line, is_live=False))
    with pytest.raises(sa.exc.IntegrityError):  # the other line of the two wakes up twice
        save(
            database,
            dataclasses.replace(twin, payment_line_id=twin.payment_line_id + 1),
            dataclasses.replace(twin, payment_line_id=twin.payment_line_id + 2),
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 0},
        {"minutes": 1441},
        {"rate_pence": -1},
        {"value_pence": -1},
        {"agreed_pence": 5000, "offered_pence": 4999},
    ],
)
def test_the_tables_refuse_impossible_work(database: Database, wrong: dict[str, Any]) -> None:
    person, project = a_participant(), a_project()
    work = a_contribution(participant_id=person.participant_id, project_id=project.project_id)
    with pytest.raises(sa.exc.IntegrityError):
        save(database, person, project, dataclasses.replace(work, **wrong))


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    save(database, a_participant(name="Before"))
    for failure in (DomainError(), ValueError(), KeyboardInterrupt(), ServerUnreachableError()):
        with pytest.raises(type(failure)):
            log_and_fail(database, failure)
    assert [person.name for person in all_of(database, Participant)] == ["Before"]
    with database.reading() as reading:
        assert len(history.latest(reading, 9)) == 1


def log_and_fail(database: Database, failure: BaseException) -> None:
    with database.transaction("log", GRACE) as work:
        work.add(a_participant(name="Never"))
        raise failure
