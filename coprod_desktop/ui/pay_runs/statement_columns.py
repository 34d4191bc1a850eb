"""What the lists of a bank's statement show."""

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.statement_report import LineRow
from coprod_desktop.ui.widgets.columns import Align, Column


def settled_columns() -> tuple[Column[LineRow], ...]:
    """Return the columns of lines that are payments."""
    return (
        _day(_("Day")),
        _name(),
        _money(is_plain=True),
        _run(),
        _words(),
        Column(
            key="because",
            title=_("Known by"),
            text=lambda row: row.because,
            width_em=11,
            is_secondary=True,
        ),
    )


def line_columns() -> tuple[Column[LineRow], ...]:
    """Return the columns of lines that are no payments of ours."""
    return (_day(_("Day")), _words(), _money())


def awaited_columns() -> tuple[Column[LineRow], ...]:
    """Return the columns of payments that no line settles."""
    return (_day(_("To pay on")), _name(), _money(), _run())


def _day(title: str) -> Column[LineRow]:
    return Column(key="day", title=title, text=lambda row: row.day, width_em=7.6)


def _name() -> Column[LineRow]:
    return Column(
        key="name",
        title=_("Payment to"),
        text=lambda row: row.name,
        width_em=12,
        narrow_em=9,
        is_strong=True,
        is_stretch=True,
    )


def _money(*, is_plain: bool = False) -> Column[LineRow]:
    """Return the column of amounts; a plain one does not say whether it went out or came in."""
    return Column(
        key="pence",
        title=_("Amount"),
        text=lambda row: format_pounds(abs(row.pence) if is_plain else row.pence),
        width_em=7,
        align=Align.RIGHT,
    )


def _run() -> Column[LineRow]:
    return Column(
        key="run",
        title=_("Pay run"),
        text=lambda row: row.run,
        width_em=5,
        align=Align.RIGHT,
        is_secondary=True,
    )


def _words() -> Column[LineRow]:
    return Column(
        key="words",
        title=_("What the bank wrote"),
        text=lambda row: row.bank_words,
        tooltip=lambda row: row.bank_words,
        width_em=16,
        narrow_em=8,
        is_stretch=True,
        is_secondary=True,
    )
