"""Choose the two files with which sort codes and account numbers are checked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.i18n import _
from coprod_desktop.services.weight_tables import WeightTableSummary
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.plain_fields import line_field


class WeightTableDialog(FormDialog):
    """Collect which files to load; `summary` tells which table is loaded, if any."""

    def __init__(
        self, summary: WeightTableSummary | None, folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Account check table"), _("Load this table"), parent)
        self._weights = _FileField(_("The table, valacdos.txt"), folder)
        self._substitutions = _FileField(_("Substitutions, scsubtab.txt"), folder)
        self._version = line_field(_("Version"))
        form = self.form
        words = _(
            "Vocalink, who carry payments between banks, publish this table on their website, and "
            "it is free to download. This program never goes online: download the two files with "
            "your browser, and choose them here whenever a newer version comes out."
        )
        form.add_widget(label(words, wraps=True))
        form.add_widget(label(summary_words(summary), "strong", wraps=True))
        form.add_field("weights", self._weights.name, self._weights)
        hint = _("A few banks need it. Leave it empty if you do not have it.")
        form.add_field("substitutions", self._substitutions.name, self._substitutions, hint)
        hint = _("As the website calls it, such as 7.90. The files do not say it themselves.")
        form.add_field("version", _("Version"), self._version, hint)

    def weights_path(self) -> Path | None:
        """Return the file of the table; None, with its sentence shown, while there is none."""
        path = self._weights.path()
        if path is None:
            self.show_error("weights", _("Choose the file valacdos.txt first."))
        return path

    def substitutions_path(self) -> Path | None:
        """Return the file of substitutions, if one is chosen."""
        return self._substitutions.path()

    def version(self) -> str:
        """Return the version as typed."""
        return self._version.text()


class _FileField(QWidget):
    """A field for the place of a text file, with a button that looks for it."""

    def __init__(self, name: str, folder: str) -> None:
        super().__init__()
        self.name, self._folder = name, folder
        self._line: QLineEdit = line_field(name)
        choose = Button(_("Choose…"), icon_name="folder-open")
        choose.setAccessibleName(_("Choose: {what}").format(what=name))
        choose.clicked.connect(lambda: self._choose(self._take))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(self._line, stretch=1)
        row.addWidget(choose)
        self.setFocusProxy(self._line)

    def path(self) -> Path | None:
        """Return the place that stands in the field, if any."""
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def _choose(self, then: Callable[[str], None]) -> None:
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make

        dialog = QFileDialog(self, self.name, self._line.text() or self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Text files (*.txt)"), _("All files (*)")])
        dialog.fileSelected.connect(then)
        dialog.open()

    def _take(self, place: str) -> None:
        self._line.setText(place)
        self._line.textEdited.emit(place)  # so that the form knows


def summary_words(summary: WeightTableSummary | None) -> str:
    """Say which table is loaded."""
    if summary is None:
        return _("No table is loaded. Only the number of digits is looked at.")
    told = _("{file}, {rows:,} rows, was loaded on {day} by {name}.").format(
        file=summary.name,
        rows=summary.row_count,
        day=long_day(summary.loaded_on),
        name=summary.loaded_by,
    )
    version = _("Version {version}.").format(version=summary.version)
    without = _("It came without the substitutions.")
    more = [version] * bool(summary.version) + [without] * (not summary.has_substitutions)
    return " ".join([told, *more])
