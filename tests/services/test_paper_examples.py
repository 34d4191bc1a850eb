"""Each sentence of the papers is shown on a paper of an invented person called Example."""

import dataclasses
from collections.abc import Iterator

import pytest

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.paper_errors import (
    BracesUnreadableError,
    FieldUnknownError,
    LanguageUnknownError,
)
from coprod_desktop.domain.participants import Edition
from coprod_desktop.services.office import Office
from coprod_desktop.services.paper_examples import PaperExampleService
from coprod_desktop.services.paper_listening import filled
from coprod_desktop.services.wordings import EVERY_PAPER, fixed_sentences
from tests.paper_reading import page_texts, paper_text, sentences_over
from tests.pictures import a_png
from tests.services.sheet_files import an_office
from tests.services.world import World

CORRECT = "Please tell us by {day}, and we will give you a corrected statement."
LEAST_SHOWN = 0.95


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One file for all tests that write nothing: what is shown depends on no database."""
    made = an_office(str(tmp_path_factory.mktemp("office") / "A.coprod"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def examples(office: Office) -> PaperExampleService:
    return PaperExampleService(office.desk)


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_sentence_is_shown_on_its_own_paper_with_the_facts_of_the_example(
    examples: PaperExampleService,
) -> None:
    example = examples.find(CORRECT)
    assert example is not None
    assert (example.paper, example.order.edition) == ("statement", Edition.STANDARD)
    assert example.is_certain
    assert set(example.values) == {"day"}
    shown = examples.paper(CORRECT, "Write to us by {day}!")
    assert shown is not None
    assert shown.said == f"Write to us by {example.values['day']}!"
    text = words(paper_text(shown.pdf))
    assert words(shown.said) in text
    assert "Example Person" in text
    assert "we will give you a corrected statement" not in text


def test_empty_words_are_the_usual_ones_whatever_is_saved(world: World) -> None:
    examples = PaperExampleService(world.office.desk)
    world.office.wordings.set(CORRECT, "By {day}, please.")
    world.office.wordings.set("The work you did", "All that you did")
    shown = examples.paper(CORRECT, "")
    assert shown is not None
    text = words(paper_text(shown.pdf))
    assert shown.said == filled(CORRECT, shown.example.values)
    assert words(shown.said) in text
    assert "All that you did" in text


def test_welsh_is_shown_on_a_welsh_paper(examples: PaperExampleService) -> None:
    shown = examples.paper(CORRECT, "Erbyn {day}, os gwelwch yn dda.", "cy")
    assert shown is not None
    assert shown.example.order.language == "cy"
    assert words(shown.said) in words(paper_text(shown.pdf))
    english = examples.paper(CORRECT, "")
    assert english is not None
    assert page_texts(shown.pdf) != page_texts(english.pdf)


def test_a_sentence_of_easy_read_is_shown_in_easy_read(examples: PaperExampleService) -> None:
    shown = examples.paper("Thank you for your work.", "")
    assert shown is not None
    assert shown.example.is_easy_read
    assert words(shown.said) in words(paper_text(shown.pdf))
    assert sentences_over(shown.pdf, 15) == []


def test_what_is_said_only_while_a_paper_is_set_is_found_too(
    examples: PaperExampleService,
) -> None:
    shown = examples.paper("Page {number} of {count}", "Sheet {number} of {count}")
    assert shown is not None
    assert "Sheet 1 of" in paper_text(shown.pdf)
    sheet = examples.paper("Work at home before today", "Before, at home")
    assert sheet is not None
    assert sheet.example.paper == "attendance sheet"
    assert "Before, at home" in words(paper_text(sheet.pdf))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_most_sentences_are_shown_and_only_on_papers_that_they_stand_on(
    examples: PaperExampleService, language: str
) -> None:
    found = {sentence: examples.find(sentence, language) for sentence in fixed_sentences()}
    shown = {sentence: one for sentence, one in found.items() if one is not None}
    assert len(shown) > LEAST_SHOWN * len(found)
    for sentence, example in shown.items():
        papers = fixed_sentences()[sentence]
        assert example.paper in papers or EVERY_PAPER in papers, sentence
        if example.is_certain:
            assert filled(sentence, example.values).count("{") == 0, sentence


def test_the_charity_and_who_signs_stand_on_the_example(world: World) -> None:
    style = world.office.paper_style.get()
    world.office.paper_style.save(dataclasses.replace(style, logo=a_png(), signed_by="Nia Morgan"))
    shown = PaperExampleService(world.office.desk).paper("Yours faithfully", "")
    assert shown is not None
    text = paper_text(shown.pdf)
    assert world.office.organisation.get().name in text
    assert "Nia Morgan" in text


@pytest.mark.parametrize(
    ("own", "language", "error"),
    [
        ("By {dya}", "en", FieldUnknownError),
        ("By {day", "en", BracesUnreadableError),
        ("By {day}", "fr", LanguageUnknownError),
    ],
)
def test_words_that_would_not_be_saved_make_no_paper(
    examples: PaperExampleService, own: str, language: str, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        examples.paper(CORRECT, own, language)


def test_a_sentence_that_no_example_says_has_no_paper(examples: PaperExampleService) -> None:
    assert examples.find("No paper says this.") is None
    assert examples.paper("No paper says this.", "") is None
