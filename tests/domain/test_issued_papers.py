"""An answer to a check sheet is tidied before it is kept."""

import pytest

from coprod_desktop.domain.errors import TextTooLongError
from coprod_desktop.domain.issued_papers import clean_answer
from tests.output_builders import a_check_answer


def test_the_note_of_an_answer_is_tidied() -> None:
    assert clean_answer(a_check_answer(note="  Two hours. \n")).note == "Two hours."
    with pytest.raises(TextTooLongError):
        clean_answer(a_check_answer(note="x" * 5000))
