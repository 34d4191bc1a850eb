"""What was taken back is done again: step by step, chosen ones, and after a restart."""

from dataclasses import replace

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.undo_errors import CannotRedoError, NothingToRedoError
from coprod_desktop.services.office import open_office
from tests.builders import TODAY, WORKED_ON
from tests.services.world import GRACE, IDRIS, PASSPHRASE, World

NAMES = ("Aisha Rahman", "Bronwen Pugh", "Ceri Walsh")


def names(world: World) -> list[str]:
    """Return who is in the file."""
    return [one.name for one in world.office.participants.everybody()]


def three(world: World) -> None:
    """Add three people, each as one step."""
    for name in NAMES:
        world.person(name, has_account=False)


def last(world: World) -> int:
    return world.office.history.latest(1)[0].change_id


def test_undo_three_times_and_redo_twice_go_step_by_step(world: World) -> None:
    three(world)
    shown = []
    for _step in range(3):
        world.office.history.undo()
        shown.append(names(world))
    for _step in range(2):
        world.office.history.redo()
        shown.append(names(world))
    assert shown == [list(NAMES[:2]), [NAMES[0]], [], [NAMES[0]], list(NAMES[:2])]
    redoing, undoing = world.office.history.redoing(), world.office.history.undoing()
    assert redoing is not None
    assert undoing is not None
    assert (redoing.verb, undoing.change.verb) == ("add participant", "add participant")
    world.office.history.redo()
    assert names(world) == list(NAMES)
    with world.refused(NothingToRedoError):
        world.office.history.redo()
    assert world.findings() == ()


def test_both_lines_go_on_where_they_were_after_a_restart(file_world: World) -> None:
    three(file_world)
    path = str(file_world.office.desk.database.path)
    for _step in range(2):
        file_world.office.history.undo()
    for expected in (list(NAMES[:2]), list(NAMES)):
        file_world.office.close()
        file_world.office = open_office(path, PASSPHRASE, clock=file_world.clock)
        file_world.office.history.redo()
        assert names(file_world) == expected
    for expected in (list(NAMES[:2]), [NAMES[0]], []):
        file_world.office.close()
        file_world.office = open_office(path, PASSPHRASE, clock=file_world.clock)
        file_world.office.history.undo()
        assert names(file_world) == expected
    assert file_world.findings() == ()


def test_something_new_ends_the_line_of_what_can_be_done_again(world: World) -> None:
    three(world)
    world.office.history.undo()
    world.person("Dewi Prys", has_account=False)
    assert world.office.history.redoing() is None
    with world.refused(NothingToRedoError):
        world.office.history.redo()
    world.office.history.undo()
    world.office.history.redo()
    assert names(world) == [*NAMES[:2], "Dewi Prys"]


def test_a_pin_typed_while_opening_ends_no_line(file_world: World) -> None:
    three(file_world)
    file_world.office.operators.set_pin("5713")
    file_world.office.history.undo()
    path = str(file_world.office.desk.database.path)
    file_world.office.close()
    file_world.office = open_office(
        path, PASSPHRASE, operator=GRACE, pin="5713", clock=file_world.clock
    )
    file_world.office.history.redo()
    assert names(file_world) == list(NAMES)


def test_a_chosen_step_is_done_again_after_something_new(world: World) -> None:
    three(world)
    gone = world.office.history.undo()
    world.person("Dewi Prys", has_account=False)
    world.office.history.redo(gone.change_id)
    assert names(world) == [*NAMES, "Dewi Prys"]
    assert world.office.history.undo() == gone  # it was done last
    assert names(world) == [*NAMES[:2], "Dewi Prys"]


def test_what_was_changed_since_is_not_done_again_as_it_was(world: World) -> None:
    person = world.person(has_account=False)
    world.office.participants.save(replace(person, phone="1"))
    gone = world.office.history.undo()
    world.office.participants.save(replace(person, phone="2"))
    with world.refused(CannotRedoError) as caught:
        world.office.history.redo(gone.change_id)
    assert caught.value.facts == {"because": "later"}


def test_what_belongs_to_nobody_any_more_is_not_done_again(world: World) -> None:
    person = world.person(has_account=False)
    added = last(world)
    world.log(person)
    logged = world.office.history.undo()
    world.office.history.undo(added)
    world.person("Dewi Prys", has_account=False)
    with world.refused(CannotRedoError) as caught:
        world.office.history.redo(logged.change_id)
    assert caught.value.facts == {"because": "missing"}


