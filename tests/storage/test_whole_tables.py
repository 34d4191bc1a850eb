"""Whole tables go out row by row and come back as the records they were."""

import datetime

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.storage import schema, whole_tables
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.whole_tables import RowsDoNotFitError, ValueUnreadableError
from tests.builders import a_contribution, a_participant, a_project


def fill(database: Database) -> tuple[Participant, Contribution]:
    person, project = a_participant(), a_project()
    piece = a_contribution(
        participant_id=person.participant_id,
        project_id=project.project_id,
        import_key="one",
        activity_id=None,
    )
    with database.transaction("log contribution", "Grace") as work:
        work.add(person, project, piece)
    return person, piece


def test_every_table_has_its_columns_and_stands_after_what_it_points_to() -> None:
    names = whole_tables.table_names()
    every = {schema.table_of(record).name for record in schema.records()}
    assert set(names) == every - schema.PRIVATE - schema.NOT_OURS
    assert len(names) == len(set(names))
    assert names.index("participants") < names.index("contributions")
    assert whole_tables.columns_of("contributions")[0] == "contribution_id"
    assert whole_tables.columns_of(whole_tables.HISTORY)[0] == "change_id"


def test_a_row_that_went_out_comes_back_as_the_same_record(database: Database) -> None:
    records = fill(database)
    with database.reading() as reading:
        for name, record in zip(("participants", "contributions"), records, strict=True):
            columns = whole_tables.columns_of(name)
            (row,) = whole_tables.stream(reading, name)
            told = dict(zip(columns, row, strict=True))
            assert whole_tables.record_from(name, told) == record
        (change,) = whole_tables.stream(reading, whole_tables.HISTORY)
        assert change[0] == 1


def test_ids_and_values_of_a_table_are_known(database: Database) -> None:
    person, piece = fill(database)
    with database.reading() as reading:
        assert whole_tables.ids_in(reading, "participants") == {person.participant_id}
        keys = whole_tables.values_in(reading, "contributions", "import_key")
        assert keys == {"one"}
        assert whole_tables.values_in(reading, "contributions", "activity_id") == frozenset()
    assert piece.import_key in keys


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("capacity", "wizard"),
        ("name", None),
        ("name", 12),
        ("is_active", 1),
        ("participant_id", True),
        ("participant_id", "12"),
    ],
)
def test_a_value_of_another_kind_is_named(column: str, value: object) -> None:
    told = {"participant_id": 1, "name": "Ann", column: value}
    with pytest.raises(ValueUnreadableError) as caught:
        whole_tables.record_from("participants", told)
    assert (caught.value.column, caught.value.value) == (column, value)


def test_an_instant_is_no_day() -> None:
    told = {"engagement_id": 1, "participant_id": 2, "project_id": 3}
    moment = datetime.datetime(2026, 11, 3, tzinfo=datetime.UTC)
    with pytest.raises(ValueUnreadableError):
        whole_tables.record_from("engagements", {**told, "starts_on": moment})


def test_a_column_left_out_has_its_usual_value_where_there_is_one() -> None:
    made = whole_tables.record_from("participants", {"participant_id": 1, "name": "Ann"})
    assert made == Participant(participant_id=1, name="Ann", capacity=Capacity.LIVED_EXPERIENCE)
    with pytest.raises(ValueUnreadableError):
        whole_tables.record_from("participants", {"participant_id": 1})


def test_rows_that_point_nowhere_are_refused(database: Database) -> None:
    orphan = a_contribution(participant_id=1, project_id=2)
    with pytest.raises(RowsDoNotFitError), database.transaction("import", "Grace") as work:
        whole_tables.put_back(work, "contributions", [orphan])


def test_a_table_that_others_point_to_is_not_cleared(database: Database) -> None:
    fill(database)
    with pytest.raises(RowsDoNotFitError), database.transaction("import", "Grace") as work:
        whole_tables.clear(work, "participants")
    with database.transaction("import", "Grace") as work:
        whole_tables.clear(work, "contributions")
        whole_tables.clear(work, "participants")
    with database.reading() as reading:
        assert whole_tables.ids_in(reading, "participants") == frozenset()
