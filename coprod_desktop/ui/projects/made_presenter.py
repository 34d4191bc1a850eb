"""Save what was made and who is credited for it, and fetch what the forms about it need."""

from collections.abc import Callable

from coprod_desktop.domain.errors import DateOutOfRangeError, TextTooLongError
from coprod_desktop.domain.outputs import Credit, Output, RollLine
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView

_KIND_LIMIT = 40


class MadePresenter:
    """Decide what becomes of the forms about things made."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def fetch_people(self, then: Callable[[tuple[Participant, ...]], None]) -> None:
        """Fetch everybody who can be credited."""
        everybody = self._context.office.participants.everybody
        self._context.tasks.run(everybody, then, self._context.fail)

    def fetch_roll(self, project: Project, then: Callable[[tuple[RollLine, ...]], None]) -> None:
        """Fetch everybody who is credited in a project, named as each wishes."""
        roll = self._context.office.outputs.roll
        self._context.tasks.run(lambda: roll(project.project_id), then, self._context.fail)

    def save_output(self, view: FormView, output: Output) -> None:
        """Add or change a thing that was made."""
        service = self._context.office.outputs
        is_new = output.output_id == 0

        def done(saved: Output) -> None:
            view.accept_saved()
            words = _("“{title}” was added.") if is_new else _("“{title}” is saved.")
            self._context.saved(words.format(title=saved.title))

        def failed(error: Exception) -> None:
            view.show_error(_field_of(error), self._context.word_error(error))

        work = (lambda: service.add(output)) if is_new else (lambda: service.save(output))
        self._context.tasks.run(work, done, failed)

    def remove_output(self, view: FormView, output: Output) -> None:
        """Remove a thing with all its credits."""
        remove = self._context.office.outputs.remove

        def done(removed: Output) -> None:
            view.accept_saved()
            words = _("“{title}” and its credits were removed.")
            self._context.saved(words.format(title=removed.title))

        def failed(error: Exception) -> None:
            view.show_error("title", self._context.word_error(error))

        self._context.tasks.run(lambda: remove(output.output_id), done, failed)

    def save_credit(self, view: FormView, credit: Credit) -> None:
        """Give or change a credit."""
        service = self._context.office.outputs

        def done(saved: Credit) -> None:
            view.accept_saved()
            words = _("The credit “{credit}” is saved.")
            self._context.saved(words.format(credit=saved.credit))

        def failed(error: Exception) -> None:
            view.show_error("credit", self._context.word_error(error))

        is_new = credit.credit_id == 0
        work = service.add_credit if is_new else service.save_credit
        self._context.tasks.run(lambda: work(credit), done, failed)

    def remove_credit(self, view: FormView, credit: Credit) -> None:
        """Take a credit away."""
        remove = self._context.office.outputs.remove_credit

        def done(removed: Credit) -> None:
            view.accept_saved()
            words = _("The credit “{credit}” was removed.")
            self._context.saved(words.format(credit=removed.credit))

        def failed(error: Exception) -> None:
            view.show_error("credit", self._context.word_error(error))

        self._context.tasks.run(lambda: remove(credit.credit_id), done, failed)


def _field_of(error: Exception) -> str:
    if isinstance(error, DateOutOfRangeError):
        return "day"
    is_kind = isinstance(error, TextTooLongError) and error.facts.get("limit") == _KIND_LIMIT
    return "kind" if is_kind else "title"
