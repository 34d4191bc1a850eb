"""What can stand in the way of keeping a bank layout of one's own, one class each."""

from coprod_desktop.domain.errors import DomainError


class LayoutUsedError(DomainError):
    """Files for the bank were made in a layout, so it stays as it is (`name`)."""


class LayoutUsualError(DomainError):
    """A layout is the one that the charity usually takes, so it is not removed (`name`)."""
