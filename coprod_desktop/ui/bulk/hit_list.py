"""Every place in which words were found, before and after, with a tick for each."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.replacing import Hit, ReplacePlan
from coprod_desktop.i18n import _
from coprod_desktop.ui.bulk.entry_columns import entry_columns
from coprod_desktop.ui.bulk.words import around, difference_word, first_difference
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import Column, Mark, fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

Key = tuple[int, str]


class HitList(QWidget):
    """Tick hits with Space or a click; `changed` comes each time. What stays has no tick."""

    changed = Signal()

    def __init__(
        self, subject: str, tasks: TaskRunner, word_error: Callable[[Exception], str]
    ) -> None:
        super().__init__()
        self._subject = subject
        self._word_error = word_error
        self._unticked: set[Key] = set()
        self._plan: ReplacePlan | None = None
        self.empty = EmptyState("search", _("Write what you look for."))
        self.rows: TableModel[Hit] = TableModel(self._columns(), tasks)
        self.list = ListView(self.rows, _("Where it stands"), empty=self.empty)
        self.list.ticked.connect(self.tick)
        self.list.opened.connect(self.tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    @property
    def plan(self) -> ReplacePlan | None:
        """The plan on show."""
        return self._plan

    @property
    def ticked(self) -> frozenset[Key]:
        """The keys of the hits that are to be replaced."""
        hits = () if self._plan is None else self._plan.open_hits
        return frozenset(hit.key for hit in hits) - self._unticked

    def show_plan(self, plan: ReplacePlan | None) -> None:
        """Show what was found, what stays at the end; a tick that was taken away stays away."""
        self._plan = plan
        if plan is None:
            self.empty.set_words(_("Write what you look for."))
        else:
            self.empty.set_words(_("It stands nowhere in these."))
        hits = () if plan is None else (*plan.open_hits, *plan.left)
        self._unticked &= {hit.key for hit in hits}
        self.rows.load(fixed_rows(hits, key_of=lambda hit: hit.key))
        self.changed.emit()

    def tick(self, hit: Hit) -> None:
        """Tick a hit, or take its tick away."""
        if hit.error is None:
            self._unticked ^= {hit.key}
            self._tell()

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick every hit, or none."""
        hits = () if self._plan is None else self._plan.open_hits
        self._unticked = set() if is_ticked else {hit.key for hit in hits}
        self._tell()

    def _tell(self) -> None:
        self.list.table.viewport().update()
        self.changed.emit()

    def _is_ticked(self, hit: Hit) -> bool | None:
        return None if hit.error is not None else hit.key not in self._unticked

    def _columns(self) -> tuple[Column[Hit], ...]:
        return (
            Column(key="tick", title="", text=lambda _row: "", width_em=2.6, tick=self._is_ticked),
            *entry_columns(self._subject, Hit)[:2],
            Column(
                key="field",
                title=_("Field"),
                text=lambda hit: difference_word(self._subject, hit.field),
                width_em=7,
                narrow_em=5,
                is_secondary=True,
            ),
            Column(
                key="before",
                title=_("Before"),
                text=lambda hit: around(hit.before, _start(hit)),
                tooltip=lambda hit: hit.before,
                width_em=10,
                narrow_em=6,
                is_stretch=True,
            ),
            Column(
                key="after",
                title=_("Afterwards"),
                text=lambda hit: around(hit.after, _start(hit)) if hit.error is None else "",
                tooltip=lambda hit: hit.after,
                width_em=10,
                narrow_em=6,
                is_stretch=True,
            ),
            Column(
                key="because",
                title=_("Why it stays"),
                text=self._because,
                tooltip=self._because,
                icon=lambda hit: None if hit.error is None else Mark("lock", "ink_2"),
                width_em=10,
                narrow_em=6,
                is_stretch=True,
                only_with_words=True,
            ),
        )

    def _because(self, hit: Hit) -> str:
        return "" if hit.error is None else self._word_error(hit.error)


def _start(hit: Hit) -> int:
    return first_difference(hit.before, hit.after)
