"""The part of a participant's form that asks how they want their papers."""

import dataclasses

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from coprod_desktop.domain.paper_choices import LANGUAGES, SECTIONS, sections_of
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XS, M
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.words import edition_word, language_word, section_word

_COLUMNS = 2


class PaperFields:
    """Collect the edition and language somebody reads, and what they want left out."""

    def __init__(self, before: Participant) -> None:
        self._before = before
        self._edition = ChoiceEdit(_("Reads"), [Choice(one, edition_word(one)) for one in Edition])
        self._edition.set_value(before.edition)
        self._language = ChoiceEdit(
            _("In"), [Choice(code, language_word(code)) for code in LANGUAGES]
        )
        self._language.set_value(before.language)
        self._wishes = QWidget()
        self._left_out = self._boxes(sections_of(before.left_out))
        self._shows_declined = QCheckBox(_("Say which offers they declined"))
        self._shows_declined.setChecked(before.shows_declined)
        self._wants_web_page = QCheckBox(_("Also make a web page"))
        self._wants_web_page.setChecked(before.wants_web_page)

    def _boxes(self, chosen: frozenset[str]) -> dict[str, QCheckBox]:
        grid = QGridLayout(self._wishes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(XS)
        boxes: dict[str, QCheckBox] = {}
        for place, key in enumerate(SECTIONS):
            boxes[key] = QCheckBox(section_word(key))
            boxes[key].setChecked(key in chosen)
            grid.addWidget(boxes[key], *divmod(place, _COLUMNS))
        self._wishes.setFocusProxy(boxes[SECTIONS[0]])
        return boxes

    def add_to(self, form: Form) -> None:
        """Put the fields into the form, under a heading of their own."""
        form.add_widget(label(_("Their papers"), "section"))
        form.add_row(
            [("edition", _("Reads"), self._edition), ("language", _("In"), self._language)]
        )
        hint = _("Both totals, the work and the payments always stand on a statement.")
        form.add_field("left_out", _("Leave out of their statements"), self._wishes, hint)
        form.add_field("shows_declined", _("Offers"), self._shows_declined)
        form.add_field("wants_web_page", _("On a screen"), self._wants_web_page)

    def asked_of(self, person: Participant) -> Participant:
        """Return the person with the wishes as the form stands."""
        chosen = [key for key, box in self._left_out.items() if box.isChecked()]
        return dataclasses.replace(
            person,
            edition=self._edition.value() or self._before.edition,
            language=self._language.value() or self._before.language,
            left_out=",".join(chosen),
            shows_declined=self._shows_declined.isChecked(),
            wants_web_page=self._wants_web_page.isChecked(),
        )
