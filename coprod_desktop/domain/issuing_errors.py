"""What can foreseeably go wrong when papers are issued, one class each."""

from coprod_desktop.domain.errors import DomainError


class PasswordMissingError(DomainError):
    """Papers are to be locked, and the password is empty."""


class WebPageNotLockedError(DomainError):
    """Papers are to be locked with a password, which a web page cannot be."""


class NothingToTellError(DomainError):
    """A person has nothing in the period that a paper could tell (`name`, `from_on`, `to_on`)."""


class NothingToCorrectError(DomainError):
    """No statement of this person and period replaces another one (`name`)."""


class NothingToCheckError(DomainError):
    """All work and expenses of a person in the period are approved or paid (`name`)."""


class NoCheckSheetError(DomainError):
    """An answer is for a paper that asked nothing (`number`)."""


class AnsweredAlreadyError(DomainError):
    """A check sheet has its answer already (`number`)."""
