"""A block goes where its headings say, keeps every text, and says what belongs nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.name_matching import Meaning
from coprod_desktop.ui.session_sheet.draft import EMPTY, DraftRow, Place, shown, write
from coprod_desktop.ui.session_sheet.headings import read_headings
from coprod_desktop.ui.session_sheet.names import NameIndex
from coprod_desktop.ui.session_sheet.paste_presenter import left_out_text
from coprod_desktop.ui.session_sheet.pasting import Pasted, Setting, paste, settled
from tests.builders import a_participant
from tests.ui.rooms import word

AMINA, CATRIN = a_participant(name="Amina Yusuf"), a_participant(name="Catrin Llŷr")
TOMS = [a_participant(name="Tom Brennan") for _time in range(2)]
NAMES = NameIndex([AMINA, CATRIN, *TOMS])
SETTING = Setting(names=NAMES, word_error=word, minutes=150, kind_of_work="Design workshop")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def pasted(*lines: str, at: tuple[int, Place] = (0, Place.NAME), rows: int = 0) -> Pasted:
    there = (*(write(EMPTY, Place.NAME, AMINA, NAMES, word) for _row in range(rows)), EMPTY)
    return paste(there, [line.split("|") for line in lines], at, SETTING)


def column(found: Pasted, place: Place) -> list[str]:
    return [shown(row, place) for row in found.rows]


@pytest.mark.parametrize("at", [(0, Place.NAME), (0, Place.NOTE), (0, Place.TRAVELLED)])
def test_under_headings_columns_go_to_their_places_wherever_they_are_pasted(
    at: tuple[int, Place],
) -> None:
    found = pasted("Comments|Full name|Time (hours)", "Late|amina yusuf|1:30", at=at)
    (row,) = found.rows
    assert (row.participant, row.met, row.note) == (AMINA, 90, "Late")
    assert found.count == 1
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("headings", "places"),
    [
        ("Name|Prep|Meeting|Travel", "NAME PREPARED MET TRAVELLED"),
        ("Participant|Role|Paid/unpaid|Fares", "NAME CAPACITY ANSWER EXPENSE"),
        ("Design workshop|Skills|Notes:", "MET SKILLS NOTE"),
        ("PREP TIME|travel_time|Paid (y/n)", "PREPARED TRAVELLED ANSWER"),
        ("Name|Name|Colour", "NAME None None"),
    ],
)
def test_usual_headings_are_known(headings: str, places: str) -> None:
    found = read_headings(headings.split("|"), "Design workshop")
    assert [one.place.name if one else "None" for one in found] == places.split()


@pytest.mark.parametrize("cells", [["Amina Yusuf", "1:30"], ["Name", "12"], ["", ""], ["x"]])
def test_data_is_not_taken_for_headings(cells: list[str]) -> None:
    assert read_headings(cells) == ()


def test_a_name_in_two_columns_is_put_together() -> None:
    found = pasted("Surname|First name|Hours", "Llyr|Catrin|2")
    assert found.rows[0].participant == CATRIN


def test_a_number_under_a_fare_gets_its_kind_and_words_stay() -> None:
    found = pasted("Name|Mileage", "Amina Yusuf|12", "Catrin Llyr|4.60 bus")
    assert column(found, Place.EXPENSE) == ["12 miles car", "£4.60 bus"]


def test_without_headings_columns_follow_one_another_and_leave_the_offer_out() -> None:
    found = pasted("chairing|part 20|4.60 bus|Late", at=(0, Place.SKILLS))
    row = found.rows[0]
    assert (row.skills, row.note) == ("chairing", "Late")
    assert [shown(row, place) for place in (Place.ANSWER, Place.EXPENSE)] == [
        "Part paid, £20.00",
        "£4.60 bus",
    ]


def test_new_rows_come_behind_what_is_there_where_the_block_has_names() -> None:
    found = pasted("Name|Hours", "Catrin Llyr|1", "Amina Yusuf|2", rows=2)
    assert column(found, Place.NAME) == [
        "Amina Yusuf", "Amina Yusuf", "Catrin Llŷr", "Amina Yusuf",
    ]  # fmt: skip
    assert found.first[0] == 2
    times = pasted("Hours|Prep", "1|2", "3|4", rows=2)
    assert column(times, Place.MET)[:2] == ["1:00", "3:00"]


def test_a_new_person_gets_the_length_of_the_session_unless_the_block_says_another() -> None:
    found = pasted("Name|Hours", "Amina Yusuf|", "Catrin Llyr|1")
    assert column(found, Place.MET) == ["2:30", "1:00"]


def test_what_belongs_nowhere_is_handed_back_whole() -> None:
    found = pasted("Name|Phone|Fee", "Amina Yusuf|0292 1|£20", "Catrin Llyr|0292 2|", "Tom Brennan")
    assert [(one.heading, one.cells) for one in found.left_out] == [
        ("Phone", ("0292 1", "0292 2", "")),
        ("Fee", ("£20", "", "")),
    ]
    table = left_out_text(found.left_out)
    assert table == "Phone\tFee\r\n0292 1\t£20\r\n0292 2\t\r\n\t\r\n"
    over = pasted("a|b|c", at=(0, Place.EXPENSE))
    assert [(one.heading, one.cells) for one in over.left_out] == [("3", ("c",))]


def test_names_that_are_not_sure_are_asked_about_once_each() -> None:
    found = pasted("Amina Yusof", "Tom Brennan", "Ffion Abbott", "Amina Yusof", "Catrin Llyr")
    assert [(one.written, one.match.meaning) for one in found.questions] == [
        ("Amina Yusof", Meaning.CLOSE),
        ("Tom Brennan", Meaning.NAMESAKES),
        ("Ffion Abbott", Meaning.NOBODY),
    ]
    answered = settled(found.rows, {"Amina Yusof": AMINA, "Tom Brennan": TOMS[1]}, 150)
    assert [row.participant for row in answered] == [AMINA, TOMS[1], None, AMINA, CATRIN]
    assert [row.met for row in answered] == [150, 150, 0, 150, 150]


def test_what_a_block_says_of_a_person_stays_when_the_name_is_answered() -> None:
    found = pasted("Name|Role|Paid|Hours", "Amina Yusof|carer|no|1")
    (row,) = settled(found.rows, {"Amina Yusof": AMINA}, 150)
    assert [shown(row, place) for place in (Place.CAPACITY, Place.ANSWER, Place.MET)] == [
        "Carer", "Unpaid", "1:00",
    ]  # fmt: skip


@given(st.lists(st.lists(TEXTS, max_size=14), max_size=6), st.sampled_from(Place))
def test_every_text_of_a_block_is_on_the_sheet_or_handed_back(
    block: list[list[str]], place: Place
) -> None:
    """A cell shows what was pasted, or what it means; what has no cell is given back."""
    start: tuple[DraftRow, ...] = (EMPTY,)
    found = paste(start, block, (0, place), SETTING)
    wide = max((len(line) for line in block), default=0)
    given_back = {cell for one in found.left_out for cell in one.cells}
    columns = [one for one in Place if one >= place and one is not Place.OFFER][:wide]
    if read_headings(block[0] if block else [], SETTING.kind_of_work):
        return
    lines = [line for line in block if any(cell.strip() for cell in line)]
    for number, line in enumerate(lines):
        for at, cell in enumerate(line):
            if not cell.strip():
                continue
            if at >= len(columns):
                assert cell in given_back
                continue
            row = found.rows[number]
            wrong = row.wrong_at(columns[at])
            if wrong is not None:
                assert wrong.text == " ".join(cell.split())
                assert wrong.sentence
