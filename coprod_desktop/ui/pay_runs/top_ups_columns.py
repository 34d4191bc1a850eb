"""What the lists of differences show: what is owed on top, and what is not and why."""

from collections.abc import Callable
from typing import TypeVar

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.i18n import _
from coprod_desktop.services.top_ups import Difference, NotToppedUp
from coprod_desktop.ui.widgets.columns import Align, Column, Mark
from coprod_desktop.ui.widgets.swatch import Swatch

R = TypeVar("R", Difference, NotToppedUp)


def difference_columns() -> tuple[Column[Difference], ...]:
    """Return the columns of what is owed on top."""
    return (
        *_entry_columns(_swatch, _no_mark),
        _money("on_top", _("On top"), lambda row: row.pence, is_strong=True),
    )


def none_columns() -> tuple[Column[NotToppedUp], ...]:
    """Return the columns of what has another price now and gets nothing on top."""
    return (
        *_entry_columns(_no_swatch, _nothing),
        Column(
            key="because",
            title=_("Why nothing is added"),
            text=lambda row: row.because,
            tooltip=lambda row: row.because,
            width_em=16,
            is_stretch=True,
        ),
    )


def _swatch(row: Difference) -> Swatch | None:
    return Swatch.PAID if row.kind is LineKind.CONTRIBUTION else None


def _no_swatch(_row: NotToppedUp) -> Swatch | None:
    return None


def _no_mark(_row: Difference) -> Mark | None:
    return None


def _nothing(_row: NotToppedUp) -> Mark | None:
    return Mark("circle", "ink")


def _entry_columns(
    swatch: Callable[[R], Swatch | None], icon: Callable[[R], Mark | None]
) -> tuple[Column[R], ...]:
    return (
        Column(
            key="name",
            title=_("Participant"),
            text=lambda row: row.participant,
            width_em=12,
            icon=icon,
            is_strong=True,
        ),
        Column(key="day", title=_("Day"), text=lambda row: list_day(row.day), width_em=8),
        Column(
            key="what",
            title=_("What"),
            text=lambda row: row.what,
            tooltip=lambda row: row.what,
            swatch=swatch,
            width_em=12,
            is_stretch=True,
        ),
        _money("was", _("Was"), lambda row: row.was_pence),
        _money("now", _("Is now"), lambda row: row.now_pence),
    )


def _money(
    key: str, title: str, pence: Callable[[R], int], *, is_strong: bool = False
) -> Column[R]:
    return Column(
        key=key,
        title=title,
        text=lambda row: format_pounds(pence(row)),
        width_em=7,
        align=Align.RIGHT,
        is_strong=is_strong,
    )
