"""The three questions that make a charity's file."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XL, L, M, S, scaled
from coprod_desktop.ui.start.open_panel import ENDING
from coprod_desktop.ui.start.place_note import PlaceNote
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label, set_role
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field

LEAST_CHARACTERS = 8
FIELD_WIDTH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """The answers: rate in pence an hour, and whether work is paid at all for now."""

    organisation: str
    operator: str
    hourly_pence: int
    is_paying: bool
    path: Path
    passphrase: str


class NewPanel(QWidget):
    """Ask for the name, the worth of an hour, and the place of the file.

    `make_requested(NewFile)` comes once every answer can be used.
    """

    make_requested = Signal(object)

    def __init__(self, folder: Path, word_error: WordError) -> None:
        super().__init__()
        self._folder = folder
        self._is_place_chosen = False
        self._name = line_field(_("What is your organisation called?"))
        self._operator = line_field(_("Your own name"))
        self._rate = MoneyEdit(_("What does an hour of work count for?"), word_error)
        self._rate.setMaximumWidth(scaled(120))
        self._paying = QRadioButton(_("We pay some work and record the rest"))
        self._paying.setChecked(True)
        self._unpaid = QRadioButton(_("We pay expenses only, for now"))
        self._place = line_field(_("Where the file is kept"))
        self._first = _passphrase(_("Passphrase, four words or more"))
        self._again = _passphrase(_("The same passphrase again"))
        self._mark = IconMark("circle-check", "good")
        self._verdict = label("", "quiet")
        self._boxes = self._make_boxes()
        self._make = primary_button(_("Make the file"))
        self._lay_out()
        self._connect()
        self._judge()
        self._suggest_place()

    def show_problem(self, field: str, sentence: str) -> None:
        """Show what is wrong under "name", "operator", "rate", "place" or "passphrase"."""
        self._make.setEnabled(True)
        self._boxes[field].show_error(sentence)
        self._boxes[field].field.setFocus()

    def set_making(self, *, is_making: bool) -> None:
        """Take no second answer while the file is being made."""
        self._make.setEnabled(not is_making)

    # --- how it is made ------------------------------------------------------------------------

    def _make_boxes(self) -> dict[str, FieldBox]:
        return {
            "name": FieldBox(_("Name of the organisation"), self._name),
            "operator": FieldBox(_("Your own name"), self._operator),
            "rate": FieldBox(_("For an hour of work"), self._rate),
            "place": FieldBox(_("File"), self._place),
            "passphrase": FieldBox(_("Passphrase, four words or more"), self._first),
            "again": FieldBox(_("The same passphrase again"), self._again),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(_("Make your file: three questions"), "title"))
        about = _("About two minutes. You can change every answer later.")
        column.addWidget(label(about, "quiet", wraps=True))
        column.addSpacing(M)
        self._add_question(
            column,
            "1",
            _("What is your organisation called?"),
            _("As it should stand on statements, and who keeps this file."),
            [_side_by_side(self._boxes["name"], self._boxes["operator"])],
        )
        self._add_question(
            column,
            "2",
            _("What does an hour of work count for?"),
            _("Used for offers, and to show what unpaid work is worth. One rate for all."),
            [self._boxes["rate"], self._paying, self._unpaid],
        )
        choose = Button(_("Choose another place"))
        choose.clicked.connect(self._choose_place)
        self._add_question(
            column,
            "3",
            _("Where shall we keep it?"),
            _("One file that you can copy, back up and take with you."),
            [
                _side_by_side(self._boxes["place"], choose),
                PlaceNote(self._place),
                _side_by_side(self._boxes["passphrase"], self._boxes["again"]),
                _side_by_side(self._mark, self._verdict),
                label(
                    _("Nobody can open the file without it, not even us. Write it down."),
                    "secondary",
                    wraps=True,
                ),
            ],
        )
        column.addSpacing(M)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Next: add people."), "quiet"), stretch=1)
        foot.addWidget(self._make)
        column.addLayout(foot)
        column.addStretch()

    def _add_question(
        self, column: QVBoxLayout, number: str, words: str, hint: str, parts: list[QWidget]
    ) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(label(number, "key"))
        head.addWidget(label(words, "section", wraps=True), stretch=1)
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(XL + S, 0, 0, L)
        inner.setSpacing(S)
        inner.addWidget(label(hint, "quiet", wraps=True))
        for part in parts:
            inner.addWidget(part)
        column.addLayout(inner)

    def _connect(self) -> None:
        self._name.textEdited.connect(self._suggest_place)
        self._place.textEdited.connect(self._note_place)
        for line in (self._first, self._again):
            line.textEdited.connect(self._judge)
        for box in self._boxes.values():
            if isinstance(box.field, QLineEdit):
                box.field.textEdited.connect(lambda _text, box=box: box.show_error(""))
        for line in (self._name, self._operator, self._first, self._again):
            line.returnPressed.connect(self._ask)
        self._make.clicked.connect(self._ask)

    def _suggest_place(self) -> None:
        if self._is_place_chosen:
            return
        name = re.sub(r'[<>:"/\\|?*\x00-\x1f.]', "", self._name.text()).strip() or _("Our charity")
        self._place.setText(str(self._folder / f"{name[:80]}{ENDING}"))

    def _note_place(self) -> None:
        self._is_place_chosen = True

    def _choose_place(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make, so not at start

        dialog = QFileDialog(self, _("Where shall we keep it?"), self._place.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Coprod files (*{ending})").format(ending=ENDING))
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.fileSelected.connect(self._take_place)
        dialog.open()

    def _take_place(self, path: str) -> None:
        self._is_place_chosen = True
        self._place.setText(path)

    def _judge(self) -> None:
        first, again = self._first.text(), self._again.text()
        is_long = len(first.strip()) >= LEAST_CHARACTERS
        is_good = is_long and first == again
        if not first:
            words = _("At least {least} characters.").format(least=LEAST_CHARACTERS)
        elif not is_long:
            words = _("Still short: at least {least} characters.").format(least=LEAST_CHARACTERS)
        elif is_good:
            words = _("Long enough, and both are the same.")
        else:
            words = _("The two are not the same yet.")
        self._verdict.setText(words)
        set_role(self._verdict, "good" if is_good else "quiet")
        self._mark.setVisible(is_good)

    def _ask(self) -> None:
        for box in self._boxes.values():
            box.show_error("")
        problem = self._problem()
        if problem is not None:
            self.show_problem(*problem)
            return
        self.make_requested.emit(
            NewFile(
                organisation=self._name.text(),
                operator=self._operator.text(),
                hourly_pence=self._rate.pence() or 0,
                is_paying=self._paying.isChecked(),
                path=Path(self._place.text()).expanduser(),
                passphrase=self._first.text(),
            )
        )

    def _problem(self) -> tuple[str, str] | None:
        """Find the first answer that is missing; the rules themselves are checked on saving."""
        if not self._name.text().strip():
            return "name", _("Write the name of your organisation.")
        if not self._operator.text().strip():
            return "operator", _("Write your own name. It stands beside what you change.")
        if not self._rate.settle():
            return "rate", self._rate.problem
        if self._first.text() != self._again.text():
            return "again", _("The two passphrases are not the same. Write it again.")
        return None


def _passphrase(name: str) -> QLineEdit:
    line = line_field(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _side_by_side(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(M)
    for part in parts:
        if isinstance(part, FieldBox):
            row.addWidget(part, stretch=1)
        else:  # a button stands level with the field, not with its label
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignBottom)
    if not any(isinstance(part, FieldBox) for part in parts):
        row.addStretch()
    return whole
