"""Quiet notes about limits that people asked us to watch, with what can be done about each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.limit_sums import Level, LimitWarning
from coprod_desktop.domain.limit_words import because
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.labels import announce
from coprod_desktop.ui.widgets.notice_card import NoticeCard


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitNote:
    """One person's warning, for a row of the sheet where it belongs to one."""

    name: str
    warning: LimitWarning
    number: int = 0

    @property
    def heading(self) -> str:
        """Say how close it is, without naming the rule."""
        words = {
            Level.OVER: _("{name} asked to be told: over their limit"),
            Level.AT: _("{name} asked to be told: exactly at their limit"),
            Level.NEAR: _("{name} asked to be told: close to their limit"),
            Level.COUNTS: _("{name} asked to be told what counts"),
        }
        return words[self.warning.level].format(name=self.name)

    @property
    def reason(self) -> str:
        """Say the whole sum, and whom to ask."""
        return because(self.warning)


class LimitNotes(QWidget):
    """Show the notes under one another; it takes no room while there is none.

    `wait_requested(note)` and `part_requested(note)` come from the links of a note; `remark` says
    what else can be done.
    """

    wait_requested = Signal(object)
    part_requested = Signal(object)

    def __init__(
        self, *, can_wait: bool, can_part: bool, remark: str = "", is_tinted: bool = False
    ) -> None:
        super().__init__()
        self._can_wait, self._can_part = can_wait, can_part
        self._remark, self._is_tinted = remark, is_tinted
        self._notes: tuple[LimitNote, ...] = ()
        self._cards: list[NoticeCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.hide()

    @property
    def notes(self) -> tuple[LimitNote, ...]:
        """Return what is on show."""
        return self._notes

    def show_notes(self, notes: Sequence[LimitNote]) -> None:
        """Show these, and have what is new read aloud."""
        before, self._notes = self._notes, tuple(notes)
        if before == self._notes:
            return
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(note) for note in notes]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()  # what is added later would else appear only with the next turn
        self.setVisible(bool(notes))
        told = {note.heading for note in before}
        new = [note.heading for note in notes if note.heading not in told]
        announce(self, ". ".join(new))

    def _card(self, note: LimitNote) -> NoticeCard:
        words = _("Only because {name} asked. It stops nothing and is never printed.")
        privacy = f"{words.format(name=note.name)} {self._remark}".strip()
        return NoticeCard(
            note.heading, note.reason, privacy, self._actions(note), is_tinted=self._is_tinted
        )

    def _actions(self, note: LimitNote) -> list[tuple[str, Callable[[], None]]]:
        found: list[tuple[str, Callable[[], None]]] = []
        if self._can_wait and note.warning.can_wait:
            wait = _("Wait with this payment")
            found.append((wait, lambda: self.wait_requested.emit(note)))
        if self._can_part and note.warning.can_part:
            part = _("Take part of it, {pence}")
            pence = format_pounds(note.warning.fits_pence)
            found.append((part.format(pence=pence), lambda: self.part_requested.emit(note)))
        return found
