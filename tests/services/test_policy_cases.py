"""A case that is written down is read back as the case that was meant."""

import datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy import Subject, read_case, read_policy
from coprod_desktop.services.policy_cases import ExampleCase, case_text

POLICY = read_policy('[policy]\nname = "Any"\n')
DAY = datetime.date(2026, 6, 4)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).filter(str.strip),
    st.integers(1, 1440),
    st.integers(1, 99_999),
)
def test_every_case_can_be_read(kind: str, minutes: int, tenth_miles: int) -> None:
    case = ExampleCase(on=DAY, kind_of_work=kind, minutes=minutes, tenth_miles=tenth_miles)
    work, journey = read_case(case_text(case), POLICY).entries
    assert (work.subject, journey.subject) == (Subject.WORK, Subject.JOURNEY)
    assert work.words["kind"] == kind.strip()
    assert work.facts["time"] == minutes
    assert journey.facts["miles"] == Fraction(tenth_miles, 10)


def test_what_is_nothing_is_left_out() -> None:
    read = read_case(case_text(ExampleCase(on=DAY)), POLICY)
    assert read.entries == ()
    assert (read.claim["on"], read.claim["sent_on"]) == (DAY, DAY)
