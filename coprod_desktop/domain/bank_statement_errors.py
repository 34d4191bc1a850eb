"""What can foreseeably go wrong with a statement of the bank, one class each, without words."""

from coprod_desktop.domain.errors import DomainError


class StatementUnreadableError(DomainError):
    """The file is not a bank statement that can be read, or is cut off (`path`)."""


class StatementColumnsUnknownError(DomainError):
    """It is not clear which column of a bank statement is which (`path`, `headings`)."""


class StatementRowUnreadableError(DomainError):
    """A day or an amount on a bank statement is not clear (`path`, `number`: its row, `text`)."""


class StatementCurrencyError(DomainError):
    """A bank statement is not in pounds (`path`, `text`: the currency)."""


class StatementAccountsError(DomainError):
    """A bank statement tells of several accounts (`path`)."""


class StatementEmptyError(DomainError):
    """A bank statement shows no money going in or out (`path`)."""
