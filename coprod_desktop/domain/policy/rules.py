"""A policy as data: the rules in the order of the file, each with the line it stands on."""

import dataclasses
import datetime
import enum
from fractions import Fraction

from coprod_desktop.domain.policy.conditions import ALWAYS, Condition
from coprod_desktop.domain.policy.facts import Fact
from coprod_desktop.domain.policy.periods import Period
from coprod_desktop.domain.policy.prices import Over, Price, Times
from coprod_desktop.domain.policy.rounding import Rounding


class Section(enum.StrEnum):
    """Which part of the file a rule stands in."""

    FEE = "fee"
    MILEAGE = "mileage"
    EXPENSE = "expense"
    ALLOWANCE = "allowance"
    NOT_PAID = "not_paid"
    CANCELLATION = "cancellation"
    VALUE = "value"


class Subject(enum.StrEnum):
    """What an entry of a case is, or what a rule is for."""

    WORK = "work"
    JOURNEY = "journey"
    EXPENSE = "expense"
    DAY = "day"
    CLAIM = "claim"
    EVERYTHING = "everything"


class CountsAs(enum.StrEnum):
    """Whether a sum may be earnings; the two are never one amount."""

    PAYMENT = "payment"
    REIMBURSEMENT = "reimbursement"


class Otherwise(enum.StrEnum):
    """What happens where something that is needed is not there."""

    REFUSED = "refused"
    HELD = "held"
    WARNED = "warned"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that must be there; `holds` says what, and `words` name it for the reader."""

    holds: Condition
    words: str
    when: Condition = ALWAYS
    otherwise: Otherwise = Otherwise.REFUSED
    because: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; which of its fields matter depends on its section (docs/policy-format.md)."""

    section: Section
    name: str
    line: int = 0
    when: Condition = ALWAYS
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    needs: tuple[Need, ...] = ()
    group: str = ""
    rounding: Rounding | None = None
    unclear: str = ""
    because: str = ""
    applies_to: Subject = Subject.WORK
    counts_as: CountsAs = CountsAs.PAYMENT
    price: Price | None = None
    """What is paid; an expense without one is paid at its cost."""
    limit: Price | None = None
    share: Fraction | None = None
    """The share of the cost, or of the fee for cancelled work."""
    times: tuple[Times, ...] = ()
    """Multiplies a share of the cost, as the price's own `times` does a price."""
    together: Period | None = None
    """Which entries are added up before the price; None for each by itself."""
    includes: frozenset[str] = frozenset()
    unit: str = ""
    """What is given where it is not money, as "points"."""
    is_voucher: bool = False
    running: Period | None = None
    """Over what the tiers are counted; None for each entry by itself."""
    running_for: tuple[str, ...] = ()
    counts_elsewhere: bool = False
    never_more_than: tuple[str, ...] = ()
    source: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether a day lies in the rule's dates; the first and the last belong to it."""
        starts, ends = self.starts_on, self.ends_on
        return (starts is None or starts <= day) and (ends is None or day <= ends)


class Measure(enum.StrEnum):
    """What a cap counts."""

    MONEY = "money"
    TIME = "time"
    MILES = "miles"
    TIMES = "times"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A limit over several entries; `covers` holds folded names of rules, groups or kinds."""

    name: str
    line: int = 0
    covers: frozenset[str]
    measure: Measure
    at_most: Fraction | Price
    """Pence, minutes, miles or how often; or a price that is looked up for the entry."""
    per: Period
    for_each: tuple[str, ...] = ()
    when: Condition = ALWAYS
    unless: Condition | None = None
    over: Over = Over.REFUSED
    is_excess: bool = False
    """The first so-much is what is not paid, instead of what comes after it."""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    because: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A time that runs from something: a deadline, or a promise to pay."""

    when: Condition = ALWAYS
    after: str = "activity"
    days: int = 0
    working_days: int = 0
    months: int = 0
    by: tuple[int, int] | None = None
    """Month and day of the next such date."""
    end_of: Period | None = None
    """The stretch that holds the day it runs from; it runs from the last day of that."""
    day_of_month: int = 0
    if_by: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What holds for claims as a whole; sums in pence."""

    deadlines: tuple[Term, ...] = ()
    takes_latest: bool = False
    counts: str = "sent"
    late: Otherwise = Otherwise.WARNED
    smallest: Fraction = Fraction(0)
    needs: tuple[Need, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MethodRule:
    """Which ways of payment are allowed for whom; the first that fits counts."""

    name: str
    only: tuple[str, ...]
    when: Condition = ALWAYS
    counts_as: CountsAs | None = None
    """Only for payments, or only for reimbursements; None for both."""
    because: str = ""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A charity's payment rules, ready to price a case."""

    name: str
    source: str = ""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    rules: tuple[Rule, ...] = ()
    caps: tuple[Cap, ...] = ()
    claims: Claims = Claims()
    promises: tuple[Term, ...] = ()
    methods: tuple[MethodRule, ...] = ()
    own_facts: tuple[Fact, ...] = ()
    bank_holidays: str = "England"
    """Whose bank holidays working days leave out; "none" for none."""
    breaks_are_paid: bool = False
    automatic_breaks: tuple[tuple[Fraction, bool, Fraction], ...] = ()
    """Minutes that the work is over (or at least, where True), and minutes of break taken out."""
    used_facts: frozenset[str] = frozenset()
    """Every fact that some rule looks at."""

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether a day lies in the policy's dates; the first and the last belong to it."""
        starts, ends = self.starts_on, self.ends_on
        return (starts is None or starts <= day) and (ends is None or day <= ends)
