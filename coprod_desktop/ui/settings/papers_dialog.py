"""Say how the papers look: the logo, who signs, the days to answer in, and what statements have."""

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.i18n import _
from coprod_desktop.ui.settings.papers_picture import PapersPicture
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.plain_fields import line_field

MOST_DAYS = 365


class PapersDialog(FormDialog):
    """Collect the look of papers; `paper_style()` returns it as it stands.

    `picture_chosen(key, path)` wants a file looked at, the key being "logo" or "signature": answer
    with `show_picture`, or with `show_error` for the same key.
    """

    picture_chosen = Signal(str, object)

    def __init__(self, style: PaperStyle, parent: QWidget | None = None) -> None:
        super().__init__(_("How papers look"), _("Save"), parent)
        self._before = style
        self.pictures = {
            "logo": PapersPicture(_("Logo"), style.logo),
            "signature": PapersPicture(_("Signature"), style.signature),
        }
        self._signed_by = line_field(_("Who signs"), style.signed_by)
        self._signed_as = line_field(_("What they are at your charity"), style.signed_as)
        self._reply_days = line_field(_("Working days to reply"), str(style.reply_days))
        self._correction_days = line_field(_("Days to ask"), str(style.correction_days))
        self.has_chart = QCheckBox(_("Hours by month, as a chart"))
        self.has_chart.setChecked(style.has_chart)
        self.has_code = QCheckBox(_("A square code with the number and the totals"))
        self.has_code.setChecked(style.has_code)
        self._add_pictures()
        self._add_fields()
        self._connect()
        self.pictures["logo"].setFocus()

    def _add_pictures(self) -> None:
        hint = _("A PNG or JPEG picture of up to 1 MB, for the top of papers.")
        self.form.add_field("logo", _("Logo"), self.pictures["logo"], hint)
        self.form.add_widget(label(_("Who signs"), "section"))
        hint = _("Letters and certificates are signed. Leave it empty to sign each by hand.")
        self.form.add_field("signed_by", _("Name"), self._signed_by, hint)
        hint = _("As “Involvement lead”. It stands under the name.")
        self.form.add_field("signed_as", _("What they are at your charity"), self._signed_as, hint)
        hint = _("A PNG or JPEG picture of the signature, in black on white.")
        self.form.add_field("signature", _("Signature"), self.pictures["signature"], hint)

    def _add_fields(self) -> None:
        self.form.add_widget(label(_("Statements"), "section"))
        hint = _("You promise to reply within this time to somebody who says that it is wrong.")
        self.form.add_field("reply_days", _("Working days to reply"), self._reply_days, hint)
        hint = _("People are asked to say so within this many days of the day on the statement.")
        self.form.add_field(
            "correction_days", _("Days to ask for a correction"), self._correction_days, hint
        )
        hint = _("The numbers stand beside it. A person can do without it.")
        self.form.add_field("has_chart", _("Chart"), self.has_chart, hint)
        hint = _("A telephone reads it. It holds nothing that the statement does not say.")
        self.form.add_field("has_code", _("Square code"), self.has_code, hint)

    def _connect(self) -> None:
        for key, picture in self.pictures.items():
            picture.chosen.connect(lambda path, key=key: self.picture_chosen.emit(key, path))
            picture.changed.connect(self.form.changed)
            picture.changed.connect(lambda key=key: self.form.show_error(key, ""))

    # --- what the presenter does -----------------------------------------------------------------

    def show_picture(self, key: str, content: bytes) -> None:
        """Show a picture that papers can have."""
        self.form.show_error(key, "")
        self.pictures[key].show_picture(content)
        self.form.changed.emit()
        self.make_room_for(self.form.box(key))

    def check(self) -> bool:
        """Say what is wrong with a number of days; return whether all can be saved."""
        for key, line in (
            ("reply_days", self._reply_days),
            ("correction_days", self._correction_days),
        ):
            if not _is_days(line):
                words = _("Write a number of days from 1 to {limit}.")
                self.show_error(key, words.format(limit=MOST_DAYS))
                return False
        return True

    def paper_style(self) -> PaperStyle:
        """Return the look of papers as it stands in the form."""
        return dataclasses.replace(
            self._before,
            logo=self.pictures["logo"].content,
            signature=self.pictures["signature"].content,
            signed_by=self._signed_by.text(),
            signed_as=self._signed_as.text(),
            reply_days=int(self._reply_days.text()),
            correction_days=int(self._correction_days.text()),
            has_chart=self.has_chart.isChecked(),
            has_code=self.has_code.isChecked(),
        )


def _is_days(line: QLineEdit) -> bool:
    text = line.text().strip()
    return text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_DAYS
