"""Papers, their forms and what became of them are called by their names."""

import dataclasses
import datetime

import pytest

from coprod_desktop.domain.issued_papers import CheckAnswer, PaperKind
from coprod_desktop.domain.participants import Edition
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.papers.words import answer_words, days_words, form_words, kind_word

SHEET = GivenPaper(
    paper_id=1,
    participant_id=2,
    kind=PaperKind.CHECK,
    number="Q-2026-0001",
    from_on=datetime.date(2026, 10, 1),
    to_on=datetime.date(2026, 10, 31),
    issued_on=datetime.date(2026, 11, 1),
    edition=Edition.STANDARD,
    language="en",
)


def test_every_kind_of_paper_has_a_name_of_its_own() -> None:
    words = [kind_word(kind) for kind in (None, *PaperKind)]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("edition", "language", "words"),
    [
        (Edition.STANDARD, "en", "Clear print"),
        (Edition.EASY_READ, "cy", "Easy Read, Welsh"),
        (Edition.LARGE, "en+cy", "Large print, Welsh and English"),
    ],
)
def test_a_form_names_its_language_where_it_is_not_english(
    edition: Edition, language: str, words: str
) -> None:
    assert form_words(edition, language) == words


def test_what_became_of_a_paper_is_said() -> None:
    assert answer_words(SHEET) == "Waits for an answer"
    answer = CheckAnswer(
        check_answer_id=1,
        issued_paper_id=1,
        answered_on=datetime.date(2026, 11, 5),
        is_right=True,
        recorded_by_id=3,
    )
    right = dataclasses.replace(SHEET, answer=answer)
    assert answer_words(right).replace("\xa0", " ") == "Right, 5 Nov 2026"
    wrong = dataclasses.replace(SHEET, answer=dataclasses.replace(answer, is_right=False))
    assert answer_words(wrong).replace("\xa0", " ") == "Not right, 5 Nov 2026"
    statement = dataclasses.replace(SHEET, kind=None)
    assert answer_words(statement) == ""
    assert answer_words(dataclasses.replace(statement, is_replaced=True)) == "Replaced"
    newer = dataclasses.replace(statement, replaces_number="S-2026-0001")
    assert answer_words(newer) == "Replaces S-2026-0001"


def test_the_days_of_a_paper_are_said_where_it_has_some() -> None:
    assert days_words(SHEET).replace("\xa0", " ") == "1 October to 31 October 2026"
    assert days_words(dataclasses.replace(SHEET, from_on=None)) == ""
