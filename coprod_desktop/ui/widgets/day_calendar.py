"""A month to choose a day from, under the field that the day is for."""

import datetime

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.domain.dates import DAYS_AHEAD, EARLIEST, format_day
from coprod_desktop.i18n import _
from coprod_desktop.ui.icons import icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import S, grown
from coprod_desktop.ui.widgets.labels import announce

Day = datetime.date
CELL = 34


class DayCalendar(QFrame):
    """Show a month; arrows go by day and week, Page Up and Page Down by month, Esc closes it.

    `chosen(date)` comes with Enter or a click.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str, day: Day | None, today: Day) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        self.setAccessibleName(_("{field}: calendar").format(field=name))
        self.month = _Month()
        self.month.setAccessibleName(_("{field}: calendar").format(field=name))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.month.setDateRange(_as_date(EARLIEST), _as_date(today).addDays(DAYS_AHEAD))
        self.month.setSelectedDate(_as_date(day or today))
        self.month.activated.connect(self._choose)
        self.month.clicked.connect(self._choose)
        self.month.selectionChanged.connect(self._say)
        self._dress(_as_date(today))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.month)

    def show_at(self, under: QPoint) -> None:
        """Show the month with its left upper corner here, or where the screen has room."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        place = QRect(under, self.size())
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.move(place.topLeft())
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)
        self._say()

    def _choose(self, date: QDate) -> None:
        day = Day(date.year(), date.month(), date.day())
        self.close()
        self.chosen.emit(day)

    def _say(self) -> None:
        date = self.month.selectedDate()
        announce(self.month, format_day(Day(date.year(), date.month(), date.day())))

    def _dress(self, today: QDate) -> None:
        """Name the parts of Qt's calendar, and give them this window's colours and sizes."""
        tokens = current_tokens()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, QTextCharFormat())  # Qt writes them in red
        marked = QTextCharFormat()
        marked.setForeground(tokens.color("accent"))
        marked.setFontUnderline(True)
        self.month.setDateTextFormat(today, marked)
        parts = {
            "qt_calendar_prevmonth": (_("The month before"), "chevron-left"),
            "qt_calendar_nextmonth": (_("The month after"), "chevron-right"),
            "qt_calendar_monthbutton": (_("Month"), ""),
            "qt_calendar_yearbutton": (_("Year"), ""),
        }
        for key, (words, picture) in parts.items():
            button = self.month.findChild(QToolButton, key)
            if button is not None:
                button.setAccessibleName(words)
                button.setToolTip(words)
                if picture:
                    button.setIcon(icon(picture, "ink"))
        for table in self.month.findChildren(QAbstractItemView):
            table.setAccessibleName(_("Days of the month"))
        width = max(7 * grown(CELL), self.month.sizeHint().width()) + S
        self.month.setMinimumSize(width, 8 * grown(CELL) + S)
        bar = self.month.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            bar.setStyleSheet(f"background: {tokens.sunken}; color: {tokens.ink};")
        for year in self.month.findChildren(QSpinBox):
            year.setAccessibleName(_("Year"))


class _Month(QCalendarWidget):
    """Qt's calendar, with the days of other months in grey."""

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | datetime.date) -> None:
        """Paint one day."""
        if isinstance(date, QDate) and date.month() == self.monthShown():
            super().paintCell(painter, rect, date)
            return
        painter.setPen(current_tokens().color("ink_2"))
        day = date.day() if isinstance(date, QDate) else date.day
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day))


def _as_date(day: Day) -> QDate:
    return QDate(day.year, day.month, day.day)
