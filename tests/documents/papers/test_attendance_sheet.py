"""Test that everybody who was here can say so, expected or not."""

from pathlib import Path

import pytest

from coprod_desktop.documents.papers.attendance_sheet import attendance_sheet_pdf
from coprod_desktop.domain.errors import LetterMissingError
from coprod_desktop.domain.session_papers import SessionPerson
from tests.other_paper_builders import an_attendance, an_offer
from tests.other_paper_checks import check_sample
from tests.other_paper_samples import OTHER_SAMPLES, samples_of
from tests.paper_reading import found, page_texts, paper_text, spoken, structure


@pytest.mark.parametrize("name", samples_of("attendance-sheet"))
def test_every_sheet_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


def test_there_is_a_row_for_each_person_and_some_for_others() -> None:
    pdf = attendance_sheet_pdf(an_attendance())
    rows = found(structure(pdf), "TR")

    assert len(rows) == 1 + 11 + 4
    assert [cell.has_content for cell in rows[1].kids] == [True, *[False] * 5]
    assert not any(cell.has_content for cell in rows[-1].kids)
    assert len(page_texts(pdf)) == 1


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "Payment offered: £30.00 for 2 hours (£15.00 an hour). You can take all, part or"),
        ({"rate_pence": 0}, "Payment offered: £30.00 for 2 hours. You can"),
        ({"rate_pence": 0, "minutes": 0}, "Payment offered: £30.00. You can"),
        ({"offered_pence": 0}, "Your time counts, paid or unpaid."),
    ],
)
def test_the_promise_stands_above_the_names(known: dict[str, int], words: str) -> None:
    text = paper_text(attendance_sheet_pdf(an_attendance(offer=an_offer(**known))))

    assert words in text


def test_forty_people_have_the_headings_on_every_page() -> None:
    pages = page_texts(OTHER_SAMPLES["attendance-sheet-forty-people-clear-en"]())

    assert len(pages) > 1
    assert all("Signature or initials" in page for page in pages)


def test_an_arabic_name_is_read_in_its_own_order() -> None:
    assert "سلمى الحداد" in spoken(attendance_sheet_pdf(an_attendance()))


def test_a_name_with_a_letter_that_cannot_be_printed_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        attendance_sheet_pdf(an_attendance(people=(SessionPerson(name="अमित"),)))
