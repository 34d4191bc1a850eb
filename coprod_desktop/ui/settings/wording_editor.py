"""One sentence of the papers: the usual words, the charity's own, and how they will read."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.plain_language import RemarkKind
from coprod_desktop.domain.wordings import check_own, fields_of, left_out
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_examples import Example
from coprod_desktop.services.paper_listening import Values, filled
from coprod_desktop.services.plain_language import Remark, check_words
from coprod_desktop.services.wordings import PaperSentence
from coprod_desktop.ui.scale import M, S
from coprod_desktop.ui.settings.wording_fields import WordingFields
from coprod_desktop.ui.settings.wording_remarks import WordingRemarks
from coprod_desktop.ui.settings.wording_text_edit import WordingTextEdit
from coprod_desktop.ui.settings.wording_words import field_words, paper_words
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label

_QUIET_MS = 300


class WordingEditor(QWidget):
    """Let somebody word a sentence.

    `changed(text)` follows the typing; `save_requested` and `put_back_requested` are the buttons,
    of which whoever shows the editor places `save`. What could be plainer is marked at once;
    what is wrong is said once the typing pauses, for half a field is no mistake yet.
    """

    changed = Signal(str)
    save_requested = Signal()
    put_back_requested = Signal()

    def __init__(self, word_error: Callable[[Exception], str]) -> None:
        super().__init__()
        self._word_error = word_error
        self._row: PaperSentence | None = None
        self._language = "en"
        self._values: Values = {}
        self._good = ""
        self._is_easy_read = self._is_filling = False
        self.problem = ""
        """What is wrong with the words as they stand."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET_MS)
        self.has_example = False
        """Whether it is known on which paper the sentence on show stands, if on any."""
        self.usual = WordingTextEdit(_("The usual words"), is_read_only=True)
        self.edit = WordingTextEdit(_("Your own words"))
        self._usual_box = FieldBox(_("The usual words"), self.usual)
        hint = _("Ctrl+Space puts a field in, F8 goes to what could be plainer, Ctrl+Z takes back.")
        self.box = FieldBox(_("Your own words"), self.edit, hint)
        self._stands = label("", "quiet", wraps=True)
        self._english = label("", "quiet", wraps=True)
        self.fields = WordingFields()
        self.put_back = Button(_("Back to the usual words"), icon_name="rotate-ccw")
        self.remarks = WordingRemarks()
        self._left_out = label("", "warn", wraps=True)
        self._reads = label("", wraps=True)
        self._reads.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.save = primary_button(_("Save this sentence"), shortcut="Ctrl+S")
        self._lay_out()
        self._connect()
        self.show_none()

    def _connect(self) -> None:
        self._later.timeout.connect(lambda: self.box.show_error(self.problem))
        self.edit.textChanged.connect(self._follow)
        self.edit.field_wanted.connect(self._offer_fields)
        self.fields.chosen.connect(self.edit.insert_field)
        self.remarks.chosen.connect(self._go_to)
        self.save.clicked.connect(self.save_requested)
        self.put_back.clicked.connect(self.put_back_requested)
        next_one = QShortcut(QKeySequence(Qt.Key.Key_F8), self)
        next_one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        next_one.activated.connect(self.go_to_next)

    def _lay_out(self) -> None:
        self._empty = EmptyState("file-text", _("Choose a sentence in the list."))
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2, 0, S, S)
        column.setSpacing(M)
        for part in (self._stands, self._usual_box, self._english, self.box):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addWidget(self.fields)
        buttons.addWidget(self.put_back)
        buttons.addStretch()
        column.addLayout(buttons)
        reads = QFrame()
        reads.setObjectName("card")
        inner = QVBoxLayout(reads)
        inner.setContentsMargins(M, S, M, S)
        inner.addWidget(label(_("So it reads, with the example’s facts"), "secondary", wraps=True))
        inner.addWidget(self._reads)
        column.addWidget(reads)
        column.addWidget(self._left_out)
        column.addWidget(self.remarks)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._empty)
        outer.addWidget(area, stretch=1)

    # --- what the dialog does --------------------------------------------------------------------

    @property
    def row(self) -> PaperSentence | None:
        """Return the sentence on show."""
        return self._row

    @property
    def reading(self) -> str:
        """Return how the sentence reads with the example's facts."""
        return self._reads.text()

    def text(self) -> str:
        """Return the charity's own words as they stand."""
        return self.edit.text()

    def show_none(self) -> None:
        """Show no sentence."""
        self._row = None
        self._empty.show()
        self._area.hide()
        self.save.setEnabled(False)

    def show_sentence(self, row: PaperSentence, language: str, text: str) -> None:
        """Show a sentence with `text` as the words that somebody is writing for it."""
        self._row, self._language, self._values, self._is_easy_read = row, language, {}, False
        self.has_example, self._good = False, row.usual
        known = fields_of(row.sentence)
        self._is_filling = True
        self.usual.start_with(row.usual, known)
        self.edit.start_with(text, known)
        self._is_filling = False
        papers = ", ".join(paper_words(paper) for paper in row.papers)
        self._stands.setText(_("It stands on: {papers}").format(papers=papers))
        self._english.setText(_("In English: {sentence}").format(sentence=row.sentence))
        self._english.setVisible(language != "en")
        self.fields.show_fields(known, self._values)
        self._empty.hide()
        self._area.show()
        self.save.setEnabled(True)
        self._area.verticalScrollBar().setValue(0)
        self._judge(is_read=False)

    def take_row(self, row: PaperSentence) -> None:
        """Know that the sentence on show is saved in another way; what is typed stays."""
        self._row = row
        self._judge(is_read=False)

    def show_example(self, example: Example | None) -> None:
        """Take the facts of the example with which the sentence is shown."""
        if self._row is None:
            return
        self.has_example = True
        self._values = example.values if example is not None else {}
        self._is_easy_read = example is not None and example.is_easy_read
        self.fields.show_fields(fields_of(self._row.sentence), self._values)
        self._judge(is_read=False)

    def show_error(self, sentence: str) -> None:
        """Show what is wrong under the words, and put the keyboard there."""
        self.box.show_error(sentence)
        if sentence:
            self.edit.setFocus()

    def go_to_next(self) -> None:
        """Select the next words that could be plainer; after the last, the first."""
        here = self.edit.textCursor().selectionStart()
        spans = self.edit.underlined
        later = [one for one in spans if one[0] > here]
        if spans:
            self.edit.select((later or list(spans))[0])

    # --- how it works ----------------------------------------------------------------------------

    def _follow(self) -> None:
        if not self._is_filling and self._row is not None:
            self._judge(is_read=True)
            self.changed.emit(self.text())

    def _judge(self, *, is_read: bool) -> None:
        """Say what is wrong, what could be plainer, and how it reads."""
        row, text = self._row, self.text()
        if row is None:
            return
        self.problem, missing = "", frozenset[str]()
        try:
            self._good = check_own(row.sentence, text) or row.usual
            missing = left_out(row.sentence, self._good)
        except DomainError as error:
            self.problem = self._word_error(error)
        self._reads.setText(filled(self._good, self._shown_values(row)))
        if self.problem and is_read:
            self._later.start()
        else:
            self._later.stop()
            self.box.show_error(self.problem)
        self._reads.setEnabled(not self.problem)
        self._left_out.setText(_left_out_words(missing))
        self._left_out.setVisible(bool(missing))
        found = check_words(text, language=self._language, is_easy_read=self._is_easy_read)
        self.edit.underline(_spans(found))
        self.remarks.show_remarks(text, found, self._language, is_read=is_read)
        self.put_back.setEnabled(bool(row.own) or text != row.usual)

    def _shown_values(self, row: PaperSentence) -> Values:
        """Return the example's facts; where it has none, what stands there in words."""
        named = {one: f"[{field_words(one) or one}]" for one in fields_of(row.sentence)}
        return {**named, **self._values}

    def _offer_fields(self) -> None:
        place = self.edit.cursorRect().bottomLeft() + QPoint(0, S)
        self.fields.open_at(self.edit.viewport().mapToGlobal(place))

    def _go_to(self, remark: Remark) -> None:
        self.edit.select((remark.start, remark.end))


def _spans(remarks: Sequence[Remark]) -> list[tuple[int, int]]:
    """Return the words to underline; a remark on the whole sentence underlines nothing."""
    return [(one.start, one.end) for one in remarks if one.kind is not RemarkKind.READING_AGE]


def _left_out_words(fields: frozenset[str]) -> str:
    if not fields:
        return ""
    named = ", ".join(f"{{{one}}}" for one in sorted(fields))
    return _("Your words leave out {fields}, so the paper will not say it.").format(fields=named)
