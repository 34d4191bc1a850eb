"""Choose what a report is about: groups and figure, days, fund, and a funder's rate."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import MONTHS
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.domain.reports import MatchRate
from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.periods import usual_periods
from coprod_desktop.ui.reports.wishes import View, Wish
from coprod_desktop.ui.scale import M, S, grown
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field

_ALL, _OTHER = "all", "other"
_WIDTH, _DAY_WIDTH = 150, 130
_MONTHS_BACK = 36


class ReportOptions(QWidget):
    """Hold the choices; `changed` comes with another one. What a view has no use for is hidden."""

    changed = Signal()

    def __init__(
        self,
        word_error: WordError,
        today: Callable[[], datetime.date],
        by_words: Callable[[PivotBy], str],
        figure_words: Callable[[PivotFigure], str],
    ) -> None:
        super().__init__()
        self._view = View.PIVOT
        self._is_filling = False
        groups = [Choice(by, by_words(by)) for by in PivotBy]
        self.rows: ChoiceEdit[PivotBy] = ChoiceEdit(_("Down the side"), groups)
        self.columns: ChoiceEdit[PivotBy] = ChoiceEdit(_("Along the top"), groups)
        self.figure: ChoiceEdit[PivotFigure] = ChoiceEdit(
            _("Figure"), [Choice(one, figure_words(one)) for one in PivotFigure]
        )
        self._periods = usual_periods(today())
        periods = [Choice(one.key, one.words) for one in self._periods]
        periods += [Choice(_ALL, _("All days")), Choice(_OTHER, _("Other days"))]
        self.period: ChoiceEdit[str] = ChoiceEdit(_("Period"), periods)
        self.first = DateEdit(_("From"), word_error, today)
        self.last = DateEdit(_("Up to and including"), word_error, today)
        self.month: ChoiceEdit[datetime.date] = ChoiceEdit(_("Month"), _months(today()))
        self.fund: ChoiceEdit[str] = ChoiceEdit(_("Fund"), [])
        self.rate = MoneyEdit(_("Funder’s rate an hour"), word_error)
        self.source = line_field(_("Where the rate is written"))
        self._boxes: dict[str, FieldBox] = {}
        self._lay_out()
        self.rows.set_value(PivotBy.PERSON)
        self.columns.set_value(PivotBy.MONTH)
        self.figure.set_value(PivotFigure.HOURS)
        self.month.set_value(today().replace(day=1))
        self.set_funds(())
        self.period.set_value("year")
        self._take_period("year")
        self._connect()
        self.show_for(View.PIVOT)

    # --- what is chosen --------------------------------------------------------------------------

    def show_for(self, view: View) -> None:
        """Show what a view has use for."""
        self._view = view
        is_pivot, is_funder = view is View.PIVOT, view is View.FUNDER
        shown = {
            "rows": is_pivot,
            "columns": is_pivot,
            "figure": is_pivot,
            "fund": is_funder or view is View.CONTRIBUTORS,
            "rate": is_funder,
            "source": is_funder,
            "month": view is View.MONTH,
            "period": view is not View.MONTH,
            "first": view is not View.MONTH,
            "last": view is not View.MONTH,
        }
        for key, is_shown in shown.items():
            self._boxes[key].setVisible(is_shown)

    @property
    def is_month(self) -> bool:
        """Say whether the report is about one month, which its title names."""
        return self._view is View.MONTH

    def set_funds(self, funds: Sequence[str]) -> None:
        """Offer these funds, and all projects."""
        self._is_filling = True
        chosen = self.fund.value() or ""
        self.fund.set_choices([Choice("", _("All projects")), *(Choice(f, f) for f in funds)])
        self.fund.set_value(chosen if chosen in funds else "")
        self._is_filling = False

    def wish(self) -> Wish | None:
        """Return what is chosen; None while something is missing."""
        rows, columns, figure = self.rows.value(), self.columns.value(), self.figure.value()
        first, last = self.first.day(), self.last.day()
        if rows is None or columns is None or figure is None:
            return None
        if self._view is View.MONTH:
            month = self.month.value()
            return None if month is None else Wish(view=View.MONTH, from_on=month, to_on=month)
        is_all = self._view is View.PIVOT and self.period.value() == _ALL
        if not is_all and (first is None or last is None):
            return None
        pence, source = self.rate.pence(), self.source.text().strip()
        match = MatchRate(hourly_pence=pence, source=source) if pence and source else None
        return Wish(
            view=self._view,
            rows_by=rows,
            columns_by=columns,
            figure=figure,
            from_on=None if is_all else first,
            to_on=None if is_all else last,
            fund=self.fund.value() or None,
            match=match,
        )

    # --- how it works ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(S)
        wide, narrow = grown(_WIDTH), grown(_DAY_WIDTH)
        lines: tuple[tuple[tuple[str, str, QWidget, int], ...], ...] = (
            (
                ("rows", _("Down the side"), self.rows, wide),
                ("columns", _("Along the top"), self.columns, wide),
                ("figure", _("Figure"), self.figure, wide),
                ("fund", _("Fund"), self.fund, wide),
                ("rate", _("Funder’s rate an hour"), self.rate, narrow),
                ("source", _("Where the rate is written"), self.source, wide),
            ),
            (
                ("month", _("Month"), self.month, wide),
                ("period", _("Period"), self.period, wide),
                ("first", _("From"), self.first, narrow),
                ("last", _("Up to and including"), self.last, narrow),
            ),
        )
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(M)
            for key, text, field, width in line:
                field.setMinimumWidth(width)
                self._boxes[key] = FieldBox(text, field)
                row.addWidget(self._boxes[key])
            row.addStretch()
            outer.addLayout(row)

    def _connect(self) -> None:
        for choice in (self.rows, self.columns, self.figure, self.fund, self.month):
            choice.value_changed.connect(self._tell)
        self.period.value_changed.connect(self._take_period)
        for day in (self.first, self.last):
            day.value_changed.connect(self._follow)
        self.rate.value_changed.connect(self._tell)
        self.source.editingFinished.connect(self._tell)

    def _take_period(self, key: str | None) -> None:
        found = next((one for one in self._periods if one.key == key), None)
        if found is not None:
            self._is_filling = True
            self.first.set_day(found.from_on)
            self.last.set_day(found.to_on)
            self._is_filling = False
        if key != _OTHER:
            self._tell()

    def _follow(self, _day: object) -> None:
        """Name the period whose days were typed."""
        if self._is_filling:
            return
        days = (self.first.day(), self.last.day())
        same = [one.key for one in self._periods if (one.from_on, one.to_on) == days]
        self._is_filling = True
        self.period.set_value(same[0] if same else _OTHER)
        self._is_filling = False
        self._tell()

    def _tell(self, *_value: object) -> None:
        if not self._is_filling:
            self.changed.emit()


def _months(today: datetime.date) -> list[Choice[datetime.date]]:
    """Return the last three years, month by month, the present one first."""
    number = today.year * 12 + today.month - 1
    firsts = [
        datetime.date(one // 12, one % 12 + 1, 1)
        for one in range(number, number - _MONTHS_BACK, -1)
    ]
    return [Choice(first, f"{MONTHS[first.month - 1]} {first.year}") for first in firsts]
