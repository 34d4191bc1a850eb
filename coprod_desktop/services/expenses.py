"""Log expense claims with their receipts, agree each line, approve or send back."""

import dataclasses
import datetime
import hashlib
import mimetypes
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import FileMissingError, ReasonMissingError
from coprod_desktop.domain.expenses import (
    MILEAGE_KINDS,
    ExpenseClaim,
    ExpenseItem,
    ExpenseKind,
    Receipt,
    approve_claim,
    check_claim_editable,
    check_receipt,
    clean_item,
    send_claim_back,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.decisions import all_of, decided
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.pricing import price_journey
from coprod_desktop.storage import expense_claims
from coprod_desktop.storage.work import Work

CLAIMED = "As claimed."


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseLine:
    """One line that somebody claims: a cost in pence, or tenths of a mile for a vehicle."""

    spent_on: datetime.date
    kind: ExpenseKind
    what: str = ""
    pence: int = 0
    tenth_miles: int = 0
    receipt: Path | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseEntry:
    """A claim as it was typed in."""

    participant_id: int
    project_id: int
    claimed_on: datetime.date
    lines: tuple[ExpenseLine, ...]
    note: str = ""


class ExpenseService:
    """The verbs about expense claims."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(
        self,
        after: tuple[datetime.date, int] | None,
        limit: int,
        *,
        state: WorkState | None = None,
        typed: str = "",
        participant_id: int | None = None,
    ) -> tuple[ClaimSummary, ...]:
        """Return the next claims, newest first, from behind a (day, id)."""
        with self._desk.reading() as reading:
            return expense_claims.page(
                reading,
                after=after,
                limit=limit,
                state=state,
                typed=typed,
                participant_id=participant_id,
            )

    def claim(self, expense_claim_id: int) -> ExpenseClaim:
        """Return one claim; raises NotFoundError."""
        with self._desk.reading() as reading:
            return reading.get(ExpenseClaim, expense_claim_id)

    def summary(self, expense_claim_id: int) -> ClaimSummary | None:
        """Return the list's row of one claim; None where it is gone."""
        with self._desk.reading() as reading:
            return expense_claims.summary(reading, expense_claim_id)

    def receipt_counts(self, expense_claim_id: int) -> dict[int, int]:
        """Return how many receipts each line of a claim has, by the line's id."""
        with self._desk.reading() as reading:
            return expense_claims.receipt_counts(reading, expense_claim_id)

    def items(self, expense_claim_id: int) -> tuple[ExpenseItem, ...]:
        """Return the lines of a claim."""
        with self._desk.reading() as reading:
            return expense_claims.items_of(reading, [expense_claim_id])

    def receipts(self, expense_item_id: int) -> tuple[Receipt, ...]:
        """Return the receipts of a line, with their bytes."""
        with self._desk.reading() as reading:
            return reading.find(Receipt, expense_item_id=expense_item_id)

    def log(self, entry: ExpenseEntry) -> ExpenseClaim:
        """Save a claim with its lines and receipts.

        Raises NegativeMoneyError, MoneyTooLargeError, DateOutOfRangeError, FileMissingError,
        ReceiptTooLargeError or NotFoundError.
        """
        claim = ExpenseClaim(
            expense_claim_id=self._desk.new_id(),
            participant_id=entry.participant_id,
            project_id=entry.project_id,
            claimed_on=entry.claimed_on,
            note=clean_line(entry.note),
        )
        check_day(entry.claimed_on, self._desk.today())
        with self._desk.transaction("log expenses") as work:
            work.get(Participant, entry.participant_id)
            work.get(Project, entry.project_id)
            work.add(claim)
            for line in entry.lines:
                item = self._item(work, claim.expense_claim_id, line)
                work.add(item)
                if line.receipt is not None:
                    work.add(self._receipt(item.expense_item_id, line.receipt))
        return claim

    def _item(self, work: Work, claim_id: int, line: ExpenseLine) -> ExpenseItem:
        check_day(line.spent_on, self._desk.today())
        pence, because = line.pence, CLAIMED
        if line.kind in MILEAGE_KINDS and line.tenth_miles:
            quote = price_journey(work, line.kind, line.tenth_miles, line.spent_on)
            pence, because = quote.offered_pence, quote.because
        return clean_item(
            ExpenseItem(
                expense_item_id=self._desk.new_id(),
                expense_claim_id=claim_id,
                spent_on=line.spent_on,
                kind=line.kind,
                what=line.what or line.kind.capitalize(),
                tenth_miles=line.tenth_miles,
                claimed_pence=pence,
                agreed_pence=pence,
                because=because,
            )
        )

    def attach_receipt(self, expense_item_id: int, path: Path) -> Receipt:
        """Keep a receipt inside the file.

        Raises FileMissingError, ReceiptTooLargeError or NotFoundError.
        """
        receipt = self._receipt(expense_item_id, path)
        with self._desk.transaction("attach receipt") as work:
            work.get(ExpenseItem, expense_item_id)
            work.add(receipt)
        return receipt

    def _receipt(self, expense_item_id: int, path: Path) -> Receipt:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise FileMissingError(path=path) from error
        receipt = Receipt(
            receipt_id=self._desk.new_id(),
            expense_item_id=expense_item_id,
            file_name=clean_line(path.name),
            media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        )
        check_receipt(receipt)
        return receipt

    def agree(self, expense_item_id: int, agreed_pence: int, reason: str) -> ExpenseItem:
        """Agree another amount for a line than was claimed, with the reason.

        Raises ReasonMissingError, NegativeMoneyError or AlreadyPaidError.
        """
        if not reason.strip():
            raise ReasonMissingError()
        with self._desk.transaction("agree expense") as work:
            item = work.get(ExpenseItem, expense_item_id)
            claim = work.get(ExpenseClaim, item.expense_claim_id)
            check_claim_editable(claim)
            agreed = clean_item(
                dataclasses.replace(item, agreed_pence=agreed_pence, because=clean_line(reason))
            )
            work.update(agreed)
            work.update(dataclasses.replace(claim, state=WorkState.LOGGED))
        return agreed

    def approve(self, expense_claim_ids: Sequence[int]) -> int:
        """Approve claims, all or none; return how many.

        Raises NotFoundError, OwnWorkError or WrongStateError.
        """
        own = self._desk.operator.participant_id
        with self._desk.transaction("approve expenses") as work:
            found = all_of(work, ExpenseClaim, expense_claim_ids)
            work.update_all(approve_claim(one, own) for one in found)
            ids = [one.expense_claim_id for one in found]
            work.add_all(Approval, [self._decided(row_id, Decision.APPROVED) for row_id in ids])
        return len(found)

    def send_back(self, expense_claim_id: int, reason: str) -> ExpenseClaim:
        """Send a claim back; raises ReasonMissingError, WrongStateError or NotFoundError."""
        with self._desk.transaction("send expenses back") as work:
            sent = send_claim_back(work.get(ExpenseClaim, expense_claim_id), reason)
            work.update(sent)
            work.add(self._decided(expense_claim_id, Decision.SENT_BACK, reason))
        return sent

    def _decided(self, expense_claim_id: int, decision: Decision, reason: str = "") -> Approval:
        return decided(self._desk, "expense_claims", expense_claim_id, decision, reason)
