"""Show a paper beside the list, page by page, as it will be printed."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import M, S
from coprod_desktop.ui.statements.shown_paper import ShownPaper
from coprod_desktop.ui.widgets.buttons import Button, IconButton
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import ElidedLabel, label


class PaperView(QWidget):
    """Show one person's statement; `print_requested` and `save_requested` carry the ShownPaper.

    `shown` is the paper on show, or None.

    Only a statement that was made can be printed or saved, so that no paper is handed out whose
    number the file does not know.
    """

    print_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: ShownPaper | None = None
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._name = ElidedLabel("", "section")
        self._state = label("", "quiet", wraps=True)
        self.print = Button(_("Print"), icon_name="printer", shortcut="Ctrl+P")
        self.save = Button(_("Save PDF"), icon_name="download")
        self._before = IconButton("chevron-left", _("The page before"))
        self._after = IconButton("chevron-right", _("The next page"))
        self._place = label("", "quiet")
        self.pages = _Pages(self.document)
        self.empty = EmptyState("file-text", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.pages)
        self._lay_out()
        self.print.clicked.connect(lambda: self.print_requested.emit(self.shown))
        self.save.clicked.connect(lambda: self.save_requested.emit(self.shown))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self.pages.pageNavigator().currentPageChanged.connect(self._tell_page)
        self.show_words(_("Choose somebody in the list."))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._state)
        head.addLayout(words, stretch=1)
        for button in (self.print, self.save):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch()
        for part in (self._before, self._place, self._after):
            foot.addWidget(part)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._stack, stretch=1)
        column.addLayout(foot)

    def show_paper(self, paper: ShownPaper) -> None:
        """Show a paper from its first page."""
        self.shown = paper
        self._load(paper.pdf)
        self._name.setText(paper.row.participant)
        self._state.setText(_state(paper))
        self.pages.setAccessibleDescription(self.words())
        self._stack.setCurrentWidget(self.pages)
        self._offer(can_hand_out=paper.is_made)
        self._tell_page()

    def show_words(self, sentence: str, hint: str = "", *, name: str = "") -> None:
        """Show no paper, and say why."""
        self.shown = None
        self.document.close()
        self._name.setText(name)
        self._state.setText("")
        self.empty.set_words(sentence, hint)
        self._stack.setCurrentWidget(self.empty)
        self._offer(can_hand_out=False)
        self._tell_page()

    @property
    def can_hand_out(self) -> bool:
        """Say whether the paper on show can be printed and saved."""
        return self.save.isEnabled()

    @property
    def place(self) -> str:
        """Return which page is on show, in words."""
        return self._place.text()

    def words(self) -> str:
        """Return all that the paper says."""
        pages = range(self.document.pageCount())
        return "\n".join(self.document.getAllText(page).text() for page in pages)

    def _load(self, pdf: bytes) -> None:
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    def _offer(self, *, can_hand_out: bool) -> None:
        for button in (self.print, self.save):
            button.setEnabled(can_hand_out)

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back."""
        navigator = self.pages.pageNavigator()
        wanted = navigator.currentPage() + pages
        if 0 <= wanted < self.document.pageCount():
            navigator.jump(wanted, QPointF(), navigator.currentZoom())

    def _tell_page(self) -> None:
        count = self.document.pageCount() if self.shown is not None else 0
        page = self.pages.pageNavigator().currentPage() + 1
        words = _("Page {page} of {count}").format(page=page, count=count)
        self._place.setText(words if count else "")
        for button in (self._before, self._after):
            button.setVisible(count > 1)
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < count)


def _state(paper: ShownPaper) -> str:
    if paper.is_made:
        return _("Statement {number}, as it was made.").format(number=paper.row.number)
    if paper.row.number:
        words = _("{number} is out of date. A new one looks like this.")
        return words.format(number=paper.row.number)
    return _("Not made yet. It looks like this.")


class _Pages(QPdfView):
    """The pages one under another, as wide as there is room."""

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
