"""What goes with a file for the bank, so that two people can see that it is the right one."""

import dataclasses
import datetime

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.run_papers import is_one_person


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ControlFile:
    """One file for the bank with its own totals; `sha256` is 64 hexadecimal figures."""

    name: str
    count: int
    pence: int
    sha256: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NameSent:
    """A name on an account and how it stands in the file, in the letters that the bank takes."""

    name: str
    as_sent: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AccountNotice:
    """An account that is new or changed since the last run, and how somebody checked it.

    `ending` and `previous_ending` are the last four digits; `holder` is whose account it is where
    it is not the person's own.
    """

    name: str
    ending: str
    previous_ending: str = ""
    holder: str = ""
    how_checked: str = ""
    checked_by: str = ""
    checked_on: datetime.date | None = None

    @property
    def is_checked(self) -> bool:
        """Say whether somebody wrote down how they checked it."""
        return bool(self.how_checked.strip())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WayNotice:
    """Somebody who is paid in another way than the last time."""

    name: str
    was: tuple[PaidBy, ...]
    now: PaidBy


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ControlSheet:
    """Everything that a bank file's control sheet says; its totals are the sums of its files.

    `since_number` is the pay run before, None for the first. `account_ending` is the charity's own.
    """

    organisation: str
    charity_number: str = ""
    number: int
    files: tuple[ControlFile, ...]
    account_ending: str
    layout: str
    upload_on: datetime.date
    arrive_on: datetime.date
    since_number: int | None = None
    names: tuple[NameSent, ...] = ()
    accounts: tuple[AccountNotice, ...] = ()
    ways: tuple[WayNotice, ...] = ()
    prepared_by: str
    approvers: tuple[str, ...]
    four_eyes_note: str = ""

    @property
    def count(self) -> int:
        """How many payments all files make."""
        return sum(file.count for file in self.files)

    @property
    def pence(self) -> int:
        """What leaves the charity's account, in pence."""
        return sum(file.pence for file in self.files)

    @property
    def is_one_person(self) -> bool:
        """Say whether one person prepared and approved the run."""
        return is_one_person(self.prepared_by, self.approvers)
