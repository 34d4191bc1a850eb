"""A statement is issued once for what it says, replaced when that changes, and never lost."""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.errors import (
    CannotUndoError,
    FileReadOnlyError,
    NotFoundError,
    NothingToStateError,
    PeriodBackwardsError,
)
from coprod_desktop.domain.statements import Statement, StatementPaper
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.services.papers import verify_paper
from coprod_desktop.services.statements import Wishes
from tests.builders import WORKED_ON
from tests.services.world import World

FROM, TO = datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)
HTML = Wishes(has_html=True)


def standing(world: World) -> list[StatementSummary]:
    return list(world.office.statements.list(FROM, TO))


def test_a_statement_is_numbered_sealed_and_kept(world: World, tmp_path: Path) -> None:
    person = world.person()
    world.log(person)
    (issued,) = world.office.statements.issue(FROM, TO)
    statement = issued.statement
    assert (issued.participant, statement.number) == ("Aisha Rahman", "S-2026-0001")
    assert (statement.minutes_paid, statement.payments_pence) == (150, 3000)
    assert (statement.from_on, statement.to_on) == (FROM, TO)
    paper = world.office.statements.paper(statement.statement_id)
    (kept,) = world.records(StatementPaper)[StatementPaper]
    assert kept.sha256 == hashlib.sha256(paper).hexdigest()
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(paper)
    assert verify_paper(copy).fingerprint == world.office.papers.fingerprint()


def test_numbers_run_through_the_year_in_order_of_the_names(world: World) -> None:
    for name in ("Zofia Nowak", "Aisha Rahman", "Élodie Price"):
        world.log(world.person(name))
    issued = world.office.statements.issue(FROM, TO)
    assert [(one.participant, one.statement.number) for one in issued] == [
        ("Aisha Rahman", "S-2026-0001"),
        ("Élodie Price", "S-2026-0002"),
        ("Zofia Nowak", "S-2026-0003"),
    ]


def test_a_new_year_begins_with_one(world: World) -> None:
    person = world.person()
    world.log(person)
    world.office.statements.issue(FROM, TO)
    world.clock.go_to(datetime.date(2027, 1, 4))
    (issued,) = world.office.statements.issue(WORKED_ON, WORKED_ON)
    assert issued.statement.number == "S-2027-0001"


def test_numbers_go_on_after_9999(world: World) -> None:
    person = world.person()
    world.log(person)
    (issued,) = world.office.statements.issue(FROM, TO)
    with world.office.desk.transaction("make ready") as work:
        work.update(replace(issued.statement, number="S-2026-9999"))
    for expected in ("S-2026-10000", "S-2026-10001"):
        world.log(person, minutes=10)
        (later,) = world.office.statements.issue(WORKED_ON, WORKED_ON)
        assert later.statement.number == expected


def test_the_same_content_is_not_numbered_again(world: World, tmp_path: Path) -> None:
    world.log(world.person())
    first = world.office.statements.issue(FROM, TO, wishes=HTML, out=tmp_path / "a")
    world.clock.go_to(datetime.date(2026, 11, 20))
    second = world.office.statements.issue(FROM, TO, wishes=HTML, out=tmp_path / "b")
    assert [one.statement for one in first] == [one.statement for one in second]
    assert len(world.records(Statement)[Statement]) == 1
    for one, other in zip(first, second, strict=True):
        assert one.pdf
        assert other.pdf
        assert one.html
        assert other.html
        assert one.pdf.read_bytes() == other.pdf.read_bytes()
        assert one.html.read_text(encoding="utf-8") == other.html.read_text(encoding="utf-8")


def test_changed_content_replaces_the_standing_statement(world: World) -> None:
    person = world.person()
    world.log(person)
    (first,) = world.office.statements.issue(FROM, TO)
    world.log(person, minutes=60)
    (row,) = standing(world)
    assert (row.number, row.is_out_of_date) == ("S-2026-0001", True)
    (second,) = world.office.statements.issue(FROM, TO)
    old, new = world.records(Statement)[Statement]
    assert (old.is_replaced, new.is_replaced) == (True, False)
    assert (new.number, new.replaces_id) == ("S-2026-0002", first.statement.statement_id)
    assert new == second.statement
    (row,) = standing(world)
    assert (row.number, row.is_out_of_date) == ("S-2026-0002", False)
    assert world.office.statements.paper(old.statement_id)


def _correct(world: World) -> None:
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.correct(replace(piece, minutes=120))


def _decline(world: World) -> None:
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.choose(piece.contribution_id, Choice.DECLINE)


def _rename(world: World) -> None:
    person = world.office.participants.named("Aisha Rahman")
    world.office.participants.save(replace(person, name_on_papers="A. R."))


def _tell_news(world: World) -> None:
    project = world.office.projects.get(world.project.project_id)
    world.office.projects.save(replace(project, what_changed="The doors open by themselves."))


@pytest.mark.parametrize("change", [_correct, _decline, _rename, _tell_news])
def test_what_a_statement_tells_makes_it_out_of_date(
    world: World, change: Callable[[World], None]
) -> None:
    world.log(world.person())
    world.office.statements.issue(FROM, TO)
    assert not standing(world)[0].is_out_of_date
    change(world)
    assert standing(world)[0].is_out_of_date


