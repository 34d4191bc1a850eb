"""The fields over the sheet: project, day, times, kind of work, title and place."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import M, em, type_font
from coprod_desktop.ui.session_sheet.completing import CompletingEdit
from coprod_desktop.ui.session_sheet.draft import WordError
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.clock_edit import ClockEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.field_box import FieldBox

_WIDTHS = {
    "project": 14.0,
    "day": 16.0,
    "from": 5.0,
    "to": 5.0,
    "kind": 12.0,
    "title": 13.0,
    "place": 12.0,
}
_FIXED = ("from", "to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands over the sheet; the times are minutes after midnight."""

    project_id: int | None = None
    held_on: datetime.date | None = None
    starts: int | None = None
    ends: int | None = None
    kind_of_work: str = KINDS_OF_WORK[0]
    title: str = ""
    place: str = ""

    @property
    def minutes(self) -> int:
        """Return the length of the session, or nothing where a time is missing."""
        if self.starts is None or self.ends is None:
            return 0
        return max(self.ends - self.starts, 0)

    @property
    def is_backwards(self) -> bool:
        """Say whether the session would end before it begins."""
        return None not in (self.starts, self.ends) and not self.minutes


class SessionFields(QWidget):
    """Collect what all rows share; `changed` comes with every change.

    `earlier` is what was written before, for completing.
    """

    changed = Signal()

    def __init__(self, word_error: WordError, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self._today = today
        self.project: ChoiceEdit[int] = ChoiceEdit(_("Project"))
        self.day = DateEdit(_("Date"), word_error, today)
        self.starts, self.ends = ClockEdit(_("From"), word_error), ClockEdit(_("To"), word_error)
        kinds = [Choice(kind, kind) for kind in KINDS_OF_WORK]
        self.kind: ChoiceEdit[str] = ChoiceEdit(_("Kind of work"), kinds)
        self.earlier = EarlierValues()
        self.title = CompletingEdit(_("Title"), lambda: self.earlier.titles)
        self.place = CompletingEdit(_("Place"), lambda: self.earlier.places)
        self._boxes = {
            "project": FieldBox(_("Project"), self.project),
            "day": FieldBox(_("Date"), self.day),
            "from": FieldBox(_("From"), self.starts),
            "to": FieldBox(_("To"), self.ends),
            "kind": FieldBox(_("Kind of work"), self.kind),
            "title": FieldBox(_("Title"), self.title),
            "place": FieldBox(_("Place"), self.place),
        }
        self._lines: list[list[str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._lay_out([list(self._boxes)])
        self.start_again()
        self._watch()

    def head(self) -> Head:
        """Return what stands in the fields."""
        return Head(
            project_id=self.project.value(),
            held_on=self.day.day(),
            starts=self.starts.value(),
            ends=self.ends.value(),
            kind_of_work=self.kind.value() or KINDS_OF_WORK[0],
            title=self.title.text(),
            place=self.place.text(),
        )

    def set_head(self, head: Head) -> None:
        """Put values into the fields; a kind that is not offered leaves the one that is there."""
        self.project.set_value(head.project_id)
        if head.held_on is not None:
            self.day.set_day(head.held_on)
        self.starts.set_value(head.starts)
        self.ends.set_value(head.ends)
        before = self.kind.value()
        self.kind.set_value(head.kind_of_work)
        if self.kind.value() is None:
            self.kind.set_value(before)
        self.title.setText(head.title)
        self.place.setText(head.place)
        self._tell()

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer these projects; the only one is chosen at once."""
        self.project.set_choices([Choice(one.project_id, one.name) for one in projects])
        if self.project.value() is None and len(projects) == 1:
            self.project.set_value(projects[0].project_id)

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Offer these kinds of work; what is chosen stays."""
        self.kind.set_choices([Choice(kind, kind) for kind in kinds])

    def start_again(self) -> None:
        """Empty the fields for another session; project, kind and place stay."""
        self.day.set_day(self._today())
        for clock in (self.starts, self.ends):
            clock.set_value(None)
        self.title.clear()
        if self.kind.value() is None:
            self.kind.set_value(KINDS_OF_WORK[0])
        self._hint_title()

    def set_today(self) -> None:
        """Put today in the date."""
        self.day.set_day(self._today())

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field, and put the keyboard there; raises KeyError."""
        self._boxes[key].show_error(sentence)
        self._boxes[key].field.setFocus()

    def error(self, key: str) -> str:
        """Return the sentence under a field; raises KeyError."""
        return self._boxes[key].error

    def settle(self) -> bool:
        """Have every field read its text; go to the first not understood, and say if all is."""
        wrong = []
        for key, box in self._boxes.items():
            box.show_error(box.own_problem())
            if box.error:
                wrong.append(key)
        if wrong:
            self._boxes[wrong[0]].field.setFocus()
        return not wrong

    def _watch(self) -> None:
        for field in (self.project, self.day, self.starts, self.ends, self.kind):
            field.value_changed.connect(lambda _value: self._tell())
        for line in (self.title, self.place):
            line.textEdited.connect(lambda _text: self._tell())
        for key in ("project", "day", "to"):
            box = self._boxes[key]
            for part in (box.field, *box.field.findChildren(QLineEdit)):
                if isinstance(part, QLineEdit):
                    part.textEdited.connect(lambda _text, box=box: box.show_error(""))

    def _tell(self) -> None:
        self._hint_title()
        self.changed.emit()

    def _hint_title(self) -> None:
        """Say what the session is called where no title is written."""
        self.title.setPlaceholderText(self.kind.value() or KINDS_OF_WORK[0])

    # --- room ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the fields into as few lines as fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._fit()

    def _fit(self) -> None:
        unit = em(type_font())
        lines: list[list[str]] = [[]]
        used = 0.0
        for key, width in _WIDTHS.items():
            if lines[-1] and used + width * unit > self.width():
                lines.append([])
                used = 0.0
            lines[-1].append(key)
            used += width * unit + M
        if lines != self._lines:
            self._lay_out(lines)
        for key, box in self._boxes.items():
            if key in _FIXED:
                box.setFixedWidth(round(_WIDTHS[key] * unit))

    def _lay_out(self, lines: list[list[str]]) -> None:
        self._lines = lines
        while self._column.count():
            item = self._column.takeAt(0)
            row = item.layout() if item is not None else None
            while row is not None and row.count():
                row.takeAt(0)
            if row is not None:
                row.deleteLater()
        for keys in lines:
            row_of_fields = QHBoxLayout()
            row_of_fields.setSpacing(M)
            for key in keys:
                stretch = 0 if key in _FIXED else round(_WIDTHS[key])
                row_of_fields.addWidget(self._boxes[key], stretch=stretch)
            self._column.addLayout(row_of_fields)
