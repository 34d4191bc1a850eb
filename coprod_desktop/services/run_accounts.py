"""See to it that a run pays into accounts that somebody stands for."""

import dataclasses

from coprod_desktop.domain.errors import AccountUncheckedError
from coprod_desktop.domain.participants import BankDetails, PaidBy, Participant
from coprod_desktop.domain.pay_errors import AccountChangedSinceError
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun
from coprod_desktop.storage import owed
from coprod_desktop.storage.owed import LastAccount
from coprod_desktop.storage.work import Reading, Work


def is_unchecked(details: BankDetails, last: LastAccount | None) -> bool:
    """Say whether an account waits for a second person, by itself or since the last payment.

    An account other than the one last paid into needs its check whatever its record says: a record
    can have been taken back and made anew.
    """
    if details.waits_for_check:
        return True
    now = (details.sort_code, details.account_number)
    is_other = last is not None and (last.sort_code, last.account_number) != now
    return is_other and details.checked_at is None


def check_accounts(work: Work, run: PayRun) -> None:
    """Refuse accounts that nobody checked, or that were changed since the run was prepared.

    Raises AccountUncheckedError or AccountChangedSinceError.
    """
    payments = _by_bank(work, run)
    people = [one.participant_id for one in payments]
    now = owed.accounts_of(work, people)
    last = owed.last_accounts(work, run.number, people)
    unchecked, changed = list[int](), list[int]()
    for one in payments:
        person = one.participant_id
        if person not in now or is_unchecked(now[person], last.get(person)):
            unchecked.append(person)
        elif _told(one) != _told(now[person]):
            changed.append(person)
    if unchecked:
        raise AccountUncheckedError(names=_names(work, unchecked))
    if changed:
        raise AccountChangedSinceError(names=_names(work, changed))


def take_accounts_of_now(work: Work, run: PayRun) -> None:
    """Let the payments of a run that is not approved go to the accounts as they are now."""
    payments = _by_bank(work, run)
    now = owed.accounts_of(work, [one.participant_id for one in payments])
    for one in payments:
        known = now.get(one.participant_id)
        if known is not None and _told(one) != _told(known):
            name, sort_code, number = _told(known)
            work.update(
                dataclasses.replace(
                    one, account_name=name, sort_code=sort_code, account_number=number
                )
            )


def _by_bank(reading: Reading, run: PayRun) -> list[Payment]:
    found = reading.find(Payment, pay_run_id=run.pay_run_id, method=PaidBy.BANK)
    return [one for one in found if one.pence and one.state is PaymentState.WAITING]


def _told(one: Payment | BankDetails) -> tuple[str, str, str]:
    return one.account_name, one.sort_code, one.account_number


def _names(reading: Reading, ids: list[int]) -> tuple[str, ...]:
    return tuple(sorted(one.name for one in reading.among(Participant, ids)))
