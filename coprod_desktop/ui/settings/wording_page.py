"""The whole page of an example, with the sentence that somebody words marked on it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.paper_examples import Example
from coprod_desktop.ui.palette import LIGHT
from coprod_desktop.ui.scale import FOCUS_WIDTH, RADIUS, S
from coprod_desktop.ui.settings.wording_picture import DrawnPage
from coprod_desktop.ui.settings.wording_words import example_words
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label

_LEAST_WIDTH = 240
_AIR = 4  # pixels around the marked words


class WordingPage(QWidget):
    """Show one page, as wide as there is room; it scrolls to the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "section", wraps=True)
        self._about = label("", "quiet", wraps=True)
        self.sheet = _Sheet()
        self._empty = EmptyState("file-text", "")
        self._area = QScrollArea()
        self._area.setWidget(self.sheet)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(_("The page of the example"))
        self.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self._heading, self._about):
            column.addWidget(part)
        column.addWidget(self._area, stretch=1)
        column.addWidget(self._empty, stretch=1)
        self.show_words(_("Choose a sentence in the list."))

    @property
    def words(self) -> str:
        """Return what stands above the page."""
        return f"{self._heading.text()} {self._about.text()}".strip()

    def show_page(self, example: Example, page: DrawnPage) -> None:
        """Show a page, and scroll to the sentence on it."""
        self._heading.setText(example_words(example.paper, example.order.edition))
        number = _("Page {page} of {count}.").format(page=page.number, count=page.count)
        self._about.setText(f"{number} {_where(page)}")
        self._area.setAccessibleDescription(page.words)
        self.sheet.show_page(page)
        self._empty.hide()
        self._area.show()
        self._heading.show()
        self._about.show()
        self.scroll_to_words()

    def show_words(self, sentence: str, hint: str = "") -> None:
        """Show no page, and say why."""
        self._empty.set_words(sentence, hint)
        self._area.hide()
        self._heading.hide()
        self._about.hide()
        self._empty.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the sentence of a page that came while nobody saw it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.scroll_to_words)

    def scroll_to_words(self) -> None:
        """Bring the sentence into view."""
        boxes = self.sheet.marked()
        if boxes:
            middle, room = boxes[0].center(), self._area.viewport().height()
            self._area.verticalScrollBar().setValue(round(middle.y() - room / 2))


def _where(page: DrawnPage) -> str:
    if page.places:
        return _("Your sentence is marked.")
    return _("The sentence is not to be seen here: it is read aloud, or said in other cases.")


class _Sheet(QWidget):
    """A page as wide as its room, always black on white, as paper is."""

    def __init__(self) -> None:
        super().__init__()
        self._page: DrawnPage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: DrawnPage) -> None:
        """Show another page."""
        self._page = page
        self._fit()
        self.update()

    def marked(self) -> list[QRectF]:
        """Return where the sentence stands, in pixels."""
        if self._page is None:
            return []
        width, height = self.width(), self._height()
        return [
            QRectF(one.x() * width, one.y() * height, one.width() * width, one.height() * height)
            for one in self._page.places
        ]

    def sizeHint(self) -> QSize:
        """Be as high as a page of this width is."""
        return QSize(self.width(), self._height())

    def event(self, event: QEvent) -> bool:
        """Keep the proportions of the page."""
        done = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return done

    def _fit(self) -> None:
        if self.minimumHeight() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        image = self._page.image if self._page is not None else QImage()
        return round(self.width() * image.height() / image.width()) if image.width() else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, and a frame around the sentence."""
        if self._page is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(self.rect(), self._page.image)
        colour = LIGHT.color("accent")  # the page is light in every theme
        painter.setPen(QPen(colour, FOCUS_WIDTH))
        painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), 28))
        for box in self.marked():
            painter.drawRoundedRect(box.adjusted(-_AIR, -_AIR, _AIR, _AIR), RADIUS, RADIUS)
