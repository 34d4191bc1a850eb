"""All that the page shows of one pay run."""

from dataclasses import dataclass

from coprod_desktop.domain.pay_runs import PaymentSheet, RunState
from coprod_desktop.services.pay_runs import PreparedRun


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRun:
    """A run with its payments, and its payment sheet for the names and sums."""

    prepared: PreparedRun
    sheet: PaymentSheet

    @property
    def number(self) -> int:
        """The number by which people speak of it."""
        return self.prepared.run.number

    @property
    def state(self) -> RunState:
        """How far it has come."""
        return self.prepared.run.state
