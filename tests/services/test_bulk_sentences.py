"""Why an entry stays is said for what it is, with what to do instead."""

import pytest

from coprod_desktop.domain.bulk_errors import AliasTakenError, ApprovedStaysError
from coprod_desktop.services.bulk_sentences import BULK_SENTENCES
from coprod_desktop.services.sentences import sentence


def test_approved_work_and_approved_expenses_are_freed_in_their_own_way() -> None:
    work = sentence(ApprovedStaysError(noun="contribution"))
    claim = sentence(ApprovedStaysError(noun="expense claim"))
    assert "Correct it on its own" in work
    assert "Send the claim back" in claim


def test_a_taken_way_of_writing_says_whose_it_is() -> None:
    words = sentence(AliasTakenError(text="Sam K.", name="Sam Kowalski"))
    assert words.startswith("“Sam K.” means Sam Kowalski already.")


@pytest.mark.parametrize("error", BULK_SENTENCES)
def test_each_is_found_where_all_sentences_are(error: type) -> None:
    assert sentence(error(text="a", name="b", noun="contribution")) != sentence(
        type("Unknown", (error.__mro__[1],), {})()
    )
