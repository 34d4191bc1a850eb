"""Approve everything that waits up to a day, in one step."""

import dataclasses
import datetime

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import Contribution, WorkState, approve
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.expenses import ExpenseClaim, approve_claim
from coprod_desktop.domain.text import fold
from coprod_desktop.services.decisions import decided
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import projects
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedUpTo:
    """How much was approved, and how much of the operator's own waits for somebody else."""

    contributions: int
    claims: int
    own_left: int


class ApprovalService:
    """The verb that approves what waits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def approve_up_to(self, up_to_on: datetime.date, project: str | None = None) -> ApprovedUpTo:
        """Approve logged work and claims up to a day, of one project or of all, all or none.

        What the operator did or spent themselves is left. Raises NotFoundError for the project.
        """
        own = self._desk.operator.participant_id
        with self._desk.transaction("approve up to a day") as work:
            project_id = _project_id(work, project)
            pieces = [
                one
                for one in work.find(Contribution, state=WorkState.LOGGED)
                if one.worked_on <= up_to_on and project_id in (None, one.project_id)
            ]
            claims = [
                one
                for one in work.find(ExpenseClaim, state=WorkState.LOGGED)
                if one.claimed_on <= up_to_on and project_id in (None, one.project_id)
            ]
            others = [one for one in pieces if own is None or one.participant_id != own]
            of_others = [one for one in claims if own is None or one.participant_id != own]
            work.update_all(approve(one, own) for one in others)
            work.update_all(approve_claim(one, own) for one in of_others)
            subjects = [("contributions", one.contribution_id) for one in others]
            subjects += [("expense_claims", one.expense_claim_id) for one in of_others]
            approvals = [decided(self._desk, *one, Decision.APPROVED) for one in subjects]
            work.add_all(Approval, approvals)
        return ApprovedUpTo(
            contributions=len(others),
            claims=len(of_others),
            own_left=len(pieces) + len(claims) - len(others) - len(of_others),
        )


def _project_id(reading: Reading, name: str | None) -> int | None:
    if name is None:
        return None
    found = projects.ids_by_folded_name(reading).get(fold(name))
    if found is None:
        raise NotFoundError(noun="project", name=name)
    return found
