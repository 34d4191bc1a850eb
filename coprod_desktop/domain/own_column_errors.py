"""What can stand in the way of a column of one's own, one class each."""

from coprod_desktop.domain.errors import DomainError


class OwnValueUnreadableError(DomainError):
    """What was typed does not fit the kind of its column (`text`, `kind`)."""


class TooManyOwnColumnsError(DomainError):
    """A list has as many columns of its own as it takes (`most`)."""
