"""Test how a session and its promise are said."""

import pytest

from coprod_desktop.documents.papers import session_words as words
from coprod_desktop.domain.session_papers import SessionOffer
from tests.other_paper_builders import a_session, an_offer


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "Thursday 15 October 2026, 10:30 to 12:30"),
        ({"ends_at": ""}, "Thursday 15 October 2026, 10:30"),
        ({"starts_at": "", "ends_at": ""}, "Thursday 15 October 2026"),
    ],
)
def test_a_session_has_its_day_and_what_is_known_of_its_time(
    known: dict[str, str], said: str
) -> None:
    plain = words.day_and_time(a_session(**known)).replace("\u00a0", " ")

    assert plain == said


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "Activity A-2026-0088, project HD-204"),
        ({"code": ""}, "Activity A-2026-0088"),
        ({"number": ""}, "Project HD-204"),
        ({"number": "", "code": ""}, ""),
    ],
)
def test_an_activity_has_the_numbers_that_it_has(known: dict[str, str], said: str) -> None:
    assert words.activity(a_session(**known)) == said


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (an_offer(), "We offer you £30.00: 2 hours at £15.00 an hour."),
        (an_offer(rate_pence=0), "We offer you £30.00 for 2 hours."),
        (an_offer(rate_pence=0, minutes=0), "We offer you £30.00 for this session."),
        (
            SessionOffer(),
            "There is no payment for this session. Your time is written down and counts.",
        ),
    ],
)
def test_a_promise_says_all_that_was_promised(offer: SessionOffer, said: str) -> None:
    assert words.offer(offer).replace("\u00a0", " ") == said


def test_a_paper_of_a_planned_session_has_a_foot_without_a_number() -> None:
    assert words.foot(a_session(number=""), "Slip {number}", "Slip") == "Slip"
    assert words.foot(a_session(), "Slip {number}", "Slip") == "Slip A-2026-0088"
