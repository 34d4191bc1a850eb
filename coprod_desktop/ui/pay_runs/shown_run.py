"""All that the page shows of one pay run."""

from dataclasses import dataclass

from coprod_desktop.domain.pay_runs import PaymentSheet, RunState
from coprod_desktop.services.checks import NamedFinding
from coprod_desktop.services.pay_runs import PreparedRun
from coprod_desktop.ui.limit_notes import LimitNote


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRun:
    """A run with its payments, and its payment sheet for the names and sums.

    `limits` is about people who asked to be told, while the run can still wait; `findings` is what
    there is to look at before it is approved.
    """

    prepared: PreparedRun
    sheet: PaymentSheet
    limits: tuple[LimitNote, ...] = ()
    findings: tuple[NamedFinding, ...] = ()

    @property
    def number(self) -> int:
        """The number by which people speak of it."""
        return self.prepared.run.number

    @property
    def state(self) -> RunState:
        """How far it has come."""
        return self.prepared.run.state
