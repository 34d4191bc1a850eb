"""What can foreseeably go wrong with the cash box and the vouchers, one class each."""

from coprod_desktop.domain.errors import DomainError


class NoCashError(DomainError):
    """An amount that would be drawn or paid in is nothing."""


class BoxTooLittleError(DomainError):
    """More would leave the cash box than was in it that day (`pence`, `left_pence`)."""


class CountDiffersError(DomainError):
    """A count differs from what should be in the box, and no note says why.

    (`pence`: counted, `left_pence`: what should be there.)
    """


class SerialUncountableError(DomainError):
    """A serial number that ends in no figure cannot be counted on from (`text`)."""


class VoucherCountError(DomainError):
    """Nothing, or surely too many, would be added at once (`limit`)."""


class VoucherWorthNothingError(DomainError):
    """A voucher would be worth nothing."""


class SerialsTakenError(DomainError):
    """Vouchers of these serial numbers are there already (`serials`)."""


class ChosenVouchersDoNotFitError(DomainError):
    """Chosen vouchers come to another sum than the payment (`chosen_pence`, `pence`)."""


class NotByVoucherError(DomainError):
    """Vouchers would be set aside for a payment that is made in another way."""


class SerialUnknownError(DomainError):
    """No voucher has this serial number (`text`)."""


class SerialOfSeveralError(DomainError):
    """Vouchers of several kinds have this serial number (`text`)."""


class VouchersMissingError(DomainError):
    """Vouchers would be called handed over without their numbers (`names`, whose they are)."""
