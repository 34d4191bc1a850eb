"""Hand out one row for each person that a letter program can merge: all of it text that prints."""

import datetime
from collections.abc import Iterator

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract, PlainValue
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.name_parts import ADDRESS_LINES, split_address, split_name
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import pivots
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

_FIGURES = (
    PivotFigure.HOURS,
    PivotFigure.PAID_HOURS,
    PivotFigure.UNPAID_HOURS,
    PivotFigure.AGREED,
    PivotFigure.PAID,
    PivotFigure.EXPENSES,
)


def merge_list(desk: Desk, from_on: datetime.date, to_on: datetime.date) -> ListExtract:
    """Return everybody who is active or gave time in a period, each with what they gave and got.

    A letter program shows a number as it likes (19.99 as 19.989999), so that "£19.99", "2 hours
    30 minutes" and "17 November 2026" are text here. Read it once, on the database thread.
    """
    lines = [_("Address {number}").format(number=number + 1) for number in range(ADDRESS_LINES)]
    titles = (
        *(_("Name"), _("First names"), _("Last name"), _("Name in own script")),
        *(*lines, _("Postcode"), _("Email"), _("Telephone"), _("Contact by"), _("Language")),
        *(_("From"), _("To"), _("Today")),
        *(_("Time"), _("Paid time"), _("Unpaid time")),
        *(_("Payments agreed"), _("Paid so far"), _("Expenses")),
    )
    return ListExtract(
        title=_("Letters"),
        columns=tuple(
            ExtractColumn(key=f"column {at}", title=title, kind=ColumnKind.TEXT)
            for at, title in enumerate(titles)
        ),
        rows=_rows(desk, from_on, to_on),
    )


def _rows(
    desk: Desk, from_on: datetime.date, to_on: datetime.date
) -> Iterator[tuple[PlainValue, ...]]:
    today = desk.today()
    with desk.reading() as reading:
        sums = _sums(reading, Days(from_on=from_on, to_on=to_on))
        people = [
            one
            for one in reading.find(Participant)
            if one.is_active or any(one.participant_id in found for found in sums.values())
        ]
        for person in sorted(people, key=lambda one: (fold(one.name), one.participant_id)):
            days = tuple(long_day(day) for day in (from_on, to_on, today))
            figures = (
                _worded(figure, found.get(person.participant_id, 0))
                for figure, found in sums.items()
            )
            yield (*_person(person), *days, *figures)


def _sums(reading: Reading, days: Days) -> dict[PivotFigure, dict[int, int]]:
    return {
        figure: {
            int(key): amount
            for (key, _none), amount in pivots.sums(
                reading, figure, PivotBy.PERSON, None, days
            ).items()
        }
        for figure in _FIGURES
    }


def _person(person: Participant) -> tuple[str, ...]:
    first, last = split_name(person.printed_name)
    lines, postcode = split_address(person.address)
    return (
        *(person.printed_name, first, last, person.name_in_script, *lines, postcode),
        *(person.email, person.phone, str(person.contact_by), person.language),
    )


def _worded(figure: PivotFigure, amount: int) -> str:
    return words_for_minutes(amount) if figure.is_time else format_pounds(amount)
