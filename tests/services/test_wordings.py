"""The charity words the fixed sentences of its papers in its own way, and can go back."""

from collections.abc import Callable

import pytest

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.paper_errors import (
    BracesUnreadableError,
    FieldUnknownError,
    LanguageUnknownError,
    SentenceUnknownError,
)
from coprod_desktop.domain.wordings import Wording
from coprod_desktop.i18n import language, ngettext, speaking
from coprod_desktop.services.wordings import PaperSentence, fixed_sentences, own_words
from tests.services.world import World

HEADING = "The work you did"
WITH_FIELD = "Statement {number}"


def of(world: World, sentence: str, code: str = "en") -> PaperSentence:
    return next(one for one in world.office.wordings.all(code) if one.sentence == sentence)


def test_every_fixed_sentence_is_listed_with_its_papers(world: World) -> None:
    sentences = world.office.wordings.all()
    assert [one.sentence for one in sentences] == list(fixed_sentences())
    assert all(one.papers and one.usual == one.sentence for one in sentences)
    assert of(world, WITH_FIELD).papers == ("statement",)
    assert {one.own for one in sentences} == {""}


def test_own_words_are_kept_for_one_language(world: World) -> None:
    wordings = world.office.wordings
    wordings.set(HEADING, "  What you did with us ")
    wordings.set(HEADING, "Yr hyn a wnaethoch", "cy")
    assert of(world, HEADING).own == "What you did with us"
    assert of(world, HEADING, "cy").own == "Yr hyn a wnaethoch"
    wordings.set(HEADING, "All you did")
    assert of(world, HEADING).own == "All you did"
    assert len(world.records()[Wording]) == 2
    with world.office.desk.reading() as reading:
        assert own_words(reading, "en") == {HEADING: "All you did"}
        assert own_words(reading, "cy") == {HEADING: "Yr hyn a wnaethoch"}
    assert language() == "en"


def test_a_sentence_that_counts_is_worded_for_one_and_for_any_other_number(world: World) -> None:
    one, many = (f"You did {{count}} more {things} like this." for things in ("thing", "things"))
    assert of(world, one, "cy").usual != of(world, many, "cy").usual != many
    world.office.wordings.set(many, "And {count} more like it.")
    with world.office.desk.reading() as reading, speaking("en", own_words(reading, "en")):
        said = [ngettext(one, many, count).format(count=count) for count in (1, 2, 0)]
    assert said == [
        "You did 1 more thing like this.", "And 2 more like it.", "And 0 more like it.",
    ]  # fmt: skip


def test_the_usual_words_come_back(world: World) -> None:
    wordings = world.office.wordings
    ways: tuple[Callable[[], object], ...] = (
        lambda: wordings.set(HEADING, " "),
        lambda: wordings.set(HEADING, HEADING),
        lambda: wordings.clear(HEADING),
    )
    for put_back in ways:
        wordings.set(HEADING, "All you did")
        put_back()
        assert of(world, HEADING).own == ""
        assert world.office.history.latest(1)[0].verb == "clear wording"
    with world.refused(NotFoundError):
        wordings.clear(HEADING)


def test_a_field_that_is_left_out_is_told(world: World) -> None:
    world.office.wordings.set(WITH_FIELD, "Your statement")
    assert of(world, WITH_FIELD).left_out == ("number",)
    assert of(world, HEADING).left_out == ()


def test_words_that_do_not_fit_are_refused(world: World) -> None:
    wordings = world.office.wordings
    with world.refused(FieldUnknownError):
        wordings.set(WITH_FIELD, "Statement {numbre}")
    with world.refused(BracesUnreadableError):
        wordings.set(WITH_FIELD, "Statement {number")
    with world.refused(SentenceUnknownError):
        wordings.set("The work you did.", "What you did")
    for code in ("fr", "en+cy"):
        with world.refused(LanguageUnknownError):
            wordings.set(HEADING, "What you did", code)
        with world.refused(LanguageUnknownError):
            wordings.clear(HEADING, code)
        with pytest.raises(LanguageUnknownError):
            wordings.all(code)
