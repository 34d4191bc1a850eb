"""Ask which columns of a list go out, as what, and where the file goes."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from coprod_desktop.domain.list_extracts import ExtractColumn
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import M, grown
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.place_edit import FolderEdit
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.widgets.steps_bar import StepsBar

XLSX, CSV = ".xlsx", ".csv"
_WIDTH, _TICKS_HIGH = 520, 220


class ExportDialog(FormDialog):
    """Collect ticked columns, a kind of file, a name and a folder.

    `stop_requested` wants to stop the writing. `free_name(folder, stem, suffix)` returns a name
    that no file there has.
    """

    stop_requested = Signal()

    def __init__(
        self,
        title: str,
        chosen_by: str,
        columns: Sequence[ExtractColumn],
        folder: Path,
        free_name: Callable[[Path | None, str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Export: {list}").format(list=title), _("Export"), parent)
        self._stem = title
        self._free_name = free_name
        self.kind: ChoiceEdit[str] = ChoiceEdit(
            _("As"),
            [
                Choice(XLSX, _("Workbook for Excel and others (.xlsx)")),
                Choice(CSV, _("Text with commas (.csv)")),
            ],
        )
        self.ticks = QListWidget()
        self.ticks.setAccessibleName(_("Columns"))
        self.ticks.setMinimumHeight(grown(_TICKS_HIGH))
        for column in columns:
            item = QListWidgetItem(column.title)
            item.setData(Qt.ItemDataRole.UserRole, column.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.ticks.addItem(item)
        self.count = label("", "quiet")
        self.all, self.none = Button(_("Tick all")), Button(_("Tick none"))
        self.name = line_field(_("File name"))
        self.folder = FolderEdit(_("Into this folder"), folder)
        self.hint = label("", "quiet", wraps=True)
        self.progress = StepsBar(_("Writing the file"))
        self._add_fields(chosen_by)
        self._connect()
        self.kind.set_value(XLSX)
        self._count()
        self._name_anew()

    def _add_fields(self, chosen_by: str) -> None:
        form = self.form
        form.setMinimumWidth(grown(_WIDTH))
        words = _("Every row of the list goes out.")
        if chosen_by:
            words = _("The rows that are listed go out: {chosen}.").format(
                chosen=chosen_by.rstrip(".")
            )
        form.add_widget(label(words, wraps=True))
        form.add_field("columns", _("Columns"), self.ticks)
        form.add_widget(_in_a_row(self.all, self.none, self.count))
        form.add_field("kind", _("As"), self.kind)
        form.add_field("name", _("File name"), self.name)
        form.add_field("folder", _("Into this folder"), self.folder)
        form.add_widget(self.hint)
        self.add_foot(self.progress)

    def _connect(self) -> None:
        self.ticks.itemChanged.connect(lambda _item: self._count())
        self.all.clicked.connect(lambda: self._tick(is_ticked=True))
        self.none.clicked.connect(lambda: self._tick(is_ticked=False))
        self.kind.value_changed.connect(lambda _kind: self._name_anew())
        self.progress.stop_requested.connect(self.stop_requested)

    # --- what is chosen --------------------------------------------------------------------------

    def choose(self, kind: str, keys: Collection[str]) -> None:
        """Choose as it was done last; keys that the list has not any more are left out."""
        self.kind.set_value(kind if kind in (XLSX, CSV) else XLSX)
        known = [item for item in self._items() if _key(item) in keys]
        for item in self._items() if known else ():
            item.setCheckState(_state(is_ticked=_key(item) in keys))
        self._name_anew()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the columns that are ticked."""
        return tuple(
            _key(item) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def suffix(self) -> str:
        """Return ".xlsx" or ".csv"."""
        return self.kind.value() or XLSX

    def path(self) -> Path | None:
        """Return where the file goes; None, with its sentence shown, while something is missing."""
        if not self.keys():
            self.show_error("columns", _("Tick at least one column."))
            return None
        name, folder = self.name.text().strip(), self.folder.folder()
        if not name or Path(name).name != name:
            self.show_error("name", _("Write a name for the file, without a folder."))
            return None
        if folder is None:
            self.show_error("folder", _("Choose a folder first."))
            return None
        suffix = self.suffix()
        return folder / (name if name.lower().endswith(suffix) else name + suffix)

    # --- while it is written ---------------------------------------------------------------------

    def show_writing(self, done: int) -> None:
        """Say how many rows are written."""
        self.form.setEnabled(False)
        self.progress.show_steps(_("{count:,} rows written…").format(count=done))

    def show_idle(self) -> None:
        """Take that away."""
        self.form.setEnabled(True)
        self.progress.hide()

    def open(self) -> None:
        """Show the dialog; begin with the columns."""
        super().open()
        self.ticks.setFocus()

    def reject(self) -> None:
        """Close; ticks and a name are not worth a question. What is being written is stopped."""
        if self.form.isEnabled():
            self.start_again()
            super().reject()
        else:
            self.stop_requested.emit()

    # --- how it works ----------------------------------------------------------------------------

    def _items(self) -> list[QListWidgetItem]:
        return [self.ticks.item(at) for at in range(self.ticks.count())]

    def _tick(self, *, is_ticked: bool) -> None:
        for item in self._items():
            item.setCheckState(_state(is_ticked=is_ticked))

    def _count(self) -> None:
        words = _("{some} of {all} columns")
        self.count.setText(words.format(some=len(self.keys()), all=self.ticks.count()))

    def _name_anew(self) -> None:
        suffix = self.suffix()
        self.name.setText(self._free_name(self.folder.folder(), self._stem, suffix))
        if suffix == CSV:
            words = _(
                "Excel takes the noughts off the front of codes when it opens a CSV. A workbook "
                "keeps them. The file is not encrypted."
            )
        else:
            words = _("Its totals are formulas. The file is not encrypted.")
        self.hint.setText(words)


def _key(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _state(*, is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked


def _in_a_row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(M)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return whole
