"""The last resort: say that something went wrong, keep the window, and offer the details."""

import logging
import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XL, L, M, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import label

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """Show an unforeseen failure; nothing that was typed is touched."""

    def __init__(self, error: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something went wrong"))
        self.setMinimumWidth(scaled(520))
        self.details = QPlainTextEdit(details_of(error))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(_("Details for whoever helps you"))
        copy = Button(_("Copy the details"), icon_name="copy")
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.details.toPlainText())
        )
        go_on = primary_button(_("Go on"))
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addWidget(label(_("Something went wrong in the program"), "title"))
        words = _(
            "Everything that was saved before is safe, and what you are typing is still there. "
            "Please go on, or close and open the program. If it happens again, send these details "
            "to whoever helps you; they hold no names or amounts."
        )
        column.addWidget(label(words, wraps=True))
        column.addWidget(self.details, stretch=1)
        column.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    @staticmethod
    def show_for(error: BaseException, parent: QWidget | None) -> "CrashDialog":
        """Log the failure and show it."""
        _log.error("unforeseen failure\n%s", details_of(error))
        dialog = CrashDialog(error, parent)
        dialog.open()
        return dialog


def details_of(error: BaseException) -> str:
    """Return where the failure happened, without its message, which may hold personal data."""
    places = traceback.extract_tb(error.__traceback__)
    lines = [f"{place.filename}:{place.lineno} {place.name}" for place in places]
    return "\n".join([type(error).__name__, *lines])
