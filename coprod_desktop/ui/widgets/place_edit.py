"""A field for a folder on this computer, with a button that looks for it."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.plain_fields import line_field


class FolderEdit(QWidget):
    """Hold a folder, which is typed or chosen."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__()
        self._name = name
        self.line: QLineEdit = line_field(name, str(folder))
        self.line.setCursorPosition(0)
        self.choose = Button(_("Choose…"), icon_name="folder-open")
        self.choose.setAccessibleName(_("Choose: {what}").format(what=name))
        self.choose.clicked.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(self.line, stretch=1)
        row.addWidget(self.choose)
        self.setAccessibleName(name)
        self.setFocusProxy(self.line)

    def folder(self) -> Path | None:
        """Return the folder that stands in the field, if any; it need not be there yet."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def _look(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make

        dialog = QFileDialog(self, self._name, self.line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, place: str) -> None:
        self.line.setText(str(Path(place)))  # with the separators of this computer
        self.line.textEdited.emit(self.line.text())  # so that a form knows
