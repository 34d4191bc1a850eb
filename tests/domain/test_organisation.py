"""What stands on every paper about the charity is tidy."""

import pytest

from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    BacsNumberUnreadableError,
    DomainError,
    NameMissingError,
    NegativeMoneyError,
    SortCodeUnreadableError,
)
from coprod_desktop.domain.organisation import clean_organisation
from tests.builders import an_organisation


@pytest.mark.parametrize(
    "field",
    "name charity_number address contact_name contact_phone contact_email four_eyes_note "
    "account_name bank_layout".split(),
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


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("sort_code", "00-14 62", "001462"),
        ("sort_code", "", ""),
        ("account_number", "0012 3456", "00123456"),
        ("account_number", " ", ""),
        ("service_user_number", "123 456", "123456"),
        ("service_user_number", "", ""),
    ],
)
def test_the_paying_account_is_kept_as_digits_or_left_empty(
    field: str, typed: str, kept: str
) -> None:
    assert getattr(clean_organisation(an_organisation(**{field: typed})), field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("sort_code", "00-14-6", SortCodeUnreadableError),
        ("account_number", "1234567", AccountNumberUnreadableError),
        ("service_user_number", "12345", BacsNumberUnreadableError),
        ("service_user_number", "12345a", BacsNumberUnreadableError),
        ("second_approver_above_pence", -1, NegativeMoneyError),
        ("bank_layout", "", NameMissingError),
    ],
)
def test_half_a_number_is_refused(field: str, typed: object, error: type[DomainError]) -> None:
    with pytest.raises(error):
        clean_organisation(an_organisation(**{field: typed}))


@pytest.mark.parametrize("pence", [None, 0, 100_000])
def test_a_second_approver_is_needed_never_or_above_a_sum(pence: int | None) -> None:
    clean = clean_organisation(an_organisation(second_approver_above_pence=pence))
    assert clean.second_approver_above_pence == pence
