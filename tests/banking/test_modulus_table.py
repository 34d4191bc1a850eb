"""The weight table is read as it comes, and a line that is not as it should be is named."""

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.banking.modulus_table import (
    Method,
    WeightRow,
    read_substitutions,
    read_weights,
)
from coprod_desktop.domain.errors import (
    DomainError,
    SubstitutionLineUnreadableError,
    WeightLineRepeatedError,
    WeightLineUnreadableError,
    WeightTableEmptyError,
)
from tests.banking.weights import SUBSTITUTIONS, WEIGHTS

LINE = "107000 107999 MOD11    0    0    0    0    0    0    8    7    6    5    4    3    2    1"
ROW = WeightRow(
    first=107000, last=107999, method=Method.MOD11, weights=(0,) * 6 + (8, 7, 6, 5, 4, 3, 2, 1)
)


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        LINE + "\n",
        LINE + "\r\n",
        "\ufeff" + LINE + "  \t\r\n\r\n",
        "\n\n" + LINE,
        LINE.replace("    ", " "),
    ],
)
def test_line_ends_trailing_blanks_and_a_byte_order_mark_make_no_difference(text: str) -> None:
    table = read_weights(text)
    assert table.row_count == 1
    assert table.rows_for("107500") == (ROW,)


def test_a_range_holds_from_its_first_sort_code_to_its_last() -> None:
    table = read_weights(LINE)
    found = {code: table.rows_for(code) for code in ("106999", "107000", "107999", "108000")}
    assert found == {"106999": (), "107000": (ROW,), "107999": (ROW,), "108000": ()}


def test_the_first_and_the_last_of_all_sort_codes_can_stand_in_the_table() -> None:
    table = read_weights(LINE.replace("107000 107999", "000000 999999"))
    assert len(table.rows_for("000000")) == len(table.rows_for("999999")) == 1


def test_two_rows_stay_in_the_order_of_the_file_where_ranges_overlap_by_a_part() -> None:
    wide = LINE.replace("107000 107999 MOD11", "107500 108999 MOD10")
    table = read_weights(f"{wide}\n{LINE}\n")
    methods = [
        [row.method for row in table.rows_for(code)] for code in ("107499", "107500", "108000")
    ]
    assert methods == [[Method.MOD11], [Method.MOD10, Method.MOD11], [Method.MOD10]]


def test_weights_below_nothing_and_of_three_digits_and_exceptions_are_read() -> None:
    numbers = "0 0 7 6 5 8 9 4 5 64 128 8 9 -1 12"
    row = read_weights(f"070116 070116 MOD10 {numbers}").rows_for("070116")[0]
    assert [*row.weights, row.exception] == [int(number) for number in numbers.split()]


@pytest.mark.parametrize(
    "line",
    [
        "Sort code,From,To",
        LINE.replace("107999", "10799"),
        LINE.replace("107999", "106999"),  # ends before it begins
        LINE.replace("MOD11", "MOD12"),
        LINE.replace("MOD11", "mod11"),
        LINE + "   0",
        LINE + "  15",
        LINE + "   1   1",
        LINE[:-5],
        LINE.replace("8", "x"),
        LINE.replace("8", "8000"),
        LINE.replace("8", "٨"),
        LINE.replace("MOD11", "DBLAL").replace("8", "-8"),
    ],
)
def test_a_line_that_is_not_as_the_layout_says_is_named(line: str) -> None:
    with pytest.raises(WeightLineUnreadableError) as raised:
        read_weights(f"{LINE}\r\n\r\n{line}\r\n")
    assert raised.value.facts == {"number": 3, "text": line}


def test_a_third_row_for_a_sort_code_is_named() -> None:
    with pytest.raises(WeightLineRepeatedError) as raised:
        read_weights(WEIGHTS + WEIGHTS)
    assert raised.value.facts == {"number": len(WEIGHTS.splitlines()) + 1}


@pytest.mark.parametrize("text", ["", "\ufeff", "\r\n \r\n"])
def test_a_table_without_rows_is_refused(text: str) -> None:
    with pytest.raises(WeightTableEmptyError):
        read_weights(text)


def test_substitutions_are_read_as_they_come_and_kept_with_the_table() -> None:
    found = read_substitutions("\ufeff938173 938017\r\n938289 938068  \r\n938173 938017\r\n\r\n")
    assert found == {"938173": "938017", "938289": "938068"}
    assert read_weights(LINE, found).substitutions == found
    assert read_substitutions("") == {}


@pytest.mark.parametrize(
    "line", ["938173", "938173 93801", "938173 938017 1", "938289 938069", "938289,938068"]
)
def test_a_substitution_that_is_odd_or_speaks_against_another_is_named(line: str) -> None:
    with pytest.raises(SubstitutionLineUnreadableError) as raised:
        read_substitutions(f"938289 938068\n{line}\n")
    assert raised.value.facts == {"number": 2, "text": line}


mangled = st.builds(
    lambda text, place, length, scrap: text[:place] + scrap + text[place + length :],
    st.sampled_from([WEIGHTS, SUBSTITUTIONS]),
    st.integers(0, len(WEIGHTS)),
    st.integers(0, 90),
    st.text(max_size=5),
)


@given(st.text() | st.text(alphabet="0123456789 -MODBLA\r\n\ufeff") | mangled)
@example("²²²²²² ²²²²²² MOD11" + " 1" * 14)
def test_whatever_is_in_the_files_they_are_read_or_refused_with_a_reason(text: str) -> None:
    for read in (read_weights, read_substitutions):
        with contextlib.suppress(DomainError):
            read(text)


numbers = st.lists(st.integers(0, 999), min_size=14, max_size=14)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4999), st.integers(0, 4999), st.sampled_from(Method), numbers,
            st.integers(0, 14),
        ),
        min_size=1, max_size=2,
    ),
    st.integers(0, 9999),
)  # fmt: skip
def test_what_is_written_in_the_published_layout_is_read_back(
    drawn: list[tuple[int, int, Method, list[int], int]], sort_code: int
) -> None:
    rows = [
        WeightRow(
            first=first, last=first + more, method=method, weights=tuple(weights), exception=number
        )
        for first, more, method, weights, number in drawn
    ]
    text = "".join(
        f"{row.first:06} {row.last:06} {row.method}"
        + "".join(f" {weight:4}" for weight in row.weights)
        + (f" {row.exception:3}" if row.exception else "")
        + "\r\n"
        for row in rows
    )
    wanted = tuple(row for row in rows if row.first <= sort_code <= row.last)
    assert read_weights(text).rows_for(f"{sort_code:06}") == wanted
