"""The page that the window begins with: New, Open, Demo, and files opened before."""

import datetime
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.i18n import _
from coprod_desktop.ui.preferences import RecentFile
from coprod_desktop.ui.scale import XL, XXL, XXXL, L, M, S, scaled
from coprod_desktop.ui.start.choice_card import ChoiceCard
from coprod_desktop.ui.widgets.buttons import link_button, primary_button
from coprod_desktop.ui.widgets.labels import ElidedLabel, label, rule

if TYPE_CHECKING:  # a panel loads and is made when it is first shown: one is enough for a start
    from coprod_desktop.ui.start.new_panel import NewPanel
    from coprod_desktop.ui.start.open_panel import OpenPanel
    from coprod_desktop.ui.start.seat_panel import SeatPanel

LEFT_WIDTH = 460


class StartPage(QWidget):
    """Offer three ways to begin.

    `make_requested(NewFile)`, `open_requested(path, passphrase)` and `demo_requested` come from
    the three panels. `sit_requested(name, pin, reason)` comes where a file asks who is at the
    keyboard; the reason is that of somebody who forgot their PIN. `path_named(path)` comes with
    each file that is named to be opened.
    """

    make_requested = Signal(object)
    open_requested = Signal(object, str)
    sit_requested = Signal(str, str, str)
    demo_requested = Signal()
    path_named = Signal(object)

    def __init__(self, folder: Path, word_error: Callable[[Exception], str], version: str) -> None:
        super().__init__()
        self._folder = folder
        self._word_error = word_error
        self._cards = (
            ChoiceCard("file-plus", _("New"), _("Make a file for your organisation")),
            ChoiceCard("folder-open", _("Open"), _("Open a file you have")),
            ChoiceCard("play", _("Demo"), _("Look round a made-up charity; nothing is saved")),
        )
        self._demo = primary_button(_("Open the demo"))
        self._demo_words = label("", "bad", wraps=True)
        self._panels = QStackedWidget()
        self._recent = QVBoxLayout()
        self._version = version
        self._lay_out()
        for at, card in enumerate(self._cards):
            card.clicked.connect(lambda _on=False, at=at: self._show(at))
        self._demo.clicked.connect(self.demo_requested)

    @cached_property
    def new(self) -> "NewPanel":
        """The three questions that make a file."""
        from coprod_desktop.ui.start.new_panel import NewPanel

        panel = NewPanel(self._folder, self._word_error)
        panel.make_requested.connect(self.make_requested)
        self._panels.addWidget(panel)
        return panel

    @cached_property
    def open_file(self) -> "OpenPanel":
        """The question which file to open, and its passphrase."""
        from coprod_desktop.ui.start.open_panel import OpenPanel

        panel = OpenPanel(self._folder)
        panel.open_requested.connect(self.open_requested)
        panel.path_named.connect(self.path_named)
        self._panels.addWidget(panel)
        return panel

    @cached_property
    def seat(self) -> "SeatPanel":
        """The question who is at the keyboard, where somebody has a PIN."""
        from coprod_desktop.ui.start.seat_panel import SeatPanel

        panel = SeatPanel()
        panel.sit_requested.connect(self.sit_requested)
        panel.back_requested.connect(lambda: self._show(1))
        self._panels.addWidget(panel)
        return panel

    def ask_who(self, names: Sequence[str]) -> None:
        """Ask in the place of the passphrase who is at the keyboard."""
        self.seat.ask(names)
        self._panels.setCurrentWidget(self.seat)
        self.seat.setFocus()

    def forget_seat(self) -> None:
        """Empty that question, because the file is open."""
        if "seat" in self.__dict__:  # it is made only where a file asks
            self.seat.forget()

    def show_recent(
        self, files: Sequence[RecentFile], today: datetime.date, wanted: Path | None = None
    ) -> None:
        """List the files opened before, and offer `wanted`, the newest of them, or a new file."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if files:
            self._recent.addWidget(label(_("Opened before"), "strong"))
        for file in files[:4]:
            self._recent.addWidget(self._recent_row(file, today))
            self._recent.addWidget(rule())
        if wanted is None and files:
            wanted = files[0].path
        if wanted is None:
            self._show(0)
        else:
            self._offer(wanted)

    def set_demo_opening(self, *, is_opening: bool, problem: str = "") -> None:
        """Take no second wish while the demo is made; show why it could not be."""
        self._demo.setEnabled(not is_opening)
        words = _("Making the charity’s year. This takes some seconds.") if is_opening else problem
        self._demo_words.setText(words)
        self._demo_words.setVisible(bool(words))

    def _offer(self, path: Path) -> None:
        self._show(1)
        self.open_file.set_path(path)

    def _show(self, at: int) -> None:
        self._cards[at].setChecked(True)
        panels = (lambda: self.new, lambda: self.open_file, lambda: self._demo_panel)
        self._panels.setCurrentWidget(panels[at]())

    # --- how it is made ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        row = QHBoxLayout(inside)
        row.setContentsMargins(XXXL, XXL, XXXL, XL)
        row.setSpacing(XXXL)
        left = QWidget()
        left.setMaximumWidth(scaled(LEFT_WIDTH))
        left.setMinimumWidth(240)
        left.setLayout(self._left())
        row.addWidget(left, stretch=2)
        row.addWidget(self._right(), stretch=3)
        scroll = QScrollArea()
        # Asked for the parent of `inside`, PySide would try every class of widget on Qt's viewport.
        scroll.setViewport(QWidget())
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(label("Coprod", "figure"))
        words = _(
            "Log the work people give, paid and unpaid alike. Print what they did. "
            "Pay what was promised."
        )
        column.addWidget(label(words, wraps=True))
        for card in self._cards:
            column.addWidget(card)
        self._recent.setSpacing(S)
        column.addLayout(self._recent)
        column.addStretch()
        foot = _("Works without internet. Nothing leaves this computer. Version {version}")
        column.addWidget(label(foot.format(version=self._version), "secondary", wraps=True))
        return column

    def _right(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(XXL, XL, XXL, XL)
        column.addWidget(self._panels)
        return card

    @cached_property
    def _demo_panel(self) -> QWidget:
        panel = QWidget()
        self._panels.addWidget(panel)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(label(_("Look round a made-up charity"), "title"))
        words = _(
            "A year of a small charity: people, projects, sessions, expenses, pay runs and "
            "statements. Nobody in it is real. Try everything; when you close it, it is gone."
        )
        column.addWidget(label(words, "quiet", wraps=True))
        self._demo_words.hide()
        column.addWidget(self._demo_words)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._demo)
        column.addLayout(foot)
        column.addStretch()
        return panel

    def _recent_row(self, file: RecentFile, today: datetime.date) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        name = link_button(file.path.stem, icon_name="file-lock-2")
        name.setAccessibleDescription(str(file.path))
        name.clicked.connect(lambda: self._offer(file.path))
        row.addWidget(name)
        row.addWidget(ElidedLabel(str(file.path.parent), "secondary"), stretch=1)
        row.addWidget(label(_day_words(file.opened_at.astimezone().date(), today), "secondary"))
        return whole


def _day_words(day: datetime.date, today: datetime.date) -> str:
    if day == today:
        return _("Today")
    from coprod_desktop.domain.dates import long_day  # the rules of dates take a while to load

    return long_day(day)
