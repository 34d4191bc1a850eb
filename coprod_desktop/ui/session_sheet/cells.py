"""Paint the cells of the sheet, and open in each the field that fits it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coprod_desktop.ui.palette import Tokens, current_tokens
from coprod_desktop.ui.scale import CELL_PADDING, FOCUS_WIDTH, S, grown, tabular, type_font
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.editors import SuggestEdit
from coprod_desktop.ui.session_sheet.looks import Look
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel, align_of
from coprod_desktop.ui.widgets.columns import Align
from coprod_desktop.ui.widgets.swatch import SWATCH, draw_swatch

Index = QModelIndex | QPersistentModelIndex
MakeField = Callable[[], QLineEdit]
_FOCUSED = QStyle.StateFlag.State_HasFocus
_SELECTED = QStyle.StateFlag.State_Selected
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SheetDelegate(QStyledItemDelegate):
    """Paint from the model's looks; `left(key, is_shifted)` comes when a key ended the typing."""

    left = Signal(Qt.Key, bool)

    def __init__(self, model: SheetModel, fields: Mapping[Place, MakeField]) -> None:
        super().__init__()
        self._model = model
        self._fields = fields
        self._open: QLineEdit | None = None
        self._open_at = QPersistentModelIndex()
        self._filled: QLineEdit | None = None
        self._text_before = ""
        self.dress()

    def dress(self) -> None:
        """Take fonts and sizes again, after the theme changed."""
        self._plain = tabular(type_font())
        self._strong = tabular(type_font(weight=QFont.Weight.DemiBold))
        self._metrics = QFontMetrics(self._plain)
        self._strong_metrics = QFontMetrics(self._strong)

    # --- painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell: ground, rules, content, focus."""
        tokens = current_tokens()
        place = Place(index.column())
        look = self._model.look(index.row(), place)
        rect, state = option.rect, option.state
        ground = look.ground or ("sel" if state & _SELECTED else "")
        if ground:
            painter.fillRect(rect, tokens.color(ground))
        painter.setPen(QPen(tokens.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        is_open = self._open is not None and self._open_at == index
        if not is_open:
            self._paint_look(painter, rect, look, place, tokens)
        if is_open or state & _FOCUSED:
            painter.setPen(QPen(tokens.color("accent"), FOCUS_WIDTH))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_look(
        self, painter: QPainter, rect: QRect, look: Look, place: Place, tokens: Tokens
    ) -> None:
        room = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        if look.swatch is not None:
            side = grown(SWATCH)
            square = QRect(room.left(), rect.center().y() - side // 2, side, side)
            draw_swatch(painter, square, look.swatch, tokens)
            room.setLeft(room.left() + side + S)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if look.link:
            painter.setFont(self._strong)
            painter.setPen(tokens.color("accent"))
            painter.drawText(room, _SIDES[Align.RIGHT], look.link)
            room.setRight(room.right() - self._strong_metrics.horizontalAdvance(look.link) - S)
        painter.setFont(self._plain)
        painter.setPen(tokens.color(look.colour))
        text = look.text
        if self._metrics.horizontalAdvance(text) > room.width():
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _SIDES[align_of(place)], text)

    # --- typing --------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the field of the column."""
        place = Place(index.column())
        field = self._fields[place]()
        field.setParent(parent)
        field.setFont(self._plain)
        field.setAlignment(_SIDES[align_of(place)])
        if isinstance(field, SuggestEdit):
            field.picked.connect(lambda: self._finish(field, Qt.Key.Key_unknown))
        self._open, self._open_at = field, QPersistentModelIndex(index)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show in the field what stands in the cell, ready to be typed over.

        Qt asks again whenever anything on the sheet changes; what is being typed then stays.
        """
        if isinstance(editor, QLineEdit) and editor is not self._filled:
            self._filled = editor
            text = str(index.data(int(Qt.ItemDataRole.EditRole)))
            self._text_before = text
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Put what was typed or taken into the cell; what was not changed is left alone."""
        if not isinstance(editor, QLineEdit) or not isinstance(model, SheetModel):
            return
        answer: object = editor.answer() if isinstance(editor, SuggestEdit) else editor.text()
        if answer != self._text_before:
            model.put(index.row(), Place(index.column()), answer)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the field inside the ring of the cell."""
        inside = FOCUS_WIDTH + 1
        padding = CELL_PADDING - inside - 2  # a line edit keeps 2 px for itself
        if isinstance(editor, QLineEdit):
            editor.setTextMargins(padding, 0, padding, 0)
        editor.setGeometry(option.rect.adjusted(inside, inside, -inside, -inside))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the field."""
        if editor is self._open:
            self._open = None
        if editor is self._filled:
            self._filled = None
        super().destroyEditor(editor, index)

    @property
    def open_field(self) -> QLineEdit | None:
        """Return the field that is open."""
        return self._open

    def settle(self) -> None:
        """End the typing that is going on, and keep what was typed."""
        if self._open is not None:
            self._finish(self._open, Qt.Key.Key_unknown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the typing with Enter, Tab, Up or Down; Esc leaves the cell as it was."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            if isinstance(event, QKeyEvent) and self._ends(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _ends(self, field: QLineEdit, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if isinstance(field, SuggestEdit):
                field.take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if isinstance(field, SuggestEdit):
                return False
        else:
            return False
        self._finish(field, key, is_shifted=is_shifted)
        return True

    def _finish(self, field: QLineEdit, key: Qt.Key, *, is_shifted: bool = False) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
        self._open = None
        if key != Qt.Key.Key_unknown:
            self.left.emit(key, is_shifted)
