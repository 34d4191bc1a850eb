"""Show the pages of a paper one under another, as they will be printed."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import IconButton
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label


class PagesView(QWidget):
    """Show a PDF with its page number, or words that say why there is none.

    `turned` comes when another page is on show.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.pages = _Pages(self.document)
        self._empty = EmptyState("file-text", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.pages)
        self._before = IconButton("chevron-left", _("The page before"))
        self._after = IconButton("chevron-right", _("The next page"))
        self._place = label("", "quiet")
        self._lay_out()
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self.pages.pageNavigator().currentPageChanged.connect(self._tell_page)
        self._tell_page()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch()
        for part in (self._before, self._place, self._after):
            foot.addWidget(part)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._stack, stretch=1)
        column.addLayout(foot)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper from its first page."""
        self._close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.pages.setAccessibleDescription(self.words())
        self._stack.setCurrentWidget(self.pages)
        self._tell_page()

    def show_words(self, sentence: str, hint: str = "") -> None:
        """Show no paper, and say why."""
        self._close()
        self._empty.set_words(sentence, hint)
        self._stack.setCurrentWidget(self._empty)
        self._tell_page()

    @property
    def is_empty(self) -> bool:
        """Say whether no paper is on show."""
        return self._stack.currentWidget() is self._empty

    @property
    def place(self) -> str:
        """Return which page is on show, in words."""
        return self._place.text()

    def words(self) -> str:
        """Return all that the paper says."""
        pages = range(self.document.pageCount())
        return "\n".join(self.document.getAllText(page).text() for page in pages)

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back."""
        navigator = self.pages.pageNavigator()
        wanted = navigator.currentPage() + pages
        if 0 <= wanted < self.document.pageCount():
            navigator.jump(wanted, QPointF(), navigator.currentZoom())

    def _close(self) -> None:
        self.document.close()
        self._buffer.close()

    def _tell_page(self) -> None:
        count = 0 if self.is_empty else self.document.pageCount()
        page = self.pages.pageNavigator().currentPage() + 1
        words = _("Page {page} of {count}").format(page=page, count=count)
        self._place.setText(words if count else "")
        for button in (self._before, self._after):
            button.setVisible(count > 1)
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < count)
        self.turned.emit()


class _Pages(QPdfView):
    """The pages, as wide as there is room."""

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__(document=document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName(_("The paper"))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; the pages stay white, as paper is."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        ground = current_tokens().color("sunken")
        if self.palette().color(QPalette.ColorRole.Dark) != ground:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)
