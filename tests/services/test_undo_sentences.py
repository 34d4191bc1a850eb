"""Whatever stays says why and what to do instead."""

import re
from pathlib import Path

import pytest

import coprod_desktop
from coprod_desktop.domain import errors, undo_errors
from coprod_desktop.services.sentences import sentence
from coprod_desktop.services.undo_sentences import stays_words

REDO = ("later", "missing", "erased", "theirs", "present")
PUT_BACK = ("later", "missing", "erased")
UNDO = ("later", "paid", "exported", "erased", "missing", "first", "left", "present", "import")


@pytest.mark.parametrize("because", UNDO)
def test_an_undo_that_is_refused_says_why_in_its_own_words(because: str) -> None:
    words = sentence(errors.CannotUndoError(because=because))
    assert words != sentence(errors.CannotUndoError())
    assert words.endswith(".")


@pytest.mark.parametrize("because", ["paid", "exported"])
def test_money_that_left_leads_to_the_reversal(because: str) -> None:
    words = sentence(errors.CannotUndoError(because=because))
    assert "Take the pay run back instead" in words


def test_the_change_in_the_way_is_named() -> None:
    words = sentence(errors.CannotUndoError(because="later", by="log session"))
    assert "“Logged a session”" in words


@pytest.mark.parametrize("because", REDO)
def test_a_redo_that_is_refused_says_why_in_its_own_words(because: str) -> None:
    words = sentence(undo_errors.CannotRedoError(because=because, name="Idris Vaughan"))
    assert words != sentence(undo_errors.CannotRedoError())
    assert ("Idris Vaughan" in words) is (because == "theirs")


@pytest.mark.parametrize("because", PUT_BACK)
def test_what_is_not_put_back_says_why_in_its_own_words(because: str) -> None:
    words = sentence(undo_errors.CannotPutBackError(because=because))
    assert words != sentence(undo_errors.CannotPutBackError())


@pytest.mark.parametrize(
    ("name", "known"), [("CannotRedoError", REDO), ("CannotPutBackError", PUT_BACK)]
)
def test_every_reason_that_the_code_gives_has_words(name: str, known: tuple[str, ...]) -> None:
    sources = Path(coprod_desktop.__file__).parent.rglob("*.py")
    given = {
        because
        for path in sources
        for because in re.findall(rf"{name}\(because=\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    assert given
    assert given <= set(known)


def test_steps_that_stay_say_why_in_a_few_words() -> None:
    words = [stays_words(because) for because in UNDO]
    assert len(set(words)) == len(words)
    assert all(word.startswith("stays") for word in words)
