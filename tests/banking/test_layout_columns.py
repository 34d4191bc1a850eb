"""A mistake in a column is told with its line, in words that say what to write."""

import pytest

from coprod_desktop.banking.layout_reading import LayoutFileError, read_layout
from coprod_desktop.banking.layouts import Column, Source

HEAD = '[layout]\nname = "Ours"\n[payment]\ncolumns = [\n"sort_code", "account_number", "pounds",\n'


def columns(*written: str, above: str = "") -> tuple[Column, ...]:
    """Return the columns after the first three, each on a line of its own from line 6 on."""
    return read_layout(above + HEAD + "".join(f"{one},\n" for one in written) + "]\n").columns[3:]


def said_of(*written: str, above: str = "") -> list[str]:
    with pytest.raises(LayoutFileError) as raised:
        columns(*written, above=above)
    return [str(problem) for problem in raised.value.problems]


def test_a_column_says_everything_that_it_may() -> None:
    assert columns(
        '{ take = "account_name", longest = 35, heading = "Payee" }',
        '{ take = ["paying_sort_code", "paying_account_number"], between = "-", hyphens = true }',
        '{ take = "pence", digits = 11 }',
        '{ take = "pay_date", dates = "DD-MMM-YY" }',
        '{ take = "payee_kind", person = "P", business = "B" }',
        "{ empty = 2 }",
        '{ text = " 01 " }',
    ) == (
        Column(sources=(Source.ACCOUNT_NAME,), longest=35, heading="Payee", dates="DD/MM/YYYY"),
        Column(
            sources=(Source.PAYING_SORT_CODE, Source.PAYING_ACCOUNT_NUMBER),
            between="-",
            has_hyphens=True,
            dates="DD/MM/YYYY",
        ),
        Column(sources=(Source.PENCE,), digits=11, dates="DD/MM/YYYY"),
        Column(sources=(Source.PAY_DATE,), dates="DD-MMM-YY"),
        Column(sources=(Source.PAYEE_KIND,), person="P", business="B", dates="DD/MM/YYYY"),
        Column(),
        Column(),
        Column(text=" 01 ", dates="DD/MM/YYYY"),
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('{ take = "acount_name" }', "Did you mean “account_name”?"),
        ('"benefit"', "“benefit” is not something to take."),
        ("{ take = [] }", "“take” names nothing."),
        ('{ text = "x", take = "pence" }', "one of “take”, “text” or “empty”"),
        ("{}", "one of “take”, “text” or “empty”"),
        ("{ empty = 0 }", "“empty” is a whole number from 1 to 500."),
        ("{ empty = 501 }", "“empty” is a whole number from 1 to 500."),
        ('{ take = "account_name", longest = true }', "“longest” is a whole number"),
        ('{ take = "sort_code", longest = 6 }', "“longest” says nothing about this column."),
        ('{ take = "account_name", digits = 6 }', "“digits” says nothing about this column."),
        ('{ take = "pence", dates = "YYYYMMDD" }', "“dates” says nothing about this column."),
        ('{ take = "pence", hyphens = true }', "“hyphens” says nothing about this column."),
        ('{ take = "pence", person = "P" }', "“person” says nothing about this column."),
        ('{ take = "pence", between = "-" }', "“between” stands between several things."),
        ('{ take = "payee_kind", person = "P" }', "“payee_kind” needs what stands for each"),
        ('{ take = "pay_date", dates = "DD/MM" }', "Write day, month and year once each"),
        ('{ take = "pay_date", dates = "DDMMYYDD" }', "Write day, month and year once each"),
        ('{ take = "pay_date", dates = "DD of MM YYYY" }', "Write day, month and year once each"),
        ("{ text = 1 }", "“text” is text. Put it into quotation marks."),
        ('{ text = "é" }', "“é” is not in the encoding of the file."),
        ('{ text = "a\\tb" }', "A hidden character stands here."),
        ("7", "“7” is not a column."),
        ('{ take = "pence", pad = 3 }', "“pad” is not a key of a column."),
    ],
)
def test_a_mistake_of_a_column_is_told_with_its_line(written: str, words: str) -> None:
    said = said_of('{ text = "fine" }', written)
    assert all(one.startswith("Line 7: ") for one in said)
    assert any(words in one for one in said), said


@pytest.mark.parametrize("text", ["a,b", 'say "a"'])
def test_without_quotation_marks_no_text_may_tear_a_row_apart(text: str) -> None:
    written = "{ text = '" + text + "' }"
    (said,) = said_of(written, above='[file]\nquoting = "never"\n')
    assert said.startswith("Line 8: This would tear a row apart")
    assert columns(written)[0].text == text


def test_a_row_above_the_payments_takes_nothing_of_one_payment_and_has_no_heading() -> None:
    text = HEAD + ']\n[[header]]\ncolumns = ["count", "pounds", { text = "H", heading = "X" }]\n'
    with pytest.raises(LayoutFileError) as raised:
        read_layout(text)
    said = sorted(map(str, raised.value.problems))
    assert len(said) == 2
    assert said[0].startswith("Line 8: Only the columns of [payment] have headings.")
    assert said[1].startswith("Line 8: “pounds” differs from payment to payment")


def test_a_row_without_columns_is_told() -> None:
    with pytest.raises(LayoutFileError) as raised:
        read_layout(HEAD + "]\n[[trailer]]\ncolumns = []\n[[trailer]]\n")
    assert [str(one) for one in raised.value.problems] == [
        "Line 8: [[trailer]] needs its columns. Write columns = [ … ], one after the other.",
        "Line 9: [[trailer]] needs its columns. Write columns = [ … ], one after the other.",
    ]


def test_so_many_empty_columns_are_a_slip() -> None:
    (said,) = said_of("{ empty = 500 }", "{ empty = 500 }")
    assert "No bank takes more than 1,000 columns." in said
