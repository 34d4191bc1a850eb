"""Open the dialogs about a person's papers; any screen that shows a person can."""

import dataclasses
import datetime
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.another_dialog import AnotherPaperDialog
from coprod_desktop.ui.papers.another_presenter import AnotherPresenter
from coprod_desktop.ui.papers.answer_dialog import AnswerDialog
from coprod_desktop.ui.papers.hand_out_dialogs import HandOutDialogs
from coprod_desktop.ui.papers.handing_out import HandingOut
from coprod_desktop.ui.papers.papers_dialog import PapersDialog
from coprod_desktop.ui.papers.papers_presenter import PapersPresenter
from coprod_desktop.ui.widgets.message_bar import MessageKind

Days = tuple[datetime.date, datetime.date]


class PersonPapers:
    """Make other papers of people, and show those that were made; keep a reference to it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent
        self._shown: _ShownPapers | None = None

    def ask_another(self, participant_id: int, days: Days | None = None) -> None:
        """Ask for another paper of a person; once it is made, show it among theirs."""
        self._ask(participant_id, days, self._parent)

    def show_papers(self, participant_id: int, number: str = "") -> None:
        """Show every paper of a person; `number` is the one to open."""
        shown = _ShownPapers(participant_id, self._context, self._parent)
        shown.dialog.another_requested.connect(
            lambda: self._ask(participant_id, None, shown.dialog)
        )
        shown.dialog.finished.connect(self._forget)
        self._shown = shown
        shown.open(number)

    def _ask(self, participant_id: int, days: Days | None, parent: QWidget) -> None:
        context = self._context
        presenter = AnotherPresenter(participant_id, context)

        def ask(person: Participant, corrected: Sequence[GivenPaper]) -> None:
            dialog = AnotherPaperDialog(
                person,
                days or presenter.usual_days(),
                corrected,
                context.word_error,
                context.today,
                parent,
            )
            dialog.look_requested.connect(partial(presenter.look, dialog))
            dialog.save_requested.connect(
                partial(presenter.make, dialog, partial(self._show_made, participant_id))
            )
            dialog.open()

        presenter.fetch(ask)

    def _show_made(self, participant_id: int, number: str) -> None:
        if self._shown is None:
            self.show_papers(participant_id, number)
        else:
            self._shown.presenter.refresh(number)
        if self._shown is not None:
            words = _("{number} is made and kept. Now print it or save it.")
            self._shown.dialog.say(MessageKind.GOOD, words.format(number=number))

    def _forget(self) -> None:
        if self._shown is not None:
            self._shown.presenter.stop()
            self._shown = None


class _ShownPapers:
    """The open list of one person's papers with all that belongs to it."""

    def __init__(self, participant_id: int, context: Context, parent: QWidget) -> None:
        self.dialog = PapersDialog(context.tasks, parent)
        here = dataclasses.replace(context, say=self.dialog.say)
        viewer = self.dialog.viewer
        self.presenter = PapersPresenter(participant_id, self.dialog, viewer, here)
        self._context = context
        self._hand_out = HandOutDialogs(viewer, HandingOut(here))
        self.dialog.open_requested.connect(self.presenter.open)
        viewer.form_chosen.connect(self.presenter.show_form)
        self.dialog.answer_requested.connect(self._ask_answer)

    def open(self, number: str) -> None:
        """Show the list with one paper open."""
        self.dialog.open()
        self.presenter.refresh(number)

    def _ask_answer(self, paper: GivenPaper) -> None:
        dialog = AnswerDialog(
            paper, self.presenter.name, self._context.word_error, self._context.today, self.dialog
        )
        dialog.save_requested.connect(lambda: self._take_answer(dialog, paper))
        dialog.open()

    def _take_answer(self, dialog: AnswerDialog, paper: GivenPaper) -> None:
        answer = dialog.answer()
        if answer is not None:
            self.presenter.log_answer(dialog, paper, *answer)
