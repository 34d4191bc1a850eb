"""What a sheet starts from is written as TOML and read back as it was."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.session_errors import TemplateUnreadableError
from coprod_desktop.domain.session_starts import (
    SessionStart,
    StartRow,
    start_from_text,
    start_to_text,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MINUTES = st.integers(0, 1440)
ROWS = st.builds(
    StartRow,
    participant_id=st.integers(1, 2**60),
    capacity=st.sampled_from(Capacity),
    prepared=MINUTES,
    met=MINUTES,
    travelled=MINUTES,
)
STARTS = st.builds(
    SessionStart,
    project_id=st.integers(1, 2**60),
    kind_of_work=WORDS,
    title=WORDS,
    place=WORDS,
    starts_at=st.sampled_from(["", "09:30"]),
    ends_at=st.sampled_from(["", "12:00"]),
    rows=st.lists(ROWS, max_size=4).map(tuple),
)


@given(STARTS)
def test_a_start_comes_back_as_it_was(start: SessionStart) -> None:
    text = start_to_text(start)
    assert start_from_text(text) == start
    assert len(tomllib.loads(text).get("people", [])) == len(start.rows)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "= 3",
        "project_id = 1",
        'project_id = "x"\nkind_of_work = "Meeting"',
        'project_id = 1\nkind_of_work = "Meeting"\npeople = 3',
        'project_id = 1\nkind_of_work = "Meeting"\n[[people]]\nparticipant_id = 3',
        'project_id = 1\nkind_of_work = "Meeting"\n[[people]]\ncapacity = "king"',
    ],
)
def test_a_text_that_is_no_start_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(TemplateUnreadableError) as caught:
        start_from_text(text, "Fridays")
    assert caught.value.facts == {"name": "Fridays"}
