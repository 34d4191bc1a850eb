"""Let money that came back be nobody's: nothing of it is kept back, and none of it was given."""

from collections.abc import Collection, Iterable

from coprod_desktop.domain.contributions import LOCKED_STATES, WorkState
from coprod_desktop.domain.pay_errors import GivenBeforeError, KeptBackBeforeError
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentState
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.storage import owed, pay_runs
from coprod_desktop.storage.work import Reading, Work


def call_off_recoveries(work: Work, payments: Iterable[Payment]) -> None:
    """Keep nothing back for what these payments paid in error, since their money came back.

    Raises as `check_can_come_back`.
    """
    found = check_can_come_back(work, payments)
    open_ones = [one for one in found if one.state is WorkState.APPROVED]
    work.set_all(Recovery, open_ones, state=WorkState.SENT_BACK)


def check_can_come_back(reading: Reading, payments: Iterable[Payment]) -> tuple[Recovery, ...]:
    """Return the recoveries of payments whose money can have come back.

    Raises KeptBackBeforeError where it is kept back by another run already, and GivenBeforeError
    where somebody gave some of it back, so that they did have it.
    """
    ids = [one.payment_id for one in payments if one.state is PaymentState.PAID]
    given = owed.given_of(reading, ids)
    if given:
        raise GivenBeforeError(pence=given)
    found = owed.recoveries_of(reading, ids)
    inside = [one for one in found if one.state in LOCKED_STATES]
    if inside:
        key = inside[0].recovery_id
        raise KeptBackBeforeError(number=pay_runs.number_paying(reading, key, LineKind.RECOVERY))
    return found


def check_still_held(work: Work, payment_ids: Collection[int]) -> None:
    """Refuse to take back what the person gave to the charity already; raises GivenBeforeError.

    To be asked once the recoveries are made: what is left of each payment must cover its gifts.
    """
    for payment in work.among(Payment, payment_ids):
        given = owed.given_of(work, [payment.payment_id])
        if given > payment.payment_pence - taken_back_pence(work, payment.payment_id):
            raise GivenBeforeError(pence=given)


def taken_back_pence(work: Work, payment_id: int) -> int:
    """Return how much of an involvement payment was paid in error, in pence."""
    found = owed.recoveries_of(work, [payment_id])
    counted = [one for one in found if one.is_for_work and one.state is not WorkState.SENT_BACK]
    return sum(one.pence for one in counted)
