"""People are named as they wish, and bank details are digits that kept their zeros."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    NameMissingError,
    SortCodeUnreadableError,
    TextTooLongError,
)
from coprod_desktop.domain.participants import (
    clean_bank_details,
    clean_participant,
    format_sort_code,
)
from tests.builders import a_bank_details, a_participant
from tests.invented import in_arabic_digits, in_full_width


def test_papers_carry_the_name_that_the_person_wants_there() -> None:
    assert a_participant().printed_name == "Aisha Rahman"
    assert a_participant(name_on_papers="Aisha R.").printed_name == "Aisha R."


@pytest.mark.parametrize(
    "field", ["name", "name_on_papers", "name_in_script", "email", "phone", "address"]
)
def test_texts_of_a_participant_are_tidied(field: str) -> None:
    tidy = clean_participant(a_participant(**{field: "\N{ZERO WIDTH SPACE}  kept "}))
    assert getattr(tidy, field) == "kept"


def test_lines_of_notes_are_kept() -> None:
    tidy = clean_participant(a_participant(address="7 Orchard Row\r\nRivermead", wishes=" a\nb "))
    assert (tidy.address, tidy.wishes) == ("7 Orchard Row\nRivermead", "a\nb")


def test_a_participant_has_a_name_of_a_length_that_papers_hold() -> None:
    with pytest.raises(NameMissingError):
        clean_participant(a_participant(name=" "))
    with pytest.raises(TextTooLongError):
        clean_participant(a_participant(name="x" * 300))


@pytest.mark.parametrize(
    "written",
    [
        "001462",
        "00-14-62",
        "00 14 62",
        " 00–14–62 ",
        in_full_width("00-14-62"),
        in_arabic_digits("00-14-62"),
    ],
)
def test_sort_codes_are_read_as_people_write_them(written: str) -> None:
    assert clean_bank_details(a_bank_details(sort_code=written)).sort_code == "001462"


@pytest.mark.parametrize("written", ["", "1462", "0014621", "00-14-6O", "00.14.62", "²01462"])
def test_a_sort_code_without_six_digits_is_refused(written: str) -> None:
    with pytest.raises(SortCodeUnreadableError):
        clean_bank_details(a_bank_details(sort_code=written))


@pytest.mark.parametrize("written", ["01234567", "0123 4567", "0123-4567", "\t01234567\n"])
def test_account_numbers_keep_their_zeros(written: str) -> None:
    assert clean_bank_details(a_bank_details(account_number=written)).account_number == "01234567"


@pytest.mark.parametrize("written", ["", "1234567", "012345678", "O1234567", "1.23E+07"])
def test_an_account_number_without_eight_digits_is_refused(written: str) -> None:
    with pytest.raises(AccountNumberUnreadableError):
        clean_bank_details(a_bank_details(account_number=written))


def test_errors_about_bank_details_repeat_none_of_the_digits() -> None:
    for field, error in (
        ("sort_code", SortCodeUnreadableError),
        ("account_number", AccountNumberUnreadableError),
    ):
        with pytest.raises(error) as raised:
            clean_bank_details(a_bank_details(**{field: "99"}))
        assert "99" not in f"{raised.value} {raised.value.facts}"


def test_the_name_at_the_bank_is_needed() -> None:
    with pytest.raises(NameMissingError):
        clean_bank_details(a_bank_details(account_name=" "))


@given(st.from_regex(r"[0-9]{6}", fullmatch=True))
def test_a_sort_code_as_written_is_read_back(digits: str) -> None:
    details = a_bank_details(sort_code=format_sort_code(digits))
    assert clean_bank_details(details) == dataclasses.replace(details, sort_code=digits)