def test_nothing_is_done_again_that_was_not_taken_back(world: World) -> None:
    three(world)
    for number in (last(world), 1):
        with world.refused(NothingToRedoError):
            world.office.history.redo(number)
    world.office.history.undo()
    with world.refused(NothingToRedoError):
        world.office.history.redo(last(world))


def test_nobody_approves_again_in_the_name_of_somebody_else(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    world.sit(IDRIS)
    world.office.pay_runs.approve(number)
    world.sit(GRACE)
    world.office.history.undo()
    with world.refused(CannotRedoError) as caught:
        world.office.history.redo()
    assert caught.value.facts == {"because": "theirs", "name": IDRIS}
    world.sit(IDRIS)
    assert world.office.history.redo().verb == "approve pay run"
    assert world.office.pay_runs.details(number).run.approved_by_id == world.operators[IDRIS]


def test_nobody_checks_an_account_again_in_the_name_of_somebody_else(world: World) -> None:
    person = world.person()
    world.sit(IDRIS)
    world.office.bank_details.confirm(person.participant_id, "Phoned them")
    world.sit(GRACE)
    world.office.history.undo()
    with world.refused(CannotRedoError):
        world.office.history.redo()


def test_who_sits_at_the_keyboard_is_not_taken_away(world: World) -> None:
    world.operators["Carys Mills"] = world.office.operators.add("Carys Mills").operator_id
    world.sit("Carys Mills")
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo()
    assert caught.value.facts == {"because": "present"}
    world.sit(GRACE)
    assert world.office.history.undo().verb == "add operator"


def test_what_stays_says_why_and_offers_the_step_before(world: World) -> None:
    person = world.person(has_account=False)
    world.log(person)
    logged = last(world)
    world.office.issued_papers.issue(PaperKind.LETTER, person.participant_id, (WORKED_ON, TODAY))
    undoing = world.office.history.undoing()
    assert undoing is not None
    assert (undoing.change.verb, undoing.because) == ("issue paper", "left")
    assert undoing.before is not None
    assert undoing.before.change_id == logged
    world.office.history.undo(logged)
    assert world.records(Contribution)[Contribution] == ()
    assert world.office.history.redo().change_id == logged


def test_money_that_left_is_reversed_and_the_refusal_says_so(world: World) -> None:
    world.approved(world.person())
    approved = last(world)
    run = world.settled_run()
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo(approved)
    assert caught.value.facts == {"because": "paid"}
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo()
    assert caught.value.facts == {"because": "paid"}
    world.taken_back(run.number)
    assert world.office.history.undo().verb == "reverse pay run"


def test_a_later_step_that_stands_in_the_way_is_named(world: World) -> None:
    logged = world.log(world.person())
    number = last(world)
    world.office.contributions.approve([logged.contribution_id])
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo(number)
    assert caught.value.facts == {"because": "later", "by": "approve contributions"}


def test_going_back_to_a_step_is_shown_before_and_done_one_by_one(world: World) -> None:
    three(world)
    before = world.records()
    person = world.person("Dewi Prys", has_account=False)
    first = last(world)
    world.log(person)
    world.office.issued_papers.issue(PaperKind.LETTER, person.participant_id, (WORKED_ON, TODAY))
    world.person("Efa Rees", has_account=False)
    shown, history = world.records(), world.office.history.latest(1)
    steps = world.office.history.back_steps(first)
    assert (world.records(), world.office.history.latest(1)) == (shown, history)
    assert [(step.change.verb, step.because) for step in steps] == [
        ("add participant", ""),
        ("issue paper", "left"),
        ("log contribution", ""),
        ("add participant", "later"),  # a paper about the person is out
    ]
    goes = tuple(step.change.change_id for step in steps if not step.because)
    assert world.office.history.undo_several(goes) == 2
    assert names(world) == [*NAMES, "Dewi Prys"]
    for _step in goes:
        world.office.history.redo()
    assert world.records() == shown
    assert before != shown
    assert world.findings() == ()


def test_going_back_over_steps_that_lean_on_each_other_takes_all_of_them(world: World) -> None:
    before = world.records()
    person = world.person()
    first = last(world) - 1  # the account came after the person
    world.approved(person)
    world.prepared()
    after = world.records()
    steps = world.office.history.back_steps(first)
    assert [step.because for step in steps] == [""] * 5
    world.office.history.undo_several(tuple(step.change.change_id for step in steps))
    assert world.records() == before
    for _step in steps:
        world.office.history.redo()
    assert world.records() == after
