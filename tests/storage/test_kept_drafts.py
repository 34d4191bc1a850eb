"""What is still typed is kept beside the records and never in the history."""

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.storage import kept_drafts
from coprod_desktop.storage.database import Database
from tests.builders import an_operator


def _kept(database: Database, operator_id: int) -> str:
    with database.reading() as reading:
        return kept_drafts.kept(reading, "sheet", operator_id)


def test_a_draft_takes_the_place_of_the_one_before(database: Database) -> None:
    first, second = an_operator(), an_operator(name="Idris Vaughan")
    _add(database, first, second)
    kept_drafts.keep(database, "sheet", (first.operator_id, None), "one")
    kept_drafts.keep(database, "sheet", (first.operator_id, None), "two")
    kept_drafts.keep(database, "other", (first.operator_id,), "else")
    assert _kept(database, first.operator_id) == "two"
    kept_drafts.keep(database, "sheet", (second.operator_id, first.operator_id), "three")
    assert [_kept(database, one.operator_id) for one in (first, second)] == ["", "three"]
    with database.transaction("log session", "Grace") as work:
        kept_drafts.forget(work, "sheet", second.operator_id)
    assert _kept(database, second.operator_id) == ""


def _add(database: Database, *operators: Operator) -> None:
    with database.transaction("add operator", "Grace") as work:
        work.add(*operators)
