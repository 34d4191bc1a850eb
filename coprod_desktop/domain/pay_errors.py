"""What can stand in the way of saving or settling, where two things do not fit together."""

from coprod_desktop.domain.errors import DomainError


class AmountsDifferError(DomainError):
    """A bank statement line and a payment are of two amounts (`pence`, `left_pence`)."""


class LinesForOnePaymentError(DomainError):
    """Two lines of the bank's statement were said to be the same payment (`line`, the second)."""


class NotByBankError(DomainError):
    """A line of the bank's statement was said to be a payment that is not made by bank."""


class ClaimEmptyError(DomainError):
    """An expense claim has no lines yet."""


class NothingToPackError(DomainError):
    """No pay run was paid in a period (`from_on`, `to_on`)."""


class KeptBackBeforeError(DomainError):
    """What was paid in error by this payment is kept back by a later pay run (`number`)."""


class FilesNotFinishedError(DomainError):
    """The bank files of a run (`number`) are recorded and could not be written (`folder`)."""


class ReversalAskedError(DomainError):
    """Whoever asked to take a run back (`number`) cannot be the one who confirms it."""


class ReversalNotAskedError(DomainError):
    """Nobody has asked to take a run back (`number`), so there is nothing to let stand."""


class GivenBeforeError(DomainError):
    """Somebody gave back some of this payment (`pence`), so it did not come back whole."""


class NotSavedError(DomainError):
    """The disk or the server failed while saving, and nothing of the step was saved."""


class AccountChangedSinceError(DomainError):
    """Account details were changed since a run was prepared (`names`)."""


class PaidDayUnlikelyError(DomainError):
    """A day on which money cannot have left (`day`)."""


class MoneyIntoEmptyFileError(DomainError):
    """Payments of an open workbook come only into an empty file."""
