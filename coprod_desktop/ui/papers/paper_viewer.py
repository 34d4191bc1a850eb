"""A paper with what is said about it, its pages, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.paper_making import HTML, PDF, WORD
from coprod_desktop.ui.papers.pages_view import PagesView
from coprod_desktop.ui.papers.paper_options import PaperOptions
from coprod_desktop.ui.papers.shown_paper import ShownPaper
from coprod_desktop.ui.scale import XS, L, M, em
from coprod_desktop.ui.widgets.labels import ElidedLabel, label

_NARROW_EM = 30


class PaperViewer(QWidget):
    """Show one person's paper. `shown` is the paper on show, or None.

    `form_chosen(edition, language)` wants to see another form, `remember_requested(paper)` to keep
    the form for the person; `print_requested(paper)`; `save_requested(paper, media_type)`.
    """

    form_chosen = Signal(object, str)
    remember_requested = Signal(object)
    print_requested = Signal(object)
    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: ShownPaper | None = None
        self._name = ElidedLabel("", "section")
        self._state = label("", "quiet", wraps=True)
        self._news = label("", wraps=True)
        self.view = PagesView()
        self.options = PaperOptions()
        self.print, self.save = self.options.print, self.options.save
        self._lay_out()
        self._connect()
        self.show_words(_("Choose somebody in the list."))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for part in (self._name, self._state, self._news):
            column.addWidget(part)
        column.addSpacing(M - XS)
        column.addWidget(self.view, stretch=1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(L)
        self._beside.addWidget(left, stretch=3)
        self._beside.addWidget(self.options, stretch=2)

    def _connect(self) -> None:
        options = self.options
        options.chooser.chosen.connect(self.form_chosen)
        options.asked_form_requested.connect(self._show_asked)
        options.remember_requested.connect(lambda: self.remember_requested.emit(self.shown))
        options.print_requested.connect(lambda: self.print_requested.emit(self.shown))
        for signal, media_type in (
            (options.pdf_requested, PDF),
            (options.web_requested, HTML),
            (options.word_requested, WORD),
        ):
            signal.connect(lambda kind=media_type: self.save_requested.emit(self.shown, kind))

    # --- what presenters do ----------------------------------------------------------------------

    def show_paper(self, paper: ShownPaper) -> None:
        """Show a paper from its first page, unless this very one is on show."""
        is_same = self.shown is not None and self.shown.pdf == paper.pdf
        self.shown = paper
        if not is_same:
            self.view.show_pdf(paper.pdf)
        self._name.setText(paper.title)
        self._state.setText(paper.state)
        news = (_("What changed since then:"), *paper.news) if paper.news else ()
        self._news.setText("\n".join(news))
        self._news.setVisible(bool(paper.news))
        self.options.show_paper(paper)

    def show_words(self, sentence: str, hint: str = "", *, name: str = "") -> None:
        """Show no paper, and say why."""
        self.shown = None
        self.view.show_words(sentence, hint)
        self._name.setText(name)
        self._state.setText("")
        self._news.hide()
        self.options.show_paper(None)

    # --- what is on show -------------------------------------------------------------------------

    @property
    def can_hand_out(self) -> bool:
        """Say whether the paper on show can be printed and saved."""
        return self.save.isEnabled()

    @property
    def document(self) -> QPdfDocument:
        """The PDF on show."""
        return self.view.document

    @property
    def pages(self) -> QPdfView:
        """The pages on show."""
        return self.view.pages

    @property
    def place(self) -> str:
        """Return which page is on show, in words."""
        return self.view.place

    @property
    def news(self) -> str:
        """Return what is said to have changed."""
        return self._news.text()

    def words(self) -> str:
        """Return all that the paper says."""
        return self.view.words()

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back."""
        self.view.turn(pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside the pages where there is room, else below them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < _NARROW_EM * em(self.font())
        self._beside.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self.options.fit(is_below=is_narrow)

    def _show_asked(self) -> None:
        if self.shown is not None:
            self.form_chosen.emit(*self.shown.asked)
