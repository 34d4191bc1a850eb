"""The file for the bank holds each payment once, to the penny, in letters that the bank takes."""

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.layout_reading import read_layout
from coprod_desktop.banking.layouts import Layout
from coprod_desktop.banking.payment_csv import payment_files
from coprod_desktop.domain.errors import (
    BacsNumberMissingError,
    DomainError,
    PayeeNameUnwritableError,
    PayingAccountMissingError,
    PaymentOfNothingError,
    PaymentTooLargeError,
)
from coprod_desktop.domain.payment_orders import PaymentFile, PaymentOrder, SentField
from tests.banking.orders import PAY_ON, a_payment, an_order, drawn_orders


def a_layout(columns: str, file: str = "", more: str = "") -> Layout:
    """Return a layout of these columns after sort code, account number and pounds."""
    return read_layout(
        f'[layout]\nname = "Ours"\n[file]\n{file}\n[payment]\n'
        f'columns = ["sort_code", "account_number", "pounds", {columns}]\n{more}'
    )


def written(layout: Layout, order: PaymentOrder | None = None) -> str:
    """Return the one file of an order."""
    (file,) = payment_files(layout, order or an_order())
    return file.content.decode(layout.encoding)


def fields(columns: str, file: str = "", order: PaymentOrder | None = None) -> str:
    """Return what stands in the columns of the first payment."""
    return (
        written(a_layout(columns, file), order)
        .split("\r\n")[0]
        .removeprefix("001462,00124417,34.50,")
    )


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ('"account_name"', "Joy Adeyemi"),
        ('{ take = "account_name", longest = 5 }', "Joy A"),
        ('{ take = "sort_code", hyphens = true }', "00-14-62"),
        ('"pence"', "3450"),
        ('{ take = "pence", digits = 11 }', "00000003450"),
        ('{ take = "pounds", digits = 8 }', "00034.50"),
        ('"reference"', "Pay run 31"),
        ('{ take = "payee_kind", person = "P", business = "B" }', "P"),
        ('{ take = "sequence", digits = 3 }', "001"),
        ('"pay_date"', "27/11/2026"),
        ('{ take = "pay_date", dates = "YYYYMMDD" }', "20261127"),
        ('{ take = "pay_date", dates = "DD-MMM-YY" }', "27-NOV-26"),
        ('{ take = "made_date", dates = "DDMMYYYY" }', "20112026"),
        ('"paying_name"', "Rivermead Together"),
        ('{ take = ["paying_sort_code", "paying_account_number"] }', "01100001806542"),
        (
            '{ take = ["paying_sort_code", "paying_account_number"], between = "-" }',
            "011000-01806542",
        ),
        ('"bacs_number"', "123456"),
        ('{ take = ["run", "file_number"], digits = 4 }', "00310001"),
        ('"count", "total_pence", "total_pounds"', "1,3450,34.50"),
        ('{ text = "99" }, { empty = 3 }, { text = "" }', "99,,,,"),
    ],
)
def test_each_column_is_filled_from_what_it_takes(column: str, field: str) -> None:
    assert fields(column) == field


def test_a_business_is_marked_as_one() -> None:
    order = an_order(a_payment(is_business=True))
    assert fields('{ take = "payee_kind", person = "P", business = "B" }', "", order) == "B"


def test_rows_stand_above_and_below_and_headings_between() -> None:
    more = (
        '[[header]]\ncolumns = [{ text = "H" }, { take = "made_date", dates = "YYYYMMDD" }]\n'
        '[[header]]\ncolumns = [{ text = "D" }, "paying_account_number"]\n'
        '[[trailer]]\ncolumns = [{ text = "T" }, "count", "total_pounds"]\n'
    )
    layout = a_layout('{ take = "sequence", heading = "No" }', "", more)
    order = an_order(a_payment(), a_payment(pence=5))
    assert written(layout, order).splitlines() == [
        "H,20261120",
        "D,01806542",
        ",,,No",
        "001462,00124417,34.50,1",
        "001462,00124417,0.05,2",
        "T,2,34.55",
    ]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ('line_end = "unix"', "001462,00124417,34.50,Pay run 31\n"),
        ("last_line_end = false", "001462,00124417,34.50,Pay run 31"),
        ('separator = "tab"', "001462\t00124417\t34.50\tPay run 31\r\n"),
        ('quoting = "always"', '"001462","00124417","34.50","Pay run 31"\r\n'),
        ('decimal = ","', '001462,00124417,"34,50",Pay run 31\r\n'),
        ('decimal = ","\nseparator = ";"', "001462;00124417;34,50;Pay run 31\r\n"),
        ('letters = "A-Z 0-9"', "001462,00124417,34.50,PAY RUN 31\r\n"),
    ],
)
def test_separators_quotation_marks_and_line_ends_are_as_the_bank_wants(
    file: str, content: str
) -> None:
    assert written(a_layout('"reference"', file)) == content


