"""Write a pay run as the Standard 18 file that Bacs takes from those who send it files themselves.

Positions of payment records: docs/bank-layouts.md. Labels as HSBC publishes them for its customers
("BACS Standard 18", August 2012), seen second-hand in public programs that follow it.
"""

import dataclasses
import datetime
from collections.abc import Callable

from coprod_desktop.banking.bank_texts import BankTexts
from coprod_desktop.banking.letters import BACS
from coprod_desktop.banking.order_checks import (
    bacs_number_of,
    check_instructions,
    paying_account_of,
)
from coprod_desktop.domain.errors import FileTotalTooLargeError
from coprod_desktop.domain.payment_orders import PayingAccount, PaymentFile, PaymentOrder

MOST_PENCE = 2_000_000_000  # one Bacs credit carries up to £20,000,000
_MOST_TOTAL_PENCE = 99_999_999_999  # the contra record has eleven digits
_WIDTH = 18  # characters of a name or a reference
_CREDIT, _CONTRA = "99", "17"
_KEPT_DAYS = 7  # how long the labels ask for the file to be kept
_SERIALS = 1_000_000
_FILE_NUMBERS = 1_000
_ONE_DAY = datetime.timedelta(days=1)

IsWorkingDay = Callable[[datetime.date], bool]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BacsDays:
    """The three working days of Bacs: the file is sent, it is worked on, the money arrives."""

    send_on: datetime.date
    work_on: datetime.date
    arrive_on: datetime.date


def bacs_days(pay_on: datetime.date, is_working_day: IsWorkingDay) -> BacsDays:
    """Return the days for money that is due on a day; one without banks moves to the day before."""
    arrive_on = _latest(pay_on, is_working_day)
    work_on = _latest(arrive_on - _ONE_DAY, is_working_day)
    send_on = _latest(work_on - _ONE_DAY, is_working_day)
    return BacsDays(send_on=send_on, work_on=work_on, arrive_on=arrive_on)


def bacs_files(
    order: PaymentOrder,
    is_working_day: IsWorkingDay,
    *,
    has_days: bool = False,
    most_pence: int = MOST_PENCE,
) -> tuple[PaymentFile, ...]:
    """Return the Standard 18 file of an order, one credit for each payment and one contra.

    None for an order without payments. `has_days` writes the multi-day form, in which each record
    names the day. The labels carry the number of the run, so Bacs knows a file that is sent a
    second time. Raises PayingAccountMissingError, BacsNumberMissingError,
    PayeeNameUnwritableError, PayeeAccountUnreadableError, PaymentOfNothingError,
    PaymentTooLargeError or FileTotalTooLargeError.
    """
    if not order.count:
        return ()
    paying, sender = paying_account_of(order), bacs_number_of(order)
    check_instructions(order, most_pence=most_pence)
    if order.pence > _MOST_TOTAL_PENCE:
        raise FileTotalTooLargeError(pence=order.pence, most_pence=_MOST_TOTAL_PENCE)
    work_on = bacs_days(order.pay_on, is_working_day).work_on
    texts = BankTexts(BACS, order.number)
    records = _Records(order, paying, texts, work_on if has_days else None)
    labels = _Labels(order, sender, work_on, has_days)
    rows = [*labels.above(), *records.credits(), records.contra(), *labels.below()]
    made = PaymentFile(
        content="".join(f"{row}\r\n" for row in rows).encode("ascii"),
        extension="txt",
        count=order.count,
        pence=order.pence,
        changes=texts.changes,
    )
    return (made,)


class _Records:
    """The credits and the contra record: 100 characters, or 106 where each names its day."""

    def __init__(
        self,
        order: PaymentOrder,
        paying: PayingAccount,
        texts: BankTexts,
        day: datetime.date | None,
    ) -> None:
        self._order = order
        self._texts = texts
        self._own = paying.sort_code + paying.account_number
        self._name = texts.paying_name(paying, _WIDTH)
        self._day = _julian(day) if day else ""

    def credits(self) -> list[str]:
        """Return one record for each payment."""
        return [
            self._record(
                account=one.sort_code + one.account_number,
                code=_CREDIT,
                pence=one.pence,
                texts=(
                    self._name,
                    self._texts.reference(one, _WIDTH),
                    self._texts.account_name(one, _WIDTH),
                ),
            )
            for one in self._order.instructions
        ]

    def contra(self) -> str:
        """Return the record that takes the sum of all credits from the charity's account."""
        words = f"PAY RUN {self._order.number}"[:_WIDTH]
        return self._record(
            account=self._own,
            code=_CONTRA,
            pence=self._order.pence,
            texts=(words, "CONTRA", self._name),
        )

    def _record(self, *, account: str, code: str, pence: int, texts: tuple[str, str, str]) -> str:
        return "".join(
            (
                account,
                "0",
                code,
                self._own,
                "    ",
                f"{pence:011d}",
                *(text.ljust(_WIDTH) for text in texts),
                self._day,
            )
        )


class _Labels:
    """The 80-character records around the payments."""

    def __init__(
        self, order: PaymentOrder, sender: str, work_on: datetime.date, has_days: bool
    ) -> None:
        self._order = order
        self._sender = sender
        self._work_on = work_on
        self._has_days = has_days
        # Six digits that are not all noughts.
        self._serial = f"{order.number % _SERIALS or 1:06d}"

    def above(self) -> tuple[str, str, str, str]:
        """Return VOL1, HDR1, HDR2 and UHL1."""
        volume = f"VOL1{self._serial}{'':31}{self._sender}{'':32}1"
        work = "4 MULTI  " if self._has_days else "1 DAILY  "
        number = f"{self._order.number % _FILE_NUMBERS:03d}"
        user = f"UHL1{_julian(self._work_on)}999999{'':4}00000000{work}{number}"
        return volume, "HDR1" + self._file(), "HDR2" + self._sizes(), user.ljust(80)

    def below(self) -> tuple[str, str, str]:
        """Return EOF1, EOF2 and UTL1: the value and the number of debits and of credits."""
        total = f"{self._order.pence:013d}"
        sums = f"UTL1{total}{total}{1:07d}{self._order.count:07d}"
        return "EOF1" + self._file(), "EOF2" + self._sizes(), sums.ljust(80)

    def _file(self) -> str:
        made_on = self._order.made_at.astimezone(datetime.UTC).date()
        kept_until = self._work_on + datetime.timedelta(days=_KEPT_DAYS)
        who = f"A{self._sender}S{'':3}{self._sender}{self._serial}00010001{'':6}"
        return f"{who}{_julian(made_on)}{_julian(kept_until)} 000000".ljust(76)

    def _sizes(self) -> str:
        record = 106 if self._has_days else 100
        return f"F02000{record:05d}{'':35}00".ljust(76)


def _latest(day: datetime.date, is_working_day: IsWorkingDay) -> datetime.date:
    """Return the day, or the last working day before it."""
    while not is_working_day(day):
        day -= _ONE_DAY
    return day


def _julian(day: datetime.date) -> str:
    """Write a day as Bacs does: a space, two digits of the year, three of the day in the year."""
    return f" {day.year % 100:02d}{day.timetuple().tm_yday:03d}"
