"""Write the texts of one file in the bank's letters, and keep what had to change."""

from coprod_desktop.banking.letters import Alphabet, bank_letters, has_letters
from coprod_desktop.domain.errors import PayeeNameUnwritableError, PayingAccountMissingError
from coprod_desktop.domain.payment_orders import (
    PayingAccount,
    PaymentInstruction,
    SentField,
    TextChange,
)

REFERENCE_LIMIT = 18  # characters that a Bacs or Faster Payment carries


class BankTexts:
    """Spells the names and references of one file; `number` is the number of the pay run."""

    def __init__(self, alphabet: Alphabet, number: int) -> None:
        self._alphabet = alphabet
        self._usual_reference = f"PAY RUN {number}"
        self._changes: dict[TextChange, None] = {}

    @property
    def changes(self) -> tuple[TextChange, ...]:
        """Every text that was spelt otherwise, cut or replaced, once, in the order of the file."""
        return tuple(self._changes)

    def account_name(self, one: PaymentInstruction, longest: int | None) -> str:
        """Return the name of an account; raises PayeeNameUnwritableError."""
        now = self._spelt(one.account_name, longest)
        if not now or (has_letters(one.account_name) and not has_letters(now)):
            raise PayeeNameUnwritableError(name=one.account_name)
        self._keep(one.payment_id, SentField.ACCOUNT_NAME, one.account_name, now)
        return now

    def reference(self, one: PaymentInstruction, longest: int | None) -> str:
        """Return a payment's reference, or "PAY RUN 7" where nothing of it can be written."""
        limit = longest or REFERENCE_LIMIT
        now = self._spelt(one.reference, limit) or self._spelt(self._usual_reference, limit)
        self._keep(one.payment_id, SentField.REFERENCE, one.reference, now)
        return now

    def paying_name(self, account: PayingAccount, longest: int | None) -> str:
        """Return the name of the charity's account; raises PayingAccountMissingError."""
        now = self._spelt(account.account_name, longest)
        if not now:
            raise PayingAccountMissingError()
        self._keep(None, SentField.PAYING_NAME, account.account_name, now)
        return now

    def _spelt(self, text: str, longest: int | None) -> str:
        return bank_letters(text, self._alphabet)[:longest].rstrip()

    def _keep(self, payment_id: int | None, field: SentField, was: str, now: str) -> None:
        """Keep a change; capitals alone are none."""
        if " ".join(was.split()).lower() != now.lower():
            self._changes[TextChange(payment_id=payment_id, field=field, was=was, now=now)] = None
