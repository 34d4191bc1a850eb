"""All that the page shows of one pay run."""

from dataclasses import dataclass

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun, RunState
from coprod_desktop.services.checks import NamedFinding
from coprod_desktop.services.pay_runs import ApprovalTold, PreparedRun
from coprod_desktop.services.run_looks import RunLook
from coprod_desktop.ui.limit_notes import LimitNote

OPEN_STATES = frozenset({RunState.PREPARED, RunState.SENT_BACK})
"""The states in which a run can still be changed."""
GONE = frozenset({PaymentState.CAME_BACK, PaymentState.TAKEN_BACK})
"""The states of payments whose money is not with the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRun:
    """A run with its payments, what to look at in it, and how far its approval has come.

    `present` is who is at the keyboard, `operators` everybody who works with the file, `projects`
    the names of those that the run is limited to. `limits` is about people who asked to be told,
    while the run can still wait; `findings` is what there is to look at before it is approved.
    """

    prepared: PreparedRun
    prepared_by: str
    approval: ApprovalTold
    look: RunLook
    present: Operator
    operators: tuple[Operator, ...]
    projects: tuple[str, ...] = ()
    limits: tuple[LimitNote, ...] = ()
    findings: tuple[NamedFinding, ...] = ()

    @property
    def run(self) -> PayRun:
        """The run itself."""
        return self.prepared.run

    @property
    def number(self) -> int:
        """The number by which people speak of it."""
        return self.run.number

    @property
    def state(self) -> RunState:
        """How far it has come."""
        return self.run.state

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Its payments, in order of the people's names."""
        return tuple(payment for _person, payment in self.prepared.payments)

    @property
    def waiting(self) -> tuple[Payment, ...]:
        """The payments of which nobody has recorded yet what became of them."""
        return tuple(one for one in self.payments if one.state is PaymentState.WAITING)

    @property
    def sent(self) -> tuple[Payment, ...]:
        """The payments that leave or have left, without what came back or was taken back."""
        return tuple(one for one in self.payments if one.state not in GONE)

    @property
    def has_prepared(self) -> bool:
        """Say whether who is at the keyboard put the run together or changed it."""
        return self.present.name in self.approval.preparers

    @property
    def has_approved(self) -> bool:
        """Say whether who is at the keyboard has approved it already."""
        return any(one.name == self.present.name for one in self.approval.approvers)

    @property
    def pays_present(self) -> bool:
        """Say whether the run pays who is at the keyboard."""
        own = self.present.participant_id
        return own is not None and any(one.participant_id == own for one in self.payments)

    @property
    def may_confirm_reversal(self) -> bool:
        """Say whether somebody else asked to take the run back, and who is here can confirm it."""
        asked = self.approval.reversal
        return asked is not None and asked.name != self.present.name and not self.pays_present

    @property
    def may_approve(self) -> bool:
        """Say whether who is at the keyboard can approve the run as it stands."""
        is_own = self.has_prepared and not self.approval.four_eyes_note.strip()
        is_done = self.has_approved or self.pays_present or is_own
        return self.state is RunState.PREPARED and not is_done

    @property
    def others_who_may(self) -> tuple[Operator, ...]:
        """The people besides who is at the keyboard that can still approve the run."""
        paid = {one.participant_id for one in self.payments}
        done = {one.name for one in self.approval.approvers} | {self.present.name}
        if not self.approval.four_eyes_note.strip():
            done.update(self.approval.preparers)
        return tuple(
            one for one in self.operators if one.name not in done and one.participant_id not in paid
        )
