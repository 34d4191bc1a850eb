"""The file that a layout makes of three invented payments, and what it writes otherwise."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.payment_orders import SentField, TextChange
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.layout_trials import LayoutTrial, TriedFile
from coprod_desktop.ui.scale import M, S, grown
from coprod_desktop.ui.settings.policy_text_edit import PolicyTextEdit
from coprod_desktop.ui.widgets.labels import label

_LOWEST_FILE, _LOWEST_CHANGES = 120, 60


class LayoutPreview(QWidget):
    """Show what a layout came to; without a file it says why."""

    def __init__(self) -> None:
        super().__init__()
        self.file = PolicyTextEdit(_("The file of three invented payments"), is_read_only=True)
        self.file.setLineWrapMode(PolicyTextEdit.LineWrapMode.NoWrap)
        self.file.setMinimumHeight(grown(_LOWEST_FILE))
        self._about = label("", "quiet", wraps=True)
        self._changes = label("", wraps=True)
        self._changes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setObjectName("scrolled")
        self._area.setWidget(self._changes)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(grown(_LOWEST_CHANGES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(_("The file of three invented payments"), "section", wraps=True))
        column.addWidget(self._about)
        column.addWidget(self.file, stretch=2)
        column.addSpacing(M)
        column.addWidget(self._area, stretch=1)

    @property
    def words(self) -> str:
        """Return what it says below the file."""
        return self._changes.text()

    def show_trial(self, trial: LayoutTrial) -> None:
        """Show the files, and which texts they write otherwise."""
        text = "\n".join(one.text for one in trial.files)
        self.file.replace_text(text)
        self.file.setEnabled(bool(text))
        self._about.setText(_about(trial.files))
        if trial.problems:
            self._changes.setText(_("The layout cannot be read yet, so there is no file."))
        else:
            self._changes.setText(_changed(trial.changes))

    def show_refusal(self, sentence: str) -> None:
        """Say why these payments cannot be written so."""
        self.file.replace_text("")
        self.file.setEnabled(False)
        self._about.setText("")
        self._changes.setText(sentence)


def _about(files: tuple[TriedFile, ...]) -> str:
    if not files:
        return ""
    words = ngettext(
        "{count:,} file, ending in .{ending}", "{count:,} files, ending in .{ending}", len(files)
    )
    return words.format(count=len(files), ending=files[0].extension)


def _changed(changes: tuple[TextChange, ...]) -> str:
    """Say each text that the file writes otherwise, one a line."""
    if not changes:
        return _("Every name and reference is written as it is.")
    kinds = {
        SentField.ACCOUNT_NAME: _("Name"),
        SentField.REFERENCE: _("Reference"),
        SentField.PAYING_NAME: _("Your own name"),
    }
    words = _("{kind}: “{was}” is written as “{now}”.")
    said = [words.format(kind=kinds[one.field], was=one.was, now=one.now) for one in changes]
    return "\n".join(said)
