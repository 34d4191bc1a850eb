"""What is new in a pay run against the one before it, in four figures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QSizePolicy

from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.run_looks import SinceLast
from coprod_desktop.ui.scale import XS, XXL, em
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.labels import label

_TWO_COLUMNS_EM = 44


class SinceCard(Card):
    """Show the four figures; it is hidden for the first run of a file.

    They stand two by two, or one under another where there is little room.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._figures: list[QLabel] = []
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._add_side(_("New account details"), _("A part kept back"))
        self._add_side(_("Paid for the first time"), _("Paid again after it came back"))
        self.body.addLayout(self._sides)
        self._fit()

    def show_since(self, since: SinceLast) -> None:
        """Show what is new since the run before."""
        self.setVisible(since.number is not None)
        self.set_words(_("What changed since pay run {number}").format(number=since.number))
        counts = (since.new_accounts, since.kept_back, since.first_payments, since.paid_again)
        for figure, count in zip(self._figures, counts, strict=True):
            figure.setText(people_words(count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between two columns and one."""
        super().resizeEvent(event)
        self._fit()

    def _add_side(self, *words: str) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(0, 1)
        for at, what in enumerate(words):
            figure = label("", "strong")
            grid.addWidget(label(what), at, 0)
            grid.addWidget(figure, at, 1, Qt.AlignmentFlag.AlignRight)
            self._figures.append(figure)
        self._sides.addLayout(grid, stretch=1)

    def _fit(self) -> None:
        is_wide = self.width() >= _TWO_COLUMNS_EM * em(self.font())
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._sides.setSpacing(XXL if is_wide else XS)


def people_words(count: int) -> str:
    """Write how many people, or that there are none."""
    if not count:
        return _("nobody")
    return ngettext("{count:,} person", "{count:,} people", count).format(count=count)
