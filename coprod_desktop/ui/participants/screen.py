"""Put the participants screen together."""

from coprod_desktop.domain.limits import LimitWatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.i18n import _
from coprod_desktop.services.limits import PublishedLimits
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.lists.furnish import furnish, search_again
from coprod_desktop.ui.lists.kind import ListKind
from coprod_desktop.ui.papers.person_papers import PersonPapers
from coprod_desktop.ui.participants.alias_presenter import AliasPresenter
from coprod_desktop.ui.participants.bank_dialogs import BankDialog, CheckDialog
from coprod_desktop.ui.participants.bank_presenter import BankPresenter
from coprod_desktop.ui.participants.columns import VALUE_WORDS
from coprod_desktop.ui.participants.dialogs import NEW, EngagementDialog, ParticipantDialog
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
    kind: ListKind[ParticipantSummary] = ListKind(
        list_name="participants",
        title=_("Participants"),
        columns=page.rows.columns,
        id_of=lambda row: row.participant_id,
        words=VALUE_WORDS,
    )
    desk = furnish(context, page, presenter, kind)
    banking = _BankDialogs(page, BankPresenter(context))
    page.typed.connect(presenter.search)
    page.filter_chosen.connect(presenter.filter)
    page.show_requested.connect(presenter.show)
    page.add_requested.connect(lambda: dialogs.ask_person(NEW))
    page.open_requested.connect(dialogs.open_row)
    page.panel.change_requested.connect(lambda person: dialogs.ask_person(person.participant))
    page.panel.bank_requested.connect(banking.ask)
    page.panel.check_requested.connect(banking.ask_check)
    page.panel.agree_requested.connect(dialogs.ask_agreement)
    page.panel.limit_requested.connect(dialogs.ask_limit)
    papers = PersonPapers(context, page)
    page.panel.another_requested.connect(
        lambda person: papers.ask_another(person.participant.participant_id)
    )
    page.panel.papers_requested.connect(
        lambda person: papers.show_papers(person.participant.participant_id)
    )
    return Screen(
        key="participants",
        title=_("Participants"),
        icon="users",
        group=ScreenGroup.PEOPLE,
        page=page,
        presenter=(presenter, dialogs, banking, papers, desk),
        refresh=presenter.refresh,
        list_actions=desk.actions(lambda: search_again(page.search)),
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
        aliases = AliasPresenter(dialog.aliases, self._context, participant.participant_id)
        dialog.aliases.add_requested.connect(lambda words: aliases.add(words))
        dialog.aliases.remove_requested.connect(aliases.remove)
        dialog.save_requested.connect(lambda: self._save(dialog, aliases))
        dialog.open()
        if participant.participant_id:
            aliases.show()

    def _save(self, dialog: ParticipantDialog, aliases: AliasPresenter) -> None:
        words = _("The other way of writing the name cannot be kept, so nothing is saved yet.")
        aliases.finish(
            lambda: self._presenter.save(dialog, dialog.participant()),
            lambda: dialog.show_problem(words),
        )

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


class _BankDialogs:
    """Open the forms about a person's account."""

    def __init__(self, page: ParticipantsPage, presenter: BankPresenter) -> None:
        self._page, self._presenter = page, presenter

    def ask(self, person: Person) -> None:
        """Ask for a person's bank details."""
        before = None if person.account is None else person.account.details
        dialog = BankDialog(person.participant, before, self._page)
        dialog.save_requested.connect(lambda: self._save(dialog))
        dialog.account_typed.connect(lambda code, number: self._look(dialog, code, number))
        dialog.open()

    def ask_check(self, person: Person) -> None:
        """Ask how a changed account was checked, unless this person changed it themselves."""
        known = person.account
        if known is None:
            return

        def ask() -> None:
            dialog = CheckDialog(person.participant, known, self._page)
            dialog.save_requested.connect(
                lambda: self._presenter.confirm(
                    dialog, known.details, dialog.how_checked(), dialog.payee_check()
                )
            )
            dialog.open()

        self._presenter.begin_check(person.participant.participant_id, ask)

    def _look(self, dialog: BankDialog, code: str, number: str) -> None:
        self._presenter.look(
            code, number, lambda answer: dialog.show_answer((code, number), answer)
        )

    def _save(self, dialog: BankDialog) -> None:
        details = dialog.details()
        if details is not None:
            self._presenter.save(dialog, details, dialog.payee_check())
