"""Test that a paper in two languages is one file, each part in its own voice."""

import dataclasses
import io

import pikepdf

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.i18n import _, speaking
from tests.edition_papers import a_letter, a_paper
from tests.paper_marks import drawn_lines
from tests.paper_reading import found, structure


def feet(pdf: bytes) -> list[tuple[str, str]]:
    """Return the two sides of the foot of each page."""
    return [(page[-2].text, page[-1].text) for page in drawn_lines(pdf)]


def test_one_paper_is_the_document_itself() -> None:
    pdf = large_print_pdf([a_letter()])

    assert found(structure(pdf), "Part") == []
    assert feet(pdf) == [
        ("Letter L-2026-0052", "Page 1 of 2"),
        ("Letter L-2026-0052", "Page 2 of 2"),
    ]


def test_two_languages_share_one_count_and_each_has_its_own_foot() -> None:
    welsh = dataclasses.replace(a_letter(), language="cy", foot="Llythyr L-2026-0052")
    pdf = large_print_pdf([welsh, a_letter()])

    parts = found(structure(pdf), "Part")
    assert [part.says["Lang"] for part in parts] == ["cy-GB", "en-GB"]
    assert [foot for foot, page in feet(pdf)] == [
        "Llythyr L-2026-0052",
        "Llythyr L-2026-0052",
        "Letter L-2026-0052",
        "Letter L-2026-0052",
    ]
    with speaking("cy"):
        said = _("Page {number} of {count}").format(number=2, count=4)
    assert [page for foot, page in feet(pdf)][1:3] == [said, "Page 3 of 4"]


def test_the_file_speaks_the_language_of_its_first_paper() -> None:
    with pikepdf.open(io.BytesIO(large_print_pdf([a_paper("cy"), a_paper()]))) as file:
        assert str(file.Root.Lang) == "cy-GB"


def test_the_words_of_the_charity_stay_in_force_for_a_paper_in_the_language_spoken() -> None:
    own = {"Page {number} of {count}": "Sheet {number}/{count}"}
    with speaking("en", own):
        assert feet(large_print_pdf([a_letter()]))[0][1] == "Sheet 1/2"
