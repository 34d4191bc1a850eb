"""What can foreseeably go wrong when something is done again or put back, one class each."""

from coprod_desktop.domain.errors import DomainError


class NothingToRedoError(DomainError):
    """Nothing was taken back since the last new change, so nothing is there to be done again."""


class CannotRedoError(DomainError):
    """A change cannot be done again (`because`: "later", "erased", "missing", "theirs", "present").

    Where only somebody else may do it again, `name` is theirs.
    """


class NotRemovedError(DomainError):
    """What is to be put back is in its place, or was put back already."""


class CannotPutBackError(DomainError):
    """What was removed cannot be put back (`because`: "later", "erased", "missing")."""
