"""Test that the rows of a table become records, none of them split over two pages."""

import dataclasses

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Entries, Entry, Heading, Pair, Section
from tests.edition_papers import a_paper, entries
from tests.paper_marks import aloud, drawn_lines
from tests.paper_reading import found, structure


def printed(table: Entries, *, heading: str = "Your work") -> bytes:
    return large_print_pdf([a_paper(parts=(Section(heading=heading, parts=(table,)),))])


def test_a_row_is_read_as_its_title_its_lines_and_what_each_label_says() -> None:
    told = aloud(printed(entries(1)))

    assert told == [
        ("H2", "Your work"),
        ("P", "Thursday 1 July"),
        ("P", "Planned the leaflet"),
        ("P", "Paid 2 hours"),
        ("P", "Payment £30.00, paid 17 July"),
        ("P", "In all: 16 hours"),
        ("P", "Unpaid 4 hours"),
    ]


def test_the_records_are_items_of_one_list_also_over_several_pages() -> None:
    pdf = printed(entries(12))

    (whole,) = found(structure(pdf), "L")
    assert [item.tag for item in whole.kids] == ["LI"] * 13
    assert len(drawn_lines(pdf)) > 2


def test_no_record_is_split_over_two_pages() -> None:
    for page in drawn_lines(printed(entries(12))):
        texts = [line.text for line in page]
        assert sum(text.startswith("Thursday") for text in texts) == texts.count("Payment")


def test_a_list_that_goes_on_says_so_under_its_heading_for_the_eye_only() -> None:
    pdf = printed(entries(12))

    heads = [page[0].text for page in drawn_lines(pdf)]
    assert heads == ["Your work"] + ["Your work (continued)"] * (len(heads) - 1)
    assert [text for tag, text in aloud(pdf) if tag == "H2"] == ["Your work"]


def test_a_heading_over_a_list_is_repeated_as_that_of_a_section_is() -> None:
    pdf = large_print_pdf([a_paper(parts=(Heading(text="Day by day"), entries(8)))])

    assert drawn_lines(pdf)[1][0].text == "Day by day (continued)"


def test_a_list_without_a_heading_repeats_nothing() -> None:
    pdf = large_print_pdf([a_paper(parts=(entries(8),))])

    assert drawn_lines(pdf)[1][0].text.startswith("Thursday")


def test_the_totals_stay_together() -> None:
    total = Entry(cells=(), title="Expenses to come", lines=("£2.00",))
    for count in range(1, 7):
        table = entries(count)
        both = dataclasses.replace(table, totals=(*table.totals, total))
        last = [line.text for line in drawn_lines(printed(both))[-1]]
        assert {"In all: 16 hours", "Expenses to come"} <= set(last)


def test_a_record_longer_than_a_page_goes_on_and_loses_nothing() -> None:
    row = Entry(cells=(), title="Long", lines=("word " * 600,), pairs=(Pair(label="", text="end"),))
    table = dataclasses.replace(entries(1), rows=(row,), totals=())
    told = aloud(printed(table))

    assert " ".join(text for tag, text in told).count("word") == 600
    assert told[-1] == ("P", "end")
