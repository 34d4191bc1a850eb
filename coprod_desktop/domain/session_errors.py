"""What can foreseeably go wrong with session sheets that are kept, one class each."""

from coprod_desktop.domain.errors import DomainError


class TemplateUnreadableError(DomainError):
    """What is kept under a name cannot be read as a session sheet (`name`)."""


class NothingToRepeatError(DomainError):
    """A project has no session yet that could be repeated (`name`)."""
