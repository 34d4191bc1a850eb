"""What was removed is in sight, with when and by whom, and comes back."""

from dataclasses import replace

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, Receipt
from coprod_desktop.domain.list_looks import Look
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.own_columns import OwnKind
from coprod_desktop.domain.undo_errors import CannotPutBackError, NotRemovedError
from tests.builders import TINY_PNG
from tests.output_builders import a_credit, an_output
from tests.services.more_verbs import remove_with_more
from tests.services.world import GRACE, World


def titles(world: World) -> list[str]:
    return [thing.titles[0] for thing in world.office.history.removed.things(99)]


def test_removed_work_is_told_without_its_number_and_put_back(world: World) -> None:
    logged = world.log(world.person())
    before = world.records()
    world.office.contributions.remove(logged.contribution_id)
    (thing,) = world.office.history.removed.things(9)
    assert (thing.operator, thing.table, thing.verb) == (
        GRACE,
        "contributions",
        "remove contribution",
    )
    assert thing.removed_at == world.clock.now
    assert thing.titles[0].startswith("Aisha Rahman, ")
    assert str(logged.contribution_id) not in thing.titles[0]
    world.office.history.removed.put_back(thing.change_id)
    assert world.records() == before
    assert titles(world) == []
    with world.refused(NotRemovedError):
        world.office.history.removed.put_back(thing.change_id)


def test_a_draft_comes_back_with_its_lines_and_receipts(world: World) -> None:
    person = world.person()
    draft = world.office.expenses.log(world.entry(person, is_draft=True))
    (item,) = world.records(ExpenseItem)[ExpenseItem]
    with world.office.desk.transaction("attach receipt") as work:
        work.add(
            Receipt(
                receipt_id=world.office.desk.new_id(),
                expense_item_id=item.expense_item_id,
                file_name="slip.png",
                media_type="image/png",
                sha256="0" * 64,
                content=TINY_PNG,
            )
        )
    before = world.records()
    world.office.expenses.remove(draft.expense_claim_id)
    (thing,) = world.office.history.removed.things(9)
    assert thing.table == "expense_claims"
    assert [title.split(",")[0] for title in thing.titles] == ["Aisha Rahman", "Bus", "slip.png"]
    world.office.history.removed.put_back(thing.change_id)
    assert world.records() == before
    assert len(world.records(ExpenseClaim)[ExpenseClaim]) == 1


def test_things_made_credits_views_templates_and_columns_wait_there_too(world: World) -> None:
    person, office = world.person(), world.office
    output = office.outputs.add(an_output(project_id=world.project.project_id))
    links = {"output_id": output.output_id, "participant_id": person.participant_id}
    credit = office.outputs.add_credit(a_credit(**links))
    view = office.saved_views.save("contributions", "Mine", Look())
    column = office.own_columns.add("contributions", "Room", OwnKind.TEXT)
    before = world.records()
    office.outputs.remove_credit(credit.credit_id)
    office.outputs.remove(output.output_id)
    office.saved_views.remove(view.saved_view_id)
    office.own_columns.remove(column.own_column_id)
    assert titles(world)[:3] == ["Room", "Mine", output.title]
    for thing in office.history.removed.things(99):
        if thing.table != "credits":
            office.history.removed.put_back(thing.change_id)
    (thing,) = office.history.removed.things(99)  # the credit came after the thing it belongs to
    office.history.removed.put_back(thing.change_id)
    assert world.records() == before
    assert world.records(Output)[Output]
    assert world.records(Credit)[Credit]


def test_what_cannot_be_taken_back_whole_is_put_back_as_something_new(world: World) -> None:
    number = remove_with_more(world)
    people = [one.phone for one in world.office.participants.everybody()]
    world.office.history.removed.put_back(number)
    (piece,) = world.records(Contribution)[Contribution]
    assert piece.what == "Tea"
    assert [one.phone for one in world.office.participants.everybody()] == people
    (change,) = world.office.history.latest(1)
    assert (change.verb, change.undoes_id) == ("put back", None)
    assert titles(world) == []
    world.office.history.undo()
    assert world.records(Contribution)[Contribution] == ()
    assert len(titles(world)) == 1
    assert world.findings() == ()


def test_a_place_that_was_taken_refuses_to_give_way(world: World) -> None:
    view = world.office.saved_views.save("contributions", "Mine", Look())
    world.office.saved_views.remove(view.saved_view_id)
    (thing,) = world.office.history.removed.things(9)
    world.office.saved_views.save("contributions", "Mine", Look(is_descending=True))
    with world.refused(CannotPutBackError) as caught:
        world.office.history.removed.put_back(thing.change_id)
    assert caught.value.facts == {"because": "later"}


def test_what_belongs_to_somebody_who_is_gone_stays_out(world: World) -> None:
    person = world.person(has_account=False)
    added = world.office.history.latest(1)[0].change_id
    logged = world.log(person)
    world.office.contributions.remove(logged.contribution_id)
    (thing,) = world.office.history.removed.things(9)
    world.office.history.undo(added)
    with world.refused(CannotPutBackError) as caught:
        world.office.history.removed.put_back(thing.change_id)
    assert caught.value.facts == {"because": "missing"}


def test_what_was_erased_is_not_there(world: World) -> None:
    logged = world.log(world.person())
    world.office.contributions.remove(logged.contribution_id)
    (thing,) = world.office.history.removed.things(9)
    with world.office.desk.transaction("forget") as work:
        work.journal.forget(work.connection, "contributions", logged.contribution_id)
        work.update(replace(world.office.organisation.get(), contact_phone="1"))
    assert world.office.history.removed.things(9) == ()
    with world.refused(NotRemovedError):
        world.office.history.removed.put_back(thing.change_id)


def test_many_removed_things_come_page_by_page(world: World) -> None:
    for name in "ABC":
        view = world.office.saved_views.save("contributions", name, Look())
        world.office.saved_views.remove(view.saved_view_id)
    first = world.office.history.removed.things(2)
    rest = world.office.history.removed.things(2, first[-1].change_id)
    assert [thing.titles[0] for thing in (*first, *rest)] == ["C", "B", "A"]
