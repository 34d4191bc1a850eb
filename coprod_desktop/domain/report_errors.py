"""What can be wrong with a list that goes out, a report, or a file for another program."""

from coprod_desktop.domain.errors import DomainError


class ListTooLongError(DomainError):
    """A list has more rows than a worksheet holds, or than anybody would print (`most`)."""


class PivotTooWideError(DomainError):
    """A cross-table would have more columns than anybody can read (`count`, `most`)."""


class SameGroupTwiceError(DomainError):
    """A cross-table cannot have the same groups at its side and at its top."""


class PresetUnreadableError(DomainError):
    """A preset is not written as docs/pay-presets.md says (`because`: the place)."""


class NothingToSendError(DomainError):
    """No payment of the period goes into the file for another program."""
