"""Rows keep every character typed, offer what is usual, and know what they still need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.ui.session_sheet.draft import (
    EMPTY,
    DraftRow,
    Place,
    first_gap,
    is_empty,
    known,
    session_row,
    shown,
    with_met,
    write,
)
from coprod_desktop.ui.session_sheet.names import NameIndex, told_apart
from coprod_desktop.ui.session_sheet.reading import SALARY, UNPAID, Answer
from tests.builders import a_participant
from tests.ui.rooms import word


def person(name: str, capacity: Capacity = Capacity.LIVED_EXPERIENCE) -> Participant:
    return a_participant(name=name, capacity=capacity)


AMINA, CATRIN = person("Amina Yusuf"), person("Catrin Llŷr", Capacity.CARER)
GWYN, OWAIN = person("Gwyn Rhydderch", Capacity.TRUSTEE), person("Owain Pritchard", Capacity.STAFF)
CATHERINE = person("Catherine Booth")
NAMES = NameIndex([AMINA, CATRIN, GWYN, OWAIN, CATHERINE])


def written(row: DraftRow, *cells: tuple[Place, object]) -> DraftRow:
    for place, typed in cells:
        row = write(row, place, typed, NAMES, word)
    return row


def test_a_name_brings_what_is_usual() -> None:
    row = written(EMPTY, (Place.NAME, "gwyn"))
    assert (row.participant, row.capacity, row.answer) == (GWYN, Capacity.TRUSTEE, UNPAID)
    assert written(EMPTY, (Place.NAME, "ow")).answer == SALARY


def test_another_name_brings_its_own_but_an_answer_given_by_hand_stays() -> None:
    row = written(EMPTY, (Place.NAME, "owain"), (Place.NAME, "amina"))
    assert (row.capacity, row.answer) == (Capacity.LIVED_EXPERIENCE, Answer())
    row = written(EMPTY, (Place.NAME, "amina"), (Place.ANSWER, "part 50"), (Place.NAME, "owain"))
    assert row.answer == Answer(choice=Choice.PART, part_pence=5000)


def test_letters_that_fit_two_names_are_not_guessed() -> None:
    row = written(EMPTY, (Place.NAME, "cat"))
    assert row.participant is None
    gap = first_gap(row)
    assert gap is not None
    assert (gap.place, gap.text) == (Place.NAME, "cat")
    assert "more letters" in gap.sentence


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.OFFER])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_nothing_typed_is_ever_lost(place: Place, text: str) -> None:
    row = write(written(EMPTY, (Place.NAME, "amina")), place, text, NAMES, word)
    wrong = row.wrong_at(place)
    if wrong is not None:
        assert shown(row, place) == text.strip()
        assert wrong.sentence


@given(st.integers(1, 24 * 60))
def test_a_shown_time_can_be_typed_again(minutes: int) -> None:
    row = DraftRow(met=minutes)
    assert written(row, (Place.MET, shown(row, Place.MET))).met == minutes


def test_a_time_over_a_day_is_marked_and_stays() -> None:
    row = written(EMPTY, (Place.MET, "25"))
    assert shown(row, Place.MET) == "25"
    assert row.met == 0
    assert "24 hours" in row.wrong[0].sentence


def test_an_emptied_answer_is_the_usual_one_again() -> None:
    row = written(EMPTY, (Place.NAME, "gwyn"), (Place.ANSWER, "p"), (Place.ANSWER, ""))
    assert row.answer == UNPAID
    assert is_empty(written(EMPTY, (Place.NOTE, "x"), (Place.NOTE, " ")))


def test_the_length_of_the_session_follows_only_where_nobody_changed_it() -> None:
    offered = with_met(written(EMPTY, (Place.NAME, "amina")), 0, 150)
    assert with_met(offered, 150, 120).met == 120
    assert with_met(written(offered, (Place.MET, "1")), 150, 120).met == 60
    assert with_met(EMPTY, 0, 120) == EMPTY


def test_a_row_says_what_it_still_needs() -> None:
    nameless, timeless = written(EMPTY, (Place.MET, "1")), written(EMPTY, (Place.NAME, "amina"))
    places = [gap.place for row in (nameless, timeless) if (gap := first_gap(row))]
    assert places == [Place.NAME, Place.MET]
    assert first_gap(written(timeless, (Place.EXPENSE, "4.60 bus"))) is None


def test_who_is_gone_leaves_the_name_to_be_chosen_again() -> None:
    row = known(written(EMPTY, (Place.NAME, "amina"), (Place.MET, "1")), NameIndex([CATRIN]))
    assert row.participant is None
    assert shown(row, Place.NAME) == "Amina Yusuf"
    assert row.met == 60


def test_a_row_is_saved_as_it_stands() -> None:
    row = written(
        EMPTY,
        (Place.NAME, "catr"),
        (Place.PREPARED, "30m"),
        (Place.MET, "2.5"),
        (Place.ANSWER, "part 20"),
        (Place.EXPENSE, "12 miles car"),
        (Place.SKILLS, "Chairing"),
    )
    saved = session_row(row, "Design workshop")
    assert saved.participant_id == CATRIN.participant_id
    assert saved.capacity is Capacity.CARER
    assert dict(saved.minutes) == {"Preparation": 30, "Design workshop": 150, "Travel time": 0}
    assert (saved.pay, saved.choice, saved.part_pence) == (Pay.PAID, Choice.PART, 2000)
    assert (saved.tenth_miles, saved.expense_pence) == (120, 0)


def test_names_are_found_without_accents_and_namesakes_are_told_apart() -> None:
    twins = [person("Sam Lee"), person("Sam Lee", Capacity.CARER)]
    names = NameIndex([CATRIN, *twins])
    assert names.find("llyr") == [CATRIN]
    assert names.find("l") == []
    assert names.meant("sam lee") is None
    assert told_apart([*twins, CATRIN]) == [
        "Sam Lee, Lived experience", "Sam Lee, Carer", "Catrin Llŷr",
    ]  # fmt: skip
