"""A figure is read in its unit and written with its sign, and nothing of it is lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import FigureUnreadableError
from coprod_desktop.domain.figures import format_figure, parse_figure
from coprod_desktop.domain.rates import Unit


@given(st.integers(0, 100_000_000), st.sampled_from(Unit))
def test_what_is_written_is_read_again(thousandths: int, unit: Unit) -> None:
    value = Decimal(thousandths) / 1000
    assert parse_figure(format_figure(value, unit), unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("45", Unit.PENCE_A_MILE, "45"),
        ("45.5p", Unit.PENCE_A_MILE, "45.5"),
        ("£0.45", Unit.PENCE_A_MILE, "45"),
        ("12.71", Unit.PENCE_AN_HOUR, "1271"),
        ("£203.50", Unit.PENCE_A_WEEK, "20350"),
        ("50p", Unit.PENCE, "50"),
        ("55", Unit.PERCENT, "55"),
        ("55 %", Unit.PERCENT, "55"),
        ("16 hours", Unit.HOURS_A_WEEK, "16"),
        ("10,000 miles", Unit.MILES_A_YEAR, "10000"),
    ],
)
def test_figures_are_typed_as_people_say_them(text: str, unit: Unit, value: str) -> None:
    assert parse_figure(text, unit) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("45", Unit.PENCE_A_MILE, "45p"),
        ("45.5", Unit.PENCE_A_MILE, "45.5p"),
        ("1271", Unit.PENCE_AN_HOUR, "£12.71"),
        ("1271.5", Unit.PENCE_AN_HOUR, "£12.715"),
        ("1600000", Unit.PENCE, "£16,000.00"),
        ("55", Unit.PERCENT, "55%"),
        ("7.5", Unit.HOURS_A_DAY, "7.5"),
        ("10000", Unit.MILES_A_YEAR, "10,000"),
    ],
)
def test_figures_are_written_with_their_sign(value: str, unit: Unit, words: str) -> None:
    assert format_figure(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", Unit.PENCE),
        ("much", Unit.PENCE_A_MILE),
        ("-3", Unit.PERCENT),
        ("1/3", Unit.HOURS_A_DAY),
        ("0.00001", Unit.PENCE_A_MILE),
        ("45%", Unit.PENCE_A_MILE),
        ("£55", Unit.PERCENT),
    ],
)
def test_what_is_no_figure_of_the_unit_is_refused(text: str, unit: Unit) -> None:
    with pytest.raises(FigureUnreadableError) as raised:
        parse_figure(text, unit)
    assert raised.value.facts == {"text": text}
