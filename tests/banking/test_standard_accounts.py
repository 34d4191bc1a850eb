"""Account numbers of other lengths come to eight digits as their bank does it, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.standard_accounts import standard_account
from coprod_desktop.domain.errors import (
    AccountNumberTooLongError,
    AccountNumberUnreadableError,
    DomainError,
    SortCodeUnreadableError,
)


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        # The examples that Vocalink prints in section 2.1.2.
        (("600001", "0123456789"), ("600001", "23456789")),  # NatWest
        (("600001", "01-23456789"), ("600001", "23456789")),
        (("089000", "1234567890"), ("089000", "12345678")),  # The Co-operative Bank
        (("086119", "1234567890"), ("086119", "12345678")),  # Leeds Building Society
        (("720000", "123456789"), ("720001", "23456789")),  # once Alliance & Leicester
        (("200000", "1234567"), ("200000", "01234567")),
        (("200000", "123456"), ("200000", "00123456")),
        # And as people write them.
        (("20-00-00", "1234 5678"), ("200000", "12345678")),
        ((" 20 00 00 ", "٠١٢٣٤٥٦٧"), ("200000", "01234567")),
        (("01-00-00", "1234567890"), ("010000", "34567890")),
        (("40-64-38", "1234567890"), ("406438", "12345678")),
        (("89-29-99", "923456781"), ("892999", "23456781")),
    ],
)
def test_each_bank_shortens_and_lengthens_as_published(
    typed: tuple[str, str], standard: tuple[str, str]
) -> None:
    assert standard_account(*typed) == standard


@pytest.mark.parametrize(
    ("sort_code", "number"),
    [
        ("200000", "1234567890"),
        ("608371", "1234567890"),  # lent by NatWest to another bank
        ("609595", "1234567890"),
        ("083210", "1234567890"),  # Citibank among the Co-operative Bank's
        ("086064", "1234567890"),
        ("720000", "1234567890"),
        ("400000", "123456789"),  # Coventry drops the first digit, others do otherwise
        ("090126", "123456789"),  # Santander, and not once Alliance & Leicester
        ("600001", "123456789"),
    ],
)
def test_a_long_number_is_not_shortened_by_guessing(sort_code: str, number: str) -> None:
    with pytest.raises(AccountNumberTooLongError) as raised:
        standard_account(sort_code, number)
    assert raised.value.facts == {"length": len(number)}


@pytest.mark.parametrize(
    "number", ["", "12345", "12345678901", "1234567x", "12.345678", "²²²²²²²²"]
)
def test_what_cannot_be_an_account_number_is_refused(number: str) -> None:
    with pytest.raises(AccountNumberUnreadableError):
        standard_account("200000", number)


@pytest.mark.parametrize("sort_code", ["", "20000", "2000000", "20/00/00"])
def test_what_cannot_be_a_sort_code_is_refused(sort_code: str) -> None:
    with pytest.raises(SortCodeUnreadableError):
        standard_account(sort_code, "12345678")


digits = st.text(alphabet="0123456789", min_size=5, max_size=11)


@given(st.from_regex(r"[0-9]{6}", fullmatch=True), digits | st.text(max_size=12))
def test_what_comes_out_is_six_and_eight_digits_and_stays_so(sort_code: str, number: str) -> None:
    try:
        code, account = standard_account(sort_code, number)
    except DomainError:
        return
    assert (len(code), len(account)) == (6, 8)
    assert (code + account).isdecimal()
    assert (code + account).isascii()
    assert standard_account(code, account) == (code, account)
