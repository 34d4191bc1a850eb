"""Test that pieces of a paper stay whole, in order, and inside their page."""

import hypothesis
from hypothesis import strategies as some

from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import (
    HEAD_AGAIN,
    Group,
    Piece,
    Sheet,
    compose,
    print_pages,
    text_pieces,
)
from coprod_desktop.documents.styles import A4, BODY, MM
from coprod_desktop.documents.tagging import Pen, spoken_in
from tests.paper_reading import found, page_texts, structure

TOP, NEXT_TOP, BOTTOM = 50.0, 60.0, 300.0


def nothing(pen: Pen, top: float) -> None:
    """Draw nothing."""


some_piece = some.builds(
    lambda height, space, is_kept: Piece(height, nothing, space=space, is_kept=is_kept),
    some.floats(1, 200),
    some.floats(0, 30),
    some.booleans(),
)


@hypothesis.given(some.lists(some_piece, max_size=40))
def test_pieces_keep_their_order_and_never_overlap_or_leave_the_page(pieces: list[Piece]) -> None:
    pages = compose(pieces, TOP, NEXT_TOP, BOTTOM)

    assert [id(piece) for page in pages for piece, __ in page] == [id(piece) for piece in pieces]
    for number, page in enumerate(pages):
        at = NEXT_TOP if number else TOP
        assert page or not pieces
        for piece, top in page:
            assert top >= at
            at = top + piece.height
        assert at <= BOTTOM + 0.01


def test_a_piece_that_is_kept_goes_to_the_next_page_with_what_follows() -> None:
    filler = Piece(200, nothing)
    heading = Piece(20, nothing, is_kept=True)
    row = Piece(100, nothing)

    first, second = compose([filler, heading, row], TOP, NEXT_TOP, BOTTOM)
    assert [piece for piece, __ in first] == [filler]
    assert [piece for piece, __ in second] == [heading, row]


def test_a_head_returns_over_a_row_that_begins_a_page() -> None:
    head = Piece(20, nothing, groups=(HEAD_AGAIN,))
    row = Piece(150, nothing, head=head)

    pages = compose([row, row], TOP, NEXT_TOP, BOTTOM)
    assert [[piece for piece, __ in page] for page in pages] == [[row], [head, row]]
    assert pages[1][1][1] == NEXT_TOP + 20


def test_space_before_a_piece_is_left_out_at_the_top_of_a_page() -> None:
    piece = Piece(200, nothing, space=30)

    assert [page[0][1] for page in compose([piece, piece], TOP, NEXT_TOP, BOTTOM)] == [50, 60]


def test_a_paper_may_draw_the_whole_foot_of_its_pages_itself() -> None:
    def foot(pen: Pen, number: int, count: int) -> None:
        pen.block(set_block(f"{number} of {count}", BODY, 200), 20 * MM, 270 * MM)

    pen = Pen("Two pages", "A charity", A4, "en-GB")
    pieces = [Piece(200, nothing), Piece(200, nothing)]
    pages = compose(pieces, TOP, NEXT_TOP, BOTTOM)

    pdf = print_pages(pen, Sheet(A4, 20 * MM, 13 * MM), pages, foot)
    assert page_texts(pdf) == ["1 of 2", "2 of 2"]


def test_pieces_of_one_group_are_one_element_with_its_language() -> None:
    pen = Pen("Croeso", "A charity", A4, "en-GB")
    group = Group("Part", spoken_in("cy-GB"))
    pieces = text_pieces(set_block("Croeso", BODY, 200), 20 * MM, groups=(group,)) * 2
    pages = compose(pieces, TOP, NEXT_TOP, BOTTOM)

    (part,) = found(structure(print_pages(pen, Sheet(A4, 20 * MM, 13 * MM), pages, "1")), "Part")
    assert part.says == {"Lang": "cy-GB"}
    assert [kid.tag for kid in part.kids] == ["P", "P"]
