"""What the selected cells come to is said in words, and copied as figures."""

from coprod_desktop.domain.clipboard_table import CellValue
from coprod_desktop.domain.selection_sums import sums_of
from coprod_desktop.ui.selection_words import selection_words, sums_to_copy


def plain(words: tuple[str, ...]) -> list[str]:
    return [part.replace("\N{NO-BREAK SPACE}", " ") for part in words]


def test_hours_are_summed_and_averaged() -> None:
    sums = sums_of(
        [CellValue(text="x", minutes=90), CellValue(text="y", minutes=185), CellValue(text="")]
    )
    assert plain(selection_words(sums)) == [
        "3 cells selected",
        "Sum 4 h 35",
        "Average 2 h 18",
        "Count 2",
    ]
    assert sums_to_copy(sums) == "Sum\t4:35\r\nAverage\t2:18\r\nCount\t2\r\n"


def test_money_and_numbers_have_sums_of_their_own() -> None:
    sums = sums_of(
        [
            CellValue(text="£3", pence=300),
            CellValue(text="£4", pence=401),
            CellValue(text="7", number=7),
        ]
    )
    assert plain(selection_words(sums)) == [
        "3 cells selected",
        "Sum £7.01",
        "Sum 7",
        "Average £3.51",
        "Average 7",
        "Count 3",
    ]


def test_rows_that_are_not_here_are_named() -> None:
    sums = sums_of([CellValue(text="x", minutes=60)], rows=1_000_000, rows_left_out=998_200)
    first = selection_words(sums)[0]
    assert first == "1,000,000 rows selected; the 1,800 that are here are added up"
