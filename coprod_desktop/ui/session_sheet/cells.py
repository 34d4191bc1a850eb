"""Paint the cells of the sheet, and open in each the field that fits it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coprod_desktop.ui.palette import Tokens, current_tokens
from coprod_desktop.ui.scale import (
    BODY,
    CELL_PADDING,
    FOCUS_WIDTH,
    S,
    grown,
    tabular,
    type_font,
)
from coprod_desktop.ui.session_sheet.completing import CompletingEdit
from coprod_desktop.ui.session_sheet.copying import is_block_there
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.editors import SuggestEdit
from coprod_desktop.ui.session_sheet.looks import Look
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel, align_of
from coprod_desktop.ui.widgets.columns import Align
from coprod_desktop.ui.widgets.swatch import SWATCH, draw_swatch

Index = QModelIndex | QPersistentModelIndex
MakeField = Callable[[], QLineEdit]
InsertWords = Callable[[QKeyEvent, Place], str | None]
_FOCUSED = QStyle.StateFlag.State_HasFocus
_SELECTED = QStyle.StateFlag.State_Selected
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SheetDelegate(QStyledItemDelegate):
    """Paint from the model's looks; `left(key, is_shifted)` comes when a key ended the typing.

    `everywhere(answer)`: Ctrl+Enter puts what was typed into every selected cell.
    `block_pasted`: a whole block came into a field, and belongs into the sheet. `insert_words`
    gives what a key writes into a field of a place, or nothing.
    """

    left = Signal(Qt.Key, bool)
    everywhere = Signal(object)
    block_pasted = Signal()

    def __init__(
        self, model: SheetModel, fields: Mapping[Place, MakeField], insert_words: InsertWords
    ) -> None:
        super().__init__()
        self._insert_words = insert_words
        self._zoom = 1.0
        self._model = model
        self._fields = fields
        self._inside = QRect()
        self._open: QLineEdit | None = None
        self._open_at = QPersistentModelIndex()
        self._filled: QLineEdit | None = None
        self._text_before = ""
        self.dress()

    def dress(self, zoom: float = 1.0) -> None:
        """Take fonts and sizes again, after the theme or the zoom changed."""
        self._zoom = zoom
        self._plain = tabular(type_font(BODY * zoom))
        self._strong = tabular(type_font(BODY * zoom, QFont.Weight.DemiBold))
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
            side = round(grown(SWATCH) * self._zoom)
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
        field.textChanged.connect(lambda _text: self._grow(field))
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
        self._inside = option.rect.adjusted(inside, inside, -inside, -inside)
        editor.setGeometry(self._inside)
        if isinstance(editor, QLineEdit):
            self._grow(editor)

    def _grow(self, field: QLineEdit) -> None:
        """Make the field as wide as its text, as far as the sheet reaches."""
        sheet = field.parentWidget()
        room = (sheet.width() if sheet is not None else 0) - self._inside.left()
        wanted = field.fontMetrics().horizontalAdvance(field.text()) + 2 * CELL_PADDING
        field.resize(max(self._inside.width(), min(wanted, room)), field.height())

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
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if self._insert_words(event, self._place()) is not None:
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress:
                if self._writes(watched, event) or self._ends(watched, event):
                    return True
        return super().eventFilter(watched, event)

    def _place(self) -> Place:
        return Place(self._open_at.column())

    def _writes(self, field: QLineEdit, event: QKeyEvent) -> bool:
        """Write what a key stands for into the field; a whole block goes into the sheet."""
        words = self._insert_words(event, self._place())
        if words is not None:
            field.insert(words)
            field.textEdited.emit(field.text())
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and is_block_there():
            self._finish(field, Qt.Key.Key_unknown)
            self.block_pasted.emit()
            return True
        return False

    def _ends(self, field: QLineEdit, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if isinstance(field, SuggestEdit):
                field.take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            is_choosing = isinstance(field, CompletingEdit) and field.is_choosing
            if is_choosing or isinstance(field, SuggestEdit):
                return False
        else:
            return False
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._put_everywhere(field)
        else:
            self._finish(field, key, is_shifted=is_shifted)
        return True

    def _put_everywhere(self, field: QLineEdit) -> None:
        answer: object = field.answer() if isinstance(field, SuggestEdit) else field.text()
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
        self._open = None
        self.everywhere.emit(answer)

    def _finish(self, field: QLineEdit, key: Qt.Key, *, is_shifted: bool = False) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
        self._open = None
        if key != Qt.Key.Key_unknown:
            self.left.emit(key, is_shifted)
