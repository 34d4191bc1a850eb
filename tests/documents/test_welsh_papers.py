"""A paper in Welsh says nothing of ours in English, whatever stands on it."""

import html
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from coprod_desktop.documents.editions.web_page import web_page
from coprod_desktop.documents.paper import Paper
from coprod_desktop.documents.papers.attendance_sheet import attendance_sheet_pdf
from coprod_desktop.documents.papers.easy_sentences import is_easy
from coprod_desktop.documents.papers.session_cash_sheet import session_cash_sheet_pdf
from coprod_desktop.i18n import speaking
from installer import make_catalogue
from tests.other_paper_builders import a_session_cash, an_attendance
from tests.other_paper_checks import text_of, words_of
from tests.other_paper_samples import OTHER_SAMPLES
from tests.paper_marks import told
from tests.paper_samples import SAMPLES
from tests.web_samples import KINDS_OF_PAPER

_FIELD = re.compile(r"\\\{[^}]+\\\}")
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 2  # so few words of a sentence may stand in a name, or in what somebody wrote


def _english() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Return every English sentence of more than two words, and how it looks with its fields."""
    for message in make_catalogue.read("cy"):
        for sentence in message.id if isinstance(message.id, tuple | list) else (message.id,):
            plain = " ".join(sentence.split())
            if len(_WORD.findall(re.sub(r"\{[^}]+\}", " ", plain))) > _FEW:
                looks = _FIELD.sub("[^|]{1,200}?", re.escape(plain))
                yield plain, re.compile(rf"(?<!\w){looks}(?!\w)")


ENGLISH = tuple(_english())


def leftover(text: str) -> list[str]:
    """Return the English sentences of ours that stand in a text; `|` divides what stands apart."""
    plain = " ".join(text.split())
    return [sentence for sentence, looks in ENGLISH if looks.search(plain)]


def heard(pdf: bytes) -> str:
    """Return everything that a paper says to the eye or to the ear."""
    marks = told(pdf).all()
    return " | ".join(text for mark in marks for text in (mark.text, *mark.says.values()))


def _spoken(language: str, word: Callable[[Any], Paper], build: Callable[[], Any]) -> Paper:
    with speaking(language):
        return word(build())


PAPERS = {
    f"{name}-{case}{edition}": partial(_spoken, word=word, build=build)
    for name, kind in KINDS_OF_PAPER.items()
    for case, build in kind.cases.items()
    for edition, word in (("", kind.paper), ("-easy-read", kind.easy_read))
    if word is not None
}
WELSH_SAMPLES = {
    name: make for name, make in (SAMPLES | OTHER_SAMPLES).items() if name.endswith("-cy")
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_words_of_a_welsh_paper_are_welsh(name: str) -> None:
    paper = PAPERS[name]("cy")

    assert leftover(" | ".join(words_of(paper.parts))) == []


@pytest.mark.parametrize("name", [name for name in PAPERS if "forty" not in name])
def test_a_weekday_and_a_month_follow_the_words_that_name_them(name: str) -> None:
    said = text_of(PAPERS[name]("cy").parts)

    assert re.findall(r"\bdd?ydd \d+ \w+", said) == []
    assert re.findall(r"\b[fm]is \d+ \w+", said) == []


@pytest.mark.parametrize("name", WELSH_SAMPLES)
def test_an_edition_adds_no_english_to_a_welsh_paper(name: str) -> None:
    assert leftover(heard(WELSH_SAMPLES[name]())) == []


@pytest.mark.parametrize("name", [name for name in PAPERS if name.endswith("-typical")])
def test_a_page_for_a_browser_adds_no_english_either(name: str) -> None:
    page = web_page([PAPERS[name]("cy")])
    hidden = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', page)
    shown = re.sub(r"<style.*?</style>|<[^>]+>", " | ", page, flags=re.DOTALL)

    assert leftover(html.unescape(" | ".join((shown, *hidden)))) == []


@pytest.mark.parametrize("name", ["attendance", "cash"])
def test_the_sheets_of_a_session_speak_welsh_throughout(name: str) -> None:
    with speaking("cy"):
        if name == "attendance":
            pdf = attendance_sheet_pdf(an_attendance())
        else:
            pdf = session_cash_sheet_pdf(a_session_cash())

    assert leftover(heard(pdf)) == []
    assert not re.search(r"registered charity|£20 note|50p coin", heard(pdf))


@pytest.mark.parametrize("name", [name for name in PAPERS if name.endswith("-easy-read")])
def test_no_sentence_of_a_welsh_easy_read_paper_is_long(name: str) -> None:
    texts = words_of(PAPERS[name]("cy").parts)

    assert [text for text in texts if not is_easy(text)] == []


def test_english_that_is_left_over_is_found() -> None:
    english = PAPERS["check-sheet-typical"]("en")

    found = leftover(text_of(english.parts))
    assert "Please answer by {day}." in found
    assert "This is right." in found
    assert leftover(heard(SAMPLES["statement-typical-clear-en"]()))
