"""Test the summary in large letters: paid and unpaid alike, one under the other."""

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Bar, Figure, Summary
from tests.edition_papers import a_paper, a_summary, an_opening
from tests.paper_marks import aloud, drawn_lines


def printed(summary: Summary) -> bytes:
    return large_print_pdf([a_paper(parts=(summary,))])


def test_the_summary_is_read_from_the_whole_to_its_parts() -> None:
    assert aloud(printed(a_summary())) == [
        ("H2", "You did 16 hours of work"),
        ("Figure", "12 hours were paid, 4 hours unpaid."),
        ("P", "Paid work"),
        ("P", "12 hours"),
        ("P", "Paid at £15.00."),
        ("P", "Unpaid work"),
        ("P", "4 hours"),
        ("P", "Payments"),
        ("P", "£180.00"),
        ("P", "Expenses"),
        ("P", "£0.00"),
    ]


def test_no_work_has_no_bar() -> None:
    figure = Figure(label="Paid work", amount="0 hours")
    bar = Bar(minutes_paid=0, minutes_unpaid=0, says="No work.")
    summary = Summary(rows=((figure, figure),), headline="No work is written down", bar=bar)

    assert aloud(printed(summary))[:2] == [("H2", "No work is written down"), ("P", "Paid work")]


def test_a_summary_may_have_no_headline() -> None:
    figure = Figure(label="Paid work", amount="0 hours")

    assert aloud(printed(Summary(rows=((figure, figure),))))[0] == ("P", "Paid work")


def test_the_two_figures_of_a_row_stay_on_one_page() -> None:
    note = "Each payment is in the list below. " * 4
    figure = Figure(label="Paid work", amount="4 hours", note=note)
    tall = Summary(rows=((figure, figure), (figure, figure)), headline="You did 16 hours of work")
    pages = drawn_lines(large_print_pdf([a_paper(parts=(an_opening(), tall))]))

    assert [[line.text for line in page].count("4 hours") for page in pages] == [2, 2]


def test_no_word_of_the_headline_stands_alone_on_its_last_line() -> None:
    rows = ((Figure(label="Paid work", amount="0 hours"),) * 2,)
    lines = drawn_lines(printed(Summary(rows=rows, headline="You did 15 hours 15 minutes of work")))

    assert lines[0][1].text in {"minutes of work", "of work", "15 minutes of work"}
