"""Find words in the texts of a list and put others in their place, each one ticked or not."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from coprod_desktop.domain.replacing import Replacement, ReplacePlan, Search
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.bulk.box_grid import BoxGrid
from coprod_desktop.ui.bulk.frame import BulkFrame, column_of, scrolling
from coprod_desktop.ui.bulk.hit_list import HitList
from coprod_desktop.ui.bulk.words import count_words, difference_word
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.scale import L, M, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import link_button, primary_button
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.plain_fields import line_field

_LOWEST_LIST = 180


class ReplaceDialog(BulkFrame):
    """Ask what is looked for and what comes in its place.

    `searched(replacement)` wants to see the hits; answer with `show_plan(plan)`.
    `replace_requested(plan, keys)` wants the ticked ones replaced; answer with `accept_saved()`
    or `show_problem(sentence)`.
    """

    searched = Signal(object)
    replace_requested = Signal(object, object)

    def __init__(
        self,
        subject: str,
        count: int,
        fields: tuple[str, ...],
        tasks: TaskRunner,
        word_error: Callable[[Exception], str],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Replace in {entries}").format(entries=count_words(subject, count))
        super().__init__(title, parent)
        self.words = line_field(_("Find"))
        self.by = line_field(_("Replace with"))
        self.whole_words = QCheckBox(_("Whole words only"))
        self.match_case = QCheckBox(_("Capitals as written"))
        self.fold_accents = QCheckBox(_("Take é and e as the same"))
        self.boxes = {field: QCheckBox(difference_word(subject, field)) for field in fields}
        for box in self.boxes.values():
            box.setChecked(True)
        self.hits = HitList(subject, tasks, word_error)
        self.hits.setMinimumHeight(grown(_LOWEST_LIST))
        self.summary = label("", "quiet", wraps=True)
        self.tick_all = link_button(_("Tick all"))
        self.tick_none = link_button(_("Tick none"))
        # Enter only looks, so that nobody replaces by pressing it once too often.
        self.replace = primary_button(_("Replace"), icon_name="check", shortcut="Ctrl+Return")
        self.add_button(self.replace)
        self._lay_out()
        self._later = Pause(self.search, self)
        self._connect()
        self._fit()

    # --- what the presenter does -----------------------------------------------------------------

    def show_plan(self, plan: ReplacePlan) -> None:
        """Show what was found, unless something else is looked for by now."""
        if plan.replacement == self.replacement():
            self.hits.show_plan(plan)
            announce(self, self.summary.text())

    def accept_saved(self) -> None:
        """Close the dialog, because all is saved."""
        self.accept()

    def show_problem(self, sentence: str) -> None:
        """Show what is in the way, and let the person go on."""
        super().show_problem(sentence)
        self._fit()

    def replacement(self) -> Replacement:
        """Return what is looked for, and what comes in its place."""
        return Replacement(
            search=Search(
                words=self.words.text(),
                is_whole_words=self.whole_words.isChecked(),
                matches_case=self.match_case.isChecked(),
                folds_accents=self.fold_accents.isChecked(),
            ),
            by=self.by.text(),
            fields=tuple(field for field, box in self.boxes.items() if box.isChecked()),
        )

    def search(self) -> None:
        """Look for what is written, or show nothing while nothing is."""
        self._later.stop()
        wanted = self.replacement()
        if wanted.search.words and wanted.fields:
            self.searched.emit(wanted)
        else:
            self.hits.show_plan(None)

    # --- how it works ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog; the keyboard starts where one writes what to look for."""
        super().open()
        self.words.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = column_of(inside)
        pair = QHBoxLayout()
        pair.setSpacing(M)
        pair.addWidget(FieldBox(_("Find"), self.words), stretch=1)
        pair.addWidget(FieldBox(_("Replace with"), self.by), stretch=1)
        column.addLayout(pair)
        column.addWidget(BoxGrid([self.whole_words, self.match_case, self.fold_accents]))
        column.addWidget(label(_("In"), "secondary"))
        column.addWidget(BoxGrid(list(self.boxes.values())))
        ticks = QHBoxLayout()
        ticks.setSpacing(L)
        ticks.addWidget(self.summary, stretch=1)
        ticks.addWidget(self.tick_all)
        ticks.addWidget(self.tick_none)
        column.addLayout(ticks)
        column.addWidget(self.hits, stretch=1)
        stays = _("Papers that are made already keep their words.")
        column.addWidget(label(stays, "secondary", wraps=True))
        self.body.addWidget(scrolling(inside), stretch=1)

    def _connect(self) -> None:
        for field in (self.words, self.by):
            field.textEdited.connect(lambda _text: self._later.begin())
            field.textEdited.connect(lambda _text: self._fit())
            field.returnPressed.connect(self.search)
        for box in (self.whole_words, self.match_case, self.fold_accents, *self.boxes.values()):
            box.toggled.connect(lambda _on: self.search())
        self.hits.changed.connect(self._fit)
        self.tick_all.clicked.connect(lambda: self.hits.tick_all(is_ticked=True))
        self.tick_none.clicked.connect(lambda: self.hits.tick_all(is_ticked=False))
        self.replace.clicked.connect(self._ask)

    def _ask(self) -> None:
        """Replace what is ticked; where the hits are not those of the words yet, look first."""
        plan = self.hits.plan
        if plan is None or plan.replacement != self.replacement():
            self.search()
            return
        self.show_problem("")
        self.replace.setEnabled(False)
        self.replace_requested.emit(plan, self.hits.ticked)

    def _fit(self) -> None:
        plan, count = self.hits.plan, len(self.hits.ticked)
        is_current = plan is not None and plan.replacement == self.replacement()
        words = ngettext("Replace in {count:,} place", "Replace in {count:,} places", count)
        is_ready = is_current and count > 0
        self.replace.set_text(words.format(count=count) if is_ready else _("Replace"))
        self.replace.setEnabled(is_ready or not is_current)
        self.summary.setText("" if plan is None else _summary(plan))
        for button in (self.tick_all, self.tick_none):
            button.setVisible(plan is not None and len(plan.open_hits) > 1)


def _summary(plan: ReplacePlan) -> str:
    found = ngettext("Found in {count:,} place.", "Found in {count:,} places.", len(plan.hits))
    said = [found.format(count=len(plan.hits))]
    if plan.left:
        stays = ngettext("{count:,} stays as it is.", "{count:,} stay as they are.", len(plan.left))
        said.append(stays.format(count=len(plan.left)))
    return " ".join(said)
