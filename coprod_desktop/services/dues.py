"""Find out who is owed what, and who waits with the money."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable

from coprod_desktop.domain.contributions import Choice, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.participants import BankDetails, PaidBy, Participant
from coprod_desktop.domain.pay_runs import Held
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage import contributions, expense_claims
from coprod_desktop.storage.work import Reading

NO_ACCOUNT = "No account details yet."
DEFERRED = "Asked us to wait."
OWN_RUN = "Prepares this run, so somebody else pays them."
_Claims = tuple[tuple[ExpenseClaim, int], ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What one person would be paid in one way: approved work, and claims with agreed pence.

    A top-up run pays nothing but `top_ups`, and no other run pays them.
    Work for which a voucher was chosen is a payment of its own beside the person's usual way.
    `deferred` is work that the person asked us to wait with; it is no part of the payment.
    """

    participant: Participant
    bank_details: BankDetails | None
    method: PaidBy
    work: tuple[Contribution, ...] = ()
    claims: _Claims = ()
    deferred: tuple[Contribution, ...] = ()
    top_ups: tuple[TopUp, ...] = ()

    @property
    def payment_pence(self) -> int:
        """The involvement payment."""
        on_top = sum(one.pence for one in self.top_ups if one.is_for_work)
        return sum(piece.agreed_pence for piece in self.work) + on_top

    @property
    def reimbursement_pence(self) -> int:
        """The expenses paid back."""
        on_top = sum(one.pence for one in self.top_ups if not one.is_for_work)
        return sum(pence for _claim, pence in self.claims) + on_top

    @property
    def pence(self) -> int:
        """What would be sent in all."""
        return self.payment_pence + self.reimbursement_pence


def dues(reading: Reading, up_to_on: datetime.date) -> list[Due]:
    """Return what is approved and not yet paid, by person and way, in order of their names."""
    work: dict[int, list[Contribution]] = {}
    for piece in contributions.to_pay(reading, up_to_on):
        work.setdefault(piece.participant_id, []).append(piece)
    claims = _claims_by_person(reading, up_to_on)
    people = reading.among(Participant, work.keys() | claims.keys())
    accounts = {one.participant_id: one for one in reading.find(BankDetails)}
    found: list[Due] = []
    for person in sorted(people, key=lambda person: fold(person.name)):
        key = person.participant_id
        pieces, own_claims = work.get(key, []), tuple(claims.get(key, ()))
        found += _dues_of(person, accounts.get(key), pieces, own_claims)
    return found


def _claims_by_person(
    reading: Reading, up_to_on: datetime.date
) -> dict[int, list[tuple[ExpenseClaim, int]]]:
    claims = expense_claims.to_pay(reading, up_to_on)
    agreed: dict[int, int] = {}
    for item in expense_claims.items_of(reading, [c.expense_claim_id for c in claims]):
        agreed[item.expense_claim_id] = agreed.get(item.expense_claim_id, 0) + item.agreed_pence
    by_person: dict[int, list[tuple[ExpenseClaim, int]]] = {}
    for claim in claims:
        pence = agreed.get(claim.expense_claim_id, 0)
        if pence:
            by_person.setdefault(claim.participant_id, []).append((claim, pence))
    return by_person


def _dues_of(
    person: Participant, account: BankDetails | None, pieces: list[Contribution], claims: _Claims
) -> list[Due]:
    usual = person.paid_by
    deferred = tuple(one for one in pieces if one.choice is Choice.DEFER)
    apart = {Choice.DEFER} if usual is PaidBy.VOUCHER else {Choice.DEFER, Choice.VOUCHER}
    others = tuple(one for one in pieces if one.choice not in apart)
    vouchers = tuple(one for one in pieces if one.choice in apart - {Choice.DEFER})
    found = []
    if others or claims or deferred:
        found.append(
            Due(
                participant=person,
                bank_details=account,
                method=usual,
                work=others,
                claims=claims,
                deferred=deferred,
            )
        )
    if vouchers:
        found.append(
            Due(
                participant=person,
                bank_details=None,
                method=PaidBy.VOUCHER,
                work=vouchers,
            )
        )
    return found


def top_up_dues(
    reading: Reading, top_ups: Iterable[TopUp], voucher_ids: Collection[int]
) -> list[Due]:
    """Return what people would be paid on top, by person and way, in order of their names.

    `voucher_ids` are the contributions for which a voucher was chosen.
    """
    by_way: dict[tuple[int, bool], list[TopUp]] = {}
    for one in top_ups:
        by_way.setdefault((one.participant_id, one.subject_id in voucher_ids), []).append(one)
    people = {
        one.participant_id: one
        for one in reading.among(Participant, {person_id for person_id, _by_voucher in by_way})
    }
    accounts = {one.participant_id: one for one in reading.find(BankDetails)}
    found: dict[tuple[int, PaidBy], Due] = {}
    for (person_id, is_voucher), same in by_way.items():
        person = people[person_id]
        method = PaidBy.VOUCHER if is_voucher else person.paid_by
        before = found[person_id, method].top_ups if (person_id, method) in found else ()
        found[person_id, method] = Due(
            participant=person,
            bank_details=None if is_voucher else accounts.get(person_id),
            method=method,
            top_ups=(*before, *same),
        )
    return sorted(found.values(), key=lambda due: fold(due.participant.name))


def payable(found: list[Due], own_participant_id: int | None) -> list[Due]:
    """Return those of the dues that can be paid by this operator."""
    return [due for due in found if due.pence and not _why_held(due, own_participant_id)]


def held(found: list[Due], own_participant_id: int | None) -> tuple[Held, ...]:
    """Return who is not paid now and why; work that waits stands apart from what is held."""
    rows = []
    for due in found:
        because = _why_held(due, own_participant_id)
        if due.pence and because:
            rows.append(_held(due, because, due.pence))
        if due.deferred:
            rows.append(_held(due, DEFERRED, sum(one.agreed_pence for one in due.deferred)))
    return tuple(rows)


def _held(due: Due, because: str, pence: int) -> Held:
    return Held(
        participant_id=due.participant.participant_id,
        name=due.participant.name,
        because=because,
        pence=pence,
    )


def _why_held(due: Due, own_participant_id: int | None) -> str:
    if due.participant.participant_id == own_participant_id:
        return OWN_RUN
    if due.method is PaidBy.BANK and due.bank_details is None:
        return NO_ACCOUNT
    return ""
