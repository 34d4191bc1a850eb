"""The form of a participant asks how they want their papers, and holds it."""

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.paper_choices import SECTIONS
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.ui.participants.paper_fields import PaperFields
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.words import section_word

WISHES = Participant(
    participant_id=7,
    name="Tom Brennan",
    edition=Edition.EASY_READ,
    language="en+cy",
    left_out="value,chart",
    shows_declined=False,
    wants_web_page=True,
)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    return made


def boxes(form: Form, key: str) -> dict[str, QCheckBox]:
    field = form.box(key).field
    found = [field] if isinstance(field, QCheckBox) else field.findChildren(QCheckBox)
    return {one.text(): one for one in found}


def test_what_somebody_wishes_is_shown_and_kept(form: Form) -> None:
    fields = PaperFields(WISHES)
    fields.add_to(form)
    assert fields.asked_of(WISHES) == WISHES
    chosen = [text for text, box in boxes(form, "left_out").items() if box.isChecked()]
    assert chosen == [section_word("value"), section_word("chart")]


def test_every_part_can_be_left_out_and_put_back(form: Form) -> None:
    fields = PaperFields(WISHES)
    fields.add_to(form)
    for box in boxes(form, "left_out").values():
        box.setChecked(True)
    assert fields.asked_of(WISHES).left_out == ",".join(SECTIONS)
    for box in boxes(form, "left_out").values():
        box.click()
    assert fields.asked_of(WISHES).left_out == ""


def test_a_choice_is_a_change_of_the_form(form: Form, qtbot: QtBot) -> None:
    fields = PaperFields(WISHES)
    fields.add_to(form)
    for key in ("left_out", "shows_declined", "wants_web_page"):
        (first, *_rest) = boxes(form, key).values()
        with qtbot.waitSignal(form.changed):
            first.click()
    asked = fields.asked_of(WISHES)
    assert (asked.left_out, asked.shows_declined, asked.wants_web_page) == ("chart", True, False)


def test_edition_and_language_are_chosen_from_lists(form: Form) -> None:
    fields = PaperFields(WISHES)
    fields.add_to(form)
    for key, value in (("edition", Edition.LARGE), ("language", "cy")):
        edit = form.box(key).field
        assert isinstance(edit, ChoiceEdit)
        edit.set_value(value)
    asked = fields.asked_of(WISHES)
    assert (asked.edition, asked.language) == (Edition.LARGE, "cy")
