"""A session has a title, and clock times as on a clock or none."""

import pytest

from coprod_desktop.domain.activities import KINDS_OF_WORK, Activity, clean_activity
from coprod_desktop.domain.errors import DurationUnreadableError, NameMissingError
from tests.builders import an_activity


@pytest.mark.parametrize(
    ("written", "kept"),
    [("", ""), (" ", ""), ("09:30", "09:30"), ("9:30", "09:30"), ("23:59",) * 2],
)
@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_clock_times_have_two_digits_and_two(field: str, written: str, kept: str) -> None:
    assert getattr(clean_activity(an_activity(**{field: written})), field) == kept


@pytest.mark.parametrize("written", ["24:00", "9:5", "9.30", "930", "9:60", "noon"])
@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_what_no_clock_shows_is_refused(field: str, written: str) -> None:
    with pytest.raises(DurationUnreadableError) as raised:
        clean_activity(an_activity(**{field: written}))
    assert raised.value.facts == {"text": written}


def test_texts_of_a_session_are_tidied_and_a_title_is_needed() -> None:
    session = clean_activity(an_activity(title=" Steering\ngroup ", place=" Library "))
    assert (session.title, session.place) == ("Steering group", "Library")
    with pytest.raises(NameMissingError):
        clean_activity(an_activity(title=" "))


def test_relationships_preparation_and_recovery_are_work_like_meetings() -> None:
    assert len(set(KINDS_OF_WORK)) == len(KINDS_OF_WORK)
    assert {"Building relationships", "Preparation", "Debrief and recovery"} <= set(KINDS_OF_WORK)
    assert Activity.__dataclass_fields__["kind_of_work"].default in KINDS_OF_WORK
