"""A field for a picture on papers: choose one, see it, take it away."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import RADIUS, M, S, grown
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.labels import label

_WIDTH, _HEIGHT = 260, 96


class PapersPicture(QWidget):
    """Hold the bytes of a picture; `chosen(path)` wants a file looked at.

    Answer with `show_picture`, or say under the field why not. `changed` comes when somebody took
    the picture away.
    """

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__()
        self._name = name
        self._content = b""
        self.choose = Button(_("Choose…"), icon_name="folder-open")
        self.choose.setAccessibleName(_("Choose: {what}").format(what=name))
        self.take_away = Button(_("Take it away"), icon_name="trash-2")
        self.take_away.setAccessibleName(_("Take it away: {what}").format(what=name))
        self.sheet = _Sheet()
        self._state = label("", "quiet", wraps=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.take_away)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.sheet)
        column.addWidget(self._state)
        column.addLayout(buttons)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask_for_file)
        self.take_away.clicked.connect(self._take_away)
        self.show_picture(content)

    @property
    def content(self) -> bytes:
        """Return the bytes of the picture, empty where there is none."""
        return self._content

    @property
    def words(self) -> str:
        """Return what is said of the picture."""
        return self._state.text()

    def show_picture(self, content: bytes) -> None:
        """Hold another picture; empty bytes are none."""
        self._content = content
        image = QImage.fromData(content) if content else QImage()
        self.sheet.show_image(image)
        self.sheet.setVisible(bool(content))
        self._state.setText(_state(content, image))
        self.take_away.setVisible(bool(content))
        words = _("Choose another…") if content else _("Choose…")
        self.choose.set_text(words)
        named = _("Choose another: {what}") if content else _("Choose: {what}")
        self.choose.setAccessibleName(named.format(what=self._name))
        self.choose.setAccessibleDescription(self._state.text())

    def _take_away(self) -> None:
        self.choose.setFocus()  # or the keyboard would stand on a button that goes
        self.show_picture(b"")
        self.changed.emit()

    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make

        dialog = QFileDialog(self, self._name)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Pictures (*.png *.jpg *.jpeg)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda place: self.chosen.emit(Path(place)))
        dialog.open()


def _state(content: bytes, image: QImage) -> str:
    if not content:
        return _("None. Papers do without it.")
    if image.isNull():
        return _("The picture cannot be shown here, and is printed as it is.")
    words = _("{width:,} by {height:,} points.")
    return words.format(width=image.width(), height=image.height())


class _Sheet(QFrame):
    """The picture on white, as on paper, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the picture and some white around it."""
        return QSize(grown(_WIDTH) + 2 * S, self._fitted().height() + 2 * S)

    def _fitted(self) -> QSize:
        room = QSize(grown(_WIDTH), grown(_HEIGHT))
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture on white."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(current_tokens().color("line"))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        place = QRect(self.rect().topLeft(), self._fitted())
        place.moveTo(S, (self.height() - place.height()) // 2)
        painter.drawImage(place, self._image)
