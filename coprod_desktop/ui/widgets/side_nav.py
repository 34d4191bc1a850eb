"""The list of screens at the left of the window."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from coprod_desktop.i18n import _
from coprod_desktop.ui.icons import draw_icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import (
    FOCUS_WIDTH,
    RADIUS,
    SECONDARY,
    SIDEBAR,
    SIDEBAR_ROW,
    XS,
    M,
    S,
    grown,
    scaled,
    type_font,
)
from coprod_desktop.ui.screen import ScreenGroup, ScreenRow
from coprod_desktop.ui.widgets.labels import label

_ICON = 18


def group_title(group: ScreenGroup) -> str:
    """Word the heading of a group; the first and the last have none."""
    return {
        ScreenGroup.LOG: _("Log"),
        ScreenGroup.PEOPLE: _("People"),
        ScreenGroup.MONEY_AND_PAPERS: _("Money and papers"),
        ScreenGroup.WHAT_WE_LEARN: _("What we learn"),
    }.get(group, "")


class SideNav(QFrame):
    """Show a row for each screen, grouped; `chosen(key)` comes when one is clicked.

    Tab reaches one row, Up and Down move along the rows, Enter or Space chooses.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S, M, S, M)
        self._column.setSpacing(0)
        self._groups: dict[ScreenGroup, QVBoxLayout] = {}
        for group in ScreenGroup:
            if group is ScreenGroup.FOOT:
                self._column.addStretch()
            self._groups[group] = QVBoxLayout()
            self._groups[group].setSpacing(0)
            self._column.addLayout(self._groups[group])
        self.dress()

    def dress(self) -> None:
        """Take sizes again, after the size of text changed."""
        self.setFixedWidth(scaled(SIDEBAR))

    def add_screen(self, screen: ScreenRow) -> None:
        """Add a row for a screen at the end of its group."""
        column = self._groups[screen.group]
        title = group_title(screen.group)
        if title and not column.count():
            heading = label(title, "secondary")
            heading.setContentsMargins(M, M, M, XS)
            column.addWidget(heading)
        row = _Row(screen, self._move)
        row.clicked.connect(lambda: self.chosen.emit(screen.key))
        column.addWidget(row)
        self._rows[screen.key] = row
        self._let_tab_reach_one()

    def show_chosen(self, key: str) -> None:
        """Mark the row of the screen on show."""
        for row_key, row in self._rows.items():
            row.setChecked(row_key == key)
        self._let_tab_reach_one()

    def set_count(self, key: str, count: int | None) -> None:
        """Change the number at the right of a row; None takes it away."""
        self._rows[key].set_count(count)

    def focus_chosen(self) -> None:
        """Put the keyboard on the row of the screen on show."""
        for row in self._rows.values():
            if row.isChecked():
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Take every row away."""
        for column in self._groups.values():
            while (item := column.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        self._rows.clear()

    def _let_tab_reach_one(self) -> None:
        rows = list(self._rows.values())
        reached = next((row for row in rows if row.isChecked()), rows[0] if rows else None)
        for row in rows:
            is_reached = row is reached
            policy = Qt.FocusPolicy.StrongFocus if is_reached else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)

    def _move(self, row: "_Row", by: int) -> None:
        rows = list(self._rows.values())
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(QAbstractButton):
    """One screen: icon, name, and perhaps a count."""

    def __init__(self, screen: ScreenRow, move: Callable[["_Row", int], None]) -> None:
        super().__init__()
        self._icon_name = screen.icon
        self._move = move
        self._count: int | None = None
        self.setText(screen.title)
        self.setCheckable(True)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_count(screen.count)

    def set_count(self, count: int | None) -> None:
        self._count = count
        spoken = self.text() if count is None else f"{self.text()}, {count}"
        self.setAccessibleName(spoken)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark to the window, which knows whether the screen was shown."""

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDEBAR) - 2 * S, grown(SIDEBAR_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in steps:
            self._move(self, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        is_on = self.isChecked()
        ink = tokens.color("on_sel" if is_on else "ink")
        if is_on:
            painter.fillRect(self.rect(), tokens.color("sel"))
            painter.fillRect(0, 0, 3, self.height(), tokens.color("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), tokens.color("line"))
        side = grown(_ICON)
        corner = QPoint(M, (self.height() - side) // 2)
        draw_icon(painter, QRect(corner, QSize(side, side)), self._icon_name, ink)
        count = "" if self._count is None else str(self._count)
        small = type_font(SECONDARY)
        room = QRect(M + side + 10, 0, self.width() - 2 * M - side - 10, self.height())
        painter.setFont(small)
        painter.setPen(ink if is_on else tokens.color("ink_2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, count)
        font = type_font(weight=QFont.Weight.DemiBold if is_on else QFont.Weight.Normal)
        room.setWidth(room.width() - QFontMetrics(small).horizontalAdvance(count))
        title = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, middle, title)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_tokens().color("accent"), FOCUS_WIDTH))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
