"""Sentences stay English until a translation is there."""

import threading
from collections.abc import Iterator

import pytest

from coprod_desktop.i18n import _, language, ngettext, speaking, use_language


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


def test_a_paper_speaks_its_language_while_the_program_speaks_another() -> None:
    with speaking("cy"):
        assert _("Payment") == "Taliad"
        assert language() == "cy"
    assert _("Payment") == "Payment"
    assert language() == "en"


def test_the_charitys_own_words_come_before_the_translation() -> None:
    with speaking("cy", {"Payment": "Arian"}):
        assert _("Payment") == "Arian"
        with speaking("en"):
            assert _("Payment") == "Payment"
        assert _("Payment") == "Arian"


def test_another_thread_keeps_its_own_language() -> None:
    heard = []
    with speaking("cy"):
        thread = threading.Thread(target=lambda: heard.append(_("Payment")))
        thread.start()
        thread.join()
    assert heard == ["Payment"]
