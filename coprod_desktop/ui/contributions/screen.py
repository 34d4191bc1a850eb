"""Put the contributions screen together."""

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.contributions.columns import VALUE_WORDS
from coprod_desktop.ui.contributions.dialogs import (
    AnswerDialog,
    CorrectDialog,
    LogWorkDialog,
    SendBackDialog,
    ToCorrect,
)
from coprod_desktop.ui.contributions.log_presenter import LogPresenter
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.presenter import ContributionsPresenter
from coprod_desktop.ui.entry_choices import EntryChoices
from coprod_desktop.ui.findings import ask_to_dismiss
from coprod_desktop.ui.lists.furnish import furnish, search_again
from coprod_desktop.ui.lists.kind import ListKind
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = ContributionsPage(context.tasks, context.fail, context.today)
    presenter = ContributionsPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    kind: ListKind[ContributionSummary] = ListKind(
        list_name="contributions",
        title=_("Contributions"),
        columns=page.rows.columns,
        id_of=lambda row: row.contribution_id,
        words=VALUE_WORDS,
    )
    desk = furnish(context, page, presenter, kind)
    page.typed.connect(presenter.search)
    page.filter_chosen.connect(presenter.filter)
    page.why_requested.connect(presenter.explain)
    page.marks.asking.wanted.connect(presenter.look)
    page.findings.dismiss_requested.connect(lambda finding: ask_to_dismiss(context, finding, page))
    page.approve_requested.connect(presenter.approve)
    page.approve_all_requested.connect(presenter.approve_all)
    page.send_requested.connect(presenter.send)
    page.send_all_requested.connect(presenter.send_all)
    page.too_many_selected.connect(presenter.refuse_many)
    page.remove_requested.connect(presenter.remove)
    page.correct_requested.connect(dialogs.correct_row)
    page.log_requested.connect(dialogs.ask_work)
    page.repeat_requested.connect(dialogs.repeat_row)
    page.answer_requested.connect(dialogs.answer_row)
    page.send_back_requested.connect(dialogs.ask_reason)
    return Screen(
        key="contributions",
        title=_("Contributions"),
        icon="list-checks",
        group=ScreenGroup.LOG,
        page=page,
        presenter=(presenter, dialogs, desk),
        refresh=presenter.refresh,
        list_actions=desk.actions(lambda: search_again(page.search)),
    )


class _Dialogs:
    """Open the forms about a contribution."""

    def __init__(
        self, page: ContributionsPage, presenter: ContributionsPresenter, context: Context
    ) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        self._logging = LogPresenter(context)

    def ask_work(self) -> None:
        """Ask for a piece of work."""
        self._logging.fetch(self._ask_work)

    def repeat_row(self, row: ContributionSummary) -> None:
        """Ask for the work of a row once more, as of today."""
        self._logging.fetch_again(row, self._ask_work)

    def _ask_work(self, choices: EntryChoices, repeated: Contribution | None = None) -> None:
        context, logging = self._context, self._logging
        dialog = LogWorkDialog(
            choices, context.word_error, context.today, self._page, repeated=repeated
        )
        dialog.save_requested.connect(lambda: self._log(dialog, is_another=False))
        dialog.another_requested.connect(lambda: self._log(dialog, is_another=True))
        dialog.looked.connect(lambda piece: logging.look(dialog, piece))
        dialog.open()
        draft = dialog.draft()
        if draft is not None:
            logging.look(dialog, draft)

    def _log(self, dialog: LogWorkDialog, *, is_another: bool) -> None:
        piece = dialog.contribution()
        if piece is not None:
            self._logging.log(dialog, piece, is_another=is_another)

    def correct_row(self, row: ContributionSummary) -> None:
        """Correct the contribution of a row."""
        self._presenter.fetch(row, self._ask_correction)

    def answer_row(self, row: ContributionSummary) -> None:
        """Change what the person of a row chose."""
        self._presenter.fetch(row, lambda known: self._ask_answer(known, row.participant))

    def ask_reason(self, row: ContributionSummary) -> None:
        """Ask why a contribution is sent back."""
        dialog = SendBackDialog(row.participant, self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.send_back(dialog, row, dialog.reason())
        )
        dialog.open()

    def _ask_correction(self, known: ToCorrect) -> None:
        context = self._context
        dialog = CorrectDialog(known, context.word_error, context.today, self._page)
        dialog.save_requested.connect(lambda: self._correct(dialog))
        dialog.looked.connect(lambda piece: self._presenter.look_before(dialog, piece))
        dialog.looked.connect(lambda piece: self._presenter.quote(dialog, piece))
        dialog.open()
        self._presenter.quote(dialog, known.contribution)

    def _correct(self, dialog: CorrectDialog) -> None:
        piece = dialog.contribution()
        if piece is not None:
            self._presenter.correct(dialog, piece)

    def _ask_answer(self, known: ToCorrect, name: str) -> None:
        dialog = AnswerDialog(known.contribution, name, self._context.word_error, self._page)
        contribution_id = known.contribution.contribution_id
        dialog.save_requested.connect(lambda: self._choose(dialog, contribution_id))
        dialog.open()

    def _choose(self, dialog: AnswerDialog, contribution_id: int) -> None:
        answer = dialog.answer()
        if answer is not None:
            self._presenter.choose(dialog, contribution_id, *answer)
