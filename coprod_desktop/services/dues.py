"""Find out who is owed what, and who waits with the money."""

import dataclasses
import datetime
import operator
import re
import sys
from collections.abc import Collection, Iterable, Mapping

from coprod_desktop.banking.letters import BACS, bank_letters
from coprod_desktop.domain.contributions import Choice, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.holds import Hold, HoldOn
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import BankDetails, PaidBy, Participant
from coprod_desktop.domain.pay_runs import Held
from coprod_desktop.domain.recoveries import Recovery, share_of_recoveries
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.services.run_accounts import is_unchecked
from coprod_desktop.storage import contributions, expense_claims, owed, top_ups
from coprod_desktop.storage.owed import LastAccount
from coprod_desktop.storage.work import Reading

NO_ACCOUNT = "No account details yet."
UNCHECKED_ACCOUNT = "The new account details wait for a second person to check them."
DEFERRED = "Asked us to wait."
UNWRITABLE_NAME = (
    "The name on the account has no letter that banks take. Write it as the bank does, "
    "in their account details."
)
MOST_PENCE = 100_000_000  # of one Faster Payment (domain facts 6.5)
TOO_MUCH = "More than £1,000,000.00 at once, which banks do not take. Approve a part of it."
OWN_RUN = "Prepares this run, so somebody else pays them."
_AGREED = operator.attrgetter("agreed_pence")
_PLAIN = re.compile("[A-Za-z0-9]")  # which every bank takes
_Claims = tuple[tuple[ExpenseClaim, int], ...]
_Kept = tuple[tuple[Recovery, int], ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Approved money of one person that waits for one reason, in pence."""

    because: str
    payment_pence: int = 0
    reimbursement_pence: int = 0
    holds: tuple[Hold, ...] = ()

    @property
    def until_on(self) -> datetime.date | None:
        """The day on which it ends by itself, if it does."""
        return self.holds[0].until_on if self.holds else None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What one person would be paid in one way: approved work, and claims with agreed pence.

    A top-up run pays nothing but `top_ups`; another run pays those whose payment came back.
    Work for which a voucher was chosen is a payment of its own beside the person's usual way.
    `kept_back` is what was paid in error before and is taken off now, with the pence of each.
    `waits` is no part of the payment; `hold` is on the whole person.
    """

    participant: Participant
    bank_details: BankDetails | None
    method: PaidBy
    work: tuple[Contribution, ...] = ()
    claims: _Claims = ()
    top_ups: tuple[TopUp, ...] = ()
    kept_back: _Kept = ()
    waits: tuple[Wait, ...] = ()
    hold: Hold | None = None
    last_account: LastAccount | None = None

    @property
    def payment_pence(self) -> int:
        """The involvement payment."""
        agreed: int = sum(map(_AGREED, self.work))
        return agreed + self._others(is_for_work=True)

    @property
    def reimbursement_pence(self) -> int:
        """The expenses paid back."""
        return sum(pence for _claim, pence in self.claims) + self._others(is_for_work=False)

    def _others(self, *, is_for_work: bool) -> int:
        """Return what comes on top of the one or the other less what is kept back, in pence."""
        if not self.top_ups and not self.kept_back:
            return 0
        on_top = sum(one.pence for one in self.top_ups if one.is_for_work is is_for_work)
        kept = sum(pence for one, pence in self.kept_back if one.is_for_work is is_for_work)
        return on_top - kept

    @property
    def pence(self) -> int:
        """What would be sent in all."""
        return self.payment_pence + self.reimbursement_pence

    @property
    def has_something(self) -> bool:
        """Say whether there is anything to settle, even where nothing is left to send."""
        return bool(self.pence or self.kept_back)


def dues(
    reading: Reading,
    up_to_on: datetime.date,
    pay_on: datetime.date,
    project_ids: Collection[int] | None = None,
) -> list[Due]:
    """Return what is approved and not yet paid, by person and way, in order of their names.

    `pay_on` is the day on which a hold must have ended; `project_ids` leaves out all others.
    """
    work: dict[int, list[Contribution]] = {}
    for piece in contributions.to_pay(reading, up_to_on, project_ids):
        work.setdefault(piece.participant_id, []).append(piece)
    claims = _claims_by_person(reading, up_to_on, project_ids)
    on_top = top_ups.owed_again(reading)
    people = reading.among(Participant, work.keys() | claims.keys() | on_top.keys())
    about = _About(reading, pay_on, [one.participant_id for one in people], on_top)
    found: list[Due] = []
    for person in sorted(people, key=lambda person: fold(person.name)):
        key = person.participant_id
        found += about.dues_of(person, work.get(key, []), claims.get(key, []))
    return found


def _claims_by_person(
    reading: Reading, up_to_on: datetime.date, project_ids: Collection[int] | None
) -> dict[int, list[tuple[ExpenseClaim, int]]]:
    claims = expense_claims.to_pay(reading, up_to_on, project_ids)
    agreed: dict[int, int] = {}
    for item in expense_claims.items_of(reading, [c.expense_claim_id for c in claims]):
        agreed[item.expense_claim_id] = agreed.get(item.expense_claim_id, 0) + item.agreed_pence
    by_person: dict[int, list[tuple[ExpenseClaim, int]]] = {}
    for claim in claims:
        pence = agreed.get(claim.expense_claim_id, 0)
        if pence:
            by_person.setdefault(claim.participant_id, []).append((claim, pence))
    return by_person


class _About:
    """What else bears on people's money: accounts, holds, and what is to be kept back."""

    def __init__(
        self,
        reading: Reading,
        pay_on: datetime.date,
        people: Collection[int],
        on_top: Mapping[int, tuple[TopUp, ...]],
    ) -> None:
        self._accounts = owed.accounts_of(reading, people)
        self._holds: dict[HoldOn, dict[int, Hold]] = {on: {} for on in HoldOn}
        for hold in reversed(owed.holds_in_force(reading, pay_on)):
            self._holds[hold.on][hold.subject_id] = hold
        self._last = owed.last_accounts(reading, sys.maxsize, people)
        self._top_ups = on_top
        self._recoveries: dict[int, list[Recovery]] = {}
        for one in owed.owed_back(reading):
            self._recoveries.setdefault(one.participant_id, []).append(one)

    def dues_of(
        self,
        person: Participant,
        pieces: list[Contribution],
        claims: list[tuple[ExpenseClaim, int]],
    ) -> list[Due]:
        """Return the person's usual payment, and one by voucher where that was chosen."""
        usual = person.paid_by
        waits, others, vouchers = list[Wait](), list[Contribution](), list[Contribution]()
        for piece in pieces:
            if wait := self._wait_of_work(piece):
                waits.append(wait)
            else:
                by_voucher = piece.choice is Choice.VOUCHER and usual is not PaidBy.VOUCHER
                (vouchers if by_voucher else others).append(piece)
        claim_waits = [self._wait_of_claim(one) for one in claims]
        waits += filter(None, claim_waits)
        payable_claims = tuple(
            one for one, wait in zip(claims, claim_waits, strict=True) if wait is None
        )
        due = Due(
            participant=person,
            bank_details=self._accounts.get(person.participant_id),
            method=usual,
            work=tuple(others),
            claims=payable_claims,
            kept_back=self._kept_back(person, others, payable_claims),
            waits=_together(waits) if waits else (),
            hold=self._holds[HoldOn.PERSON].get(person.participant_id),
            last_account=self._last.get(person.participant_id),
            top_ups=self._top_ups.get(person.participant_id, ()),
        )
        found = [due] if others or payable_claims or due.waits or due.top_ups else []
        if vouchers:
            found.append(_by_voucher(due, vouchers))
        return found

    def _wait_of_work(self, piece: Contribution) -> Wait | None:
        hold = self._holds[HoldOn.CONTRIBUTION].get(piece.contribution_id)
        if hold is not None:
            return Wait(because=hold.because, payment_pence=piece.agreed_pence, holds=(hold,))
        if piece.choice is Choice.DEFER:
            return Wait(because=DEFERRED, payment_pence=piece.agreed_pence)
        return None

    def _wait_of_claim(self, claim: tuple[ExpenseClaim, int]) -> Wait | None:
        hold = self._holds[HoldOn.EXPENSE_CLAIM].get(claim[0].expense_claim_id)
        if hold is None:
            return None
        return Wait(because=hold.because, reimbursement_pence=claim[1], holds=(hold,))

    def _kept_back(
        self, person: Participant, work: Iterable[Contribution], claims: _Claims
    ) -> _Kept:
        found = self._recoveries.get(person.participant_id)
        if not found:
            return ()
        earned = sum(piece.agreed_pence for piece in work)
        spent = sum(pence for _claim, pence in claims)
        return (
            *share_of_recoveries([one for one in found if one.is_for_work], earned),
            *share_of_recoveries([one for one in found if not one.is_for_work], spent),
        )


def _by_voucher(due: Due, work: Iterable[Contribution]) -> Due:
    """Return the payment by voucher beside a person's usual one."""
    return dataclasses.replace(
        due,
        bank_details=None,
        method=PaidBy.VOUCHER,
        work=tuple(work),
        claims=(),
        kept_back=(),
        waits=(),
        top_ups=(),
    )


def _together(waits: Iterable[Wait]) -> tuple[Wait, ...]:
    """Return the waits with those of one reason and one day added up."""
    sums: dict[tuple[str, datetime.date | None], list[Wait]] = {}
    for one in waits:
        sums.setdefault((one.because, one.until_on), []).append(one)
    return tuple(
        Wait(
            because=because,
            payment_pence=sum(one.payment_pence for one in same),
            reimbursement_pence=sum(one.reimbursement_pence for one in same),
            holds=tuple(hold for one in same for hold in one.holds),
        )
        for (because, _until), same in sums.items()
    )


def top_up_dues(
    reading: Reading,
    top_ups: Iterable[TopUp],
    voucher_ids: Collection[int],
    pay_on: datetime.date,
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
    accounts = owed.accounts_of(reading, people)
    last = owed.last_accounts(reading, sys.maxsize, people)
    holds = {
        one.subject_id: one
        for one in owed.holds_in_force(reading, pay_on)
        if one.on is HoldOn.PERSON
    }
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
            hold=holds.get(person_id),
            last_account=last.get(person_id),
        )
    return sorted(found.values(), key=lambda due: fold(due.participant.name))


def payable(found: list[Due], own_participant_id: int | None) -> list[Due]:
    """Return those of the dues that can be paid by this operator."""
    return [due for due in found if due.has_something and not _why_held(due, own_participant_id)]


def held(found: list[Due], own_participant_id: int | None) -> tuple[Held, ...]:
    """Return who is not paid now and why; work that waits stands apart from what is held."""
    rows = []
    for due in found:
        because = _why_held(due, own_participant_id)
        if because and due.pence:
            whole = Wait(
                because=because,
                payment_pence=due.payment_pence,
                reimbursement_pence=due.reimbursement_pence,
                holds=(due.hold,) if due.hold else (),
            )
            rows.append(_held(due, whole))
        rows += [_held(due, wait) for wait in due.waits]
    return tuple(rows)


def _held(due: Due, wait: Wait) -> Held:
    return Held(
        participant_id=due.participant.participant_id,
        name=due.participant.name,
        because=wait.because,
        pence=wait.payment_pence + wait.reimbursement_pence,
        reimbursement_pence=wait.reimbursement_pence,
        until_on=wait.until_on,
        hold_ids=tuple(hold.hold_id for hold in wait.holds),
    )


def kept_back_words(recovery: Recovery, pence: int) -> str:
    """Say what is taken off a payment, and why."""
    return f"{format_pounds(pence)} kept back. {recovery.because}"


def _why_held(due: Due, own_participant_id: int | None) -> str:
    if due.participant.participant_id == own_participant_id:
        return OWN_RUN
    if due.hold is not None:
        return due.hold.because
    if due.method is not PaidBy.BANK:
        return ""
    pence = due.pence
    return _why_not_by_bank(due, pence) if pence else ""


def _why_not_by_bank(due: Due, pence: int) -> str:
    """Say what would keep a bank from paying, before it is prepared and approved."""
    if due.bank_details is None:
        return NO_ACCOUNT
    if is_unchecked(due.bank_details, due.last_account):
        return UNCHECKED_ACCOUNT
    name = due.bank_details.account_name
    if not _PLAIN.search(name) and not bank_letters(name, BACS).strip():
        return UNWRITABLE_NAME
    return TOO_MUCH if pence > MOST_PENCE else ""
