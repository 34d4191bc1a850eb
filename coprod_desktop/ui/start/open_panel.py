"""Open a file: which one, and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.start.place_note import PlaceNote
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label

ENDING = ".coprod"


class OpenPanel(QWidget):
    """Ask for a file and its passphrase; `open_requested(path, passphrase)` hands them on.

    `path_named(path)` comes with each file that is named, also before its passphrase is typed.
    """

    open_requested = Signal(object, str)
    path_named = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._is_filled_in = False
        self._place = QLineEdit()
        self._place.setAccessibleName(_("File"))
        self._passphrase = QLineEdit()
        self._passphrase.setAccessibleName(_("Passphrase"))
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._place_box = FieldBox(_("File"), self._place)
        self._passphrase_box = FieldBox(_("Passphrase"), self._passphrase)
        self._remember = QCheckBox(_("Remember the passphrase on this computer"))
        self._remember.setToolTip(_("Windows keeps it for your account. Not for a shared account."))
        self._remember.hide()
        self._open = primary_button(_("Open the file"))
        self._lay_out()
        self._open.clicked.connect(self._ask)
        self._passphrase.returnPressed.connect(self._ask)
        self._place.returnPressed.connect(self._passphrase.setFocus)
        self._passphrase.textEdited.connect(lambda: self._passphrase_box.show_error(""))
        self._place.textEdited.connect(lambda: self._place_box.show_error(""))
        self._place.editingFinished.connect(self._tell_path)

    @property
    def is_to_remember(self) -> bool:
        """Say whether the passphrase is to be remembered on this computer."""
        return self._remember.isChecked()

    def offer_to_remember(self) -> None:
        """Offer to remember passphrases, because this computer has a safe place for them."""
        self._remember.show()

    def fill_in(self, path: Path, passphrase: str) -> None:
        """Fill in what was remembered for a file, unless another was named or something typed."""
        if self._path() == path and not self._passphrase.text():
            self._passphrase.setText(passphrase)
            self._is_filled_in = bool(passphrase)
            self._remember.setChecked(bool(passphrase))
            if passphrase and self._passphrase.hasFocus():
                self._open.setFocus()

    def set_path(self, path: Path) -> None:
        """Name the file, and go to the passphrase."""
        self._place.setText(str(path))
        self._place_box.show_error("")
        if self._is_filled_in:  # it is that of the file named before
            self.forget()
        self._passphrase.setFocus()
        self._tell_path()

    def show_problem(self, sentence: str, *, is_passphrase: bool) -> None:
        """Show why the file does not open, under the passphrase or under the file."""
        self._open.setEnabled(True)
        box = self._passphrase_box if is_passphrase else self._place_box
        box.show_error(sentence)
        box.field.setFocus()
        if is_passphrase:
            self._passphrase.selectAll()

    def set_opening(self, *, is_opening: bool) -> None:
        """Take no second answer while the file is being opened."""
        self._open.setEnabled(not is_opening)

    def forget(self) -> None:
        """Empty the passphrase, because the file is open."""
        self._passphrase.clear()
        self._is_filled_in = False

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(_("Open a file"), "title"))
        hint = _("A file you have, or one a colleague sent. Its name ends in {ending}.")
        column.addWidget(label(hint.format(ending=ENDING), "quiet", wraps=True))
        column.addSpacing(M)
        choose = Button(_("Choose a file"), icon_name="folder-open")
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._place_box, stretch=1)
        row.addWidget(choose, alignment=Qt.AlignmentFlag.AlignBottom)  # level with the field
        column.addLayout(row)
        column.addWidget(PlaceNote(self._place))
        column.addWidget(self._passphrase_box)
        column.addWidget(self._remember)
        column.addSpacing(L)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._open)
        column.addLayout(foot)
        column.addStretch()

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make, so not at start

        dialog = QFileDialog(self, _("Open a file"), self._place.text() or str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Coprod files (*{ending})").format(ending=ENDING))
        dialog.fileSelected.connect(lambda path: self.set_path(Path(path)))
        dialog.open()

    def _ask(self) -> None:
        if not self._place.text().strip():
            self.show_problem(_("Choose the file first."), is_passphrase=False)
            return
        self.open_requested.emit(self._path(), self._passphrase.text())

    def _path(self) -> Path:
        return Path(self._place.text().strip()).expanduser()

    def _tell_path(self) -> None:
        if self._place.text().strip():
            self.path_named.emit(self._path())
