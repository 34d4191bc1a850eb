"""Many rows written at once read as each written alone."""

import dataclasses

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.storage import history, schema
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.images import image, images
from tests.builders import a_contribution, a_participant, a_project
from tests.storage.world import change, days, one_of_each, save, texts


def columns_of(records: list[object]) -> list[tuple[object, ...]]:
    return list(zip(*(history.as_row(one).values() for one in records), strict=True))


def test_every_class_of_record_is_written_as_alone() -> None:
    for record in one_of_each():
        table = schema.table_of(type(record))
        told = images(table, columns_of([record, record]))
        assert told == [image(history.as_row(record))] * 2


@given(
    records=st.lists(
        st.builds(
            a_contribution,
            what=texts,
            worked_on=days,
            minutes=st.integers(1, 1440),
            is_paid=st.booleans(),
            state=st.sampled_from(WorkState),
            activity_id=st.none() | st.integers(1, 2**63 - 1),
            import_key=st.none() | texts,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_values_are_written_as_alone(records: list[Contribution]) -> None:
    table = schema.table_of(Contribution)
    told = images(table, columns_of(list(records)))
    assert told == [image(history.as_row(one)) for one in records]


def test_what_all_rows_say_alike_is_written_letter_for_letter() -> None:
    records = [a_contribution(what="50 % off, %s and %%d", note='"') for _each in range(3)]
    told = images(schema.table_of(Contribution), columns_of(list(records)))
    assert told == [image(history.as_row(one)) for one in records]


def test_some_columns_can_be_written_alone() -> None:
    told = images(schema.table_of(Contribution), [(30, 45), ("a", "é")], ("minutes", "what"))
    assert told == ['{"minutes":30,"what":"a"}', '{"minutes":45,"what":"é"}']


def test_of_a_row_that_stays_only_what_changed_is_kept_as_before(database: Database) -> None:
    person, project = a_participant(), a_project()
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    piece = a_contribution(**links, state=WorkState.APPROVED)
    save(database, person, project, piece)
    now = dataclasses.replace(piece, state=WorkState.PAID, note="By hand.")
    change(database, now)
    kept = sa.select(schema.row_changes.c.before).where(schema.row_changes.c.change_id == 2)
    with database.reading() as reading:
        told = set(reading.connection.scalars(kept))
        (row,) = history.rows_of(reading, 2)
    assert told == {'{"state":"approved","note":""}'}
    assert row.before is not None
    assert row.after is not None
    assert {name for name in row.after if row.before[name] != row.after[name]} == {"state", "note"}
    assert list(row.before) == list(row.after) == list(history.as_row(piece))
