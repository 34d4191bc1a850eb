"""The file for Bacs has every character in its place, and its sums balance."""

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.bacs_standard_18 import BacsDays, bacs_days, bacs_files
from coprod_desktop.domain.errors import (
    BacsNumberMissingError,
    FileTotalTooLargeError,
    PayeeNameUnwritableError,
    PayingAccountMissingError,
    PaymentOfNothingError,
    PaymentTooLargeError,
)
from coprod_desktop.domain.payment_orders import PayingAccount, PaymentOrder, SentField
from tests.banking.orders import OWN, a_payment, an_order, drawn_orders

CHARACTERS = set(string.ascii_uppercase + string.digits + ".&/- ")
CHRISTMAS = {datetime.date(2026, 12, 25), datetime.date(2026, 12, 28)}


def is_working_day(day: datetime.date) -> bool:
    return day.weekday() < 5 and day not in CHRISTMAS


def records(order: PaymentOrder, *, has_days: bool = False) -> list[str]:
    (file,) = bacs_files(order, is_working_day, has_days=has_days)
    rows = file.content.decode("ascii").split("\r\n")
    assert rows.pop() == ""
    return rows


def part(row: str, first: int, last: int) -> str:
    """Return characters as the guides count them: from 1, the last included."""
    return row[first - 1 : last]


TWO = an_order(a_payment("Siân O’Brien"), a_payment("Bronwen Pugh", 5, sort_code="000009"))


def test_a_file_of_one_day_is_as_described() -> None:
    assert records(TWO) == [
        "VOL1000031                               123456                                1",
        "HDR1A123456S   12345600003100010001       26324 26337 000000                    ",
        "HDR2F0200000100                                   00                            ",
        "UHL1 26330999999    000000001 DAILY  031                                        ",
        "0014620012441709901100001806542    00000003450RIVERMEAD TOGETHERPAY RUN 31        "
        "SIAN OBRIEN       ",
        "0000090012441709901100001806542    00000000005RIVERMEAD TOGETHERPAY RUN 31        "
        "BRONWEN PUGH      ",
        "0110000180654201701100001806542    00000003455PAY RUN 31        CONTRA            "
        "RIVERMEAD TOGETHER",
        "EOF1A123456S   12345600003100010001       26324 26337 000000                    ",
        "EOF2F0200000100                                   00                            ",
        "UTL10000000003455000000000345500000010000002                                    ",
    ]


def test_a_payment_has_its_fields_in_their_places() -> None:
    row = records(TWO)[4]
    assert part(row, 1, 6) == "001462"
    assert part(row, 7, 14) == "00124417"
    assert part(row, 15, 15) == "0"
    assert part(row, 16, 17) == "99"
    assert part(row, 18, 23) == "011000"
    assert part(row, 24, 31) == "01806542"
    assert part(row, 32, 35) == "    "
    assert part(row, 36, 46) == "00000003450"
    assert part(row, 47, 64) == "RIVERMEAD TOGETHER"
    assert part(row, 65, 82) == "PAY RUN 31        "
    assert part(row, 83, 100) == "SIAN OBRIEN       "


def test_a_file_of_several_days_names_the_day_in_each_record() -> None:
    rows = records(TWO, has_days=True)
    assert [len(row) for row in rows] == [80] * 4 + [106] * 3 + [80] * 3
    assert {part(row, 101, 106) for row in rows[4:7]} == {" 26330"}
    assert part(rows[2], 11, 15) == "00106"
    assert part(rows[3], 29, 37) == "4 MULTI  "


def test_a_day_is_written_as_in_the_published_example() -> None:
    order = an_order(pay_on=datetime.date(2025, 7, 21))
    (file,) = bacs_files(order, lambda _day: True)
    assert part(file.content.decode().split("\r\n")[3], 5, 10) == " 25201"  # 20 July 2025


