"""The dialog that shows what going back to a point takes back, before it does."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import BackStep
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.undo_sentences import stays_words
from coprod_desktop.services.verb_words import verb_words
from coprod_desktop.ui.history.columns import moment_words
from coprod_desktop.ui.scale import scaled
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import Column, Mark, fixed_rows
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_LEAST_WIDTH, _LEAST_HEIGHT = 640, 260


class BackDialog(FormDialog):
    """Show the steps, newest first, and those that stay with their reason."""

    def __init__(
        self, steps: Sequence[BackStep], tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        goes = [step for step in steps if not step.because]
        count = len(goes)
        words = ngettext("Take {count} step back", "Take {count} steps back", count)
        super().__init__(_("Take back to here"), words.format(count=count), parent)
        self.change_ids = tuple(step.change.change_id for step in goes)
        said = _(
            "These steps are taken back, newest first. Redo brings them again, one by one, until "
            "something new is saved."
        )
        self.form.add_widget(label(said, "quiet", wraps=True))
        self.rows: TableModel[BackStep] = TableModel(_columns(), tasks)
        self.rows.load(fixed_rows(tuple(steps), key_of=lambda step: step.change.change_id))
        self.list = ListView(self.rows, _("Steps that are taken back"))
        self.list.setMinimumSize(scaled(_LEAST_WIDTH), scaled(_LEAST_HEIGHT))
        self.form.add_widget(self.list)
        if count < len(steps):
            self.form.add_widget(label(self._stay_words(len(steps) - count), "warn", wraps=True))
        self._save.setEnabled(bool(goes))

    @staticmethod
    def _stay_words(count: int) -> str:
        words = ngettext(
            "{count} step stays as it is; the others go back around it.",
            "{count} steps stay as they are; the others go back around them.",
            count,
        )
        return words.format(count=count)


def _columns() -> tuple[Column[BackStep], ...]:
    return (
        Column(
            key="what",
            title=_("Step"),
            text=lambda step: verb_words(step.change.verb),
            icon=lambda step: Mark("lock", "warn") if step.because else Mark("undo-2", "ink"),
            width_em=18,
            is_stretch=True,
            is_strong=True,
        ),
        Column(
            key="when",
            title=_("When"),
            text=lambda step: moment_words(step.change.made_at),
            width_em=11,
        ),
        Column(
            key="why",
            title="",
            text=lambda step: stays_words(step.because) if step.because else "",
            tooltip=lambda step: stays_words(step.because) if step.because else "",
            colour=lambda _step: "warn",
            width_em=17,
            only_with_words=True,
        ),
    )
