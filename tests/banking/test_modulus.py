"""The check of sort code and account number answers as the published cases and rules say."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coprod_desktop.banking.modulus import check_account
from coprod_desktop.banking.modulus_table import WeightTable, read_substitutions, read_weights
from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.errors import AccountNumberUnreadableError, SortCodeUnreadableError
from tests.banking.weights import SUBSTITUTIONS, WEIGHTS, published_cases

TABLE = read_weights(WEIGHTS, read_substitutions(SUBSTITUTIONS))
VALID, NOT_VALID = AccountCheck.VALID, AccountCheck.NOT_VALID
MOD11 = "000000 000000 MOD11    0    0    0    0    0    0    7    5    8    3    4    6    2    1"
DBLAL = "499272 499273 DBLAL    2    1    2    1    2    1    2    1    2    1    2    1    2    1"
accounts = st.from_regex(r"[0-9]{8}", fullmatch=True)


def single(weights: str, exception: str = "") -> WeightTable:
    """Make a table whose one row holds for every sort code."""
    return read_weights(f"000000 999999 {weights} {exception}")


def with_digit(number: str, place: int, digit: str) -> str:
    return number[:place] + digit + number[place + 1 :]


def test_all_published_cases_are_here_once() -> None:
    assert [number for number, *_rest in published_cases()] == list(range(1, 35))


@pytest.mark.parametrize(("number", "sort_code", "account", "is_valid"), published_cases())
def test_the_published_cases_come_out_as_published(
    number: int, sort_code: str, account: str, is_valid: bool
) -> None:
    assert check_account(TABLE, sort_code, account) is (VALID if is_valid else NOT_VALID), number


def test_the_worked_examples_of_the_specification_come_out_as_printed() -> None:
    assert check_account(read_weights(DBLAL), "499273", "12345678") is VALID
    assert check_account(read_weights(MOD11), "000000", "58177632") is VALID
    assert check_account(TABLE, "180002", "98093517") is VALID


@given(accounts)
def test_a_sort_code_that_the_table_does_not_hold_cannot_be_checked(account: str) -> None:
    assert check_account(TABLE, "089998", account) is AccountCheck.CANNOT_BE_CHECKED


@given(accounts)
def test_without_substitutions_an_account_that_may_hang_on_one_cannot_be_checked(
    account: str,
) -> None:
    bare = read_weights(WEIGHTS)
    assert check_account(bare, "938600", account) is AccountCheck.CANNOT_BE_CHECKED
    assert check_account(bare, "089999", account) is check_account(TABLE, "089999", account)


@pytest.mark.parametrize("account", ["40000011", "89999999", "51234500"])
def test_an_account_in_foreign_money_is_valid_whatever_its_digits(account: str) -> None:
    assert check_account(TABLE, "200915", account) is VALID


@pytest.mark.parametrize("account", ["30000011", "91234500", "41011167"])
def test_outside_those_digits_exception_6_is_checked_like_any_other(account: str) -> None:
    assert check_account(TABLE, "200915", account) is NOT_VALID


def test_coutts_accounts_get_a_second_try_only_with_their_last_digits() -> None:
    weights = "MOD11 0 0 0 0 0 0 8 7 6 5 4 3 2 1"
    shifted = {digit: check_account(TABLE, "180002", f"0000019{digit}") for digit in "0123456789"}
    assert [digit for digit, answer in shifted.items() if answer is VALID] == ["0", "1", "9"]
    assert check_account(single(weights), "180002", "00000190") is NOT_VALID


@pytest.mark.parametrize(
    ("account", "answer"),
    [("00000010", VALID), ("00000000", NOT_VALID), ("01000003", VALID), ("01000013", NOT_VALID)],
)
def test_exception_4_compares_the_remainder_with_both_last_digits(
    account: str, answer: AccountCheck
) -> None:
    assert check_account(TABLE, "134020", account) is answer


def test_exception_8_reckons_with_one_sort_code_for_all() -> None:
    # With the published sort code 08-60-90 the weighted sums are alike, so that case cannot tell.
    weights = "MOD10 0 0 3 7 1 3 7 1 3 7 1 3 7 1"
    for sort_code in ("086090", "086091", "999999", "090126"):
        assert check_account(single(weights, "8"), sort_code, "06774744") is VALID
    assert check_account(single(weights), "086091", "06774744") is NOT_VALID


def test_digits_that_no_exception_names_leave_the_weights_as_they_are() -> None:
    assert check_account(TABLE, "772798", "99345694") is VALID
    assert check_account(single("MOD11 0 0 1 2 5 3 6 4 8 7 10 9 3 1"), "772798", "99345694") is (
        NOT_VALID
    )
    ten = "MOD11 0 0 1 2 5 3 6 4 8 7 10 9 3 1"
    for account in ("09123496", "99123496"):
        assert check_account(single(ten, "10"), "871427", account) is VALID
        assert check_account(single(ten), "871427", account) is NOT_VALID
    assert check_account(single(ten, "10"), "871427", "19123496") is NOT_VALID


@pytest.mark.parametrize("sort_code", ["", "08-99-99", "8999", "0899999", "٠٨٩٩٩٩", "089999\n"])
def test_anything_but_six_digits_is_not_looked_up(sort_code: str) -> None:
    with pytest.raises(SortCodeUnreadableError):
        check_account(TABLE, sort_code, "66374958")


@pytest.mark.parametrize("account", ["", "6637495", "663749580", "6637 4958", "66374958\n"])
def test_anything_but_eight_digits_is_not_reckoned_with(account: str) -> None:
    with pytest.raises(AccountNumberUnreadableError):
        check_account(TABLE, "089999", account)


@given(st.from_regex(r"[0-9]{7}", fullmatch=True), st.integers(0, 7), st.sampled_from("0123456789"))
def test_one_wrong_digit_of_a_mod11_account_is_always_noticed(
    start: str, place: int, digit: str
) -> None:
    account = completed("107999", start)
    assume(account[place] != digit)
    assert check_account(TABLE, "107999", with_digit(account, place, digit)) is NOT_VALID


@given(st.from_regex(r"[0-9]{7}", fullmatch=True), st.integers(0, 6))
def test_two_neighbours_in_the_wrong_order_of_a_mod11_account_are_always_noticed(
    start: str, place: int
) -> None:
    account = completed("107999", start)
    assume(account[place] != account[place + 1])
    turned = account[:place] + account[place + 1] + account[place] + account[place + 2 :]
    assert check_account(TABLE, "107999", turned) is NOT_VALID


@given(st.from_regex(r"[0-9]{7}", fullmatch=True), st.integers(0, 7), st.sampled_from("0123456789"))
def test_one_wrong_digit_of_a_double_alternate_account_is_always_noticed(
    start: str, place: int, digit: str
) -> None:
    account = completed("118765", start)
    assume(account[place] != digit)
    assert check_account(TABLE, "118765", with_digit(account, place, digit)) is NOT_VALID


def completed(sort_code: str, start: str) -> str:
    """Add the eighth digit that makes the account valid; with MOD11 one in eleven has none."""
    found = [d for d in "0123456789" if check_account(TABLE, sort_code, start + d) is VALID]
    assume(found)
    assert len(found) == 1
    return start + found[0]
