"""What is not as it stood on the statement before."""

import dataclasses
import datetime
import enum


class Differs(enum.StrEnum):
    """What is not as it stood: of a piece of work, of an expense, or of the whole statement."""

    WORK_ADDED = "work added"
    WORK_REMOVED = "work removed"
    DAY = "day"
    WORDS = "words"
    HOURS = "hours"
    CHOICE = "choice"
    PAYMENT = "payment"
    OFFER = "offer"
    VALUE = "value"
    PAID = "paid"
    DETAILS = "details"
    EXPENSE_ADDED = "expense added"
    EXPENSE_REMOVED = "expense removed"
    EXPENSE = "expense"
    EXPENSE_PAID = "expense paid"
    NAME = "name"
    SKILLS = "skills"
    MADE = "made"
    CHANGED = "changed"
    NEXT = "next"
    ABOUT = "about"
    SHOWN = "shown"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not as it stood on the statement before.

    `on` and `what` name the work or the expense as it stands now, or stood where it went. What
    else is set depends on the kind:
    WORK_ADDED, WORK_REMOVED: the minutes that came (`after_minutes`) or went (`before_minutes`);
    EXPENSE_ADDED, EXPENSE_REMOVED: the pence that came or went; DAY: `before_on`; WORDS, NAME:
    `before` and `after`; CHOICE: both as values of `Choice`, and the payment in pence; HOURS: the
    minutes; PAYMENT, OFFER, VALUE, EXPENSE: the pence; PAID, EXPENSE_PAID: how much is paid, in
    pence, and `paid_on`, both None where nothing is any longer. DETAILS (a day by which it is paid,
    or how) names only the work or expense. The rest are about the whole statement and set nothing
    more; ABOUT is the charity and how to reach it, SHOWN what is left out and how it looks.
    """

    kind: Differs
    on: datetime.date | None = None
    what: str = ""
    before_on: datetime.date | None = None
    before: str = ""
    after: str = ""
    before_minutes: int = 0
    after_minutes: int = 0
    before_pence: int = 0
    after_pence: int | None = 0
    paid_on: datetime.date | None = None
