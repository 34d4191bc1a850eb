"""Test what a person fills in, in large letters."""

import io
import re

import pikepdf
import pytest

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.editions.sizes import LARGE
from coprod_desktop.documents.paper import Blank, Part, Signature, Text, Ticks
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import a_paper, a_picture
from tests.paper_marks import aloud, drawn_lines
from tests.paper_reading import found, structure


def printed(*parts: Part) -> bytes:
    return large_print_pdf([a_paper(parts=parts)])


def test_boxes_to_tick_are_a_list_with_the_sign_of_what_is_written_beside_them() -> None:
    pdf = printed(Ticks(texts=("All of it is right.", "This much:", "No."), blanks=(None, "£")))

    assert [item.tag for item in found(structure(pdf), "L")[0].kids] == ["LI"] * 3
    assert [text for tag, text in aloud(pdf)] == ["All of it is right.", "This much: £", "No."]


def test_room_to_write_below_a_long_answer_does_not_cover_it() -> None:
    long = "I would like a part of the payment that you offered to me, and it is this much: " * 2
    beside, below = (
        printed(Ticks(texts=(text,), blanks=("£",)), Text(text="End"))
        for text in ("This much:", long)
    )

    assert [text for tag, text in aloud(below)] == [f"{long.strip()} £", "End"]
    assert [text for tag, text in aloud(beside)] == ["This much: £", "End"]


def test_answers_stay_together_on_the_page_of_their_question() -> None:
    answers = Ticks(texts=("All of it.", "None of it.", "I will decide later."))
    for words in range(120, 200, 8):
        question = Text(text="Tick one box.")
        pages = drawn_lines(printed(Text(text="Words. " * words), question, answers))
        texts = [[line.text for line in page] for page in pages]
        (page,) = [page for page in texts if "Tick one box." in page]
        assert set(answers.texts) <= set(page)


def test_a_question_stays_under_what_it_is_about() -> None:
    answers = Ticks(texts=("This is right.", "This is not right."))
    for words in range(120, 200, 8):
        asked = (Text(text="Phone calls", is_strong=True), Text(text="45 minutes."), answers)
        pages = drawn_lines(printed(Text(text="Words. " * words), *asked))
        texts = [[line.text for line in page] for page in pages]
        (page,) = [page for page in texts if "Phone calls" in page]
        assert {"45 minutes.", *answers.texts} <= set(page)


def test_room_to_write_ends_at_the_margin() -> None:
    edge = LARGE.left + LARGE.room
    for letters in range(20, 60):
        pdf = printed(Ticks(texts=("n" * letters + ":",), blanks=("£",)))
        with pikepdf.open(io.BytesIO(pdf)) as file:
            drawn = file.pages[0].Contents.read_bytes().decode()
        boxes = re.findall(r"([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re S", drawn)
        assert boxes
        assert max(float(x) + float(wide) for x, wide in boxes) <= edge + 0.01


def test_what_is_counted_stands_at_the_end_of_its_box() -> None:
    begins = {}
    for sign in ("minutes", "£"):
        with pikepdf.open(io.BytesIO(printed(Blank(label="Reading", filled=sign)))) as file:
            drawn = file.pages[0].Contents.read_bytes().decode()
        begins[sign] = [float(each) for each in re.findall(r"BT 1 0 0 1 ([\d.]+)", drawn)][1]

    assert begins["£"] < 250 < 450 < begins["minutes"]


def test_what_is_known_stands_in_its_box_already() -> None:
    pdf = printed(Blank(label="Your name", filled="Llŷr ap Gwilym"), Blank(label="Your address"))

    assert [text for tag, text in aloud(pdf)] == ["Your name", "Llŷr ap Gwilym", "Your address"]


def test_a_label_too_long_for_its_place_stands_over_its_box() -> None:
    label = "The name of the person who helped you to fill in this paper"
    pdf = printed(Blank(label=label, filled="Amina"))

    assert [text for tag, text in aloud(pdf)] == [label, "Amina"]


def test_lines_to_write_on_stay_with_their_label() -> None:
    filled = Text(text="Words. " * 168)
    pages = drawn_lines(printed(filled, Blank(label="You can write here:", lines=5, filled="Yes")))

    texts = [[line.text for line in page] for page in pages]
    assert "You can write here:" not in texts[0]
    at = texts[1].index("You can write here:")
    assert texts[1][at + 1] == "Yes"


def test_a_place_to_sign_names_who_signs_and_asks_for_the_day() -> None:
    pdf = printed(Signature(role="Treasurer", name="Owen Price"))

    assert [text for tag, text in aloud(pdf)] == ["Treasurer Owen Price", "Signature", "Date"]


def test_a_signature_that_was_made_stands_over_the_name() -> None:
    pdf = printed(Signature(role="Treasurer", name="Owen Price", picture=a_picture("black")))

    assert aloud(pdf) == [
        ("Figure", "The signature of Owen Price"),
        ("P", "Treasurer Owen Price"),
    ]


def test_a_signature_is_never_alone_on_a_page() -> None:
    for words in range(200, 260, 4):
        pages = drawn_lines(printed(Text(text="Words. " * words), Signature(role="You")))
        assert pages[-1][0].text != "You"


def test_a_signing_name_with_a_letter_that_we_lack_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        printed(Signature(role="Treasurer", name="\N{CJK UNIFIED IDEOGRAPH-597D}"))
