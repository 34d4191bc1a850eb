"""Test that rows are whole in both of their forms."""

import re

from coprod_desktop.documents.editions.web_tables import records, table
from coprod_desktop.documents.paper import Column, Entries
from tests.edition_papers import entries
from tests.web_reading import Page


def test_a_table_has_a_caption_and_headings_that_say_which_way_they_speak() -> None:
    page = Page(table(entries()))
    assert len(page.tags("caption")) == 1
    assert [each["scope"] for each in page.tags("th")] == [*["col"] * 5, "row"]
    assert page.text.startswith("Each piece of work, paid and unpaid Date What you did")


def test_each_cell_knows_its_heading_and_its_role() -> None:
    cells = Page(table(entries())).tags("td")
    assert [cell.get("data-name") for cell in cells[:5]] == [
        "Date", "What you did", "Paid", "Unpaid", "Payment",
    ]  # fmt: skip
    assert {cell["role"] for cell in cells} == {"cell"}


def test_a_total_spans_its_columns_and_stays_under_the_right_headings() -> None:
    page = Page(table(entries()))
    assert page.tags("th")[-1]["colspan"] == "2"
    assert [cell.get("data-name") for cell in page.tags("td")[-3:]] == ["Paid", "Unpaid", "Payment"]


def test_what_stands_below_a_row_crosses_the_table() -> None:
    page = Page(table(entries()))
    assert [cell["colspan"] for cell in page.tags("td") if "colspan" in cell] == ["5"]
    assert "We agreed less than you asked for." in page.text


def test_the_widths_of_the_columns_fill_the_page_and_no_more() -> None:
    columns = (Column(heading="a", millimetres=150), Column(heading="b"), Column(heading="c"))
    for some in (entries(), Entries(caption="Wide", columns=columns, rows=())):
        widths = re.findall(r"<col style=\"width: ([\d.]+)%", table(some))
        assert abs(sum(map(float, widths)) - 100) < 0.1


def test_figures_and_gaps_are_kept() -> None:
    page = Page(table(entries()))
    assert page.tags("td")[2]["class"] == "right figures"
    assert page.tags("td")[1]["class"] == "open"
    assert page.tags("td")[4]["style"] == "--gap: 0.71em"


def test_records_say_every_row_in_full_words_with_signs() -> None:
    page = Page(records(entries()))
    assert len(page.tags("li")) == 3
    assert page.tags("li")[-1] == {"class": "total"}
    assert page.tags("ul")[0]["aria-label"] == "Each piece of work, paid and unpaid"
    assert "Thursday 1 July Planned the leaflet Paid 2 hours Payment £30.00" in page.text
    assert page.text.count("In all: 16 hours") == 1
