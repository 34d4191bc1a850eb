"""Test what cash a session takes."""

import hypothesis
from hypothesis import strategies as some

from coprod_desktop.domain.session_papers import SessionPerson
from tests.other_paper_builders import a_session_cash


@hypothesis.given(some.lists(some.integers(0, 10**5), max_size=8), some.integers(0, 2000))
def test_the_notes_and_coins_are_what_was_promised_and_the_fares(
    promised: list[int], fares: int
) -> None:
    people = tuple(SessionPerson(name="Amina", payment_pence=pence) for pence in promised)
    content = a_session_cash(people=people, fares_pence=fares)

    assert content.payment_pence == sum(promised)
    assert content.ready_pence == sum(promised) + fares * len(promised)
    assert sum(kind * count for kind, count in content.pieces) == content.ready_pence
