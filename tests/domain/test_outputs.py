"""Things that were made, the credits on them, and the roll of contributors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import NameMissingError, TextTooLongError
from coprod_desktop.domain.outputs import (
    RollLine,
    clean_credit,
    clean_output,
    name_on,
    roll_of,
)
from tests.builders import a_participant
from tests.output_builders import a_credit, an_output

AISHA = a_participant(name="Aisha Rahman", name_on_papers="Aisha R.")
SIAN = a_participant(name="Siân Llŷr")
PEOPLE = {one.participant_id: one for one in (AISHA, SIAN)}


def test_texts_are_tidied() -> None:
    made = clean_output(an_output(title=" Going  home ", kind=" Film ", where=" The shelf "))
    assert (made.title, made.kind, made.where) == ("Going home", "Film", "The shelf")
    said = clean_credit(a_credit(credit=" author ", named_as=" A. R. "))
    assert (said.credit, said.named_as) == ("author", "A. R.")


def test_a_thing_has_a_title_and_a_credit_says_what_for() -> None:
    with pytest.raises(NameMissingError):
        clean_output(an_output(title=" "))
    with pytest.raises(NameMissingError):
        clean_credit(a_credit(credit=""))
    with pytest.raises(TextTooLongError):
        clean_output(an_output(kind="x" * 41))


def test_somebody_is_named_as_they_wish() -> None:
    assert name_on(a_credit(), AISHA) == "Aisha R."
    assert name_on(a_credit(named_as="A poet"), AISHA) == "A poet"
    assert name_on(a_credit(named_as="A poet", is_anonymous=True), AISHA) == ""


def test_the_roll_names_each_person_once_with_all_they_did() -> None:
    own, other = AISHA.participant_id, SIAN.participant_id
    roll = roll_of(
        [
            a_credit(participant_id=other, credit="drawings"),
            a_credit(participant_id=own, credit="author"),
            a_credit(participant_id=own, credit="author"),
            a_credit(participant_id=own, credit="translator"),
        ],
        PEOPLE,
    )
    assert roll == (
        RollLine(name="Aisha R.", credits=("author", "translator")),
        RollLine(name="Siân Llŷr", credits=("drawings",)),
    )


def test_who_is_not_named_comes_last_and_nothing_ties_them_to_their_name() -> None:
    own = AISHA.participant_id
    roll = roll_of(
        [
            a_credit(participant_id=own, credit="author", is_anonymous=True),
            a_credit(participant_id=own, credit="narrator"),
        ],
        PEOPLE,
    )
    assert roll == (
        RollLine(name="Aisha R.", credits=("narrator",)),
        RollLine(name="", credits=("author",)),
    )


def test_two_people_without_names_are_two_lines() -> None:
    credited = [a_credit(participant_id=one, credit="author", is_anonymous=True) for one in PEOPLE]
    assert [line.name for line in roll_of(credited, PEOPLE)] == ["", ""]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(PEOPLE)),
            st.sampled_from(["author", "editor", "voice"]),
            st.booleans(),
        )
    )
)
def test_the_roll_leaves_no_credit_out_and_does_not_depend_on_the_order(
    said: list[tuple[int, str, bool]],
) -> None:
    credited = [
        a_credit(participant_id=who, credit=what, is_anonymous=hidden) for who, what, hidden in said
    ]
    roll = roll_of(credited, PEOPLE)
    wanted = {(("" if hidden else PEOPLE[who].printed_name), what) for who, what, hidden in said}
    assert {(line.name, credit) for line in roll for credit in line.credits} == wanted
    turned = roll_of(reversed(credited), PEOPLE)
    assert [(one.name, set(one.credits)) for one in turned] == [
        (one.name, set(one.credits)) for one in roll
    ]
