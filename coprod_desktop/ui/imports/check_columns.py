"""The columns of the third step's lists."""

from collections.abc import Callable

from coprod_desktop.i18n import _
from coprod_desktop.services.import_sessions import Problem, SourceTotal
from coprod_desktop.ui.imports.check_rows import ChangeLine, NameRow, ProjectRow
from coprod_desktop.ui.widgets.columns import Align, Column, Mark


def problem_columns(has_several_sheets: Callable[[], bool]) -> tuple[Column[Problem], ...]:
    """Say where, what stands there, and what to do; the sheet only where there are several."""
    return (
        Column(key="sheet", title=_("Sheet"), width_em=8, only_with_words=True,
               text=lambda row: row.sheet if has_several_sheets() else ""),
        Column(key="row", title=_("Row"), text=lambda row: f"{row.row:,}", width_em=5,
               align=Align.RIGHT),
        Column(key="column", title=_("Column"), text=lambda row: row.column, width_em=10,
               narrow_em=7),
        Column(key="value", title=_("What stands there"), text=lambda row: row.value or "–",
               width_em=12, narrow_em=8, is_strong=True),
        Column(key="message", title=_("What is the matter"), text=lambda row: row.message,
               width_em=30, narrow_em=12, is_stretch=True, tooltip=lambda row: row.message,
               icon=lambda row: Mark("circle-alert", "bad")),
    )  # fmt: skip


def name_columns() -> tuple[Column[NameRow], ...]:
    """Say which name, how often, and who is meant."""
    return (
        Column(key="name", title=_("In the sheet"), text=lambda row: row.name, width_em=16,
               is_strong=True),
        Column(key="rows", title=_("Rows"), text=lambda row: f"{row.rows:,}", width_em=5,
               align=Align.RIGHT),
        Column(key="who", title=_("Who is meant"), text=lambda row: row.words, width_em=24,
               is_stretch=True, colour=lambda row: "warn" if row.is_open else "ink",
               icon=lambda row: Mark("circle-help", "warn") if row.is_open else None),
    )  # fmt: skip


def project_columns() -> tuple[Column[ProjectRow], ...]:
    """Offer a tick for each."""
    return (
        Column(key="tick", title=_("Make it"), text=lambda row: "", tick=lambda row: row.is_made,
               width_em=6),
        Column(key="name", title=_("Project"), text=lambda row: row.name, is_stretch=True,
               width_em=20, is_strong=True),
    )  # fmt: skip


def change_columns() -> tuple[Column[ChangeLine], ...]:
    """Say whose, when, from what to what, and offer a tick where it can be taken over."""
    return (
        Column(key="tick", title=_("Change it"), text=lambda row: "", width_em=7,
               tick=lambda row: None if row.change.held else row.change.is_taken),
        Column(key="row", title=_("Row"), text=lambda row: f"{row.change.row:,}", width_em=5,
               align=Align.RIGHT),
        Column(key="name", title=_("Name"), text=lambda row: row.change.name, width_em=12,
               is_strong=True),
        Column(key="day", title=_("Day"), text=lambda row: f"{row.change.day:%d %b %Y}",
               width_em=8),
        Column(key="words", title=_("From → to"), text=lambda row: row.words, width_em=24,
               is_stretch=True, tooltip=lambda row: row.words),
        Column(key="held", title=_("Stays as it is"), text=lambda row: row.change.held,
               width_em=18, colour=lambda row: "warn", only_with_words=True,
               tooltip=lambda row: row.change.held),
    )  # fmt: skip


def total_columns() -> tuple[Column[SourceTotal], ...]:
    """Say where the sheet states a total, and both figures."""
    return (
        Column(key="agrees", title="", text=lambda row: _("Agrees") if row.agrees else _("Differs"),
               width_em=8, colour=lambda row: "good" if row.agrees else "bad",
               icon=lambda row: Mark("circle-check", "good") if row.agrees
               else Mark("circle-alert", "bad")),
        Column(key="row", title=_("Row"), text=lambda row: f"{row.row:,}", width_em=5,
               align=Align.RIGHT),
        Column(key="column", title=_("Column"), text=lambda row: row.column, width_em=12,
               is_stretch=True),
        Column(key="stated", title=_("The sheet says"), text=lambda row: row.words(row.stated),
               width_em=10, align=Align.RIGHT),
        Column(key="read", title=_("Its rows come to"), text=lambda row: row.words(row.read),
               width_em=10, align=Align.RIGHT),
    )  # fmt: skip
