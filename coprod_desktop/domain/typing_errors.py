"""What can foreseeably go wrong while somebody types, one class each."""

from coprod_desktop.domain.errors import DomainError, MoneyUnreadableError


class PennyPartError(MoneyUnreadableError):
    """An amount, or what a sum comes to, has a part of a penny (`text`)."""


class LongerThanDayError(DomainError):
    """A length of time of one day is longer than a day (`text`, `minutes`)."""
