"""What people made in a project, and who is credited for it, as its panel shows them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import list_day
from coprod_desktop.i18n import _
from coprod_desktop.services.outputs import CreditedPerson, MadeThing
from coprod_desktop.ui.scale import XS, S
from coprod_desktop.ui.widgets.buttons import Button, IconButton, link_button
from coprod_desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class CreditWish:
    """A credit to give or to change: on what, and to whom; `credited` is None for a new one."""

    thing: MadeThing
    credited: CreditedPerson | None = None


class ThingsMade(QWidget):
    """Show what was made; every wish comes as a signal.

    `add_requested`; `change_requested(Output)`; `credit_requested(CreditWish)`; `roll_requested`
    wants the names of everybody who is credited.
    """

    add_requested = Signal()
    change_requested = Signal(object)
    credit_requested = Signal(object)
    roll_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._things = QWidget()
        self._buttons: dict[Hashable, QWidget] = {}
        self._add = Button(_("Add a thing made"), icon_name="plus")
        self._add.clicked.connect(self.add_requested)
        self._roll = Button(_("Names of all contributors"), icon_name="users")
        self._roll.clicked.connect(self.roll_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        for part in (label(_("Things made"), "section"), self._things, self._add, self._roll):
            self._column.addWidget(part)

    def show_things(self, things: Sequence[MadeThing]) -> None:
        """Show what was made; the keyboard stays on the thing or credit that it was on."""
        held = self._held()
        before, self._things = self._things, QWidget()
        self._buttons = {}
        column = QVBoxLayout(self._things)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        if not things:
            words = _("Nothing is written down yet: a leaflet, a film, a talk.")
            column.addWidget(label(words, "quiet", wraps=True))
        for thing in things:
            column.addWidget(self._thing(thing))
        self._column.replaceWidget(before, self._things)
        before.hide()
        before.deleteLater()
        self._things.show()
        self._roll.setVisible(any(thing.credited for thing in things))
        if held is not None:
            self._buttons.get(held, self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> Hashable | None:
        holder = self.window().focusWidget()
        return next((key for key, one in self._buttons.items() if one is holder), None)

    def _thing(self, thing: MadeThing) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(XS)
        output = thing.output
        words = _("Change “{title}”").format(title=output.title)
        change = IconButton("pencil", words)
        change.clicked.connect(lambda: self.change_requested.emit(output))
        self._buttons["thing", output.output_id] = change
        column.addLayout(_line(output.title, "strong", change))
        for said in filter(None, (_kind_and_day(thing), output.where)):
            column.addWidget(label(said, "secondary", wraps=True))
        for credited in thing.credited:
            words = _("Change the credit of {name}").format(name=credited.participant)
            button = IconButton("pencil", words)
            wish = CreditWish(thing, credited)
            button.clicked.connect(lambda _on=False, wish=wish: self.credit_requested.emit(wish))
            self._buttons["credit", credited.credit.credit_id] = button
            column.addLayout(_line(credit_words(credited), "", button))
        credit = link_button(_("Credit somebody"))
        credit.setAccessibleName(_("Credit somebody for “{title}”").format(title=output.title))
        credit.clicked.connect(lambda: self.credit_requested.emit(CreditWish(thing)))
        self._buttons["new credit", output.output_id] = credit
        column.addWidget(credit)
        return box


def credit_words(credited: CreditedPerson) -> str:
    """Say who is credited with what, how they are named there, or that they are not."""
    credit = credited.credit.credit
    if not credited.named:
        words = _("{name}, not named there: {credit}")
        return words.format(name=credited.participant, credit=credit)
    if credited.named != credited.participant:
        words = _("{name}, named as {named}: {credit}")
        return words.format(name=credited.participant, named=credited.named, credit=credit)
    return _("{name}: {credit}").format(name=credited.participant, credit=credit)


def _kind_and_day(thing: MadeThing) -> str:
    kind, day = thing.output.kind, thing.output.made_on
    if kind and day:
        return _("{kind}, {day}").format(kind=kind, day=list_day(day))
    return kind or (list_day(day) if day else "")


def _line(words: str, role: str, button: IconButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(S)
    line.addWidget(label(words, role, wraps=True), stretch=1)
    line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
    return line
