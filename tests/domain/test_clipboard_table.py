"""Tables on the clipboard keep what each cell is, and come back as they went."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.clipboard_table import CellValue, read_table, to_html, to_tsv

ROW = (
    CellValue(text="Sam Khan"),
    CellValue(text="17 Nov", day=datetime.date(2026, 11, 17)),
    CellValue(text="27 h 30", minutes=27 * 60 + 30),
    CellValue(text="£1,234.50", pence=123_450),
    CellValue(text="007"),
    CellValue(text="1½", number=Decimal("1.5")),
)


def test_text_has_plain_days_hours_and_amounts() -> None:
    assert to_tsv(["Who", "Day", "Time", "Money", "Code", "N"], [ROW]) == (
        "Who\tDay\tTime\tMoney\tCode\tN\r\nSam Khan\t2026-11-17\t27:30\t1234.50\t007\t1.5\r\n"
    )


def test_a_page_says_what_each_cell_is() -> None:
    page = to_html(["Who"], [ROW])
    assert "<th>Who</th>" in page
    assert 'x:num="46343"' in page  # 17 November 2026 in a spreadsheet
    assert r"mso-number-format:'\[h\]\:mm'" in page
    assert 'sdval="1234.50"' in page
    assert page.count(r"mso-number-format:'\@'") == 2  # the name and the code


@pytest.mark.parametrize("text", ["=1+1", "+44 1", "-x", "@sum"])
def test_text_never_becomes_a_formula_and_comes_back(text: str) -> None:
    tsv = to_tsv((), [(CellValue(text=text),)])
    assert not tsv.startswith(text[0])
    assert read_table(tsv) == ((text,),)
    assert f'0;@">{text}' in to_html((), [(CellValue(text=text),)])


def test_markup_in_a_cell_stays_text() -> None:
    page = to_html((), [(CellValue(text='<b>"x"</b> & y'),)])
    assert "<b>" not in page
    assert read_table("", page) == (('<b>"x"</b> & y',),)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("a", (("a",),)),
        ("a\r\n", (("a",),)),
        ("a\n\nb", (("a",), ("",), ("b",))),
        ("a\tb\r\nc\r\n", (("a", "b"), ("c",))),
        ("a\t\r\n", (("a", ""),)),
        ("a\t", (("a", ""),)),
        ('"two\r\nlines"\tb', (("two\nlines", "b"),)),
        ('"say ""yes"""\tb', (('say "yes"', "b"),)),
        ('"Sam" Khan\tb', (('"Sam" Khan', "b"),)),
        ('"open\tb', (('"open', "b"),)),
        ("\N{NO-BREAK SPACE}1,200\N{NO-BREAK SPACE}\tx", (("1,200", "x"),)),
    ],
)
def test_copied_text_is_read_as_rows(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert read_table(text) == rows


def test_a_web_page_is_read_where_the_text_has_no_table() -> None:
    page = "<table><tr><td>a<td colspan=2>b</td><td>c</td></tr></table>"
    assert read_table("a b c", page) == (("a", "b", "", "c"),)
    assert read_table("a\tb", page) == (("a", "b"),)
    assert read_table("just words", "<p>just words</p>") == (("just words",),)


WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf"))
    | st.sampled_from("\"'=\n\t")
)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_any_text_comes_back_from_the_clipboard(table: list[list[str]]) -> None:
    cleaned = [[text.replace("'", "").strip() for text in row] for row in table]
    tsv = to_tsv((), [[CellValue(text=text) for text in row] for row in cleaned])
    assert read_table(tsv) == tuple(tuple(row) for row in cleaned)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=4))
def test_hours_and_pounds_come_back_to_the_minute_and_the_penny(amounts: list[int]) -> None:
    tsv = to_tsv(
        (),
        [
            [CellValue(text="", minutes=n) for n in amounts],
            [CellValue(text="", pence=n) for n in amounts],
        ],
    )
    times, money = read_table(tsv)
    assert [int(t.split(":")[0]) * 60 + int(t.split(":")[1]) for t in times] == amounts
    assert [int(Decimal(text) * 100) for text in money] == amounts
