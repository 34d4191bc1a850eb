"""Each figure says on the screen what it is, how sure it is, and where it is from."""

import datetime

import pytest

from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.settings.rates_columns import columns, details, sure_words
from tests.ui.rooms import Room
from tests.ui.settings.rates_room import LATER, figure, own_bicycle


def cells(row: FigureOnDay) -> dict[str, str]:
    return {column.key: column.text(row).replace("\xa0", " ") for column in columns()}


def test_a_published_figure_has_its_days_its_source_and_when_it_was_checked(room: Room) -> None:
    row = figure(room, "nmw-21-and-over", datetime.date(2026, 11, 21))
    assert cells(row) == {
        "scheme": "Minimum wage",
        "name": "Aged 21 and over",
        "figure": "£12.71 an hour",
        "sure": "Official",
        "from": "1 Apr 2026",
        "until": "31 Mar 2027",
        "source": "Government Digital Service, smart-answers, minimum_wage.yml",
        "checked": "21 Nov 2026",
    }
    told = " ".join(details(row)).replace("\xa0", " ")
    assert "from 1 Apr 2026 to 31 Mar 2027" in told
    assert "https://github.com/alphagov/smart-answers" in told
    assert "checked on 21 Nov 2026" in told


@pytest.mark.parametrize(
    ("code", "words", "icon"),
    [
        ("nihr-half-day", "Worked out from a rule, not printed anywhere", "triangle-alert"),
        ("nhse-up-to-4-hours", "From memory: check before you rely on it", "triangle-alert"),
        ("car", "From a second-hand source", "info"),
        ("trading-allowance", "Official", "circle-check"),
    ],
)
def test_how_sure_a_figure_is_stands_beside_it_with_a_sign(
    room: Room, code: str, words: str, icon: str
) -> None:
    row = figure(room, code, room.context.today())
    assert sure_words(row) == words
    assert words in details(row)[0]
    column = next(one for one in columns() if one.key == "sure")
    assert column.icon is not None
    mark = column.icon(row)
    assert mark is not None
    assert mark.icon == icon


def test_an_own_figure_is_marked_and_tells_what_it_stands_before(room: Room) -> None:
    own_bicycle(room)
    row = figure(room, "bicycle", room.context.today())
    assert cells(row)["sure"] == "Your own figure"
    assert cells(row)["checked"] == ""
    assert any("The published figure is 20p a mile" in line for line in details(row))


def test_a_day_without_a_figure_says_so(room: Room) -> None:
    row = figure(room, "real-living-wage-uk", LATER)
    assert cells(row)["figure"] == "–"
    assert cells(row)["sure"] == "No figure is known for this day"
    assert cells(row)["from"] == cells(row)["until"] == cells(row)["source"] == ""
    assert "Look it up" in details(row)[0]


def test_an_own_figure_where_none_is_published_says_so(room: Room) -> None:
    own_bicycle(room, code="real-living-wage-uk", since=LATER)
    row = figure(room, "real-living-wage-uk", LATER)
    assert details(row)[-1] == "No published figure is known for this day."
