"""An account of which others who look at the screen see no more than the last four digits."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.domain.bank_details import masked_number, masked_sort_code
from coprod_desktop.domain.participants import BankDetails, format_sort_code
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.labels import announce, label

SHOWN_MS = 20_000


class MaskedAccount(QWidget):
    """Show an account masked; "Show" tells it in full for 20 seconds, or until it is hidden."""

    def __init__(self, details: BankDetails) -> None:
        super().__init__()
        self._details = details
        self.is_shown = False
        self._words = label("", wraps=True)
        self._button = link_button("", icon_name="eye")
        self._button.clicked.connect(lambda: self.set_shown(is_shown=not self.is_shown))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(lambda: self.set_shown(is_shown=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignTop)
        self.set_shown(is_shown=False)

    @property
    def words(self) -> str:
        """Return what is to be read."""
        return self._words.text()

    def set_shown(self, *, is_shown: bool) -> None:
        """Tell the account in full for a while, or mask it."""
        self.is_shown = is_shown
        one = self._details
        code, number = masked_sort_code(), masked_number(one.account_number)
        if is_shown:
            code, number = format_sort_code(one.sort_code), one.account_number
            self._timer.start()
        else:
            self._timer.stop()
        told = _("Sort code {sort_code}").format(sort_code=code)
        self._words.setText(f"{told}\n{_('Account {number}').format(number=number)}")
        self._button.set_text(_("Hide") if is_shown else _("Show"))
        if is_shown:
            announce(self._words, self._words.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Mask the account, so that nobody finds it shown later."""
        super().hideEvent(event)
        self.set_shown(is_shown=False)
