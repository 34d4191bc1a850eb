"""Test halves that are drawn in turns and read one after the other."""

from coprod_desktop.documents.editions.strands import Pair, Strand, paint_middle
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import Group, Piece
from coprod_desktop.documents.styles import A4, BODY
from coprod_desktop.documents.tagging import Pen
from tests.paper_marks import Said, told


def a_pen() -> Pen:
    return Pen("Halves", "A charity", A4, "cy-GB")


def a_piece(text: str, height: float = 20, groups: tuple[Group, ...] = ()) -> Piece:
    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(set_block(text, BODY, 200), 70, top)

    return Piece(height, paint, groups=groups)


def outline(said: Said) -> object:
    return (said.tag, said.text) if said.text else (said.tag, [outline(kid) for kid in said.kids])


def test_what_is_drawn_in_turns_is_read_strand_by_strand() -> None:
    pen, left, right = a_pen(), Strand("cy-GB"), Strand("en-GB")
    for welsh, english in (("un", "one"), ("dau", "two")):
        left.paint(pen, a_piece(welsh), 100)
        right.paint(pen, a_piece(english), 100)
        pen.next_page()

    kids = told(pen.finish()).kids
    assert [kid.says["Lang"] for kid in kids] == ["cy-GB", "en-GB"]
    assert [outline(kid) for kid in kids] == [
        ("Div", [("P", "un"), ("P", "dau")]),
        ("Div", [("P", "one"), ("P", "two")]),
    ]


def test_a_list_goes_on_until_another_group_begins() -> None:
    pen, strand = a_pen(), Strand("cy-GB")
    first, second = Group("L"), Group("L")
    for text, groups in (("a", (first,)), ("b", (first,)), ("c", ()), ("d", (second,))):
        strand.paint(pen, a_piece(text, groups=groups), 100)

    (half,) = told(pen.finish()).kids
    assert outline(half) == (
        "Div",
        [("L", [("P", "a"), ("P", "b")]), ("P", "c"), ("L", [("P", "d")])],
    )


def test_rows_are_as_tall_as_the_taller_half_and_keep_their_distance() -> None:
    pair = Pair(("cy-GB", "en-GB"), 300)
    low, tall = a_piece("low", 20), a_piece("tall", 60)._replace(is_kept=True, rule=0.5)
    rows = pair.pieces(([low, tall], [tall, low._replace(space=7)]), 9)

    assert [row.height for row in rows] == [69, 67]
    assert [row.space for row in rows] == [0, 0]
    assert all(row.is_kept and row.rule == 0.5 for row in rows)


def test_the_longer_half_goes_on_alone() -> None:
    pen = a_pen()
    pair = Pair(("cy-GB", "en-GB"), 300, has_rule=False)
    for row in pair.pieces(([a_piece("un")], [a_piece("one"), a_piece("two")]), 0):
        row.paint(pen, 100)

    assert [outline(kid) for kid in told(pen.finish()).kids] == [
        ("Div", [("P", "un")]),
        ("Div", [("P", "one"), ("P", "two")]),
    ]


def test_the_rule_between_the_halves_is_for_the_eye_only() -> None:
    pen = a_pen()
    paint_middle(pen, 300, 100, 50)

    assert pen._code[-3].startswith("/Artifact")
    assert "300.00 741.89 m 300.00 691.89 l S" in pen._code[-2]
    assert told(pen.finish()).kids == ()
