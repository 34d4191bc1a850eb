"""What the list of contributions shows, and what it says about each of them."""

import datetime
from collections.abc import Callable
from types import MappingProxyType

from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.dates import short_day
from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui.drafts import DRAFT_MARK
from coprod_desktop.ui.widgets.columns import Align, Column
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.words import capacity_word, choice_word, work_state_word

Row = ContributionSummary
# How the values of these columns are worded in filters.
VALUE_WORDS = MappingProxyType(
    {
        "happened": lambda value: work_state_word(WorkState(value)),
        "choice": lambda value: choice_word(Choice(value)),
        "capacity": lambda value: capacity_word(Capacity(value)),
    }
)


def contribution_columns(
    today: Callable[[], datetime.date], check: Column[Row]
) -> tuple[Column[Row], ...]:
    """Return the columns, with that of the checks; paid and unpaid hours stand side by side."""
    return (
        Column(
            key="date",
            title=_("Date"),
            text=lambda row: _day(row, today()),
            width_em=6,
            kind=ColumnKind.DAY,
            value=lambda row: row.worked_on,
        ),
        Column(
            key="participant",
            title=_("Participant"),
            text=lambda row: row.participant,
            tooltip=lambda row: row.participant,
            width_em=10.5,
            narrow_em=7.5,
            is_strong=True,
            is_stretch=True,
        ),
        check,
        Column(
            key="what",
            title=_("What was done"),
            text=lambda row: row.what,
            tooltip=lambda row: row.what,
            width_em=8.5,
            narrow_em=6.5,
            is_stretch=True,
        ),
        Column(
            key="project",
            title=_("Project"),
            text=lambda row: row.project,
            width_em=10,
            is_secondary=True,
        ),
        Column(
            key="kind",
            title=_("Kind"),
            text=lambda row: row.kind_of_work,
            width_em=9,
            is_secondary=True,
        ),
        *_figures(),
        Column(
            key="happened",
            title=_("What happened"),
            text=what_happened,
            tooltip=what_happened,
            swatch=swatch_of,
            icon=lambda row: DRAFT_MARK if row.state is WorkState.DRAFT else None,
            width_em=11,
            narrow_em=8.6,
        ),
        *_optional(),
    )


def _optional() -> tuple[Column[Row], ...]:
    """Return the columns that show only when they are chosen."""
    return (
        Column(
            key="time",
            title=_("Hours"),
            text=lambda row: format_hours(row.minutes),
            width_em=5.5,
            align=Align.RIGHT,
            kind=ColumnKind.MINUTES,
            value=lambda row: row.minutes,
            is_optional=True,
        ),
        Column(
            key="agreed",
            title=_("Agreed"),
            text=lambda row: format_pounds(row.agreed_pence) if row.agreed_pence else "",
            width_em=5.5,
            align=Align.RIGHT,
            kind=ColumnKind.PENCE,
            value=lambda row: row.agreed_pence,
            is_optional=True,
        ),
        Column(
            key="choice",
            title=_("Their choice"),
            text=lambda row: choice_word(row.choice),
            width_em=9,
            is_optional=True,
        ),
        Column(
            key="capacity",
            title=_("Taking part as"),
            text=lambda row: capacity_word(row.capacity),
            width_em=10,
            is_optional=True,
        ),
    )


def _figures() -> tuple[Column[Row], ...]:
    return (
        Column(
            key="paid",
            title=_("Paid hours"),
            text=lambda row: format_hours(row.minutes) if row.is_paid else "",
            width_em=6.3,
            align=Align.RIGHT,
            kind=ColumnKind.MINUTES,
            value=lambda row: row.minutes if row.is_paid else None,
        ),
        Column(
            key="unpaid",
            title=_("Unpaid hours"),
            text=lambda row: "" if row.is_paid else format_hours(row.minutes),
            width_em=8.2,
            align=Align.RIGHT,
            kind=ColumnKind.MINUTES,
            value=lambda row: None if row.is_paid else row.minutes,
        ),
        Column(
            key="offer",
            title=_("Offer"),
            text=offer_words,
            colour=lambda row: "ink" if row.offered_pence else "ink_2",
            width_em=5.5,
            align=Align.RIGHT,
            kind=ColumnKind.PENCE,
            value=lambda row: row.offered_pence or None,
        ),
        Column(key="why", title="", text=lambda _row: _("why?"), width_em=4, is_link=True),
    )


def _day(row: Row, today: datetime.date) -> str:
    """Write the day; the year only where it is another one."""
    day = short_day(row.worked_on)
    is_this_year = row.worked_on.year == today.year
    return day if is_this_year else f"{day}\N{NO-BREAK SPACE}{row.worked_on.year}"


def offer_words(row: Row) -> str:
    """Say what was offered; work in salary and unpaid work have no offer."""
    if row.offered_pence:
        return format_pounds(row.offered_pence)
    return _("In salary") if row.pay is Pay.SALARY else _("No offer")


def swatch_of(row: Row) -> Swatch:
    """Return the swatch of paid, unpaid or part-paid work."""
    if not row.is_paid:
        return Swatch.UNPAID
    return Swatch.PART if row.choice is Choice.PART else Swatch.PAID


def what_happened(row: Row) -> str:
    """Say how far a contribution has come, and what the person chose."""
    answer = _answer(row)
    if row.state is not WorkState.APPROVED:
        state = work_state_word(row.state)
        return f"{state}. {answer}" if answer else state
    if answer:
        return _("Approved. {answer}").format(answer=answer)
    return _("Approved, to pay") if row.agreed_pence else _("Approved")


def _answer(row: Row) -> str:
    if row.pay is not Pay.PAID or row.choice is Choice.ACCEPT or not row.offered_pence:
        return ""
    if row.choice is Choice.PART:
        return _("{pence} in part").format(pence=format_pounds(row.agreed_pence))
    return choice_word(row.choice)
