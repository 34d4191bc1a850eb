"""The columns of the history and of what was removed."""

import datetime

from coprod_desktop.domain.changes import HistoryLine, RemovedThing, StepKind
from coprod_desktop.domain.dates import list_day
from coprod_desktop.i18n import _
from coprod_desktop.services.verb_words import verb_words
from coprod_desktop.ui.history.field_words import table_word
from coprod_desktop.ui.widgets.columns import Align, Column, Mark

_MARKS = {
    StepKind.DONE: None,
    StepKind.TAKEN_BACK: Mark("undo-2", "ink_2"),
    StepKind.DONE_AGAIN: Mark("rotate-ccw", "ink_2"),
}


def moment_words(at: datetime.datetime) -> str:
    """Write a moment as "17 Nov 2026, 14:12", as it is here."""
    local = at.astimezone()
    return f"{list_day(local.date())}, {local:%H:%M}"


def state_words(line: HistoryLine) -> str:
    """Say whether a change was taken back."""
    if line.kind is StepKind.DONE and not line.is_standing:
        return _("Taken back")
    return ""


def _mark(line: HistoryLine) -> Mark | None:
    if line.kind is StepKind.DONE and not line.is_standing:
        return Mark("circle-minus", "ink_2")
    return _MARKS[line.kind]


def _colour(line: HistoryLine) -> str:
    return "ink" if line.is_standing and line.kind is StepKind.DONE else "ink_2"


def history_columns() -> tuple[Column[HistoryLine], ...]:
    """Return the columns of the history."""
    return (
        Column(
            key="when",
            title=_("When"),
            text=lambda row: moment_words(row.made_at),
            tooltip=lambda row: moment_words(row.made_at),
            width_em=11,
            narrow_em=7,
            colour=_colour,
        ),
        Column(
            key="who",
            title=_("Who"),
            text=lambda row: row.operator,
            tooltip=lambda row: row.operator,
            width_em=9,
            narrow_em=5,
            colour=_colour,
        ),
        Column(
            key="what",
            title=_("What"),
            text=lambda row: verb_words(row.verb),
            tooltip=lambda row: verb_words(row.verb),
            icon=_mark,
            width_em=20,
            narrow_em=14,
            is_strong=True,
            is_stretch=True,
            colour=_colour,
        ),
        Column(
            key="state",
            title=_("Now"),
            text=state_words,
            width_em=7,
            colour=_colour,
        ),
        Column(
            key="rows",
            title=_("Records"),
            text=lambda row: f"{row.rows:,}",
            width_em=6,
            align=Align.RIGHT,
            is_secondary=True,
            colour=_colour,
        ),
    )


def removed_columns() -> tuple[Column[RemovedThing], ...]:
    """Return the columns of what was removed."""
    return (
        Column(
            key="what",
            title=_("What was removed"),
            text=lambda row: row.titles[0],
            tooltip=lambda row: "\n".join(row.titles),
            width_em=18,
            narrow_em=12,
            is_strong=True,
            is_stretch=True,
        ),
        Column(key="kind", title=_("Kind"), text=lambda row: table_word(row.table), width_em=12),
        Column(
            key="when",
            title=_("Removed"),
            text=lambda row: moment_words(row.removed_at),
            width_em=11,
        ),
        Column(
            key="who",
            title=_("By"),
            text=lambda row: row.operator,
            tooltip=lambda row: row.operator,
            width_em=9,
            is_secondary=True,
        ),
    )
