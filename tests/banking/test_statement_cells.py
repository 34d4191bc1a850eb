"""Days and amounts are read as banks write them, and refused where they could mean two things."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.statement_cells import (
    TEXT_LIMIT,
    decoded,
    has_digits,
    plain_text,
    read_on,
    read_pence,
)
from coprod_desktop.domain.bank_statements import DateOrder

FORMS = [
    ("{0}", 1), ("£{0}", 1), ("+{0}", 1), ("{0} CR", 1), ("{0}C", 1), ("GBP {0}", 1),
    ("-{0}", -1), ("-£{0}", -1), ("£-{0}", -1), ("−{0}", -1), ("({0})", -1), ("(£{0})", -1),
    ("{0}-", -1), ("{0} DR", -1), ("{0}D", -1), (" {0} ", 1), ("£ {0}", 1), ("{0}00", 1),
]  # fmt: skip


@given(st.integers(0, 10**11), st.sampled_from(FORMS), st.booleans())
def test_every_form_of_an_amount_is_read_to_the_penny(
    pence: int, form: tuple[str, int], has_commas: bool
) -> None:
    pounds = f"{pence // 100:,}" if has_commas else str(pence // 100)
    assert read_pence(form[0].format(f"{pounds}.{pence % 100:02d}")) == form[1] * pence


@pytest.mark.parametrize(("text", "pence"), [("12", 1200), ("12.5", 1250), (".50", 50)])
def test_whole_pounds_and_single_tenths_are_read(text: str, pence: int) -> None:
    assert read_pence(text) == pence


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "twelve", "1.234", "12,50", "1,23.00", "12.00.00", "(12.00", "12.00)", "-(12.00)",
        "-12.00 DR", "-12.00-", "12-5", "3*4", "£", "9" * 13, "1" * 200, "EUR 12.00", "12.00 OD",
    ],
)  # fmt: skip
def test_an_amount_that_is_unclear_is_not_read(text: str) -> None:
    assert read_pence(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2026", "3/4/26", "03-04-2026", "03.04.2026", "2026-04-03", "2026/04/03", "20260403",
        "3 Apr 2026", "03 April 2026", "03-Apr-26", "3rd April 2026", "Fri 3 Apr 2026", "03APR2026",
        "03/04/2026 09:15", "2026-04-03T09:15:00.000Z", "3 Apr '26",
    ],
)  # fmt: skip
def test_a_day_is_read_with_the_day_first(text: str) -> None:
    assert read_on(text, DateOrder.DAY_FIRST) == datetime.date(2026, 4, 3)


def test_numbers_are_read_in_the_order_that_is_said() -> None:
    day = datetime.date(2026, 4, 3)
    assert read_on("04/03/2026", DateOrder.MONTH_FIRST) == day
    assert read_on("26/04/03", DateOrder.YEAR_FIRST) == day
    assert read_on("2026-04-03", DateOrder.MONTH_FIRST) == day


@pytest.mark.parametrize(
    "text", ["", "04/17/2026", "31/02/2026", "1/1/1989", "3 Apr", "Total", "3 Foo 2026", "9" * 200]
)
def test_a_day_that_is_unclear_is_not_read(text: str) -> None:
    assert read_on(text, DateOrder.DAY_FIRST) is None


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=2))
def test_text_is_the_same_in_every_encoding_with_a_mark(text: str) -> None:
    plain = text.lstrip("\ufeff")
    assert decoded(plain.encode("utf-8-sig")) == plain
    assert decoded(plain.encode("utf-16")) == plain


def test_text_without_a_mark_is_known_by_its_bytes() -> None:
    assert decoded("£1 Siân".encode("cp1252")) == "£1 Siân"
    assert decoded("£1 Siân".encode()) == "£1 Siân"
    assert decoded("Date,Value".encode("utf-16-le")) == "Date,Value"
    assert decoded("Date,Value".encode("utf-16-be")) == "Date,Value"


@pytest.mark.parametrize("content", [b"ab\0\0cd", b"\xff\xfea", b"\x81\x8d"])
def test_bytes_that_are_no_text_are_said_so(content: bytes) -> None:
    assert decoded(content) is None


def test_a_text_is_one_line_of_signs_that_can_be_seen() -> None:
    assert plain_text(" AISHA\t\u200bRAHMAN \r\n\x07") == "AISHA RAHMAN"
    assert len(plain_text("x" * 900)) == TEXT_LIMIT
    assert has_digits("£1")
    assert not has_digits("Pending -")
