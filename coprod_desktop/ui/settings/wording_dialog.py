"""Every fixed sentence of the papers, to be worded by the charity, with the paper beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.paper_examples import Example
from coprod_desktop.services.wordings import PaperSentence
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.settings.wording_editor import WordingEditor
from coprod_desktop.ui.settings.wording_list import WordingList
from coprod_desktop.ui.settings.wording_page import WordingPage
from coprod_desktop.ui.settings.wording_picture import DrawnPage
from coprod_desktop.ui.settings.wording_views import WordingViews
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

PAUSE_MS = 300
_SIZE = (1320, 820)


class WordingDialog(QDialog):
    """Let somebody word one sentence after the other; what is not saved yet is kept until closing.

    `language_chosen(language)`: answer with `show_sentences`. `tried(sentence, text)` comes after
    a short pause of the typing: answer with `show_example` or `show_no_example`.
    `save_requested(sentence, text)` and `put_back_requested(sentence)`: answer with `accept_saved`
    or `show_error`. Sentences are named by their English originals. Show it with `open()`.
    """

    language_chosen = Signal(str)
    tried = Signal(str, str)
    save_requested = Signal(str, str)
    put_back_requested = Signal(str)

    def __init__(
        self,
        tasks: TaskRunner,
        word_error: Callable[[Exception], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Wording of papers"))
        self._drafts: dict[tuple[str, str], str] = {}
        self._sent: dict[tuple[str, str], str] = {}
        self._bar: MessageBar | None = None
        self._wanted = ""
        self.languages = SegmentedBar(
            _("Language of the papers"),
            [Segment(key="en", text=_("English")), Segment(key="cy", text=_("Welsh"))],
        )
        self.sentences = WordingList(tasks, self.has_draft)
        self.editor = WordingEditor(word_error)
        self.page = WordingPage()
        parts = {"list": self.sentences, "sentence": self.editor, "page": self.page}
        self.views = WordingViews(parts)
        self.leave = Button(_("Close"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self._try)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(M)
        title.addWidget(label(_("Wording of papers"), "title"), stretch=1)
        title.addWidget(self.languages)
        words = _("Say any sentence of the papers in your own way. New papers take it from now on.")
        self._head = QVBoxLayout()
        self._head.setSpacing(S)
        self._head.addLayout(title)
        self._head.addWidget(label(words, "quiet", wraps=True))
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.editor.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(XL, L, XL, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addWidget(self.views, stretch=1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.languages.chosen.connect(self._change_language)
        self.sentences.list.selected.connect(self._show_row)
        self.sentences.list.opened.connect(self._open_row)
        self.sentences.rows.arrived.connect(self._select_wanted)
        self.editor.changed.connect(self._keep_draft)
        self.editor.save_requested.connect(self._ask_to_save)
        self.editor.put_back_requested.connect(self._ask_to_put_back)
        self.leave.clicked.connect(self.reject)

    # --- what the presenter does -----------------------------------------------------------------

    @property
    def language(self) -> str:
        """Return the language whose sentences are on show, "en" or "cy"."""
        return self.languages.chosen_key

    def has_draft(self, sentence: str) -> bool:
        """Say whether words for a sentence are not saved."""
        return (self.language, sentence) in self._drafts

    def show_sentences(self, rows: Sequence[PaperSentence]) -> None:
        """List these, and show the one on show as it is now; at first, the first one."""
        now = self.editor.row
        self.sentences.show_sentences(rows, is_new=now is None)
        row = self.sentences.row_of(now.sentence if now is not None else self._wanted)
        if row is not None:
            self._wanted = "" if now is not None else row.sentence
            self._select_wanted()
            self._show_row(row)

    def show_example(self, example: Example, page: DrawnPage) -> None:
        """Show the sentence on screen on a paper."""
        self.editor.show_example(example)
        self.page.show_page(example, page)

    def show_no_example(self, sentence: str, hint: str = "") -> None:
        """Say why no paper is shown."""
        self.editor.show_example(None)
        self.page.show_words(sentence, hint)

    def accept_saved(
        self, sentence: str, language: str, words: str, undo: Callable[[], None]
    ) -> None:
        """Say that a sentence is saved, with a way back."""
        key = (language, sentence)
        if self._drafts.get(key) == self._sent.pop(key, None):
            self._drafts.pop(key, None)  # what somebody typed since is not saved
        self.say(MessageKind.GOOD, words, ((_("Undo"), undo),))

    def show_error(self, sentence: str) -> None:
        """Show why the words were not saved."""
        self.views.show_view("sentence")
        self.editor.show_error(sentence)

    def say(self, kind: MessageKind, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what happened above the list."""
        self._clear_bar()
        self._bar = MessageBar(kind, sentence, tuple(actions))
        self._head.addWidget(self._bar)
        self._bar.show()

    # --- how it works ----------------------------------------------------------------------------

    def _change_language(self, language: str) -> None:
        """Go on with the same sentence in the other language."""
        now = self.editor.row
        self._wanted = self._wanted or (now.sentence if now is not None else "")
        self.editor.show_none()
        self.language_chosen.emit(language)

    def _select_wanted(self) -> None:
        if self._wanted:
            self.sentences.list.select_key(self._wanted)
            self._wanted = ""

    def _show_row(self, row: PaperSentence | None) -> None:
        """Show a sentence; the one on show stays where the list no longer has it."""
        if row is None:
            return
        text = self._drafts.get((self.language, row.sentence), row.own or row.usual)
        now = self.editor.row
        is_other = now is None or now.sentence != row.sentence
        if not is_other and self.editor.text() == text:
            self.editor.take_row(row)  # somebody may be typing in it
            return
        self.editor.show_sentence(row, self.language, text)
        if is_other:
            self.page.show_words(_("The page is being made."))
        self._later.start()

    def _open_row(self, row: PaperSentence) -> None:
        self._show_row(row)
        self.views.show_view("sentence")
        self.editor.edit.setFocus()

    def _keep_draft(self, text: str) -> None:
        row = self.editor.row
        if row is None:
            return
        key = (self.language, row.sentence)
        if text == (row.own or row.usual):
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = text
        self.sentences.list.table.viewport().update()
        self._later.start()

    def _try(self) -> None:
        row, is_wrong = self.editor.row, bool(self.editor.problem)
        if row is None or (is_wrong and self.editor.has_example):
            return
        self.tried.emit(row.sentence, row.own if is_wrong else self.editor.text())

    def _ask_to_save(self) -> None:
        row = self.editor.row
        if row is not None:
            self._clear_bar()
            self._sent[(self.language, row.sentence)] = self.editor.text()
            self.save_requested.emit(row.sentence, self.editor.text())

    def _ask_to_put_back(self) -> None:
        row = self.editor.row
        if row is None:
            return
        self._clear_bar()
        if row.own:
            self._sent[(self.language, row.sentence)] = self.editor.text()
            self.put_back_requested.emit(row.sentence)
        else:
            self.editor.edit.replace_text(row.usual)

    # --- opening and leaving ---------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room; begin with searching."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self.sentences.setFocus()

    def reject(self) -> None:
        """Close, but ask first where something is not saved."""
        if not self._drafts:
            super().reject()
            return
        words = ngettext(
            "{count} sentence is not saved.", "{count} sentences are not saved.", len(self._drafts)
        )
        actions: tuple[Action, ...] = (
            (_("Go on writing"), self._go_to_draft),
            (_("Close without saving"), self._leave),
        )
        self.say(MessageKind.WARN, words.format(count=len(self._drafts)), actions)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button as Close."""
        if self._drafts:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _go_to_draft(self) -> None:
        """Go to the first sentence that is not saved, in its language."""
        language, sentence = next(iter(self._drafts))
        self._wanted = sentence
        if language != self.language:
            self.languages.choose(language)
        self.sentences.widen()
        row = self.sentences.row_of(sentence)
        if row is not None and language == self.language:
            self._show_row(row)
        self.views.show_view("sentence")
        self.editor.edit.setFocus()

    def _leave(self) -> None:
        self._drafts.clear()
        self.reject()

    def _clear_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
