"""Sheet, control sheet and remittances of a run say the same sums."""

from coprod_desktop.domain.payment_orders import SentField, TextChange
from coprod_desktop.services.run_papers import RunPapers
from tests.builders import TODAY
from tests.services.boxes import payments
from tests.services.world import GRACE, IDRIS, World


def test_the_papers_of_a_run_agree(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        person = world.person(name)
        world.approved(person)
        world.approved_claim(person)
    run = world.approved_run()
    files = world.office.payment_files.record(run.number).files
    changes = [
        TextChange(payment_id=1, field=SentField.ACCOUNT_NAME, was="Ŵyn", now="WYN"),
        TextChange(payment_id=1, field=SentField.REFERENCE, was="é", now="E"),
    ]
    with world.office.desk.reading() as reading:
        papers = RunPapers(reading, world.office.pay_runs.details(run.number).run)
        sheet, notes = papers.sheet(files), list(papers.remittances())
        control = papers.control(files, changes, "plain")
    assert sheet.pence == 6920 == sum(one.pence for one in control.files)
    assert sum(one.payment_pence + one.reimbursement_pence for one in notes) == 6920
    assert (sheet.prepared_by, sheet.approvers, control.approvers) == (GRACE, (IDRIS,), (IDRIS,))
    assert sheet.bank_file_sha256 == control.files[0].sha256 == files[0].sha256
    assert [(one.payment_pence, one.reimbursement_pence) for one in sheet.by_cost_code] == [
        (6000, 920)
    ]
    assert [(one.name, one.as_sent) for one in control.names] == [("Ŵyn", "WYN")]


def test_papers_made_again_after_money_came_back_say_so(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        world.approved(world.person(name))
    run = world.settled_run()
    payment = payments(world, run)["Aisha Rahman"]
    world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    with world.office.desk.reading() as reading:
        papers = RunPapers(reading, world.office.pay_runs.details(run.number).run)
        sheet, notes = papers.sheet(), list(papers.remittances())
    assert [one.came_back_on for one in notes] == [TODAY, None]
    assert [one.came_back_on for one in sheet.lines] == [TODAY, None]
    world.office.history.undo()
    assert payments(world, run)["Aisha Rahman"].came_back_on is None
