"""Every paper is made in every edition, language and form, and made again alike."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.papers import LetterContent
from coprod_desktop.domain.participants import Edition
from coprod_desktop.services.paper_making import (
    HTML,
    PDF,
    WORD,
    PaperOrder,
    edition_of,
    make,
    worded,
)
from tests.builders import a_statement_content, a_statement_work
from tests.paper_reading import paper_text
from tests.services.paper_examples import EXAMPLES, SHEETS

FORMS = [(edition, language) for edition in Edition for language in ("en", "cy", "en+cy")]


@pytest.mark.parametrize("content", EXAMPLES, ids=lambda content: type(content).__name__)
def test_a_paper_is_made_in_every_edition_and_language(content: object) -> None:
    for edition, language in FORMS:
        order = PaperOrder(content=content, edition=edition, language=language)
        made = make(order, {})
        assert make(order, {}) == made
        assert made.startswith(b"%PDF-")
        assert "2026" in paper_text(made)


@pytest.mark.parametrize("content", EXAMPLES, ids=lambda content: type(content).__name__)
def test_a_paper_is_made_as_a_web_page_and_for_a_last_touch(content: object) -> None:
    for language in ("en", "cy", "en+cy"):
        page = make(PaperOrder(content=content, language=language, media_type=HTML), {})
        assert page.startswith(b"<!DOCTYPE html>")
        word = make(PaperOrder(content=content, language=language, media_type=WORD), {})
        assert zipfile.ZipFile(io.BytesIO(word)).testzip() is None
        assert make(PaperOrder(content=content, language=language, media_type=WORD), {}) == word


@pytest.mark.parametrize("content", SHEETS, ids=lambda content: type(content).__name__)
def test_a_sheet_for_the_office_has_one_edition(content: object) -> None:
    made = make(PaperOrder(content=content, edition=Edition.EASY_READ, language="cy"), {})
    assert made == make(PaperOrder(content=content, language="cy+en"), {})
    assert made.startswith(b"%PDF-")


def test_welsh_comes_first_where_both_are_asked_for() -> None:
    papers = worded(PaperOrder(content=a_statement_content(), language="en+cy"), {})
    assert [paper.language for paper in papers] == ["cy", "en"]


def test_own_words_are_spoken_in_their_language_alone() -> None:
    own = {"en": {"The work you did": "What you have done"}}
    content = a_statement_content()
    english = make(PaperOrder(content=content), own)
    assert "What you have done" in paper_text(english)
    welsh = make(PaperOrder(content=content, language="cy"), own)
    assert "What you have done" not in paper_text(welsh)


def test_a_letter_for_an_office_is_never_in_easy_read() -> None:
    assert edition_of(LetterContent, Edition.EASY_READ) is Edition.LARGE
    assert edition_of(LetterContent, Edition.STANDARD) is Edition.STANDARD
    letter = next(one for one in EXAMPLES if isinstance(one, LetterContent))
    easy = make(PaperOrder(content=letter, edition=Edition.EASY_READ), {})
    assert easy == make(PaperOrder(content=letter, edition=Edition.LARGE), {})


NAMES = st.sampled_from(["Llŷr Ŵyn", "Salma Al-Haddad", "Małgorzata Zając", "O’Brien & Söhne <b>"])


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=NAMES,
    lines=st.integers(0, 45),
    edition=st.sampled_from(Edition),
    form=st.sampled_from([PDF, HTML, WORD]),
    language=st.sampled_from(["en", "cy", "en+cy"]),
)
def test_any_statement_can_be_made_twice_alike(
    name: str, lines: int, edition: Edition, form: str, language: str
) -> None:
    content = a_statement_content(
        name=name, work=tuple(a_statement_work(minutes=15 + one) for one in range(lines))
    )
    order = PaperOrder(content=content, edition=edition, language=language, media_type=form)
    assert make(order, {}) == make(order, {})
