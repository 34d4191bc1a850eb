"""What stands beside a paper: its edition and language, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.chooser import EditionChooser
from coprod_desktop.ui.papers.shown_paper import ShownPaper
from coprod_desktop.ui.papers.words import form_words
from coprod_desktop.ui.scale import XS, M, S, em
from coprod_desktop.ui.widgets.buttons import Button, link_button
from coprod_desktop.ui.widgets.labels import announce, label, rule

_WIDTH_EM = 13.5


class PaperOptions(QScrollArea):
    """Choose the form of a paper, and hand it out.

    `asked_form_requested` wants the form that the person asked for, `remember_requested` to keep
    the one on show for them; `print_requested`; `pdf_requested`, `web_requested` and
    `word_requested` want a file.
    """

    asked_form_requested = Signal()
    remember_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    web_requested = Signal()
    word_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chooser = EditionChooser()
        self._other = label("", "quiet", wraps=True)
        self.asked = link_button(_("Show their own"))
        self.remember = link_button(_("Remember this one"))
        self.print = Button(_("Print"), icon_name="printer", shortcut="Ctrl+P")
        self.save = Button(_("Save PDF"), icon_name="download")
        self.web = Button(_("Save web page"), icon_name="external-link")
        self.word = Button(_("Save for Word"), icon_name="pencil")
        self._column = QVBoxLayout()
        self._lay_out()
        self.asked.clicked.connect(self.asked_form_requested)
        self.remember.clicked.connect(self.remember_requested)
        self.print.clicked.connect(self.print_requested)
        self.save.clicked.connect(self.pdf_requested)
        self.web.clicked.connect(self.web_requested)
        self.word.clicked.connect(self.word_requested)
        self.show_paper(None)

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XS, XS, M, XS)  # room for the focus ring
        column.setSpacing(S)
        for part in (self.chooser, self._other, self.asked, self.remember, rule()):
            column.addWidget(part)
        self._column.setSpacing(S)
        column.addLayout(self._column)
        for button in (self.print, self.save, self.web, self.word):
            self.add_button(button)
        column.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add_button(self, button: Button) -> None:
        """Add something else that can be done; buttons stand under one another, equally wide."""
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.addWidget(button)

    def fit(self, *, is_below: bool) -> None:
        """Take the usual width beside a paper, or all the width below it."""
        if is_below:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            return
        needed = (
            self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )
        self.setFixedWidth(max(round(_WIDTH_EM * em(self.font())), needed))

    def show_paper(self, paper: ShownPaper | None) -> None:
        """Show the form of a paper, and offer what can be done with it."""
        self.chooser.setEnabled(paper is not None)
        for button in (self.print, self.save, self.web, self.word):
            button.setEnabled(paper is not None and paper.can_hand_out)
        is_other = paper is not None and paper.form != paper.asked
        for part in (self._other, self.asked, self.remember):
            part.setVisible(is_other)
        if paper is None:
            return
        self.chooser.set_editions(paper.editions)
        self.chooser.set_form(paper.form)
        words = _("You are looking at: {form}. {name} asked for: {asked}.").format(
            form=form_words(*paper.form), asked=form_words(*paper.asked), name=paper.name
        )
        remember = _("Remember this one for {name}").format(name=paper.name)
        self.remember.setAccessibleName(remember)  # on show, the name stands in the words above
        self.remember.setToolTip(remember)
        if is_other and words != self._other.text():
            announce(self, words)
        self._other.setText(words)
