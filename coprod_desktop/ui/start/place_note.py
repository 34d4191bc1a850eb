"""Say what to mind where a file lies in a folder that others copy, or on another computer."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coprod_desktop.domain.places import DRIVE_KINDS, PlaceKind, place_of
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label


class PlaceNote(QWidget):
    """Follow a field with a path; empty and hidden for a folder of this computer's own."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._words = label("", "secondary", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(IconMark("info", "accent"))
        row.addWidget(self._words, stretch=1)
        self.hide()
        field.textChanged.connect(self._judge)

    @property
    def words(self) -> str:
        """Return what it says."""
        return self._words.text()

    def _judge(self, text: str) -> None:
        words = place_words(Path(text.strip())) if text.strip() else ""
        if words == self._words.text():
            return
        self._words.setText(words)
        self.setVisible(bool(words))
        announce(self, words)


def place_words(path: Path) -> str:
    """Return what to mind about the folder of a file, or nothing."""
    kind, service = place_of(path, os.environ, _drive_of(path))
    if kind is PlaceKind.SYNCED:
        return _(
            "{service} copies this folder to other computers. The file stays locked by its "
            "passphrase there. Have it open on one computer at a time, and let {service} finish "
            "before you open it on another."
        ).format(service=service)
    return {
        PlaceKind.HERE: "",
        PlaceKind.NETWORK: _(
            "This folder is on another computer. A file that is open there can be damaged when "
            "the network drops. Better keep the file on this computer, and put copies of it there."
        ),
        PlaceKind.REMOVABLE: _(
            "This is a stick or a card. Better keep the file on this computer, and put copies of "
            "it here: what is pulled out while it is open can lose the last change."
        ),
    }[kind]


if sys.platform == "win32":
    import ctypes

    def _drive_of(path: Path) -> PlaceKind:
        """Ask Windows what kind of drive a path is on."""
        kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor or None)
        return DRIVE_KINDS.get(kind, PlaceKind.HERE)
else:

    def _drive_of(_path: Path) -> PlaceKind:
        return PlaceKind.HERE
