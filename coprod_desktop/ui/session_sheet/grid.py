"""The sheet in its frame, with its totals under it and the fields that its cells open."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import CELL_PADDING, TABLE_ROW, grown, tabular, type_font
from coprod_desktop.ui.session_sheet.cells import MakeField
from coprod_desktop.ui.session_sheet.completing import CompletingEdit
from coprod_desktop.ui.session_sheet.draft import Place, WordError, capacities
from coprod_desktop.ui.session_sheet.editors import ExpenseEdit, SuggestEdit, Suggestion
from coprod_desktop.ui.session_sheet.judging import Sums
from coprod_desktop.ui.session_sheet.names import told_apart
from coprod_desktop.ui.session_sheet.reading import (
    NotUnderstoodError,
    answer_words,
    offered_answers,
    read_answer,
)
from coprod_desktop.ui.session_sheet.sheet_model import NewPerson, SheetModel, align_of
from coprod_desktop.ui.session_sheet.sheet_view import SheetView
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.totals_row import TotalsRow
from coprod_desktop.ui.words import capacity_word


class SheetGrid(QWidget):
    """Show the sheet in a frame that ends under its last row, with the sums of the columns."""

    def __init__(
        self, model: SheetModel, word_error: WordError, today: Callable[[], datetime.date]
    ) -> None:
        super().__init__()
        fields = _fields(model, word_error)
        self.view = SheetView(model, _("Session sheet"), fields, today)
        columns = [_column(model, place) for place in Place]
        self.totals = TotalsRow(self.view.horizontalHeader(), columns)
        self._corner = _Corner(self.view)
        self._under_names = _UnderNames(self.totals)
        self._frame = QFrame()
        self._frame.setObjectName("list")
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self._corner)
        foot.addWidget(self.totals, stretch=1)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view, stretch=1)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._frame, stretch=1)
        outer.addStretch()
        self.view.horizontalScrollBar().valueChanged.connect(self._follow_names)
        self.view.horizontalHeader().sectionResized.connect(self.totals.update)
        self.setFocusProxy(self.view)
        self.view.height_changed.connect(self._fit)
        self._fit()
        self.show_sums(Sums())

    def show_sums(self, sums: Sums) -> None:
        """Show what the columns come to."""
        people = ngettext("{count} person", "{count} people", sums.people)
        minutes = sums.prepared + sums.met + sums.travelled
        totals = {
            Place.NAME: people.format(count=sums.people),
            Place.PREPARED: format_hours(sums.prepared),
            Place.MET: format_hours(sums.met),
            Place.TRAVELLED: format_hours(sums.travelled),
            Place.SKILLS: _("{hours} in all").format(hours=format_hours(minutes)),
            Place.ANSWER: _("{pence} to pay").format(pence=format_pounds(sums.agreed_pence)),
            Place.OFFER: format_pounds(sums.offered_pence),
            Place.EXPENSE: format_pounds(sums.expense_pence),
        }
        self.totals.set_totals({place.name: words for place, words in totals.items()})
        self._follow_names()

    def _follow_names(self) -> None:
        """Keep the count of people under the names that stay in view."""
        self._under_names.show_words(self.totals.totals.get("NAME", ""), self.view.frozen_width)
        self.totals.update()

    def _fit(self) -> None:
        """End the frame under the last row and the totals."""
        self._frame.setMaximumHeight(self.view.maximumHeight() + grown(TABLE_ROW) + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            if hasattr(self, "_corner"):
                self.view.dress()
                self._corner.updateGeometry()
                self._fit()


class _Corner(QWidget):
    """The ground of the totals under the row numbers."""

    def __init__(self, view: SheetView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as wide as the row numbers."""
        return QSize(self._view.verticalHeader().width(), grown(TABLE_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the rule over it."""
        painter, tokens = QPainter(self), current_tokens()
        painter.fillRect(self.rect(), tokens.color("sunken"))
        painter.fillRect(0, 0, self.width(), 1, tokens.color("edge"))


class _UnderNames(QWidget):
    """The count of people, over what is scrolled out of the totals."""

    def __init__(self, totals: TotalsRow) -> None:
        super().__init__(totals)
        self._words = ""
        self.hide()

    def show_words(self, words: str, width: int) -> None:
        """Stand under names of this width; none hides it."""
        self._words = words
        self.setGeometry(0, 0, width, grown(TABLE_ROW))
        self.setVisible(width > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words as the totals do."""
        painter, tokens = QPainter(self), current_tokens()
        painter.fillRect(self.rect(), tokens.color("sunken"))
        painter.fillRect(0, 0, self.width(), 1, tokens.color("edge"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.color("edge"))
        painter.setFont(tabular(type_font(weight=QFont.Weight.DemiBold)))
        painter.setPen(tokens.color("ink"))
        room = self.rect().adjusted(CELL_PADDING, 1, -CELL_PADDING, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)


def _column(model: SheetModel, place: Place) -> Column[object]:
    return Column(
        key=place.name, title=model.title(place), text=lambda _row: "", align=align_of(place)
    )


def _fields(model: SheetModel, word_error: WordError) -> Mapping[Place, MakeField]:
    def title(place: Place) -> str:
        return model.title(place)

    def duration(place: Place) -> MakeField:
        return lambda: DurationEdit(title(place), word_error)

    def skills() -> QLineEdit:
        return CompletingEdit(title(Place.SKILLS), lambda: model.earlier.skills, has_parts=True)

    def notes() -> QLineEdit:
        return CompletingEdit(title(Place.NOTE), lambda: model.earlier.notes)

    def people(typed: str) -> Sequence[Suggestion]:
        return suggest_people(model, typed)

    def suggest(place: Place) -> QLineEdit:
        find = {Place.NAME: people, Place.CAPACITY: _suggest_capacities}
        return SuggestEdit(title(place), find.get(place, suggest_answers))

    return {
        Place.NAME: lambda: suggest(Place.NAME),
        Place.CAPACITY: lambda: suggest(Place.CAPACITY),
        Place.ANSWER: lambda: suggest(Place.ANSWER),
        Place.PREPARED: duration(Place.PREPARED),
        Place.MET: duration(Place.MET),
        Place.TRAVELLED: duration(Place.TRAVELLED),
        Place.EXPENSE: lambda: ExpenseEdit(title(Place.EXPENSE), word_error),
        Place.SKILLS: skills,
        Place.NOTE: notes,
    }


def suggest_people(model: SheetModel, typed: str) -> list[Suggestion]:
    """Offer the people whom the letters fit, or whose names are much like them.

    Last comes to add somebody new of that name.
    """
    names = model.names
    people = names.find(typed)
    found = [
        Suggestion(text=text, value=one)
        for one, text in zip(people, told_apart(people), strict=True)
    ]
    if not found:
        words, like = _("Did you mean {name}?"), names.like(typed)
        found = [
            Suggestion(text=words.format(name=text), value=one, is_match=False)
            for one, text in zip(like, told_apart(like), strict=True)
        ]
    name = " ".join(typed.split())
    if len(fold(name)) > 1 and not names.is_known(name):
        words = _("Add “{name}” as a new person").format(name=name)
        found.append(Suggestion(text=words, value=NewPerson(name=name), is_match=False))
    return found


def _suggest_capacities(typed: str) -> list[Suggestion]:
    return [Suggestion(text=capacity_word(one), value=one) for one in capacities(typed)]


def suggest_answers(typed: str) -> list[Suggestion]:
    """Offer the answers that the letters may begin; what they mean as they stand comes first."""
    answers = [a for a in offered_answers() if fold(answer_words(a)).startswith(fold(typed))]
    try:
        meant = read_answer(typed) if typed.strip() else None
    except (NotUnderstoodError, DomainError):
        meant = None
    if meant is not None:
        answers = [meant, *(answer for answer in answers if answer != meant)]
    return [Suggestion(text=answer_words(answer), value=answer) for answer in answers]
