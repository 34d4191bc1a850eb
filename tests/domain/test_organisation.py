"""What stands on every paper about the charity is tidy."""

import pytest

from coprod_desktop.domain.errors import NameMissingError
from coprod_desktop.domain.organisation import clean_organisation
from tests.builders import an_organisation


@pytest.mark.parametrize(
    "field",
    "name charity_number address contact_name contact_phone contact_email four_eyes_note".split(),
)
def test_texts_of_the_charity_are_tidied(field: str) -> None:
    tidy = clean_organisation(an_organisation(**{field: "\t kept \n"}))
    assert getattr(tidy, field) == "kept"


def test_a_charity_has_a_name() -> None:
    with pytest.raises(NameMissingError):
        clean_organisation(an_organisation(name=" "))


def test_the_key_that_seals_papers_is_not_touched() -> None:
    assert clean_organisation(an_organisation(seal_key=" ab ")).seal_key == " ab "


def test_a_note_of_spaces_does_not_excuse_a_second_approver() -> None:
    assert clean_organisation(an_organisation(four_eyes_note=" \n ")).four_eyes_note == ""
