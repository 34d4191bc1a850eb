"""List the sentences of the papers, show each on a paper, save the charity's own words."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_examples import Example, PaperExampleService
from coprod_desktop.services.wordings import PaperSentence
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.wording_picture import DrawnPage, drawn_page
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind

Shown = tuple[Example, DrawnPage]


class WordingView(Protocol):
    """What the presenter needs of the dialog."""

    language_chosen: SignalInstance
    tried: SignalInstance
    save_requested: SignalInstance
    put_back_requested: SignalInstance

    @property
    def language(self) -> str:
        """Return the language whose sentences are on show."""

    def show_sentences(self, rows: Sequence[PaperSentence]) -> None:
        """List these."""

    def show_example(self, example: Example, page: DrawnPage) -> None:
        """Show the sentence on a paper."""

    def show_no_example(self, sentence: str, hint: str = "") -> None:
        """Say why no paper is shown."""

    def accept_saved(
        self, sentence: str, language: str, words: str, undo: Callable[[], None]
    ) -> None:
        """Say that a sentence is saved, with a way back."""

    def show_error(self, sentence: str) -> None:
        """Show why the words were not saved."""

    def say(self, kind: MessageKind, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what happened above the list."""


class WordingPresenter:
    """Decide for the dialog about words."""

    def __init__(self, view: WordingView, context: Context) -> None:
        self._view, self._context = view, context
        self._wordings = context.office.wordings
        self._examples = PaperExampleService(context.office.desk)
        self._asked = 0
        view.language_chosen.connect(lambda _language: self.refresh())
        view.tried.connect(self.try_out)
        view.save_requested.connect(self.save)
        view.put_back_requested.connect(self.put_back)
        self.stop = context.changes.subscribe(frozenset({"wordings"}), self.refresh)

    def refresh(self) -> None:
        """List the sentences of the language that is chosen."""
        language = self._view.language

        def done(rows: tuple[PaperSentence, ...]) -> None:
            if language == self._view.language:
                self._view.show_sentences(rows)

        self._context.tasks.run(lambda: self._wordings.all(language), done, self._fail)

    def try_out(self, sentence: str, text: str) -> None:
        """Show a sentence in these words on a paper; only what was asked for last is shown."""
        self._asked += 1
        asked, language = self._asked, self._view.language

        def work() -> Shown | None:
            if asked != self._asked:  # somebody typed on while this waited
                return None
            made = self._examples.paper(sentence, text, language)
            return None if made is None else (made.example, drawn_page(made.pdf, made.said))

        def done(shown: Shown | None) -> None:
            if asked != self._asked:
                return
            if shown is None:
                self._view.show_no_example(
                    _("No example of a paper says this sentence."),
                    _("It is for rare cases. It is saved and printed like the others."),
                )
            else:
                self._view.show_example(*shown)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            if asked == self._asked:
                self._view.show_no_example(self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def save(self, sentence: str, text: str) -> None:
        """Save the charity's own words; the usual words, or none, put the usual ones back."""
        self._keep(sentence, text, _("The sentence is saved."))

    def put_back(self, sentence: str) -> None:
        """Put the usual words back."""
        self._keep(sentence, "", _("The usual words are back."))

    def _keep(self, sentence: str, text: str, said: str) -> None:
        language = self._view.language

        def work() -> str:
            before = self._wordings.one(sentence, language)
            is_usual = text.split() == before.usual.split()  # spaces that break or do not
            self._wordings.set(sentence, "" if is_usual else text, language)
            return before.own

        def done(before: str) -> None:
            undo = lambda: self._take_back(sentence, before, language)  # noqa: E731 - one use
            self._view.accept_saved(sentence, language, said, undo)
            self.refresh()

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            self._view.show_error(self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def _take_back(self, sentence: str, before: str, language: str) -> None:
        def done(_saved: object) -> None:
            self._view.say(MessageKind.GOOD, _("The words are as they were before."))
            self.refresh()

        self._context.tasks.run(
            lambda: self._wordings.set(sentence, before, language), done, self._fail
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._view.say(MessageKind.BAD, self._context.word_error(error))
