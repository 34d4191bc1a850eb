"""Test that a correction says which statement was wrong, what is right, and that we are sorry."""

from pathlib import Path

import pytest

from coprod_desktop.documents.paper import Entries
from coprod_desktop.documents.papers.correction import correction_easy_read, correction_paper
from tests.other_paper_builders import a_correction
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import samples_of


@pytest.mark.parametrize("name", samples_of("correction"))
def test_every_notice_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


@pytest.mark.parametrize("word", [correction_paper, correction_easy_read])
def test_it_names_both_statements_and_is_sorry(word: object) -> None:
    assert callable(word)
    text = text_of(word(a_correction()))

    assert "2026-0042" in text
    assert "2026-0061" in text
    assert "We are sorry." in text
    assert "We left out the half hour before the panel." in text


def test_a_table_says_what_stood_there_and_what_is_right() -> None:
    (table,) = [
        part for part in correction_paper(a_correction()).parts if isinstance(part, Entries)
    ]

    assert [text_of(row.cells) for row in table.rows] == [
        "Interview panel 9 July 2026 2 hours 2 hours 30 minutes",
        "Interview panel 9 July 2026 £30.00 £37.50",
    ]
    assert text_of(table.rows[0].pairs) == "It said 2 hours This is right 2 hours 30 minutes"


def test_without_changes_there_is_no_table() -> None:
    bare = a_correction(changes=(), because="")

    assert not [part for part in correction_paper(bare).parts if isinstance(part, Entries)]
    assert "What is right now" not in text_of(correction_easy_read(bare))


def test_it_sends_questions_about_benefits_to_an_adviser() -> None:
    assert "ask an adviser" in text_of(correction_paper(a_correction()))
