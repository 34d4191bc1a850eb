"""Every verb leaves one entry in the history under its own name, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from coprod_desktop.domain.bank_statements import StatementEntry, whole_statement
from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.holds import HoldOn
from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.undo_errors import CannotRedoError
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.paths import resource
from coprod_desktop.services.session_kits import PlannedSession
from coprod_desktop.services.undo_reasons import NOT_DONE_AGAIN, STAYS
from tests.banking.weights import WEIGHTS
from tests.builders import (
    PAID_ON,
    TINY_PNG,
    TODAY,
    WORKED_ON,
    a_bank_details,
    a_participant,
    a_project,
    a_support_cost,
    an_engagement,
)
from tests.entry_builders import a_quick_entry
from tests.output_builders import a_credit, an_output
from tests.pictures import a_png
from tests.services.boxes import bought, by_voucher, payments
from tests.services.more_verbs import FORGETS, MORE_VERBS, furnish
from tests.services.world import GRACE, IDRIS, World

OWN_LAYOUT = resource("bank-layouts", "my-bank.toml")
PERIOD = (WORKED_ON, TODAY)


class Scene:
    """What the verbs work on: two people, work and claims in every state, and a run in each."""

    def __init__(self, world: World) -> None:
        self.person = world.person()
        self.other = world.person("Bronwen Pugh")
        world.approved(self.other, minutes=30)
        world.approved_claim(self.other)
        self.settled = world.settled_run().number
        world.approved(self.other, minutes=29)
        self.asked = world.settled_run().number
        world.office.pay_runs.reverse(self.asked, "Sent back")
        self.exported = _exported(world, self.other, 31)
        self.at_bank = _exported(world, self.other, 35)
        world.approved(self.other, minutes=32)
        self.approved = world.approved_run().number
        world.approved(self.other, minutes=33)
        for name in ("Ion Țurcanu", "Rhys ap Gwilym"):
            by_voucher(world, name, 10)
        run = world.prepared()
        self.prepared = run.number
        world.office.cash.draw(5000, WORKED_ON)
        bought(world, 3)
        aside, self.voucher, self.spoilt = (
            one.voucher_id for one in world.records(Voucher)[Voucher]
        )
        self.has_vouchers = payments(world, run)["Ion Țurcanu"].payment_id
        world.office.vouchers.set_aside_for(self.has_vouchers, [aside])
        world.office.vouchers.spoil(self.spoilt, "Torn")
        world.office.own_layouts.save(OWN_LAYOUT, "Our bank")
        world.policy(hourly_pence=1250, effective_on=WORKED_ON)  # so that a difference is owed
        self.work = world.log(self.person)
        self.claim = world.claim(self.person)
        self.item = world.records(ExpenseItem)[ExpenseItem][-1]
        self.draft = world.log(self.person, minutes=20, state=WorkState.DRAFT)
        kept = world.entry(self.person, is_draft=True)
        self.draft_claim = world.office.expenses.log(kept)
        world.approved(self.other, minutes=34)
        self.sent_back = world.prepared().number
        world.office.pay_runs.send_back(self.sent_back, "Who is this?")
        self.ready = world.approved(self.person, minutes=60)
        self._make_things(world)
        furnish(world, self.person)
        self.hold = world.office.holds.place(
            self.person.participant_id,
            "A question",
            on=HoldOn.CONTRIBUTION,
            subject_id=self.work.contribution_id,
        )
        self.check_sheet = _check_sheet(world, self.person.participant_id)
        self.ids = {
            "participant_id": self.person.participant_id,
            "project_id": world.project.project_id,
        }

    def _make_things(self, world: World) -> None:
        self.of_project = {"project_id": world.project.project_id}
        self.output = world.office.outputs.add(an_output(**self.of_project))
        credit = a_credit(
            output_id=self.output.output_id, participant_id=self.person.participant_id
        )
        self.credit = world.office.outputs.add_credit(credit)
        world.office.wordings.set("Statement {number}", "No. {number}")


def _check_sheet(world: World, participant_id: int) -> int:
    written = world.office.issued_papers.issue(PaperKind.CHECK, participant_id, PERIOD)
    return written.paper.issued_paper_id


def _exported(world: World, person: Participant, minutes: int) -> int:
    world.approved(person, minutes=minutes)
    number = world.approved_run().number
    world.office.payment_files.record(number)
    return number


def _read_statement(world: World, scene: Scene) -> None:
    run = world.office.pay_runs.details(scene.at_bank).run
    payment = payments(world, run)["Bronwen Pugh"]
    entry = StatementEntry(
        on=run.pay_on,
        pence=-payment.pence,
        payee=payment.account_name,
        reference=payment.reference,
        row=1,
    )
    statement = whole_statement(account="00000017", entries=[entry], source="bank.csv")
    assert world.office.bank_statements.settle(statement).paid == 1


def _by_idris(world: World, do: Callable[[], object]) -> None:
    world.sit(IDRIS)
    do()


def _receipt(world: World, scene: Scene, folder: Path) -> None:
    slip = folder / "slip.png"
    slip.write_bytes(TINY_PNG)
    world.office.expenses.attach_receipt(scene.item.expense_item_id, slip)


def _bank(world: World, scene: Scene) -> None:
    details = a_bank_details(participant_id=scene.person.participant_id, sort_code="001463")
    world.office.bank_details.save(details)


def _table(world: World, folder: Path) -> None:
    weights = folder / "valacdos.txt"
    weights.write_text(WEIGHTS, encoding="ascii")
    world.office.bank_details.load_weight_table(weights)


def _operator(world: World) -> None:
    operator = world.office.operators.present
    world.office.operators.save(replace(operator, role="Involvement and money"))


def _organisation(world: World) -> None:
    changed = replace(world.office.organisation.get(), promise_days=7)
    world.office.organisation.save(changed)


def _dismiss(world: World, scene: Scene) -> None:
    found = world.office.checks.of_contributions([scene.work.contribution_id])
    world.office.checks.dismiss(found[scene.work.contribution_id][0], "Recognition, not a wage.")


def _paid(world: World, number: int) -> tuple[int, list[int]]:
    """Return the payment of the second person in a run, and its lines."""
    payment = payments(world, world.office.pay_runs.details(number).run)["Bronwen Pugh"]
    lines = world.office.pay_runs.paid_for(payment.payment_id)
    return payment.payment_id, [one.payment_line_id for one in lines]


VERBS: dict[str, Callable[[World, Scene, Path], object]] = {
    "change organisation": lambda w, s, f: _organisation(w),
    "change policy": lambda w, s, f: w.policy(hourly_pence=1300),
    "add operator": lambda w, s, f: w.office.operators.add("Carys Mills"),
    "change operator": lambda w, s, f: _operator(w),
    "add participant": lambda w, s, f: w.office.participants.add(a_participant(name="Ceri Walsh")),
    "change participant": lambda w, s, f: w.office.participants.save(
        replace(s.person, name="Aisha Rahman-Jones")
    ),
    "change bank details": lambda w, s, f: _bank(w, s),
    "confirm bank details": lambda w, s, f: _by_idris(
        w, lambda: w.office.bank_details.confirm(s.person.participant_id, "Phoned them")
    ),
    "load account check table": lambda w, s, f: _table(w, f),
    "add project": lambda w, s, f: w.office.projects.add(a_project(name="Garden")),
    "change project": lambda w, s, f: w.office.projects.save(
        replace(w.project, name="Waiting Rooms")
    ),
    "agree engagement": lambda w, s, f: w.office.projects.agree(
        an_engagement(engagement_id=0, **s.ids)
    ),
    "add support cost": lambda w, s, f: w.office.projects.add_support_cost(a_support_cost(**s.ids)),
    "add output": lambda w, s, f: w.office.outputs.add(an_output(**s.of_project)),
    "change output": lambda w, s, f: w.office.outputs.save(replace(s.output, title="A film")),
    "remove output": lambda w, s, f: w.office.outputs.remove(s.output.output_id),
    "add credit": lambda w, s, f: w.office.outputs.add_credit(replace(s.credit, credit="voice")),
    "change credit": lambda w, s, f: w.office.outputs.save_credit(
        replace(s.credit, is_anonymous=True)
    ),
    "remove credit": lambda w, s, f: w.office.outputs.remove_credit(s.credit.credit_id),
    "change paper style": lambda w, s, f: w.office.paper_style.save(
        replace(w.office.paper_style.get(), logo=a_png())
    ),
    "change wording": lambda w, s, f: w.office.wordings.set("The work you did", "All you did"),
    "clear wording": lambda w, s, f: w.office.wordings.clear("Statement {number}"),
    "log session": lambda w, s, f: w.office.sessions.log(w.session(w.row(s.person))),
    "log contribution": lambda w, s, f: w.log(s.person),
    "quick entry": lambda w, s, f: w.office.quick_entry.save(a_quick_entry(**s.ids)),
    "correct contribution": lambda w, s, f: w.office.contributions.correct(
        replace(s.work, minutes=10)
    ),
    "remove contribution": lambda w, s, f: w.office.contributions.remove(s.work.contribution_id),
    "record payment choice": lambda w, s, f: w.office.contributions.choose(
        s.work.contribution_id, Choice.DECLINE
    ),
    "approve contributions": lambda w, s, f: w.office.contributions.approve(
        [s.work.contribution_id]
    ),
    "send contribution back": lambda w, s, f: w.office.contributions.send_back(
        s.work.contribution_id, "An hour?"
    ),
    "send work for approval": lambda w, s, f: w.office.contributions.submit(
        [s.draft.contribution_id]
    ),
    "send expenses for approval": lambda w, s, f: w.office.expenses.submit(
        [s.draft_claim.expense_claim_id]
    ),
    "remove expense draft": lambda w, s, f: w.office.expenses.remove(
        s.draft_claim.expense_claim_id
    ),
    "add expense line": lambda w, s, f: w.office.expenses.add_line(
        s.claim.expense_claim_id, w.entry(s.person).lines[0]
    ),
    "log expenses": lambda w, s, f: w.claim(s.person),
    "attach receipt": _receipt,
    "agree expense": lambda w, s, f: w.office.expenses.agree(
        s.item.expense_item_id, 1, "A day ticket"
    ),
    "approve expenses": lambda w, s, f: w.office.expenses.approve([s.claim.expense_claim_id]),
    "send expenses back": lambda w, s, f: w.office.expenses.send_back(
        s.claim.expense_claim_id, "Which?"
    ),
    "dismiss check": lambda w, s, f: _dismiss(w, s),
    "approve up to a day": lambda w, s, f: w.office.approvals.approve_up_to(TODAY),
    "save bank layout": lambda w, s, f: w.office.own_layouts.save(OWN_LAYOUT, "Another bank"),
    "remove bank layout": lambda w, s, f: w.office.own_layouts.remove("Our bank"),
    "draw cash": lambda w, s, f: w.office.cash.draw(15_000, TODAY),
    "pay cash in": lambda w, s, f: w.office.cash.pay_in(5000, TODAY),
    "count cash": lambda w, s, f: w.office.cash.count(4000, TODAY, "One note short"),
    "add vouchers": lambda w, s, f: bought(w, 2, "HV-00900"),
    "set vouchers aside": lambda w, s, f: w.office.vouchers.set_aside(s.prepared),
    "put vouchers back": lambda w, s, f: w.office.vouchers.put_back(s.has_vouchers),
    "spoil voucher": lambda w, s, f: w.office.vouchers.spoil(s.voucher, "Torn"),
    "unspoil voucher": lambda w, s, f: w.office.vouchers.unspoil(s.spoilt),
    "prepare pay run": lambda w, s, f: w.prepared(),
    "prepare top-up run": lambda w, s, f: w.office.top_ups.prepare(),
    "approve pay run": lambda w, s, f: _by_idris(w, lambda: w.office.pay_runs.approve(s.prepared)),
    "send pay run back": lambda w, s, f: w.office.pay_runs.send_back(s.prepared, "Who is this?"),
    "prepare pay run again": lambda w, s, f: w.office.pay_runs.prepare_again(s.sent_back),
    "hold a payment": lambda w, s, f: w.office.holds.hold_payment(_paid(w, s.prepared)[0], "Asked"),
    "split a payment": lambda w, s, f: w.office.holds.put_off(*_paid(w, s.prepared), "Asked"),
    "lift a hold": lambda w, s, f: w.office.holds.lift([s.hold.hold_id]),
    "payment came back": lambda w, s, f: w.office.settling.came_back(
        [_paid(w, s.settled)[0]], TODAY, "Account closed"
    ),
    "take back what was paid in error": lambda w, s, f: w.office.settling.take_back(
        _paid(w, s.settled)[1], "Nobody was there"
    ),
    "log answer": lambda w, s, f: w.office.issued_papers.log_answer(s.check_sheet, is_right=True),
    "record a gift": lambda w, s, f: w.office.gifts.record(_paid(w, s.settled)[0], 100, TODAY),
    "ask to take pay run back": lambda w, s, f: w.office.pay_runs.reverse(s.settled, "Sent back"),
    "let pay run stand": lambda w, s, f: w.office.pay_runs.let_stand(s.asked, "It was paid"),
    "reverse pay run": lambda w, s, f: _by_idris(
        w, lambda: w.office.pay_runs.reverse(s.asked, "Sent back")
    ),
}
LEFT_THE_HOUSE: dict[str, Callable[[World, Scene, Path], object]] = {
    "export pay run": lambda w, s, f: w.office.payment_files.record(s.approved),
    "settle pay run": lambda w, s, f: w.office.settling.settle(s.exported, PAID_ON),
    "settle payments": lambda w, s, f: w.office.settling.settle_some(
        [_paid(w, s.approved)[0]], PAID_ON
    ),
    "settle by bank statement": lambda w, s, f: _read_statement(w, s),
    "issue statements": lambda w, s, f: w.office.statements.issue(*PERIOD),
    "issue paper": lambda w, s, f: w.office.issued_papers.issue(
        PaperKind.LETTER, s.person.participant_id, PERIOD
    ),
    "make session kit": lambda w, s, f: w.office.session_kits.planned(
        PlannedSession(project_id=w.project.project_id, title="Garden", held_on=TODAY)
    ),
}


EVERY = {**VERBS, **MORE_VERBS}


def test_a_verb_is_recorded_taken_back_and_done_again_without_a_trace_in_the_records(
    world: World, tmp_path: Path
) -> None:
    scene = Scene(world)
    for verb, do in {**EVERY, **FORGETS}.items():
        world.sit(GRACE)
        before, last = world.records(), world.office.history.latest(1)[0].change_id
        do(world, scene, tmp_path)
        (change,) = world.office.history.latest(1)
        assert (change.verb, change.change_id) == (verb, last + 1)
        assert change.operator == world.office.operators.present.name
        assert change.made_at == world.clock.now
        after = world.records()
        assert after != before, verb
        assert world.office.history.last() == change
        world.office.history.undo()
        assert world.records() == before, verb
        (undoing,) = world.office.history.latest(1)
        assert (undoing.verb, undoing.undoes_id) == (f"undo {verb}", change.change_id)
        if verb in FORGETS:
            continue
        world.office.history.redo()
        assert world.records() == after, verb
        (redoing,) = world.office.history.latest(1)
        assert (redoing.verb, redoing.undoes_id) == (f"redo {verb}", undoing.change_id)
        world.office.history.undo()
        assert world.records() == before, verb
    assert world.findings() == ()


def test_what_forgets_what_was_told_is_taken_back_and_says_why_it_is_not_done_again(
    world: World, tmp_path: Path
) -> None:
    scene = Scene(world)
    assert set(FORGETS) == set(NOT_DONE_AGAIN)
    for verb, do in FORGETS.items():
        before = world.records()
        do(world, scene, tmp_path)
        change = world.office.history.undo()
        assert world.records() == before
        assert world.office.history.redoing() is None
        with world.refused(CannotRedoError) as caught:
            world.office.history.redo(change.change_id)
        assert caught.value.facts == {"because": NOT_DONE_AGAIN[verb]}


def test_what_left_the_house_is_recorded_and_stays(world: World, tmp_path: Path) -> None:
    scene = Scene(world)
    for verb, do in LEFT_THE_HOUSE.items():
        do(world, scene, tmp_path)
        assert world.office.history.latest(1)[0].verb == verb
        assert world.office.history.last() is None
        undoing = world.office.history.undoing()
        assert undoing is not None
        assert (undoing.change.verb, undoing.because) == (verb, STAYS[verb])
        with world.refused(CannotUndoError) as caught:
            world.office.history.undo()
        assert caught.value.facts == {"because": STAYS[verb]}


def test_a_workbook_that_was_brought_in_goes_and_comes_again(
    file_world: World, tmp_path: Path
) -> None:
    file_world.log(file_world.person())
    path = tmp_path / "everything.xlsx"
    file_world.office.exports.open_workbook(path)
    other = World.make(str(tmp_path / "other.coprod"))
    try:
        for _step in range(2):  # the project and the second operator: now it is new and empty
            other.office.history.undo()
        before, seat = other.records(), other.office.operators.present
        other.office.imports.open_workbook(path)
        after = other.records()
        assert after != before
        other.office.history.undo()
        assert (other.records(), other.office.operators.present) == (before, seat)
        other.office.history.redo()
        assert other.records() == after
        assert other.findings() == ()
    finally:
        other.office.close()


def test_the_scene_has_work_in_every_state(world: World) -> None:
    Scene(world)
    states = {piece.state for piece in world.records(Contribution)[Contribution]}
    assert len(states) == 5
