"""One line is read as work and expenses; what is not understood is marked and never guessed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.quick_entry import (
    Missing,
    QuickKnown,
    QuickReading,
    Role,
    read_line,
)
from coprod_desktop.domain.quick_names import QuickNames
from coprod_desktop.domain.small_expenses import SmallCost
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import format_hours
from tests.builders import a_participant, a_project

TODAY = datetime.date(2026, 11, 19)
AMINA = a_participant(name="Amina Yusuf")
CATRIN = a_participant(name="Catrin Llŷr")
TOM = a_participant(name="Tom Brennan")
TOMOS = a_participant(name="Tomos Gethin")
HOME = a_project(name="Getting Home Well")
HOSPITAL = a_project(name="Leaving hospital")
FARE = SmallCost(kind=ExpenseKind.BUS, pence=460)
KNOWN = QuickKnown(
    names=QuickNames((AMINA, CATRIN, TOM, TOMOS), {}),
    projects=(HOME, HOSPITAL),
    kinds=KINDS_OF_WORK,
    project_id=HOME.project_id,
)


def read(line: str) -> QuickReading:
    return read_line(line, KNOWN, TODAY)


def test_excel_one_line_entry_reads_who_what_when_and_how_long() -> None:
    reading = read("catrin 2h prep yesterday unpaid")
    assert reading.people == (CATRIN,)
    assert (reading.minutes, reading.kind) == (120, "Preparation")
    assert (reading.day, reading.pay) == (datetime.date(2026, 11, 18), Pay.UNPAID)
    assert reading.project is HOME
    assert reading.is_whole


def test_a_line_reads_an_answer_an_expense_and_a_project_in_any_order() -> None:
    parts = ["1:30", "meeting", "12/3", "declined", "£4.60 bus", "#leaving"]
    for order in (parts, parts[::-1], parts[3:] + parts[:3]):
        reading = read(f"catrin {' '.join(order)}")
        assert reading.is_whole, order
        assert (reading.minutes, reading.kind) == (90, "Meeting")
        assert reading.day == datetime.date(2026, 3, 12)
        assert (reading.choice, reading.costs) == (Choice.DECLINE, (FARE,))
        assert reading.project is HOSPITAL


@pytest.mark.parametrize(
    "line",
    ["amina, catrin 2h meeting", "amina and catrin 2h meeting", "Amina Yusuf & Llyr 2h meeting"],
)
def test_several_people_stand_before_the_rest(line: str) -> None:
    reading = read(line)
    assert reading.people == (AMINA, CATRIN)
    assert reading.is_whole


def test_the_same_person_twice_counts_once() -> None:
    assert read("amina, amina yusuf 2h meeting").people == (AMINA,)


def test_a_name_that_fits_several_asks_until_somebody_is_chosen() -> None:
    reading = read("tom 2h meeting")
    assert [one.text for one in reading.unsure] == ["tom"]
    assert not reading.is_whole
    chosen = read_line("tom 2h meeting", KNOWN, TODAY, {fold("tom"): TOMOS.participant_id})
    assert chosen.people == (TOMOS,)
    assert chosen.is_whole


def test_a_stranger_is_marked_and_the_rest_is_still_read() -> None:
    reading = read("zebedee x 2h meeting")
    assert [(one.text, one.candidates) for one in reading.unsure] == [("zebedee x", ())]
    assert (reading.minutes, reading.kind) == (120, "Meeting")
    assert not reading.is_whole


def test_what_is_not_understood_is_marked_where_it_stands() -> None:
    line = "catrin 2h blah meeting 3h"
    reading = read(line)
    assert reading.unknown == ("blah", "3h")
    marked = [line[one.start : one.end] for one in reading.stretches if one.role is Role.UNKNOWN]
    assert marked == ["blah", "3h"]
    assert not reading.is_whole


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("", (Missing.WHO, Missing.TIME)),
        ("2h meeting", (Missing.WHO,)),
        ("catrin", (Missing.TIME,)),
        ("catrin 2h", (Missing.KIND,)),
        ("catrin meeting", (Missing.TIME,)),
        ("catrin meeting £4.60 bus", (Missing.TIME,)),
        ("catrin £4.60 bus", ()),
    ],
)
def test_what_is_missing_is_known(line: str, missing: tuple[Missing, ...]) -> None:
    assert read(line).missing == missing


def test_without_a_usual_project_one_has_to_be_named() -> None:
    known = QuickKnown(names=KNOWN.names, projects=KNOWN.projects, kinds=KNOWN.kinds)
    assert read_line("catrin 2h meeting", known, TODAY).missing == (Missing.PROJECT,)
    assert read_line("catrin 2h meeting #home", known, TODAY).project is HOME


def test_what_was_done_and_a_part_of_the_offer_are_read() -> None:
    reading = read('catrin 2h meeting "Welcome leaflet" part £20')
    assert (reading.what, reading.choice, reading.part_pence) == (
        "Welcome leaflet",
        Choice.PART,
        2000,
    )


def _day(day: datetime.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


@given(
    minutes=st.integers(1, 24 * 60),
    kind=st.sampled_from(KINDS_OF_WORK),
    day=st.dates(datetime.date(1990, 1, 1), datetime.date(2028, 11, 1)),
    pence=st.integers(1, 10_000),
    order=st.permutations(range(4)),
)
def test_what_a_line_says_is_read_back_in_every_order(
    minutes: int, kind: str, day: datetime.date, pence: int, order: list[int]
) -> None:
    pieces = [format_hours(minutes), kind, _day(day), f"£{pence / 100:.2f} bus"]
    reading = read("catrin " + " ".join(pieces[at] for at in order))
    assert (reading.minutes, reading.kind, reading.day) == (minutes, kind, day)
    assert reading.costs == (SmallCost(kind=ExpenseKind.BUS, pence=pence),)
    assert reading.is_whole


WORDS = st.sampled_from(
    [
        "catrin",
        "tom",
        ",",
        "and",
        "2h",
        "£4.60",
        "bus",
        "12/3",
        "mon",
        "#home",
        "blah",
        '"x y"',
        "½",
    ]
)


@given(st.text(max_size=40) | st.lists(WORDS, max_size=8).map(" ".join))
def test_any_line_is_read_and_every_word_of_it_has_a_role(line: str) -> None:
    reading = read(line)
    ends = [0]
    for stretch in reading.stretches:
        assert ends[-1] <= stretch.start < stretch.end <= len(line)
        assert not _words(line[ends[-1] : stretch.start])
        ends.append(stretch.end)
    assert not _words(line[ends[-1] :])


def _words(between: str) -> str:
    return "".join(between.split()).strip('"“”,')
