"""Test bars of time in large letters: to one measure, each with its numbers."""

import io
import re

import pikepdf

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Chart, Section, Stripe
from coprod_desktop.documents.styles import MM
from tests.edition_papers import a_paper
from tests.paper_marks import aloud, drawn_lines


def printed(*stripes: Stripe) -> bytes:
    chart = Chart(stripes=stripes, says="Your work, month by month")
    return large_print_pdf([a_paper(parts=(Section(heading="Your time", parts=(chart,)),))])


def stripe(label: str, paid: int, unpaid: int = 0) -> Stripe:
    return Stripe(label=label, minutes_paid=paid, minutes_unpaid=unpaid, says=f"{paid}, {unpaid}")


def widths(pdf: bytes) -> list[float]:
    """Return the widths of the solid bars, in points."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        drawn = b"".join(page.Contents.read_bytes() for page in file.pages).decode("latin-1")
    return [float(each) for each in re.findall(r"([\d.]+) [\d.]+ re f", drawn)]


def test_a_reader_hears_each_bar_once_with_its_numbers() -> None:
    told = aloud(printed(stripe("July", 300, 120), stripe("August", 0)))

    assert [tag for tag, text in told] == ["H2", "Figure", "Figure"]
    assert told[1][1] == "July 300, 120"


def test_the_longest_bar_takes_the_width_and_the_others_their_part_of_it() -> None:
    assert widths(printed(stripe("July", 300), stripe("August", 75))) == [
        round(170 * MM, 2),
        round(170 * MM / 4, 2),
    ]


def test_no_time_at_all_is_said_and_not_drawn() -> None:
    pdf = printed(stripe("July", 0))

    assert widths(pdf) == []
    assert "0, 0" in [line.text for line in drawn_lines(pdf)[0]]


def test_a_chart_without_bars_says_nothing() -> None:
    assert aloud(printed()) == []


def test_a_year_of_bars_keeps_each_month_whole() -> None:
    pdf = printed(*(stripe(f"Month {number}", 60 * number, 30) for number in range(1, 13)))

    for page in drawn_lines(pdf):
        texts = [line.text for line in page]
        labels = [text for text in texts if text.startswith("Month")]
        assert len(labels) == sum(text.endswith(", 30") for text in texts)
