"""Log expense claims with their receipts, agree each line, approve or send back."""

import dataclasses
import datetime
import hashlib
import mimetypes
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import WorkState, open_state
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import FileMissingError, ReasonMissingError, WrongStateError
from coprod_desktop.domain.expenses import (
    ExpenseClaim,
    ExpenseItem,
    ExpenseKind,
    Receipt,
    approve_claim,
    check_claim_editable,
    check_draft,
    check_receipt,
    clean_item,
    send_claim_back,
    submit_claim,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_errors import ClaimEmptyError
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.domain.text import clean_line, clean_note
from coprod_desktop.services.asked_facts import AskedFact, asked_facts
from coprod_desktop.services.before_saving import LineQuote, quoted_line
from coprod_desktop.services.decisions import all_of, check_not_topped_up, decided
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.pricing import PriceList, is_by_policy, priced_item
from coprod_desktop.storage import expense_claims
from coprod_desktop.storage.work import Reading, Work

_OPEN_STATES = (WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseLine:
    """One line that somebody claims: a cost in pence, or tenths of a mile for a vehicle."""

    spent_on: datetime.date
    kind: ExpenseKind
    what: str = ""
    pence: int = 0
    tenth_miles: int = 0
    receipt: Path | None = None
    circumstances: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseEntry:
    """A claim as it was typed in."""

    participant_id: int
    project_id: int
    claimed_on: datetime.date
    lines: tuple[ExpenseLine, ...]
    note: str = ""
    is_draft: bool = False
    """Whether more is to come before anybody is asked to approve it."""


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

    # --- before saving ---------------------------------------------------------------------------

    def quote(self, entry: ExpenseEntry) -> tuple[LineQuote, ...]:
        """Return what would be agreed for each line, and what the policy asks about it.

        Nothing is saved, and no receipt is read. Raises as `log` does for a line.
        """
        claim = self._claim(entry)
        with self._desk.reading() as reading:
            prices = PriceList(reading)
            return tuple(
                quoted_line(
                    prices,
                    claim.participant_id,
                    claim.project_id,
                    self._item(claim, line),
                    has_receipt=line.receipt is not None,
                )
                for line in entry.lines
            )

    def quote_saved(self, expense_item_id: int, circumstances: str) -> LineQuote:
        """Return what would be agreed for a line if this were said about it; nothing is saved.

        Raises NotFoundError or TextTooLongError.
        """
        with self._desk.reading() as reading:
            item = reading.get(ExpenseItem, expense_item_id)
            claim = reading.get(ExpenseClaim, item.expense_claim_id)
            return quoted_line(
                PriceList(reading, but_not=[expense_item_id]),
                claim.participant_id,
                claim.project_id,
                dataclasses.replace(item, circumstances=clean_note(circumstances)),
                has_receipt=_has_receipt(reading, item),
            )

    def asked(self, expense_claim_id: int) -> dict[int, tuple[AskedFact, ...]]:
        """Return what the policy asks about the lines of a claim that can still be said.

        That is while the claim is not approved and the policy, not a person, set the amount.
        """
        with self._desk.reading() as reading:
            claim = reading.get(ExpenseClaim, expense_claim_id)
            if claim.state not in _OPEN_STATES:
                return {}
            prices = PriceList(reading)
            found = {}
            for item in expense_claims.items_of(reading, [expense_claim_id]):
                if is_by_policy(item.because):
                    policy, entry = prices.facts_of_item(
                        claim.participant_id,
                        claim.project_id,
                        item,
                        has_receipt=_has_receipt(reading, item),
                    )
                    found[item.expense_item_id] = asked_facts(policy, entry)
        return found

    # --- changing --------------------------------------------------------------------------------

    def log(self, entry: ExpenseEntry) -> ExpenseClaim:
        """Save a claim with its lines and receipts.

        Raises NegativeMoneyError, MoneyTooLargeError, DateOutOfRangeError, FileMissingError,
        ReceiptTooLargeError, NotFoundError, or ClaimEmptyError for no lines unless it is a draft.
        """
        claim = self._claim(entry)
        check_day(entry.claimed_on, self._desk.today())
        if not entry.lines and not entry.is_draft:
            raise ClaimEmptyError()
        with self._desk.transaction("log expenses") as work:
            work.get(Participant, entry.participant_id)
            work.get(Project, entry.project_id)
            work.add(claim)
            for line in entry.lines:
                self._add_item(work, claim, line)
        return claim

    def _add_item(self, work: Work, claim: ExpenseClaim, line: ExpenseLine) -> ExpenseItem:
        item = priced_item(
            PriceList(work),
            claim.participant_id,
            claim.project_id,
            self._item(claim, line),
            has_receipt=line.receipt is not None,
        )
        work.add(item)
        if line.receipt is not None:
            work.add(self._receipt(item.expense_item_id, line.receipt))
        return item

    def _claim(self, entry: ExpenseEntry) -> ExpenseClaim:
        return ExpenseClaim(
            expense_claim_id=self._desk.new_id(),
            participant_id=entry.participant_id,
            project_id=entry.project_id,
            claimed_on=entry.claimed_on,
            state=WorkState.DRAFT if entry.is_draft else WorkState.LOGGED,
            note=clean_line(entry.note),
        )

    def _item(self, claim: ExpenseClaim, line: ExpenseLine) -> ExpenseItem:
        check_day(line.spent_on, self._desk.today())
        return clean_item(
            ExpenseItem(
                expense_item_id=self._desk.new_id(),
                expense_claim_id=claim.expense_claim_id,
                spent_on=line.spent_on,
                kind=line.kind,
                what=line.what or line.kind.capitalize(),
                tenth_miles=line.tenth_miles,
                claimed_pence=line.pence,
                agreed_pence=line.pence,
                circumstances=clean_note(line.circumstances),
            )
        )

    def say_circumstances(self, expense_item_id: int, circumstances: str) -> ExpenseItem:
        """Keep what the policy asked about a line, and price it by that.

        An amount that somebody agreed stays. Raises NotFoundError, TextTooLongError,
        AlreadyPaidError, ToppedUpError, or WrongStateError for a claim that is approved.
        """
        with self._desk.transaction("say circumstances") as work:
            item = work.get(ExpenseItem, expense_item_id)
            claim = work.get(ExpenseClaim, item.expense_claim_id)
            _check_open(work, claim)
            said = dataclasses.replace(item, circumstances=clean_note(circumstances))
            if is_by_policy(item.because):
                said = _priced(work, claim, said, has_receipt=_has_receipt(work, item))
            work.update(said)
            if claim.state is WorkState.SENT_BACK:
                work.update(dataclasses.replace(claim, state=WorkState.LOGGED))
        return said

    def attach_receipt(self, expense_item_id: int, path: Path) -> Receipt:
        """Keep a receipt inside the file.

        Raises FileMissingError, ReceiptTooLargeError or NotFoundError.
        """
        receipt = self._receipt(expense_item_id, path)
        with self._desk.transaction("attach receipt") as work:
            item = work.get(ExpenseItem, expense_item_id)
            claim = work.get(ExpenseClaim, item.expense_claim_id)
            work.add(receipt)
            if claim.state in _OPEN_STATES:
                # What waited for its proof is paid now; an amount that somebody agreed stays.
                before = _priced(work, claim, item, has_receipt=False)
                if (before.agreed_pence, before.because) == (item.agreed_pence, item.because):
                    work.update(_priced(work, claim, item, has_receipt=True))
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

        Raises ReasonMissingError, NegativeMoneyError, AlreadyPaidError or ToppedUpError.
        """
        if not reason.strip():
            raise ReasonMissingError()
        with self._desk.transaction("agree expense") as work:
            item = work.get(ExpenseItem, expense_item_id)
            claim = work.get(ExpenseClaim, item.expense_claim_id)
            check_claim_editable(claim)
            _check_not_topped_up(work, claim.expense_claim_id)
            agreed = clean_item(
                dataclasses.replace(item, agreed_pence=agreed_pence, because=clean_line(reason))
            )
            work.update(agreed)
            work.update(dataclasses.replace(claim, state=open_state(claim.state)))
        return agreed

    def submit(self, expense_claim_ids: Sequence[int]) -> int:
        """Send drafts for approval, all or none; return how many.

        Raises NotFoundError, ClaimEmptyError or WrongStateError.
        """
        with self._desk.transaction("send expenses for approval") as work:
            found = all_of(work, ExpenseClaim, expense_claim_ids)
            for claim in found:
                if not expense_claims.items_of(work, [claim.expense_claim_id]):
                    raise ClaimEmptyError()
            work.update_all(submit_claim(one) for one in found)
        return len(found)

    def remove(self, expense_claim_id: int) -> None:
        """Remove a draft with its lines and receipts; raises NotFoundError or WrongStateError."""
        with self._desk.transaction("remove expense draft") as work:
            claim = work.get(ExpenseClaim, expense_claim_id)
            check_draft(claim)
            for item in work.find(ExpenseItem, expense_claim_id=expense_claim_id):
                for receipt in work.find(Receipt, expense_item_id=item.expense_item_id):
                    work.remove(receipt)
                work.remove(item)
            work.remove(claim)

    def add_line(self, expense_claim_id: int, line: ExpenseLine) -> ExpenseItem:
        """Add a line to a claim that nobody approved yet; a claim sent back is logged again.

        Raises as `log`, and AlreadyPaidError or WrongStateError.
        """
        with self._desk.transaction("add expense line") as work:
            claim = work.get(ExpenseClaim, expense_claim_id)
            _check_open(work, claim)
            item = self._add_item(work, claim, line)
            work.update(dataclasses.replace(claim, state=open_state(claim.state)))
        return item

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
        """Send a claim back.

        Raises ReasonMissingError, WrongStateError, NotFoundError or ToppedUpError.
        """
        with self._desk.transaction("send expenses back") as work:
            sent = send_claim_back(work.get(ExpenseClaim, expense_claim_id), reason)
            _check_not_topped_up(work, expense_claim_id)
            work.update(sent)
            work.add(self._decided(expense_claim_id, Decision.SENT_BACK, reason))
        return sent

    def _decided(self, expense_claim_id: int, decision: Decision, reason: str = "") -> Approval:
        return decided(self._desk, "expense_claims", expense_claim_id, decision, reason)


def _check_open(work: Work, claim: ExpenseClaim) -> None:
    """Refuse to change the facts of a claim that is approved."""
    check_claim_editable(claim)
    if claim.state not in _OPEN_STATES:
        raise WrongStateError(noun="expense claim", state=claim.state, step="change")
    _check_not_topped_up(work, claim.expense_claim_id)


def _has_receipt(reading: Reading, item: ExpenseItem) -> bool:
    counts = expense_claims.receipt_counts(reading, item.expense_claim_id)
    return counts.get(item.expense_item_id, 0) > 0


def _check_not_topped_up(work: Work, expense_claim_id: int) -> None:
    items = expense_claims.items_of(work, [expense_claim_id])
    check_not_topped_up(work, [item.expense_item_id for item in items])


def _priced(
    work: Work, claim: ExpenseClaim, item: ExpenseItem, *, has_receipt: bool
) -> ExpenseItem:
    prices = PriceList(work, but_not=[item.expense_item_id])
    return priced_item(
        prices, claim.participant_id, claim.project_id, item, has_receipt=has_receipt
    )
