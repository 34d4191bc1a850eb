"""The last step: what came in."""

from collections.abc import Sequence

from coprod_desktop.i18n import _
from coprod_desktop.ui.imports.scrolled import ScrolledPage
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.labels import announce, label


class DonePage(ScrolledPage):
    """Say what an import brought, and that it can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.card = Card(_("Brought in"), "")
        self.body.addWidget(self.card)
        self.body.addStretch()
        self.said = ""

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what came in, a sentence a line."""
        self.said = "\n".join(lines)
        self.card.body.addWidget(label(self.said, wraps=True))
        hint = _("It is one change: Undo takes all of it back, here or later in the Edit menu.")
        self.card.body.addWidget(label(hint, "quiet", wraps=True))
        announce(self, " ".join(lines))