def test_what_a_statement_does_not_tell_leaves_it_standing(world: World) -> None:
    person = world.person()
    logged = world.log(person)
    world.office.statements.issue(FROM, TO)
    world.office.contributions.approve([logged.contribution_id])
    world.log(person, worked_on=datetime.date(2026, 9, 30))
    world.office.participants.save(replace(person, phone="01632 960 000"))
    world.clock.go_to(datetime.date(2026, 12, 1))
    assert not standing(world)[0].is_out_of_date


def test_everybody_with_work_or_expenses_gets_one(world: World) -> None:
    world.log(world.person())
    world.claim(world.person("Bronwen Pugh"))
    world.person("Ceri Walsh")
    sent = world.claim(world.person("Dewi Thomas"))
    world.office.expenses.send_back(sent.expense_claim_id, "Which bus?")
    assert [row.participant for row in standing(world)] == ["Aisha Rahman", "Bronwen Pugh"]
    assert len(world.office.statements.issue(FROM, TO)) == 2


def test_a_statement_for_some_leaves_the_others(world: World) -> None:
    people = [world.person(name) for name in ("Aisha Rahman", "Bronwen Pugh")]
    for person in people:
        world.log(person)
    ids = [people[1].participant_id, 1]
    (issued,) = world.office.statements.issue(FROM, TO, participant_ids=ids)
    assert issued.participant == "Bronwen Pugh"


def test_sums_are_those_of_the_totals(world: World) -> None:
    person = world.person()
    for pay in Pay:
        world.log(person, pay=pay, minutes=95)
    world.log(person, choice=Choice.DECLINE, minutes=7)
    world.log(person, worked_on=datetime.date(2026, 9, 30))
    world.claim(person)
    sent = world.claim(person)
    world.office.expenses.send_back(sent.expense_claim_id, "Twice?")
    content = world.office.statements.content(person.participant_id, FROM, TO)
    (row,) = world.office.totals.rows("participant", FROM, TO)
    told = (content.minutes_paid, content.minutes_unpaid, content.payments_pence)
    assert told == (row.minutes_paid, row.minutes_unpaid, row.payments_pence)
    assert content.reimbursements_pence == row.reimbursements_pence == 460
    assert content.value_pence == row.value_pence
    (issued,) = world.office.statements.issue(FROM, TO)
    assert (issued.statement.minutes_paid, issued.statement.minutes_unpaid) == told[:2]
    assert issued.statement.value_pence == content.value_pence


def test_a_preview_saves_nothing(world: World) -> None:
    person = world.person()
    world.log(person)
    before = world.records()
    assert world.office.statements.preview(person.participant_id, FROM, TO).startswith(b"%PDF")
    assert world.records() == before


def test_files_carry_the_number_and_the_printed_name(world: World, tmp_path: Path) -> None:
    world.log(world.person("Llŷr O’Neill", name_on_papers="Llŷr O."))
    (issued,) = world.office.statements.issue(FROM, TO, out=tmp_path / "out")
    assert issued.pdf == tmp_path / "out" / "S-2026-0001-llyr-o.pdf"
    assert issued.html is None
    paper = world.office.statements.paper(issued.statement.statement_id)
    assert issued.pdf.read_bytes() == paper


def test_where_files_cannot_be_written_the_statement_stands_and_is_written_later(
    world: World, tmp_path: Path
) -> None:
    world.log(world.person())
    in_the_way = tmp_path / "out"
    in_the_way.write_text("A file stands where the folder should be.")
    with pytest.raises(FileReadOnlyError):
        world.office.statements.issue(FROM, TO, out=in_the_way)
    in_the_way.unlink()
    (issued,) = world.office.statements.issue(FROM, TO, out=in_the_way)
    assert issued.statement.number == "S-2026-0001"
    assert issued.pdf
    assert issued.pdf.exists()


def test_stopping_in_between_issues_none(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        world.log(world.person(name))

    class Stopped(Exception):  # noqa: N818 - not a fault
        pass

    def stop(done: int, all_of_them: int) -> None:
        assert all_of_them == 2
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        world.office.statements.issue(FROM, TO, progressed=stop)
    assert world.records(Statement)[Statement] == ()


def test_a_period_needs_work_and_its_right_order(world: World) -> None:
    with world.refused(NothingToStateError):
        world.office.statements.issue(FROM, TO)
    world.log(world.person())
    with world.refused(PeriodBackwardsError):
        world.office.statements.issue(TO, FROM)
    with world.refused(NothingToStateError):
        world.office.statements.issue(FROM, TO, participant_ids=[])
    with world.refused(NotFoundError):
        world.office.statements.paper(1)
    with world.refused(NotFoundError):
        world.office.statements.content(1, FROM, TO)


def test_a_statement_that_was_handed_out_cannot_be_undone(world: World) -> None:
    world.log(world.person())
    world.office.statements.issue(FROM, TO)
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo()
    assert caught.value.facts == {"because": "left"}
