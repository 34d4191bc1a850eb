"""What the bank is asked to pay in one go, and the files that ask it."""

import dataclasses
import datetime
import enum
import hashlib


class SentField(enum.StrEnum):
    """A text that a file carries in the letters of the bank."""

    ACCOUNT_NAME = "account name"
    REFERENCE = "reference"
    PAYING_NAME = "name of the paying account"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PayingAccount:
    """The charity's own account: its name at the bank, six digits, eight digits.

    `service_user_number` is the six digits that Bacs gives to those who send it files themselves.
    """

    account_name: str
    sort_code: str
    account_number: str
    service_user_number: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentInstruction:
    """One payment to one account: six digits, eight digits, whole pence."""

    payment_id: int
    account_name: str
    sort_code: str
    account_number: str
    pence: int
    reference: str
    is_business: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """Everything that goes by bank in one pay run; the same order makes the same bytes always.

    `number` is the number of the run, `pay_on` the day on which the money arrives.
    """

    number: int
    made_at: datetime.datetime
    pay_on: datetime.date
    paying_account: PayingAccount | None
    instructions: tuple[PaymentInstruction, ...]

    @property
    def count(self) -> int:
        """How many payments there are."""
        return len(self.instructions)

    @property
    def pence(self) -> int:
        """What leaves the charity's account, in pence."""
        return sum(one.pence for one in self.instructions)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A text that the file says otherwise than the charity does, for somebody to look at.

    `payment_id` is None where it is the charity's own name.
    """

    payment_id: int | None
    field: SentField
    was: str
    now: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentFile:
    """A file for the bank; one of several where the bank takes only so many payments in one."""

    content: bytes
    extension: str
    count: int
    pence: int
    changes: tuple[TextChange, ...] = ()
    part: int = 1
    parts: int = 1

    @property
    def sha256(self) -> str:
        """The fingerprint of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    def name(self, start: str) -> str:
        """Return a file name: "run-7.csv", or "run-7-2-of-3.csv" for one of several."""
        which = f"-{self.part}-of-{self.parts}" if self.parts > 1 else ""
        return f"{start}{which}.{self.extension}"
