"""Buttons: one primary on a page, secondary ones, links, and one for what cannot be undone."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from coprod_desktop.i18n import _
from coprod_desktop.ui.icons import draw_icon, icon
from coprod_desktop.ui.palette import current_tokens, mix
from coprod_desktop.ui.scale import CONTROL, ICON, RADIUS, SECONDARY, S, grown, type_font


class ButtonKind(StrEnum):
    """Say how a button looks."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    DANGER = "danger"
    PLAIN = "plain"


_COLOURS = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.SECONDARY: "ink",
    ButtonKind.LINK: "accent",
    ButtonKind.DANGER: "on_accent",
    ButtonKind.PLAIN: "ink",
}
_FILLED = {ButtonKind.PRIMARY: "accent", ButtonKind.DANGER: "bad"}
_PADDING = {
    ButtonKind.PRIMARY: 19,
    ButtonKind.SECONDARY: 15,
    ButtonKind.DANGER: 19,
    ButtonKind.LINK: 2,
    ButtonKind.PLAIN: S,
}
_LINK_HEIGHT = 22
_LIVELY = 0.85


class Button(QPushButton):
    """A button with words, perhaps an icon before them and a shortcut after them.

    `shortcut` is written as "Ctrl+L"; it is shown on the button and it works. A menu given with
    `setMenu` shows as a small arrow. Connect `clicked`.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon_name: str = "",
        shortcut: str = "",
    ) -> None:
        super().__init__()
        self._kind = kind
        self._keys = QKeySequence(shortcut)
        self.setProperty("kind", kind.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(icon_name, _COLOURS[kind]))
        if kind is ButtonKind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the words; an "&" in them is shown as it is."""
        self.setText(text.replace("&", "&&"))
        self.setShortcut(self._keys)  # setText forgets it
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def words(self) -> str:
        """Return the words on the button."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """Leave room for the icon, the words, and what stands after them."""
        self.ensurePolished()
        height = grown(_LINK_HEIGHT if self._kind is ButtonKind.LINK else CONTROL)
        return QSize(self._content_width() + 2 * _PADDING[self._kind], height)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button, its icon and words, and what stands after them."""
        painter = QPainter(self)
        self._paint_ground(painter)
        painter.setFont(self.font())
        left = (self.width() - self._content_width()) // 2
        if not self.icon().isNull():
            self.icon().paint(painter, self._square(left), mode=self._mode())
            left += grown(ICON) + S
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._colour())
        painter.drawText(QRect(left, 0, self._words_width(), self.height()), middle, self.words)
        left += self._words_width() + S
        if self.menu() is not None:
            draw_icon(painter, self._square(left), "chevron-down", self._colour())
        elif not self._keys.isEmpty():
            painter.setFont(type_font(SECONDARY))
            painter.drawText(QRect(left, 0, self.width(), self.height()), middle, self.shown_keys)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = current_tokens()
        is_lively = self.isEnabled() and (self.isDown() or self.underMouse())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._kind in _FILLED:
            ground = tokens.color(_FILLED[self._kind])
            if is_lively:
                ground = QColor(mix(ground.name(), tokens.ink, _LIVELY))
            if not self.isEnabled():
                ground = tokens.color("sunken")
            painter.setPen(ground if self.isEnabled() else tokens.color("line"))
            painter.setBrush(ground)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif self._kind is ButtonKind.SECONDARY:
            edge = "accent" if is_lively else "edge"
            painter.setPen(tokens.color(edge if self.isEnabled() else "line"))
            painter.setBrush(tokens.color("sel" if self.isDown() else "surface"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif is_lively:
            painter.fillRect(self.rect(), tokens.color("sel"))

    def _square(self, left: int) -> QRect:
        side = grown(ICON)
        return QRect(QPoint(left, (self.height() - side) // 2), QSize(side, side))

    def _mode(self) -> QIcon.Mode:
        return QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled

    def _content_width(self) -> int:
        before = 0 if self.icon().isNull() else grown(ICON) + S
        return before + self._words_width() + self._extra()

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.words)

    def _extra(self) -> int:
        if self.menu() is not None:
            return S + grown(ICON)
        if self._keys.isEmpty():
            return 0
        return S + QFontMetrics(type_font(SECONDARY)).horizontalAdvance(self.shown_keys)

    @property
    def shown_keys(self) -> str:
        """Return the keys as they stand on the button."""
        keys = self._keys.toString(QKeySequence.SequenceFormat.NativeText)
        return keys.replace("Return", _("Enter"))  # as it is written on the key

    def _colour(self) -> QColor:
        return current_tokens().color(_COLOURS[self._kind] if self.isEnabled() else "edge")


def primary_button(text: str, *, icon_name: str = "", shortcut: str = "") -> Button:
    """Return the one accent button of a page."""
    return Button(text, ButtonKind.PRIMARY, icon_name=icon_name, shortcut=shortcut)


def link_button(text: str, *, icon_name: str = "") -> Button:
    """Return a button that looks like a link."""
    return Button(text, ButtonKind.LINK, icon_name=icon_name)


def danger_button(text: str) -> Button:
    """Return a button for what cannot be undone."""
    return Button(text, ButtonKind.DANGER)


class IconButton(QToolButton):
    """A small button without words; its name is read aloud and shown as a tooltip."""

    def __init__(self, icon_name: str, name: str, colour: str = "ink") -> None:
        super().__init__()
        self.setIcon(icon(icon_name, colour))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Grow with the text."""
        self.setIconSize(QSize(grown(ICON), grown(ICON)))
        return super().sizeHint()
