"""What each paper wants to know besides what the file knows."""

import datetime
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QCheckBox

from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_contents import ANSWER_DAYS, PaperWishes
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.papers.words import days_words
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field

_DAYS_OF_A_MONTH = 31


class WishFields(Protocol):
    """The fields of one kind of paper."""

    form: Form

    def wishes(self) -> PaperWishes:
        """Return what is said for the paper."""


class LetterFields:
    """What a letter for Jobcentre Plus says besides the facts."""

    def __init__(self) -> None:
        self.form = Form()
        self._to = text_field(_("To"))
        self._taking_part = line_field(_("They take part as"))
        self._purpose = line_field(_("What the work is for"))
        self._weeks = QCheckBox(_("List the hours week by week"))
        self._period_day: ChoiceEdit[int] = ChoiceEdit(_("Their benefit month begins on day"))
        self._period_day.set_choices(
            [Choice(0, _("They did not say"))]
            + [Choice(day, str(day)) for day in range(1, _DAYS_OF_A_MONTH + 1)]
        )
        self._period_day.set_value(0)
        self._not_employed = QCheckBox(_("Say that we do not employ them; our adviser agreed"))
        self._agreed = QCheckBox(_("They asked for this letter and agree to what it says"))
        self._add()

    def _add(self) -> None:
        form = self.form
        form.add_field("to", _("To"), self._to, _("The office and its address, line by line."))
        hint = _("As in “someone who has used mental health services”. Only what they agree to.")
        form.add_field("taking_part", _("They take part as"), self._taking_part, hint)
        hint = _("One whole sentence.")
        form.add_field("purpose", _("What the work is for"), self._purpose, hint)
        form.add_field("period_day", _("Their benefit month begins on day"), self._period_day)
        for key, box in (
            ("weeks", self._weeks),
            ("not_employed", self._not_employed),
            ("agreed", self._agreed),
        ):
            _add_box(form, key, box)
        words = _("The letter states facts. For advice about benefits, ask an adviser.")
        form.add_widget(label(words, "quiet", wraps=True))

    def wishes(self) -> PaperWishes:
        """Return what is said for the letter."""
        return PaperWishes(
            to=_lines(self._to.toPlainText()),
            taking_part=self._taking_part.text().strip(),
            purpose=self._purpose.text().strip(),
            has_weeks=self._weeks.isChecked(),
            period_day=self._period_day.value() or 0,
            is_not_employed=self._not_employed.isChecked(),
            has_agreed=self._agreed.isChecked(),
        )


class WhatIDidFields:
    """What a person says of themselves, in their own words."""

    def __init__(self) -> None:
        self.form = Form()
        self._about = text_field(_("About them"))
        self._did = text_field(_("What they did"))
        hint = _("In their own words, as “I …”. It may stay empty.")
        self.form.add_field("about", _("About them"), self._about, hint)
        hint = _("One thing on each line, as “I …”.")
        self.form.add_field("did", _("What they did"), self._did, hint)

    def wishes(self) -> PaperWishes:
        """Return what is said for the page."""
        about = " ".join(_lines(self._about.toPlainText()))
        return PaperWishes(about=about, did=_lines(self._did.toPlainText()))


class CertificateFields:
    """A certificate wants to know nothing more."""

    def __init__(self) -> None:
        self.form = Form()

    def wishes(self) -> PaperWishes:
        """Return nothing more."""
        return PaperWishes()


class CorrectionFields:
    """Which statement was corrected, and why."""

    def __init__(self, corrected: Sequence[GivenPaper]) -> None:
        self.form = Form()
        self._corrected = {one.number: one for one in corrected}
        self.statement: ChoiceEdit[str] = ChoiceEdit(_("Statement"))
        self.statement.set_choices([Choice(one.number, _correction(one)) for one in corrected])
        if corrected:
            self.statement.set_value(corrected[0].number)
        self._because = line_field(_("Why"))
        self.form.add_field("statement", _("Statement"), self.statement)
        hint = _("One sentence, if you want to say why.")
        self.form.add_field("because", _("Why"), self._because, hint)

    def wishes(self) -> PaperWishes:
        """Return what is said for the notice."""
        return PaperWishes(because=self._because.text().strip())

    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """Return the days of the statement that was corrected, if one is chosen."""
        chosen = self._corrected.get(self.statement.value() or "")
        if chosen is None or chosen.from_on is None or chosen.to_on is None:
            return None
        return chosen.from_on, chosen.to_on


class CheckFields:
    """By when a check sheet is to come back."""

    def __init__(self, word_error: WordError, today: Callable[[], datetime.date]) -> None:
        self.form = Form()
        self._by = DateEdit(_("Answer by"), word_error, today)
        self._by.set_day(today() + datetime.timedelta(days=ANSWER_DAYS))
        self.by = self._by
        self.form.add_field("by", _("Answer by"), self._by)

    def wishes(self) -> PaperWishes:
        """Return what is said for the sheet."""
        return PaperWishes(answer_by_on=self._by.day())


def fields_of_kinds(
    corrected: Sequence[GivenPaper], word_error: WordError, today: Callable[[], datetime.date]
) -> dict[PaperKind, WishFields]:
    """Return the fields of each paper that is for one person, in the order offered."""
    return {
        PaperKind.LETTER: LetterFields(),
        PaperKind.WHAT_I_DID: WhatIDidFields(),
        PaperKind.CERTIFICATE: CertificateFields(),
        PaperKind.CHECK: CheckFields(word_error, today),
        PaperKind.CORRECTION: CorrectionFields(corrected),
    }


def _add_box(form: Form, key: str, box: QCheckBox) -> None:
    """Add a tick box whose own words are its label, and have the form follow it."""
    box.setObjectName(key)
    box.clicked.connect(lambda: form.changed.emit())
    form.add_widget(box)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.splitlines())))


def _correction(paper: GivenPaper) -> str:
    words = _("{number}, {days}, replaces {old}")
    return words.format(number=paper.number, days=days_words(paper), old=paper.replaces_number)
