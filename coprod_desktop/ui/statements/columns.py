"""What the list of statements shows."""

from collections.abc import Callable

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.words import form_words
from coprod_desktop.ui.widgets.columns import Align, Column, Mark


def statement_columns(
    is_ticked: Callable[[StatementSummary], bool],
) -> tuple[Column[StatementSummary], ...]:
    """Return the columns; where there is room, paid and unpaid hours stand side by side."""
    return (
        Column(key="tick", title="", text=lambda _row: "", width_em=2.6, tick=is_ticked),
        Column(
            key="participant",
            title=_("Participant"),
            text=lambda row: row.participant,
            width_em=10,
            is_strong=True,
            is_stretch=True,
        ),
        Column(
            key="edition",
            title=_("They read"),
            text=lambda row: form_words(row.edition, row.language),
            tooltip=lambda row: form_words(row.edition, row.language),
            width_em=10,
            is_stretch=True,
        ),
        Column(
            key="state",
            title=_("Statement"),
            text=state_words,
            icon=_mark,
            tooltip=_tooltip,
            width_em=12.5,
        ),
        Column(
            key="hours",
            title=_("Paid / unpaid"),
            text=_hours,
            width_em=8.5,
            align=Align.RIGHT,
            is_secondary=True,  # in one column, so that neither is ever shown without the other
        ),
    )


def needs_making(row: StatementSummary) -> bool:
    """Say whether somebody has no statement of the period, or one that is out of date."""
    return row.statement_id is None or row.is_out_of_date


def state_words(row: StatementSummary) -> str:
    """Say how far somebody's statement has come."""
    if row.issued_on is None:
        return _("Not yet made")
    if row.is_out_of_date:
        return _("Out of date")
    return _("Made {day}").format(day=list_day(row.issued_on))


def _hours(row: StatementSummary) -> str:
    return f"{format_hours(row.minutes_paid)} / {format_hours(row.minutes_unpaid)}"


def _tooltip(row: StatementSummary) -> str:
    if row.issued_on is None:
        return ""
    made = _("{number}, made {day}.").format(number=row.number, day=list_day(row.issued_on))
    if not row.is_out_of_date:
        return made
    return f"{made} {_('Something behind it changed after it was made.')}"


def _mark(row: StatementSummary) -> Mark:
    if row.statement_id is None:
        return Mark("circle", "ink_2")
    return Mark("triangle-alert", "warn") if row.is_out_of_date else Mark("circle-check", "good")
