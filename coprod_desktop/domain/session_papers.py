"""What the papers of a session say: who was there, a claim slip for each, and the cash."""

import dataclasses
import datetime

from coprod_desktop.domain.cash_sheets import denominations
from coprod_desktop.domain.papers import Sender
from coprod_desktop.domain.participants import PaidBy


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionOffer:
    """What was promised for a session before it: pence for minutes, and the rate an hour.

    `rate_pence` is 0 where the offer is not by the hour; nothing offered is an unpaid session.
    """

    minutes: int = 0
    offered_pence: int = 0
    rate_pence: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session, planned or held: clock times are "10:30" or empty, `number` may be empty.

    `code` is the project's short name.
    """

    number: str = ""
    title: str
    held_on: datetime.date
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    code: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSlipContent:
    """A slip on which one person says what they want to be paid; `name` may be left to write in.

    `ways` are the ways of payment that the charity has.
    """

    sender: Sender
    session: Session
    name: str = ""
    name_in_script: str = ""
    offer: SessionOffer = SessionOffer()
    ways: tuple[PaidBy, ...] = (PaidBy.BANK, PaidBy.CASH)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionPerson:
    """Somebody who is expected at a session, and the cash promised to them in pence."""

    name: str
    name_in_script: str = ""
    payment_pence: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceContent:
    """The sheet of who was here, in the order of `people`, with empty rows for others.

    Where not everybody is offered the same, `offer` is empty.
    """

    sender: Sender
    session: Session
    people: tuple[SessionPerson, ...] = ()
    offer: SessionOffer = SessionOffer()
    blank_rows: int = 4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionCashContent:
    """The sheet to pay cash at a session: what was promised, and room for what was handed over.

    `float_pence` is the cash taken along, 0 where nobody has drawn it yet; `fares_pence` is what to
    have ready for the expenses of each person.
    """

    sender: Sender
    session: Session
    people: tuple[SessionPerson, ...] = ()
    float_pence: int = 0
    fares_pence: int = 0
    blank_rows: int = 2

    @property
    def payment_pence(self) -> int:
        """The cash promised for work, in pence."""
        return sum(person.payment_pence for person in self.people)

    @property
    def ready_pence(self) -> int:
        """The cash to have ready: what was promised and the fares, in pence."""
        return self.payment_pence + self.fares_pence * len(self.people)

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The notes and coins with which everybody can be handed the exact sums.

        Raises NegativeMoneyError.
        """
        amounts = [person.payment_pence for person in self.people]
        return denominations([*amounts, *[self.fares_pence] * len(self.people)])
