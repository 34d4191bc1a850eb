"""What the list of expense claims shows."""

from types import MappingProxyType

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.drafts import DRAFT_MARK
from coprod_desktop.ui.widgets.columns import Align, Column, Mark
from coprod_desktop.ui.words import work_state_word

_MARKS = {
    WorkState.DRAFT: DRAFT_MARK,
    WorkState.LOGGED: Mark("circle-dot", "accent"),
    WorkState.SENT_BACK: Mark("rotate-ccw", "warn"),
    WorkState.APPROVED: Mark("circle-check", "good"),
    WorkState.IN_PAY_RUN: Mark("clock", "ink"),
    WorkState.PAID: Mark("circle-check", "good"),
}


# How the values of these columns are worded in filters.
VALUE_WORDS = MappingProxyType({"state": lambda value: work_state_word(WorkState(value))})


def claim_columns(check: Column[ClaimSummary]) -> tuple[Column[ClaimSummary], ...]:
    """Return the columns, with that of the checks; claimed and agreed stand side by side."""
    return (
        Column(
            key="day",
            title=_("Claimed on"),
            text=lambda row: list_day(row.claimed_on),
            width_em=8,
            kind=ColumnKind.DAY,
            value=lambda row: row.claimed_on,
        ),
        Column(
            key="participant",
            title=_("Participant"),
            text=lambda row: row.participant,
            width_em=12,
            is_strong=True,
        ),
        check,
        Column(key="what", title=_("For"), text=_what, width_em=10, is_stretch=True),
        Column(
            key="project",
            title=_("Project"),
            text=lambda row: row.project,
            width_em=13,
            is_secondary=True,
        ),
        Column(
            key="receipts",
            title=_("Receipts"),
            text=_receipts,
            width_em=8,
            is_secondary=True,
            kind=ColumnKind.NUMBER,
            value=lambda row: row.receipts,
        ),
        Column(
            key="claimed",
            title=_("Claimed"),
            text=lambda row: format_pounds(row.claimed_pence),
            width_em=6,
            align=Align.RIGHT,
            kind=ColumnKind.PENCE,
            value=lambda row: row.claimed_pence,
        ),
        Column(
            key="agreed",
            title=_("Agreed"),
            text=lambda row: format_pounds(row.agreed_pence),
            width_em=6,
            align=Align.RIGHT,
            kind=ColumnKind.PENCE,
            value=lambda row: row.agreed_pence,
        ),
        Column(
            key="state",
            title=_("What happened"),
            text=lambda row: work_state_word(row.state),
            icon=lambda row: _MARKS[row.state],
            width_em=11,
            narrow_em=9,
        ),
    )


def _what(row: ClaimSummary) -> str:
    more = row.items - 1
    if more < 0:
        return _("No line yet")
    if not more:
        return row.what
    words = ngettext("{what} and {more} more", "{what} and {more} more", more)
    return words.format(what=row.what, more=more)


def _receipts(row: ClaimSummary) -> str:
    return str(row.receipts) if row.receipts else _("none")
