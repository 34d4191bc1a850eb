"""The rows of the sheet as a table that can be typed into, with what is known of each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.services.sessions import PricedRow
from coprod_desktop.ui.limit_notes import LimitNote
from coprod_desktop.ui.session_sheet.draft import (
    TIMES,
    DraftRow,
    Place,
    WordError,
    Wrong,
    first_gap,
    is_empty,
    shown,
    with_wrong,
    write,
)
from coprod_desktop.ui.session_sheet.judging import NOTHING, Verdict
from coprod_desktop.ui.session_sheet.looks import Look, cell_look
from coprod_desktop.ui.session_sheet.sheet_rows import SheetRows, replaced
from coprod_desktop.ui.widgets.columns import Align

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ROLES = frozenset({_DISPLAY, _EDIT, _ALIGNMENT, _TOOLTIP, _SPOKEN})
_RIGHT = frozenset({*TIMES, Place.OFFER})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """The wish to add somebody of this name, chosen in a name cell."""

    name: str


class SheetModel(SheetRows):
    """Show the draft of a session with what its rows offer, and what keeps them from being saved.

    `person_wanted(name)` asks for a new person; answer it with `take_person`. `earlier` is what
    was written before, for completing.
    """

    person_wanted = Signal(str)

    def __init__(self, word_error: WordError) -> None:
        super().__init__(word_error)
        self._verdicts: dict[DraftRow, Verdict] = {}
        self.earlier = EarlierValues()

    # --- what is on the sheet ------------------------------------------------------------------

    def priced_at(self, number: int) -> PricedRow | None:
        """Return what a row offers, once it is known."""
        return self._verdicts.get(self._rows[number], NOTHING).priced

    def limit_notes(self) -> list[LimitNote]:
        """Return how close rows bring those who asked to be told, as far as it is known."""
        found = []
        for number, row in enumerate(self._rows):
            warning = self._verdicts.get(row, NOTHING).limit
            if warning is not None and row.participant is not None:
                found.append(LimitNote(name=row.participant.name, warning=warning, number=number))
        return found

    def verdicts(self) -> list[Verdict]:
        """Return what is known of each row of `rows`."""
        return [self._verdicts.get(row, NOTHING) for row in self.rows]

    def trouble_at(self, number: int) -> Wrong | None:
        """Return what keeps a row from being saved, as far as it is known."""
        row = self._rows[number]
        if row.wrong:
            return first_gap(row)
        verdict = self._verdicts.get(row, NOTHING)
        if not verdict.sentence:
            return None
        return Wrong(place=verdict.place, text="", sentence=verdict.sentence)

    def first_trouble(self) -> tuple[int, Wrong] | None:
        """Return the first row that cannot be saved, also for what is still missing."""
        for number, row in enumerate(self._rows):
            if not is_empty(row):
                trouble = first_gap(row) or self.trouble_at(number)
                if trouble is not None:
                    return number, trouble
        return None

    def twice(self) -> list[int]:
        """Return the numbers of the rows whose person stands further up as well."""
        seen = Counter[int]()
        found = []
        for number, row in enumerate(self._rows):
            if row.participant is not None:
                seen[row.participant.participant_id] += 1
                if seen[row.participant.participant_id] > 1:
                    found.append(number)
        return found

    # --- what changes it -----------------------------------------------------------------------

    def put(self, number: int, place: Place, typed: object) -> None:
        """Put what was typed or chosen into a cell."""
        if isinstance(typed, NewPerson):
            self._put_new_person(number, typed.name)
        else:
            self.put_all([(number, place, typed)])

    def _put_new_person(self, number: int, name: str) -> None:
        wrong = Wrong(
            place=Place.NAME,
            text=name,
            sentence=_("“{name}” is not added yet. Choose the name again.").format(name=name),
        )
        row = write(self._rows[number], Place.NAME, "", self.names, self._word_error)
        row = with_wrong(row, wrong)
        self._change(replaced(self._rows, number, row))
        self.person_wanted.emit(name)

    def take_person(self, name: str, person: Participant) -> None:
        """Put a person who was added into every row that waits for this name."""
        for number, row in enumerate(self._rows):
            wrong = row.wrong_at(Place.NAME)
            if wrong is not None and wrong.text == name:
                self.put(number, Place.NAME, person)

    def refuse_person(self, name: str, sentence: str) -> None:
        """Say in every row that waits for this name why nobody was added."""
        rows = []
        for row in self._rows:
            wrong = row.wrong_at(Place.NAME)
            if wrong is not None and wrong.text == name:
                row = with_wrong(row, Wrong(place=Place.NAME, text=name, sentence=sentence))
            rows.append(row)
        self._show(tuple(rows))

    def value_at(self, number: int, place: Place) -> object:
        """Return what stands in a cell, so that it can be put into another as it is."""
        row = self._rows[number]
        values = {
            Place.NAME: row.participant,
            Place.CAPACITY: row.capacity,
            Place.ANSWER: row.answer,
            Place.EXPENSE: row.expense,
        }
        if row.wrong_at(place) or place not in values:
            return shown(row, place)
        return values[place] or ""

    def set_kind(self, kind: str) -> None:
        """Name the column of the session's own work."""
        self._kind = kind
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Place.MET, Place.MET)

    def set_verdicts(self, rows: Sequence[DraftRow], verdicts: Sequence[Verdict]) -> None:
        """Show what these rows offer; rows that changed meanwhile wait for their own."""
        self._verdicts = dict(zip(rows, verdicts, strict=True))
        self._tell_all()

    # --- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the rows, with the empty one."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the columns."""
        return 0 if parent.isValid() else len(Place)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be typed into but the offer."""
        flags = super().flags(index)
        if not index.isValid() or index.column() == Place.OFFER:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Put what was typed into a cell."""
        if role != _EDIT or not index.isValid():
            return False
        self.put(index.row(), Place(index.column()), value)
        return True

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return what Qt and screen readers ask of a cell; the painter asks `look`."""
        if role not in _ROLES or not index.isValid():
            return None
        place = Place(index.column())
        if role == _ALIGNMENT:
            return int(_side(place) | Qt.AlignmentFlag.AlignVCenter)
        if role == _EDIT:
            return shown(self._rows[index.row()], place)
        trouble = self.trouble_at(index.row())
        sentence = trouble.sentence if trouble is not None and trouble.place is place else ""
        if role == _TOOLTIP:
            return sentence or None
        text = self.look(index.row(), place).text
        return f"{text}. {sentence}" if role == _SPOKEN and sentence else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the title of a column, or the number of a row."""
        if role == _ALIGNMENT and orientation == Qt.Orientation.Horizontal:
            return int(_side(Place(section)) | Qt.AlignmentFlag.AlignVCenter)
        if role != _DISPLAY:
            return None
        return section + 1 if orientation == Qt.Orientation.Vertical else self.title(Place(section))

    def title(self, place: Place) -> str:
        """Return the title of a column."""
        return {
            Place.NAME: _("Name"),
            Place.CAPACITY: _("Taking part as"),
            Place.PREPARED: _("Prep"),
            Place.MET: self._kind or _("Meeting"),
            Place.TRAVELLED: _("Travel"),
            Place.SKILLS: _("Skills used"),
            Place.ANSWER: _("Paid or unpaid"),
            Place.OFFER: _("Offer"),
            Place.EXPENSE: _("Expense"),
            Place.NOTE: _("Note"),
        }[place]

    def look(self, number: int, place: Place) -> Look:
        """Say how a cell looks."""
        return cell_look(
            self._rows[number],
            place,
            trouble=self.trouble_at(number),
            priced=self.priced_at(number),
            is_twice=place is Place.NAME and number in self.twice(),
            has_people=bool(len(self.names)),
        )


def _side(place: Place) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if place in _RIGHT else Qt.AlignmentFlag.AlignLeft


def align_of(place: Place) -> Align:
    """Return on which side the words of a column stand."""
    return Align.RIGHT if place in _RIGHT else Align.LEFT
