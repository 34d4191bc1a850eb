"""Test that there is room to sign and that each box says for whom it is."""

from coprod_desktop.documents.signatures import signature_piece
from coprod_desktop.documents.styles import A4_LANDSCAPE, MM
from coprod_desktop.documents.tagging import Pen
from tests.paper_reading import page_texts


def test_each_box_names_its_role_and_person_and_asks_for_name_and_day() -> None:
    pen = Pen("Sign here", "A charity", A4_LANDSCAPE, "en-GB")
    signature_piece([("Prepared by", "Siân Llŷr"), ("Second approval", "")], 40, 700).paint(pen, 50)

    assert page_texts(pen.finish()) == [
        "Prepared by Siân Llŷr Signature Date Second approval Signature Date"
    ]


def test_there_are_at_least_twelve_millimetres_for_a_hand() -> None:
    assert signature_piece([("Prepared by", "")], 40, 200).height >= 12 * MM + 2 * 14.5
