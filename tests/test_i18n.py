"""Sentences stay English until a translation is there."""

from collections.abc import Iterator

import pytest

from coprod_desktop.i18n import _, ngettext, use_language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language("en")


def test_a_language_without_translations_leaves_the_sentence_as_it_is() -> None:
    use_language("xx")
    assert _("Everything approved, paid once.") == "Everything approved, paid once."


@pytest.mark.parametrize(("number", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_a_count_chooses_its_words(number: int, words: str) -> None:
    assert ngettext("{n} person", "{n} people", number).format(n=number) == words
