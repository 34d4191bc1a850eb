"""Test the head of a letter."""

import pytest

from coprod_desktop.documents.editions.clear_letter import letterhead
from coprod_desktop.documents.editions.frame import LETTER
from coprod_desktop.documents.paper import Letterhead
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import LONG_NAME, a_picture
from tests.paper_marks import aloud


def a_head(
    to: tuple[str, ...] = ("Jobcentre Plus",), logo: bytes = b"", title: str = "Payments"
) -> Letterhead:
    return Letterhead(
        organisation="Common Table Cardiff",
        address=("The Old Library", "Cardiff CF99 9ZZ"),
        to=to,
        number="Letter L-2026-0052",
        day="Thursday 8 October 2026",
        title=title,
        logo=logo,
    )


def said(head: Letterhead) -> list[tuple[str, str]]:
    pen = Pen("A letter", "A charity", LETTER.look.sheet.size, "en-GB")
    for piece in letterhead(head):
        piece.paint(pen, 100)
    return aloud(pen.finish())


def test_it_is_read_from_whom_to_whom_and_what_about() -> None:
    assert said(a_head()) == [
        ("P", "Common Table Cardiff"),
        ("P", "The Old Library"),
        ("P", "Cardiff CF99 9ZZ"),
        ("P", "Jobcentre Plus"),
        ("P", "Thursday 8 October 2026"),
        ("P", "Letter L-2026-0052"),
        ("H1", "Payments"),
    ]


def test_the_logo_comes_first_and_is_never_higher_than_25_mm() -> None:
    tall = a_picture(size=(10, 900))

    assert said(a_head(logo=tall))[0] == ("Figure", "Common Table Cardiff")
    assert letterhead(a_head(logo=tall))[0].height <= 25 * MM + 4 * MM


def test_a_long_name_takes_another_line() -> None:
    line = f"For the work coach of {LONG_NAME}, {LONG_NAME}"

    assert letterhead(a_head(to=(line,)))[1].height > letterhead(a_head())[1].height


def test_a_name_we_cannot_print_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        letterhead(a_head(title="王小明: payments"))
