"""Ask for which days a file for letters or for a pay program is, and where it goes."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.period_fields import PeriodFields
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.place_edit import FolderEdit
from coprod_desktop.ui.widgets.plain_fields import line_field

Days = tuple[datetime.date, datetime.date]


class HandOutDialog(FormDialog):
    """Collect two days, a preset where there are some, a name and a folder."""

    def __init__(
        self,
        title: str,
        words: str,
        days: Days,
        offered: tuple[Path, str],
        word_error: WordError,
        today: Callable[[], datetime.date],
        presets: Sequence[tuple[str, str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer a folder and a name; a preset is its key, its name and what is said of it."""
        super().__init__(title, _("Write the file"), parent)
        self.form.add_widget(label(words, wraps=True))
        self._notes = {key: note for key, _name, note in presets}
        self.preset: ChoiceEdit[str] = ChoiceEdit(
            _("Program"), [Choice(key, name) for key, name, _note in presets]
        )
        self.note = label("", "quiet", wraps=True)
        if presets:
            self.form.add_field("preset", _("Program"), self.preset)
            self.form.add_widget(self.note)
            self.preset.value_changed.connect(self._say_note)
            self.preset.set_value(presets[0][0])
            self._say_note(presets[0][0])
        self.period = PeriodFields(self.form, days, word_error, today)
        folder, name = offered
        self.name = line_field(_("File name"), name)
        self.folder = FolderEdit(_("Into this folder"), folder)
        self.form.add_field("name", _("File name"), self.name)
        self.form.add_field("folder", _("Into this folder"), self.folder)

    def chosen(self) -> tuple[Days, Path] | None:
        """Return the days and the file; None, with its sentence shown, while one is missing."""
        days = self.period.days()
        name, folder = self.name.text().strip(), self.folder.folder()
        if days is None:
            self.start_again()
            return None
        if not name or Path(name).name != name:
            self.show_error("name", _("Write a name for the file, without a folder."))
            return None
        if folder is None:
            self.show_error("folder", _("Choose a folder first."))
            return None
        return days, folder / name

    def reject(self) -> None:
        """Close; two days and a name are not worth a question."""
        self.start_again()
        super().reject()

    def _say_note(self, key: str | None) -> None:
        self.note.setText(self._notes.get(key or "", ""))
