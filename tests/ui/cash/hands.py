"""Short ways to pay people in cash and vouchers, and to type, for the tests of the screen."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Capacity, PaidBy, Participant
from coprod_desktop.domain.pay_runs import PayRun
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.builders import PAID_ON, TODAY, WORKED_ON
from tests.ui.rooms import Room, add_project

Paid = tuple[str, PaidBy, int]
IDRIS = "Idris Vaughan"
D = TypeVar("D", bound=FormDialog)


def prepared(room: Room, *people: Paid) -> PayRun:
    """Prepare a run that pays each of these (name, how, pounds in steps of five)."""
    office = room.office
    known = office.projects.open_projects()
    project = known[0] if known else add_project(office)
    for name, paid_by, pounds in people:
        person = office.participants.add(Participant(participant_id=0, name=name, paid_by=paid_by))
        piece = office.contributions.log(
            Contribution(
                contribution_id=0,
                participant_id=person.participant_id,
                project_id=project.project_id,
                worked_on=WORKED_ON,
                minutes=12 * pounds // 5,
                kind_of_work="Meeting",
                capacity=Capacity.LIVED_EXPERIENCE,
                what="Steering group",
                pay=Pay.PAID,
            )
        )
        office.contributions.approve([piece.contribution_id])
    return office.pay_runs.prepare(TODAY).run


def hand_out(room: Room, *people: Paid) -> PayRun:
    """Take a run to its end; Idris approves, and whoever sat there hands the money out."""
    operators = room.office.operators
    run, present = prepared(room, *people), operators.present
    idris = [one for one in operators.everybody() if one.name == IDRIS]
    who = idris[0] if idris else operators.add(IDRIS, "Trustee")
    operators.sit_down(who.operator_id)
    room.office.pay_runs.approve(run.number)
    operators.sit_down(present.operator_id)
    room.office.payment_files.record(run.number)
    why = "Bought in the shop"
    return room.office.settling.settle(run.number, PAID_ON, without_vouchers=why)


def the_dialog(page: QWidget, kind: type[D]) -> D:
    """Return the form on show once it has the keyboard."""
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    dialog.activateWindow()
    for _patience in range(200):
        if dialog.isActiveWindow():
            return dialog
        QTest.qWait(10)
    raise AssertionError("the form never got the keyboard")


def press(widget: QWidget, *keys: str | Qt.Key) -> None:
    """Type into whatever of a window has the keyboard."""
    for key in keys:
        at = widget.window().focusWidget()
        assert at is not None
        if isinstance(key, str):
            QTest.keyClicks(at, key)
        else:
            QTest.keyClick(at, key)
