"""Put a figure of the charity's own before a published one, from a day on."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.figures import format_figure, parse_figure
from coprod_desktop.domain.rates import Unit
from coprod_desktop.i18n import _
from coprod_desktop.services.rate_words import code_words, figure_words, scheme_words
from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was typed: the figure in its unit, its first and last day, and its source."""

    code: str
    value: Decimal
    effective_on: datetime.date
    effective_to: datetime.date | None
    source_title: str
    note: str


class FigureEdit(ParsedEdit[Decimal]):
    """Take a figure of a unit, as "45p", "£12.71", "55%" or "16"."""

    def __init__(self, name: str, unit: Unit, word_error: WordError) -> None:
        super().__init__(name, word_error)
        self._unit = unit

    def parse(self, text: str) -> Decimal:
        """Read a figure of the unit."""
        return parse_figure(text, self._unit)

    def write(self, value: Decimal) -> str:
        """Write a figure with its sign."""
        return format_figure(value, self._unit)


class RateCorrectDialog(FormDialog):
    """Collect a figure that goes before the published one; `correction()` returns it."""

    def __init__(
        self,
        figure: FigureOnDay,
        day: datetime.date,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Correct this figure"), _("Save your figure"), parent)
        self._figure = figure
        self._value = FigureEdit(_("Figure"), figure.unit, word_error)
        self._from = DateEdit(_("From which day"), word_error, today)
        self._from.set_day(day)
        self._until = DateEdit(_("Until which day"), word_error, today)
        self._source = line_field(_("Where it comes from"))
        self._note = text_field(_("Note"))
        if figure.rate is not None:
            self._value.set_value(figure.rate.value)
            self._until.set_day(figure.rate.effective_to)
        self._add_fields()
        self._value.setFocus()

    def _add_fields(self) -> None:
        figure, form = self._figure, self.form
        told = f"{scheme_words(figure.scheme)}: {code_words(figure.code)}"
        form.add_widget(label(told, "strong", wraps=True))
        form.add_field("value", _("Figure"), self._value, _published_words(figure))
        form.add_row(
            [
                ("from", _("From which day"), self._from),
                ("until", _("Until which day"), self._until),
            ]
        )
        words = _("Without a last day it holds until you take it away.")
        form.add_widget(label(words, "quiet", wraps=True))
        hint = _("Such as a web page, a letter or a minute, and its date.")
        form.add_field("source", _("Where it comes from"), self._source, hint)
        form.add_field("note", _("Note"), self._note)

    def correction(self) -> Correction | None:
        """Return what was typed; None, with its sentence shown, while a field is empty."""
        value, day = self._value.value(), self._from.day()
        if value is None:
            self.show_error("value", _("This is needed. Write the figure."))
            return None
        if day is None:
            self.show_error("from", _("This is needed. Write the first day."))
            return None
        return Correction(
            code=self._figure.code,
            value=value,
            effective_on=day,
            effective_to=self._until.day(),
            source_title=self._source.text(),
            note=self._note.toPlainText(),
        )


def _published_words(figure: FigureOnDay) -> str:
    if figure.published is None:
        return _("No published figure is known for this day.")
    return _("Published: {figure}.").format(figure=figure_words(figure.published))
