"""Paint the cells of a list: words, swatches, icons, ticks and links, as on the drawings."""

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coprod_desktop.ui.icons import draw_icon
from coprod_desktop.ui.palette import Tokens, current_tokens, mix
from coprod_desktop.ui.scale import (
    BODY,
    CELL_PADDING,
    FOCUS_WIDTH,
    ICON,
    XS,
    S,
    grown,
    tabular,
    type_font,
)
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.swatch import SWATCH, draw_swatch
from coprod_desktop.ui.widgets.table_model import ALIGNMENTS, TableModel

R = TypeVar("R")
# Plain ints: flags of Qt are slow to combine, and this is asked for every cell.
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_SELECTED = QStyle.StateFlag.State_Selected.value
_MOST_WIDTHS = 20_000
_LEAST_LETTERS = 4


class CellDelegate(QStyledItemDelegate, Generic[R]):
    """Paint straight from the model's rows; a row not fetched yet stays blank."""

    def __init__(self, model: TableModel[R], *, has_grid: bool) -> None:
        super().__init__()
        self._model = model
        self._has_grid = has_grid
        self._touched: frozenset[int] | range = frozenset()
        self._zoom = 1.0
        self.dress()

    def touch(self, rows: "frozenset[int] | range") -> None:
        """Tint these rows: some cell of them is selected."""
        self._touched = rows

    def dress(self, zoom: float | None = None) -> None:
        """Take colours, fonts and sizes again; `zoom` is the size of the list's own text."""
        self._zoom = self._zoom if zoom is None else zoom
        points = BODY * self._zoom
        self._tokens = current_tokens()
        tokens = self._tokens
        self._faint = QColor(mix(tokens.sel, tokens.surface, 0.5))
        self._widths: dict[tuple[str, bool], int] = {}
        self._plain = tabular(type_font(points))
        self._strong = tabular(type_font(points, weight=QFont.Weight.DemiBold))
        self._plain_metrics = QFontMetrics(self._plain)
        self._strong_metrics = QFontMetrics(self._strong)
        self._icon = round(grown(ICON) * max(self._zoom, 0.6))
        self._swatch = round(grown(SWATCH) * max(self._zoom, 0.6))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell: ground, rules, content, focus."""
        tokens = self._tokens
        row = self._model.row_at(index.row())
        rect, state = option.rect, option.state.value
        is_selected = bool(state & _SELECTED)
        self._paint_ground(painter, rect, row, tokens, is_selected=is_selected)
        if not is_selected and index.row() in self._touched:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), self._faint)
        if row is not None:
            column = self._model.columns[index.column()]
            self._paint_content(painter, rect, row, column, tokens, is_selected=is_selected)
        if state & _FOCUSED:
            painter.setPen(QPen(tokens.color("accent"), FOCUS_WIDTH))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, row: R | None, tokens: Tokens, *, is_selected: bool
    ) -> None:
        tint = None if row is None or self._model.tint is None else self._model.tint(row)
        if is_selected:
            painter.fillRect(rect, tokens.color("sel"))
        elif tint:
            painter.fillRect(rect, tokens.color(tint))
        painter.setPen(QPen(tokens.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._has_grid:
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        row: R,
        column: Column[R],
        tokens: Tokens,
        *,
        is_selected: bool,
    ) -> None:
        left = rect.left() + CELL_PADDING
        middle = rect.center().y()
        if column.bar is not None and (bar := column.bar(row)) is not None:
            painter.fillRect(rect.left(), rect.top(), XS, rect.height() - 1, QColor(bar))
        if column.tick is not None and (is_ticked := column.tick(row)) is not None:
            self._paint_tick(painter, left, middle, tokens, is_ticked=is_ticked)
            left += self._icon + S
        if column.swatch is not None and (swatch := column.swatch(row)) is not None:
            square = QRect(left, middle - self._swatch // 2, self._swatch, self._swatch)
            draw_swatch(painter, square, swatch, tokens)
            left += self._swatch + S
        if column.icon is not None and (mark := column.icon(row)) is not None:
            square = QRect(left, middle - self._icon // 2 + 1, self._icon, self._icon)
            draw_icon(painter, square, mark.icon, tokens.color(mark.colour))
            left += self._icon + S
        text = column.text(row)
        if text:
            room = QRect(rect)
            room.setLeft(left)
            room.setRight(rect.right() - CELL_PADDING)
            colour = _text_colour(row, column, tokens, is_selected=is_selected)
            self._paint_text(painter, room, text, column, colour)

    def _paint_text(
        self, painter: QPainter, room: QRect, text: str, column: Column[R], colour: QColor
    ) -> None:
        is_strong = column.is_strong or column.is_link
        painter.setFont(self._strong if is_strong else self._plain)
        painter.setPen(colour)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # an Arabic name too stays left
        if self._width(text, is_strong=is_strong) > room.width():
            metrics = self._strong_metrics if is_strong else self._plain_metrics
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            if column.icon is not None and len(text) < _LEAST_LETTERS:
                return  # the icon says it alone where there is no room for a word
        painter.drawText(room, ALIGNMENTS[column.align], text)

    def _width(self, text: str, *, is_strong: bool) -> int:
        """Measure a text once: the same few words stand in many rows."""
        width = self._widths.get((text, is_strong))
        if width is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            metrics = self._strong_metrics if is_strong else self._plain_metrics
            width = self._widths[(text, is_strong)] = metrics.horizontalAdvance(text)
        return width

    def _paint_tick(
        self, painter: QPainter, left: int, middle: int, tokens: Tokens, *, is_ticked: bool
    ) -> None:
        box = QRect(QPoint(left, middle - self._icon // 2 + 1), QSize(self._icon, self._icon))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.color("accent" if is_ticked else "edge"), 1.5))
        painter.setBrush(tokens.color("accent" if is_ticked else "surface"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
        painter.restore()
        if is_ticked:
            inner = box.adjusted(2, 2, -2, -2)
            draw_icon(painter, inner, "check", tokens.color("on_accent"))


def _text_colour(row: R, column: Column[R], tokens: Tokens, *, is_selected: bool) -> QColor:
    if column.colour is not None:
        return tokens.color(column.colour(row))
    if column.is_link:
        return tokens.color("accent")
    return tokens.color("on_sel" if is_selected else "ink")
