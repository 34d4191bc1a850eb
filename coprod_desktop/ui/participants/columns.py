"""What the list of participants shows."""

from types import MappingProxyType

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.participants import Capacity, Edition, PaidBy
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.columns import Align, Column
from coprod_desktop.ui.words import capacity_word, edition_word, paid_by_word

# How the values of these columns are worded in filters.
VALUE_WORDS = MappingProxyType(
    {
        "capacity": lambda value: capacity_word(Capacity(value)),
        "paid_by": lambda value: paid_by_word(PaidBy(value)),
        "edition": lambda value: edition_word(Edition(value)),
    }
)


def participant_columns() -> tuple[Column[ParticipantSummary], ...]:
    """Return the columns; paid and unpaid hours stand side by side."""
    return (
        Column(
            key="name",
            title=_("Name"),
            text=_name,
            width_em=16,
            is_strong=True,
            is_stretch=True,
        ),
        Column(
            key="capacity",
            title=_("Taking part as"),
            text=lambda row: capacity_word(row.capacity),
            width_em=12,
        ),
        Column(
            key="paid",
            title=_("Paid hours"),
            text=lambda row: format_hours(row.minutes_paid),
            width_em=8,
            align=Align.RIGHT,
            kind=ColumnKind.MINUTES,
            value=lambda row: row.minutes_paid,
        ),
        Column(
            key="unpaid",
            title=_("Unpaid hours"),
            text=lambda row: format_hours(row.minutes_unpaid),
            width_em=8,
            align=Align.RIGHT,
            kind=ColumnKind.MINUTES,
            value=lambda row: row.minutes_unpaid,
        ),
        Column(
            key="last",
            title=_("Last worked"),
            text=_last,
            width_em=9,
            is_secondary=True,
            kind=ColumnKind.DAY,
            value=lambda row: row.last_worked_on,
        ),
        Column(
            key="paid_by",
            title=_("Paid by"),
            text=lambda row: paid_by_word(row.paid_by),
            width_em=7,
            is_secondary=True,
        ),
        Column(
            key="edition",
            title=_("Reads"),
            text=lambda row: edition_word(row.edition),
            width_em=9,
            is_secondary=True,
        ),
    )


def _name(row: ParticipantSummary) -> str:
    return f"{row.name}  {row.name_in_script}" if row.name_in_script else row.name


def _last(row: ParticipantSummary) -> str:
    return list_day(row.last_worked_on) if row.last_worked_on else _("not yet")
