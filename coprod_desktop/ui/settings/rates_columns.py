"""What the list of published figures shows of each."""

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.rates import Confidence, Rate
from coprod_desktop.i18n import _
from coprod_desktop.services.rate_words import (
    code_words,
    confidence_words,
    days_words,
    figure_words,
    scheme_words,
)
from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.widgets.columns import Align, Column, Mark

_MARKS = {
    None: Mark("pencil", "accent"),
    Confidence.OFFICIAL: Mark("circle-check", "good"),
    Confidence.SECONDARY: Mark("info", "ink"),
    Confidence.DERIVED: Mark("triangle-alert", "warn"),
    Confidence.MEMORY: Mark("triangle-alert", "warn"),
}


def columns() -> tuple[Column[FigureOnDay], ...]:
    """Return the columns; where there is little room the last ones go first."""
    return (
        Column[FigureOnDay](
            key="scheme",
            title=_("Scheme"),
            text=lambda row: scheme_words(row.scheme),
            width_em=11,
        ),
        Column[FigureOnDay](
            key="name",
            title=_("What it is"),
            text=lambda row: code_words(row.code),
            width_em=12,
            is_strong=True,
            is_stretch=True,
        ),
        Column[FigureOnDay](
            key="figure", title=_("Figure"), text=_figure, width_em=11, align=Align.RIGHT
        ),
        Column[FigureOnDay](
            key="sure", title=_("How sure it is"), text=sure_words, icon=_mark, width_em=25
        ),
        Column[FigureOnDay](key="from", title=_("From"), text=_from, width_em=8, is_secondary=True),
        Column[FigureOnDay](
            key="until", title=_("Until"), text=_until, width_em=8, is_secondary=True
        ),
        Column[FigureOnDay](
            key="source", title=_("Source"), text=_source, width_em=12, is_secondary=True
        ),
        Column[FigureOnDay](
            key="checked", title=_("Checked on"), text=_checked, width_em=8, is_secondary=True
        ),
    )


def sure_words(row: FigureOnDay) -> str:
    """Return how sure a figure is, or that none is known."""
    if row.rate is None:
        return _("No figure is known for this day")
    return confidence_words(row.rate)


def details(row: FigureOnDay) -> tuple[str, ...]:
    """Return everything about a figure, one sentence or line each."""
    rate = row.rate
    if rate is None:
        return (_("No figure is known for this day. Look it up, and write it with its source."),)
    told = [f"{figure_words(rate)}, {days_words(rate)}. {confidence_words(rate)}."]
    told.append(_("Source: {source}").format(source=_whole_source(rate)))
    if rate.note:
        told.append(rate.note)
    if rate.is_own:
        told.append(_stands_before(row.published))
    return tuple(told)


def _stands_before(published: Rate | None) -> str:
    if published is None:
        return _("No published figure is known for this day.")
    return _("The published figure is {figure}, {days}. {sure}.").format(
        figure=figure_words(published),
        days=days_words(published),
        sure=confidence_words(published),
    )


def _whole_source(rate: Rate) -> str:
    parts = [rate.source_title]
    if rate.source_url:
        parts.append(rate.source_url)
    if rate.checked_on is not None:
        parts.append(_("checked on {day}").format(day=list_day(rate.checked_on)))
    return ", ".join(parts)


def _figure(row: FigureOnDay) -> str:
    return "–" if row.rate is None else figure_words(row.rate)


def _mark(row: FigureOnDay) -> Mark:
    return Mark("circle-help", "warn") if row.rate is None else _MARKS[row.rate.confidence]


def _from(row: FigureOnDay) -> str:
    return "" if row.rate is None else list_day(row.rate.effective_from)


def _until(row: FigureOnDay) -> str:
    last = None if row.rate is None else row.rate.effective_to
    return "" if last is None else list_day(last)


def _source(row: FigureOnDay) -> str:
    return "" if row.rate is None else row.rate.source_title


def _checked(row: FigureOnDay) -> str:
    day = None if row.rate is None else row.rate.checked_on
    return "" if day is None else list_day(day)
