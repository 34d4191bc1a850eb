"""The button that puts a ready-made policy in the place of the rules on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.i18n import _
from coprod_desktop.services.policies import Starter
from coprod_desktop.ui.settings.policy_words import starter_words
from coprod_desktop.ui.widgets.buttons import Button


class PolicyBegin(Button):
    """Offer the starters and the rules that hold today; `chosen_text(text, name)`."""

    chosen_text = Signal(str, str)

    def __init__(self, starters: Sequence[Starter], in_force: PolicyVersion) -> None:
        super().__init__(_("Begin from…"), icon_name="copy-plus")
        menu = QMenu(self)
        menu.setAccessibleName(self.words)
        for starter in starters:
            self._offer(menu, starter.text, starter_words(starter.key, starter.name))
        menu.addSeparator()
        self._offer(menu, in_force.text, _("The rules that hold today"))
        self.setMenu(menu)

    def _offer(self, menu: QMenu, text: str, name: str) -> None:
        action = menu.addAction(name)
        action.triggered.connect(lambda: self.chosen_text.emit(text, name))
