"""The live example: work and a journey that somebody makes up, and what they would pay."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.expenses import parse_miles
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.services.policies import Trial
from coprod_desktop.services.policy_cases import ExampleCase
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.settings.policy_words import answer_lines, answer_sources
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.widgets.why_list import WhyList

_MONTH, _DAY = 6, 4
_MINUTES, _TENTH_MILES = 190, 220


class MilesEdit(ParsedEdit[int]):
    """Take "22" or "7*2"; the value is tenths of a mile."""

    def parse(self, text: str) -> int:
        """Read miles into tenths."""
        return parse_miles(text)

    def write(self, value: int) -> str:
        """Write tenths as "22" or "22.5"."""
        return f"{value / 10:g}"


class PolicyExample(QFrame):
    """Collect a case, `changed` following the typing, and show what it would pay."""

    changed = Signal()

    def __init__(self, word_error: WordError, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._today = today
        self.kind = _kind_field()
        self.time = DurationEdit(_("Length of the work"), word_error)
        self.time.set_minutes(_MINUTES)
        self.day = DateEdit(_("Day of the example"), word_error, today)
        self.day.set_day(datetime.date(today().year, _MONTH, _DAY))
        self.miles = MilesEdit(_("Miles"), word_error)
        self.miles.set_value(_TENTH_MILES)
        self.vehicle: ChoiceEdit[str] = ChoiceEdit(
            _("Vehicle"),
            [
                Choice("car", _("Car")),
                Choice("van", _("Van")),
                Choice("motorcycle", _("Motorcycle")),
                Choice("bicycle", _("Bicycle")),
            ],
        )
        self.vehicle.set_value("car")
        self._work, self._back = label("", "section"), label("", "section")
        self._lines = WhyList()
        self._words = label("", "quiet", wraps=True)
        self._answer = QWidget()
        self._lay_out()
        self.time.value_changed.connect(lambda _minutes: self.changed.emit())
        self.day.value_changed.connect(lambda _day: self.changed.emit())
        self.miles.value_changed.connect(lambda _miles: self.changed.emit())
        self.vehicle.value_changed.connect(lambda _vehicle: self.changed.emit())
        self.kind.textChanged.connect(lambda _text: self.changed.emit())

    def _lay_out(self) -> None:
        form = Form()
        form.add_row([("kind", _("Kind of work"), self.kind), ("time", _("Length"), self.time)])
        form.add_field("day", _("Day"), self.day)
        form.add_row([("miles", _("Miles"), self.miles), ("vehicle", _("By"), self.vehicle)])
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        column.addWidget(label(_("Try it on an example"), "section"))
        column.addWidget(form)
        column.addWidget(self._words)
        column.addWidget(self._answer)
        column.addStretch()
        self._lay_out_answer()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(L, M, S, M)
        outer.addWidget(area)

    def _lay_out_answer(self) -> None:
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(rule())
        both = QHBoxLayout()
        both.setSpacing(L)
        for words, figure in ((_("For the work"), self._work), (_("Expenses back"), self._back)):
            half = QVBoxLayout()
            half.setSpacing(0)
            half.addWidget(label(words, wraps=True))
            half.addWidget(figure)
            both.addLayout(half, stretch=1)
        column.addLayout(both)
        column.addWidget(rule())
        column.addWidget(self._lines)

    def case(self) -> ExampleCase:
        """Return the case as far as it is understood; what is not is left out of it."""
        return ExampleCase(
            on=self.day.day() or datetime.date(self._today().year, _MONTH, _DAY),
            kind_of_work=self.kind.text().strip() or KINDS_OF_WORK[0],
            minutes=self.time.minutes() or 0,
            vehicle=self.vehicle.value() or "car",
            tenth_miles=self.miles.value() or 0,
        )

    def show_trial(self, trial: Trial) -> None:
        """Show what a case would pay, each amount with its reason."""
        answer = trial.answer
        if answer is None:
            self.show_words(_("The rules have to be read before they can pay anything."))
            return
        self._words.hide()
        self._work.setText(format_pounds(answer.payment_pence))
        self._back.setText(format_pounds(answer.reimbursement_pence))
        sources = answer_sources(answer, trial.figures)
        self._lines.show_lines(answer_lines(answer), sources, heading=_("Good to know"))
        self._answer.show()

    def show_words(self, sentence: str) -> None:
        """Say why there is no answer."""
        self._answer.hide()
        self._words.setText(sentence)
        self._words.show()


def _kind_field() -> QLineEdit:
    field = line_field(_("Kind of work"), KINDS_OF_WORK[0])
    completer = QCompleter(list(KINDS_OF_WORK), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    popup = QListView()
    popup.setObjectName("choices")
    popup.setAccessibleName(_("Kind of work"))
    completer.setPopup(popup)
    field.setCompleter(completer)
    return field
