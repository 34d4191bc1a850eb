"""Put the participants screen together."""

from coprod_desktop.domain.limits import LimitWatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.i18n import _
from coprod_desktop.services.limits import PublishedLimits
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.participants.dialogs import (
    NEW,
    BankDialog,
    EngagementDialog,
    ParticipantDialog,
)
from coprod_desktop.ui.participants.limit_dialog import LimitDialog
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.panel import Person
from coprod_desktop.ui.participants.presenter import ParticipantsPresenter
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = ParticipantsPage(context.tasks)
    presenter = ParticipantsPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    page.typed.connect(presenter.search)
    page.filter_chosen.connect(presenter.filter)
    page.show_requested.connect(presenter.show)
    page.add_requested.connect(lambda: dialogs.ask_person(NEW))
    page.open_requested.connect(dialogs.open_row)
    page.panel.change_requested.connect(lambda person: dialogs.ask_person(person.participant))
    page.panel.bank_requested.connect(dialogs.ask_bank)
    page.panel.agree_requested.connect(dialogs.ask_agreement)
    page.panel.limit_requested.connect(dialogs.ask_limit)
    return Screen(
        key="participants",
        title=_("Participants"),
        icon="users",
        group=ScreenGroup.PEOPLE,
        page=page,
        presenter=(presenter, dialogs),
        refresh=presenter.refresh,
    )


class _Dialogs:
    """Open the forms about a person."""

    def __init__(
        self, page: ParticipantsPage, presenter: ParticipantsPresenter, context: Context
    ) -> None:
        self._page, self._presenter, self._context = page, presenter, context

    def open_row(self, row: ParticipantSummary) -> None:
        """Change the person of a row."""
        self._presenter.fetch_participant(row.participant_id, self.ask_person)

    def ask_person(self, participant: Participant) -> None:
        """Ask for a person's details."""
        dialog = ParticipantDialog(participant, self._page)
        dialog.save_requested.connect(lambda: self._presenter.save(dialog, dialog.participant()))
        dialog.open()

    def ask_bank(self, person: Person) -> None:
        """Ask for a person's bank details."""
        dialog = BankDialog(person.participant, person.bank_details, self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.save_bank_details(dialog, dialog.details())
        )
        dialog.open()

    def ask_agreement(self, person: Person) -> None:
        """Ask what was agreed with a person."""

        def ask(projects: tuple[Project, ...]) -> None:
            dialog = EngagementDialog(
                person.participant,
                projects,
                self._context.word_error,
                self._context.today,
                self._page,
            )
            dialog.save_requested.connect(lambda: self._agree(dialog))
            dialog.open()

        self._presenter.fetch_projects(ask)

    def ask_limit(self, person: Person) -> None:
        """Ask what a person wants us to watch, if they asked."""
        who = person.participant

        def ask(watch: LimitWatch | None, published: PublishedLimits) -> None:
            context = self._context
            dialog = LimitDialog(
                who, watch, published, context.word_error, context.today, self._page
            )
            dialog.save_requested.connect(lambda: self._watch(dialog))
            dialog.stop_requested.connect(
                lambda: self._presenter.stop_limit(dialog, who.participant_id)
            )
            dialog.open()

        self._presenter.fetch_limit(who.participant_id, ask)

    def _watch(self, dialog: LimitDialog) -> None:
        watch = dialog.watch()
        if watch is not None:
            self._presenter.watch_limit(dialog, watch)

    def _agree(self, dialog: EngagementDialog) -> None:
        engagement = dialog.engagement()
        if engagement is not None:
            self._presenter.agree(dialog, engagement)
