"""The ring that shows which button the keyboard is on."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import FOCUS_GAP, FOCUS_WIDTH, RADIUS

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
_OUTSIDE = FOCUS_GAP + FOCUS_WIDTH


class FocusRing(QObject):
    """Draw a 2 px accent ring, 2 px outside the button that has the keyboard.

    Text fields and tables draw their own focus inside; a widget with the property
    "ownFocus" set to True is left alone.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._followed: list[QWidget] = []
        self._button: QAbstractButton | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if isinstance(new, QAbstractButton) and not new.property("ownFocus"):
            self._button = new
            self._follow(new)
            self._place()

    def _let_go(self) -> None:
        for widget in self._followed:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._followed.clear()
        self._button = None
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()

    def _follow(self, button: QWidget) -> None:
        """Watch the button and all it stands in, up to what clips it."""
        widget: QWidget | None = button
        while widget is not None:
            widget.installEventFilter(self)
            self._followed.append(widget)
            if widget is not button and _clips(widget):
                break
            widget = widget.parentWidget()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the ring where the button is."""
        if event.type() in _MOVES and self._button is not None:
            self._place()
        return False

    def _place(self) -> None:
        button = self._button
        if button is None or not shiboken6.isValid(button):
            return
        ground = self._followed[-1]
        if self._ring is None or not shiboken6.isValid(self._ring):
            self._ring = _Ring(ground)
        if self._ring.parentWidget() is not ground:
            self._ring.setParent(ground)
        corner = button.mapTo(ground, QPoint(0, 0)) if ground is not button else QPoint(0, 0)
        around = QRect(corner, button.size())
        self._ring.setGeometry(around.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))
        self._ring.raise_()
        self._ring.setVisible(button.isVisible())


def _clips(widget: QWidget) -> bool:
    return widget.isWindow() or isinstance(widget.parentWidget(), QAbstractScrollArea)


class _Ring(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_tokens().color("accent"), FOCUS_WIDTH))
        half = FOCUS_WIDTH / 2
        around = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(around, RADIUS + FOCUS_GAP, RADIUS + FOCUS_GAP)
