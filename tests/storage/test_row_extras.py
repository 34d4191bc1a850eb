"""What was added to rows is read for many rows at once, each list by itself."""

from coprod_desktop.domain.row_marks import Flag
from coprod_desktop.storage import row_extras
from coprod_desktop.storage.database import Database
from tests.list_builders import a_row_mark, an_own_column, an_own_value
from tests.storage.world import save


def test_marks_and_values_come_by_row(database: Database) -> None:
    mark = a_row_mark(subject_id=5, flag=Flag.BLUE)
    elsewhere = a_row_mark(subject="participants", subject_id=5)
    ours, theirs = an_own_column(subject="contributions"), an_own_column(subject="participants")
    save(database, mark, elsewhere, ours, theirs)
    save(
        database,
        an_own_value(own_column_id=ours.own_column_id, subject_id=5, value="a"),
        an_own_value(own_column_id=theirs.own_column_id, subject_id=5, value="b"),
    )
    many = list(range(2_000))
    with database.reading() as reading:
        assert row_extras.marks(reading, "contributions", many) == {5: mark}
        assert row_extras.marks(reading, "contributions", []) == {}
        assert row_extras.own_values(reading, "contributions", many) == {
            5: {ours.own_column_id: "a"}
        }
        assert row_extras.has_marks(reading, "participants")
        assert not row_extras.has_marks(reading, "expense_claims")