def test_bacs_takes_three_working_days() -> None:
    friday = datetime.date(2026, 11, 27)
    assert bacs_days(friday, is_working_day) == BacsDays(
        send_on=datetime.date(2026, 11, 25),
        work_on=datetime.date(2026, 11, 26),
        arrive_on=friday,
    )


def test_weekends_and_bank_holidays_are_left_out() -> None:
    after_christmas = datetime.date(2026, 12, 29)
    assert bacs_days(after_christmas, is_working_day) == BacsDays(
        send_on=datetime.date(2026, 12, 23),
        work_on=datetime.date(2026, 12, 24),
        arrive_on=after_christmas,
    )
    christmas = bacs_days(datetime.date(2026, 12, 27), is_working_day)
    assert christmas.arrive_on == datetime.date(2026, 12, 24)


def test_the_number_of_the_run_is_never_nought_alone() -> None:
    assert part(records(an_order(number=2_000_000))[0], 5, 10) == "000001"
    assert part(records(an_order(number=1_234_567))[0], 5, 10) == "234567"


def test_an_order_without_payments_makes_no_file() -> None:
    assert bacs_files(an_order(instructions=(), paying_account=None), is_working_day) == ()


def test_without_account_or_bacs_number_there_is_no_file() -> None:
    with pytest.raises(PayingAccountMissingError):
        records(an_order(paying_account=None))
    plain = PayingAccount(
        account_name=OWN.account_name, sort_code="011000", account_number="01806542"
    )
    with pytest.raises(BacsNumberMissingError):
        records(an_order(paying_account=plain))


def test_what_bacs_would_not_carry_is_refused() -> None:
    with pytest.raises(PayeeNameUnwritableError):
        records(an_order(a_payment("محمد")))
    with pytest.raises(PaymentOfNothingError):
        records(an_order(a_payment(pence=0)))
    assert records(an_order(a_payment(pence=2_000_000_000)))
    with pytest.raises(PaymentTooLargeError):
        records(an_order(a_payment(pence=2_000_000_001)))
    with pytest.raises(FileTotalTooLargeError) as raised:
        records(an_order(*[a_payment(pence=2_000_000_000)] * 50))
    assert raised.value.facts["most_pence"] == 99_999_999_999


def test_what_was_cut_is_told() -> None:
    (file,) = bacs_files(an_order(a_payment("Aelwen " * 28)), is_working_day)
    (change,) = file.changes
    assert (change.field, change.now) == (SentField.ACCOUNT_NAME, "AELWEN AELWEN AELW")


@given(drawn_orders(2_000_000_000), st.booleans())
def test_every_record_is_whole_and_the_sums_balance(order: PaymentOrder, has_days: bool) -> None:
    rows = records(order, has_days=has_days)
    payments, contra, last = rows[4:-4], rows[-4], rows[-1]
    width = 106 if has_days else 100
    assert [len(row) for row in rows] == [80] * 4 + [width] * (order.count + 1) + [80] * 3
    assert set("".join(rows)) <= CHARACTERS
    assert sum(int(part(row, 36, 46)) for row in payments) == order.pence
    assert int(part(contra, 36, 46)) == order.pence
    assert int(part(last, 5, 17)) == int(part(last, 18, 30)) == order.pence
    assert (int(part(last, 31, 37)), int(part(last, 38, 44))) == (1, order.count)
    for row, one in zip(payments, order.instructions, strict=True):
        assert part(row, 1, 14) == one.sort_code + one.account_number
        assert int(part(row, 36, 46)) == one.pence
        assert part(row, 83, 100).strip()
        assert part(row, 65, 82).strip()
    again = records(order, has_days=has_days)
    assert rows == again


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2080, 1, 1)))
def test_the_days_are_working_days_in_order_and_never_late(pay_on: datetime.date) -> None:
    days = bacs_days(pay_on, is_working_day)
    assert days.send_on < days.work_on < days.arrive_on <= pay_on
    assert all(map(is_working_day, (days.send_on, days.work_on, days.arrive_on)))
