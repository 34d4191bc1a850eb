"""Test the box whose two columns have one size, whatever stands in them."""

from coprod_desktop.documents.statement_words import Figure
from coprod_desktop.documents.styles import A4
from coprod_desktop.documents.summary import Bar, summary_piece
from coprod_desktop.documents.tagging import Pen
from tests.paper_reading import found, page_texts, structure

SHORT = Figure("Paid work", "2 hours", "A note.")
LONG = Figure("Unpaid work", "2 hours", "A note that is so long that it needs another line or two.")


def painted(rows: list[tuple[Figure, Figure]], bar: Bar | None) -> bytes:
    pen = Pen("A box", "A charity", A4, "en-GB")
    summary_piece(rows, headline="You did 4 hours of work", bar=bar).paint(pen, 100)
    return pen.finish()


def test_a_row_is_as_tall_as_the_taller_of_the_two() -> None:
    swapped = summary_piece([(LONG, SHORT)])

    assert summary_piece([(SHORT, LONG)]).height == swapped.height
    assert swapped.height > summary_piece([(SHORT, SHORT)]).height


def test_the_left_figure_is_read_whole_before_the_right_one() -> None:
    pdf = painted([(SHORT, LONG)], None)

    assert page_texts(pdf)[0].startswith("You did 4 hours of work Paid work 2 hours A note. Unpaid")


def test_the_bar_is_left_out_where_there_is_no_work() -> None:
    assert len(found(structure(painted([(SHORT, LONG)], Bar(1, 1, "half"))), "Figure")) == 1
    assert not found(structure(painted([(SHORT, LONG)], Bar(0, 0, "none"))), "Figure")
