"""Test what is written on by hand: boxes to tick, room to write, and signatures."""

import pytest

from coprod_desktop.documents.editions.clear_forms import blanks, signature, ticks
from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.frame import CLEAR, CLEAR_SIDE
from coprod_desktop.documents.paper import Blank, Part, Signature, Ticks
from coprod_desktop.documents.styles import MM
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import LONG_NAME, a_paper, a_picture
from tests.paper_marks import aloud
from tests.paper_reading import found, structure


def printed(*parts: Part) -> bytes:
    return clear_print_pdf(a_paper(parts=parts))


def said(*parts: Part) -> list[str]:
    return [text for __, text in aloud(printed(*parts))]


def test_a_box_to_tick_is_a_figure_before_its_words() -> None:
    pdf = printed(Ticks(texts=("Yes.", "No.", "Later.")))

    assert [text for __, text in aloud(pdf)][:2] == ["A box to tick", "Yes."]
    assert [item.tag for item in found(structure(pdf), "L")[0].kids] == ["LI"] * 3


def test_two_short_boxes_stand_side_by_side_and_longer_ones_do_not() -> None:
    long = "I would like to decide about this payment at a later time."

    assert len(ticks(Ticks(texts=("Yes.", "No.")), CLEAR)) == 1
    assert len(ticks(Ticks(texts=("Yes.", long)), CLEAR)) == 2
    assert len(ticks(Ticks(texts=("Yes.", "Part:"), blanks=(None, "£")), CLEAR)) == 2


def test_room_to_write_after_a_box_stands_below_it_where_there_is_none_beside_it() -> None:
    long = "I would like a part of it, and the part that I would like is this much:"
    beside, below = (
        ticks(Ticks(texts=(text, "No."), blanks=("£", None)), CLEAR)[0] for text in ("Part:", long)
    )

    assert below.height > beside.height
    assert said(Ticks(texts=(long, "No."), blanks=("£",)))[1] == f"{long} £"


def test_rooms_for_sums_stand_two_in_a_row() -> None:
    sums = [Blank(label=label, filled="£") for label in ("Bus", "Taxi", "Care")]

    assert len(blanks(sums, CLEAR)) == 2
    assert said(*sums) == ["Bus £", "Taxi £", "Care £"]


def test_a_name_is_no_sign_and_has_the_whole_width() -> None:
    rooms = [Blank(label="Name", filled="Llŷr"), Blank(label="Phone", filled="£")]

    assert len(blanks(rooms, CLEAR)) == 2
    assert len(blanks(rooms[1:], CLEAR)) == 1


def test_more_lines_need_more_room_and_a_long_text_makes_its_own() -> None:
    one, three = (blanks([Blank(label="Wrong", lines=lines)], CLEAR)[0] for lines in (1, 3))
    filled = blanks([Blank(label="Name", filled=LONG_NAME * 2)], CLEAR_SIDE)[0]

    assert three.height > one.height + 15 * MM
    assert filled.height > one.height


def test_a_signature_that_is_there_is_shown_over_the_name() -> None:
    assert said(Signature(role="Treasurer", name="Owen Price", picture=a_picture())) == [
        "Signature of Owen Price",
        "Owen Price",
        "Treasurer",
    ]


def test_without_a_picture_there_is_room_for_a_hand_over_the_name() -> None:
    (piece,) = signature(Signature(role="Treasurer", name="Owen Price"), CLEAR)

    assert piece.height >= 12 * MM + 2 * CLEAR.look.body.leading
    assert said(Signature(role="Treasurer", name="Owen Price")) == ["Owen Price", "Treasurer"]


def test_whoever_signs_by_hand_finds_a_box_and_one_for_the_date() -> None:
    assert said(Signature(role="")) == ["Signature", "Date"]


def test_the_box_for_the_date_stands_below_where_there_is_little_room() -> None:
    beside, below = (
        signature(Signature(role="Your signature"), frame)[0] for frame in (CLEAR, CLEAR_SIDE)
    )

    assert below.height >= 2 * beside.height


def test_a_name_we_cannot_print_is_not_signed() -> None:
    with pytest.raises(LetterMissingError):
        signature(Signature(role="Treasurer", name="王小明"), CLEAR)