def test_a_mark_and_accents_stand_where_the_bank_takes_them() -> None:
    layout = a_layout('"account_name"', 'encoding = "utf-8 with mark"\nletters = "A-Z a-z 0-9 ŵ"')
    (file,) = payment_files(layout, an_order(a_payment("Tŵr ŷ")))
    assert file.content == b"\xef\xbb\xbf001462,00124417,34.50,T\xc5\xb5r y\r\n"


def test_quotation_marks_in_a_text_are_doubled() -> None:
    assert fields("{ text = 'a \"b\"' }, { text = 'c,d' }") == '"a ""b""","c,d"'
    assert fields('{ text = " x" }, { text = "y z" }') == '" x",y z'


def test_more_payments_than_the_bank_takes_go_into_further_files() -> None:
    more = '[[trailer]]\ncolumns = ["count", "total_pence", "file_number"]\n'
    layout = a_layout('"sequence", "account_name"', "most_payments = 2", more)
    order = an_order(*[a_payment(f"Person {n}Ł", pence=n) for n in range(1, 6)])
    files = payment_files(layout, order)
    assert [(file.count, file.pence) for file in files] == [(2, 3), (2, 7), (1, 5)]
    assert [file.name("run-31") for file in files] == [f"run-31-{n}-of-3.csv" for n in range(1, 4)]
    assert [file.content.decode().splitlines()[-1] for file in files] == ["2,3,1", "2,7,2", "1,5,3"]
    assert files[2].content.startswith(b"001462,00124417,0.05,1,Person 5L\r\n")
    assert [change.was for change in files[2].changes] == ["Person 5Ł"]
    assert files == payment_files(layout, order)


def test_an_order_without_payments_makes_no_file() -> None:
    assert payment_files(a_layout('"reference"'), an_order(instructions=())) == ()


@pytest.mark.parametrize(
    ("order", "error"),
    [
        (an_order(a_payment("Ann"), a_payment("محمد")), PayeeNameUnwritableError),
        (an_order(a_payment(pence=0)), PaymentOfNothingError),
        (an_order(a_payment(pence=100_000_001)), PaymentTooLargeError),
        (an_order(paying_account=None), PayingAccountMissingError),
    ],
)
def test_what_no_bank_would_take_stops_the_whole_file(
    order: PaymentOrder, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        payment_files(a_layout('"account_name", "paying_name"'), order)


def test_a_million_pounds_go_through_and_a_bank_s_own_limit_holds() -> None:
    million = an_order(a_payment(pence=100_000_000))
    assert written(a_layout('"reference"'), million).split(",")[2] == "1000000.00"
    with pytest.raises(PaymentTooLargeError) as raised:
        payment_files(a_layout('"reference"', 'most_amount = "£250,000"'), million)
    assert raised.value.facts["most_pence"] == 25_000_000


def test_a_bacs_number_that_is_not_there_stops_the_file() -> None:
    with pytest.raises(BacsNumberMissingError):
        payment_files(a_layout('"bacs_number"'), an_order(paying_account=None))


def test_what_was_cut_or_replaced_is_told() -> None:
    long_name = "Siân " + "Llanfairpwllgwyngyll" * 10
    (file,) = payment_files(
        a_layout('{ take = "account_name", longest = 18 }, "reference"'),
        an_order(a_payment(long_name[:200], reference="مكافأة")),
    )
    assert [(change.field, change.now) for change in file.changes] == [
        (SentField.ACCOUNT_NAME, "Sian Llanfairpwllg"),
        (SentField.REFERENCE, "PAY RUN 31"),
    ]
    assert PAY_ON.isoformat() not in file.content.decode()


def rows_of(layout: Layout, file: PaymentFile) -> list[list[str]]:
    text = file.content.decode(layout.encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=layout.separator, strict=True))


@given(
    drawn_orders(),
    st.sampled_from(["comma", "semicolon", "tab", "bar"]),
    st.sampled_from(["where needed", "always"]),
    st.sampled_from(["point", "comma"]),
    st.sampled_from(["A-Z 0-9 . & / -", "A-Z a-z 0-9 . & / - '", "A-Z a-z 0-9 , ; | = + @ - ( )"]),
    st.integers(1, 4),
)
def test_every_penny_and_every_account_can_be_read_back(
    order: PaymentOrder, separator: str, quoting: str, decimal: str, letters: str, most: int
) -> None:
    layout = a_layout(
        '{ take = "account_name", longest = 18 }, "reference", "paying_sort_code"',
        f'separator = "{separator}"\nquoting = "{quoting}"\ndecimal = "{decimal}"\n'
        f'letters = "{letters}"\nmost_payments = {most}',
    )
    files = payment_files(layout, order)
    rows = [row for file in files for row in rows_of(layout, file)]
    assert (sum(file.count for file in files), len(rows)) == (order.count, order.count)
    assert sum(file.pence for file in files) == order.pence
    for row, one in zip(rows, order.instructions, strict=True):
        assert row[:2] == [one.sort_code, one.account_number]
        assert Fraction(row[2].replace(",", ".")) * 100 == one.pence
        for text in row[3:5]:
            assert 1 <= len(text) <= 18
            assert text[0] not in "=+-@'"
            assert set(text) <= layout.alphabet.letters | {" "}
    assert files == payment_files(layout, order)
