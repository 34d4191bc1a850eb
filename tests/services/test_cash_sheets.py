"""The sheet to sign holds everybody who is handed cash or vouchers, and what was in the box."""

from coprod_desktop.domain.cash_sheets import CashSheetRow
from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.cash_sheets import cash_sheet
from tests.builders import PAID_ON, WORKED_ON
from tests.services import boxes
from tests.services.world import World


def test_a_run_by_bank_alone_has_no_sheet(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    assert world.office.cash.sheet(number) is None


def test_cash_for_work_cash_for_expenses_and_vouchers_stand_apart(world: World) -> None:
    person = world.person("Desmond Grant", paid_by=PaidBy.CASH, name_on_papers="D. Grant")
    world.approved(person, minutes=150)
    world.approved(person, minutes=100, choice=Choice.VOUCHER)
    world.approved_claim(person)
    boxes.by_voucher(world, "Ion Țurcanu", 10)
    boxes.by_cash(world, "Amina Yusuf", 20)
    world.approved(world.person("Rhys ap Gwilym"))
    boxes.bought(world, 5)
    run = world.prepared()
    world.office.vouchers.set_aside(run.number)
    with world.office.desk.reading() as reading:
        sheet = cash_sheet(reading, run.number, place="the Old Library")
    assert sheet is not None
    assert (sheet.organisation, sheet.number, sheet.pay_on) == (
        world.office.organisation.get().name, run.number, run.pay_on
    )  # fmt: skip
    assert sheet.place == "the Old Library"
    assert sheet.rows == (
        CashSheetRow(name="Amina Yusuf", payment_pence=2000),
        CashSheetRow(
            name="D. Grant",
            payment_pence=3000,
            reimbursement_pence=460,
            voucher_pence=2000,
            serials=("HV-00417", "HV-00418"),
        ),
        CashSheetRow(name="Ion Țurcanu", voucher_pence=1000, serials=("HV-00419",)),
    )
    assert sheet.voucher_value_pence == 1000
    assert (sheet.drawn_pence, sheet.drawn_note, sheet.left_pence) == (None, "", None)


def test_vouchers_of_several_values_have_no_one_value(world: World) -> None:
    boxes.by_voucher(world, "Ion Țurcanu", 30)
    boxes.bought(world, 1, "A-1", pounds=10)
    boxes.bought(world, 1, "B-1", pounds=20)
    number = world.prepared().number
    world.office.vouchers.set_aside(number)
    sheet = world.office.cash.sheet(number)
    assert sheet is not None
    assert (sheet.voucher_value_pence, sheet.rows[0].serials) == (0, ("A-1", "B-1"))


def test_the_cash_drawn_is_the_box_before_this_run_also_once_it_is_paid(world: World) -> None:
    cash = world.office.cash
    boxes.by_cash(world, "Desmond Grant", 30)
    cash.draw(15_000, WORKED_ON, "cheque 000218")
    run = boxes.exported(world)
    before = cash.sheet(run.number)
    assert before is not None
    assert (before.drawn_pence, before.left_pence) == (15_000, 12_000)
    assert before.drawn_note == "3\u00a0November\u00a02026, cheque 000218"
    boxes.paid(world, run)
    cash.draw(5000, PAID_ON)
    assert cash.sheet(run.number) == before

    boxes.by_cash(world, "Amina Yusuf", 20)
    after = cash.sheet(boxes.exported(world).number)
    assert after is not None
    assert after.drawn_pence == 17_000
    assert after.drawn_note.endswith("with £120.00 that was in the box")


def test_what_left_the_box_since_it_was_drawn_is_told(world: World) -> None:
    world.office.cash.draw(15_000, WORKED_ON)
    world.office.cash.pay_in(4000, PAID_ON)
    boxes.by_cash(world, "Desmond Grant", 30)
    sheet = world.office.cash.sheet(world.prepared().number)
    assert sheet is not None
    assert (sheet.drawn_pence, sheet.left_pence) == (11_000, 8000)
    assert sheet.drawn_note.endswith("less £40.00 that has left the box")


def test_what_came_back_or_was_taken_back_is_not_on_the_sheet(world: World) -> None:
    boxes.by_cash(world, "Desmond Grant", 30)
    boxes.by_cash(world, "Amina Yusuf", 20)
    run = boxes.exported(world)
    payment = boxes.payments(world, run)["Desmond Grant"]
    world.office.settling.came_back([payment.payment_id], PAID_ON, "Nobody came for it.")
    sheet = world.office.cash.sheet(run.number)
    assert sheet is not None
    assert [row.name for row in sheet.rows] == ["Amina Yusuf"]
    world.taken_back(run.number, "The library was closed.")
    assert world.office.cash.sheet(run.number) is None
