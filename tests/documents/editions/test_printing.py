"""A paper is printed in the edition that was asked for, in one language or in two."""

import io

import pikepdf
import pytest

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.easy_read import easy_read_pdf
from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.editions.printing import print_paper
from coprod_desktop.documents.editions.side_by_side import side_by_side_pdf
from coprod_desktop.documents.paper import Opening, Paper, Text
from coprod_desktop.domain.participants import Edition


def a_paper(language: str) -> Paper:
    head = Opening(
        organisation="Rivermead Together",
        charity_number="1100099",
        number="C-2026-0001",
        title="Certificate",
        name="Llŷr Penri Bowen",
    )
    return Paper(
        title="Certificate",
        foot="C-2026-0001",
        author="Rivermead Together",
        language=language,
        parts=(head, Text(text="You chaired the group.")),
    )


ENGLISH, WELSH = a_paper("en"), a_paper("cy")


def test_one_language_is_set_as_its_edition_sets_it() -> None:
    assert print_paper([ENGLISH], Edition.STANDARD) == clear_print_pdf(ENGLISH)
    assert print_paper([ENGLISH], Edition.LARGE) == large_print_pdf([ENGLISH])
    assert print_paper([ENGLISH], Edition.EASY_READ) == easy_read_pdf([ENGLISH])


def test_two_languages_stand_side_by_side_or_one_after_the_other() -> None:
    both = [WELSH, ENGLISH]
    assert print_paper(both, Edition.STANDARD) == side_by_side_pdf(WELSH, ENGLISH)
    assert print_paper(both, Edition.LARGE) == large_print_pdf(both)
    assert print_paper(both, Edition.EASY_READ) == easy_read_pdf(both)


@pytest.mark.parametrize("edition", list(Edition))
def test_each_is_a_tagged_paper(edition: Edition) -> None:
    for papers in ([ENGLISH], [WELSH, ENGLISH]):
        with pikepdf.open(io.BytesIO(print_paper(papers, edition))) as pdf:
            assert "/StructTreeRoot" in pdf.Root
