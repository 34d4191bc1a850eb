"""The bank files that were made, kept so that each can be made again byte for byte."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """One file for the bank, as it was written: `pence` and `count` are its own totals."""

    made_file_id: int
    pay_run_id: int
    file_name: str
    layout: str
    count: int
    pence: int
    sha256: str
    content: bytes
    made_at: datetime.datetime
    made_by_id: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnLayout:
    """A bank layout that the charity wrote itself, as docs/bank-layouts.md says."""

    own_layout_id: int
    name: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SettledLine:
    """A line of the bank's statement that showed a payment leave or come back.

    `line_key` is the line's fingerprint, so that the same statement read again adds nothing. A line
    that paid a whole file stands beside each of its payments.
    """

    settled_line_id: int
    line_key: str
    payment_id: int
    settled_on: datetime.date
    pence: int
