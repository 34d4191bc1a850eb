"""Test the box whose two columns have one size, whatever stands in them."""

from coprod_desktop.documents.paper import Bar, Figure, Mark
from coprod_desktop.documents.styles import A4
from coprod_desktop.documents.summary import has_work, summary_piece
from coprod_desktop.documents.tagging import Pen
from tests.paper_reading import found, page_texts, structure

SHORT = Figure(label="Paid work", amount="2 hours", note="A note.", mark=Mark.PAID)
LONG = Figure(
    label="Unpaid work",
    amount="2 hours",
    note="A note that is so long that it needs another line or two.",
    mark=Mark.UNPAID,
)


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
    half = Bar(minutes_paid=1, minutes_unpaid=1, says="half")
    none = Bar(minutes_paid=0, minutes_unpaid=0, says="none")

    assert len(found(structure(painted([(SHORT, LONG)], half)), "Figure")) == 1
    assert not found(structure(painted([(SHORT, LONG)], none)), "Figure")
    assert [has_work(bar) for bar in (half, none, None)] == [True, False, False]


def test_a_figure_without_a_note_takes_less_room() -> None:
    bare = Figure(label="Paid work", amount="2 hours")

    assert summary_piece([(bare, bare)]).height < summary_piece([(SHORT, SHORT)]).height
