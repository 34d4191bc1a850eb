"""Write what people were paid in a period as another program wants to read it."""

import dataclasses
import datetime
import functools
from collections.abc import Callable, Mapping
from pathlib import Path

from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.formula_text import for_people
from coprod_desktop.domain.name_parts import split_name
from coprod_desktop.domain.own_columns import OwnColumn, OwnValue
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_presets import PayPreset, PresetColumn, Take, read_preset
from coprod_desktop.domain.report_errors import NothingToSendError
from coprod_desktop.domain.text import fold
from coprod_desktop.paths import resource
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import data_rows
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

PRESETS = ("plain", "brightpay-additions", "sage-timesheet")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PayFileResult:
    """Where the file is, for how many people, and their money in pence; two types, never one.

    `without` names who lacks something that the preset asks for, as a works number.
    """

    path: Path
    people: int
    payment_pence: int
    reimbursement_pence: int
    without: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Paid:
    person: Participant
    payment_pence: int
    reimbursement_pence: int
    own: Mapping[str, str]


@functools.cache
def shipped_preset(name: str) -> PayPreset:
    """Return a preset that comes with the program; raises KeyError for another name."""
    if name not in PRESETS:
        raise KeyError(name)
    return read_preset(resource("pay-presets", f"{name}.toml").read_text(encoding="utf-8"))


class PayFileService:
    """The verb that hands payments to another program; it changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self, preset: PayPreset, from_on: datetime.date, to_on: datetime.date, path: Path
    ) -> PayFileResult:
        """Write one row for each person who was paid in a period.

        Money paid back is no earnings: a person who got nothing else is in no file, unless the
        preset has a column for it. Raises PeriodBackwardsError, NothingToSendError,
        FileReadOnlyError, DiskFullError or FileMissingError.
        """
        from coprod_desktop.spreadsheets.list_csv import write_rows
        from coprod_desktop.spreadsheets.saving import write_whole

        check_period(from_on, to_on)
        has_reimbursements = any(c.take is Take.REIMBURSEMENT_POUNDS for c in preset.columns)
        with self._desk.reading() as reading:
            paid = [
                one
                for one in _paid(reading, Days(from_on=from_on, to_on=to_on))
                if one.payment_pence or (has_reimbursements and one.reimbursement_pence)
            ]
        if not paid:
            raise NothingToSendError()
        rows = [[_cell(column, one, from_on, to_on) for column in preset.columns] for one in paid]
        heads = [column.heading for column in preset.columns] if preset.has_headings else None
        write_whole(path, lambda place: write_rows(heads, rows, place, has_mark=False))
        return PayFileResult(
            path=path,
            people=len(paid),
            payment_pence=sum(one.payment_pence for one in paid),
            reimbursement_pence=sum(one.reimbursement_pence for one in paid if has_reimbursements),
            without=tuple(one.person.name for one in paid if _lacks(preset, one)),
        )


def _paid(reading: Reading, days: Days) -> list[_Paid]:
    sums = data_rows.paid(reading, days)
    people = reading.among(Participant, sums)
    own = _own_values(reading)
    found = [
        _Paid(
            person=person,
            payment_pence=sums[person.participant_id][0],
            reimbursement_pence=sums[person.participant_id][1],
            own=own.get(person.participant_id, {}),
        )
        for person in people
    ]
    return sorted(found, key=lambda one: (fold(one.person.name), one.person.participant_id))


def _own_values(reading: Reading) -> dict[int, dict[str, str]]:
    """Return what stands in the charity's own columns about people, by title, letters aside."""
    titles = {
        column.own_column_id: fold(column.title)
        for column in reading.find(OwnColumn, subject="participants")
    }
    found: dict[int, dict[str, str]] = {}
    for value in reading.find(OwnValue):
        if value.own_column_id in titles:
            found.setdefault(value.subject_id, {})[titles[value.own_column_id]] = value.value
    return found


def _lacks(preset: PayPreset, one: _Paid) -> bool:
    wanted = [column for column in preset.columns if column.take is Take.OWN]
    return any(not one.own.get(fold(column.title)) for column in wanted)


def _cell(column: PresetColumn, one: _Paid, from_on: datetime.date, to_on: datetime.date) -> str:
    first, last = map(for_people, split_name(one.person.name))
    written: dict[Take, Callable[[], str]] = {
        Take.NAME: lambda: for_people(one.person.name),
        Take.FIRST_NAME: lambda: first,
        Take.LAST_NAME: lambda: last,
        Take.OWN: lambda: for_people(one.own.get(fold(column.title), "")),
        Take.FIXED: lambda: for_people(column.text),
        Take.FROM: lambda: f"{from_on:%d/%m/%Y}",
        Take.TO: lambda: f"{to_on:%d/%m/%Y}",
        Take.PAYMENT_POUNDS: lambda: _pounds(one.payment_pence),
        Take.REIMBURSEMENT_POUNDS: lambda: _pounds(one.reimbursement_pence),
    }
    return written[column.take]()


def _pounds(pence: int) -> str:
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02d}"
