"""Test charts in clear print: one scale for paid and unpaid time, and the numbers beside it."""

import re

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.clear_chart import chart
from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.frame import CLEAR, CLEAR_SIDE
from coprod_desktop.documents.paper import Chart, Stripe
from coprod_desktop.documents.styles import PAID
from coprod_desktop.documents.tagging import Pen
from tests.edition_papers import a_paper
from tests.paper_marks import aloud


def a_stripe(label: str, paid: int, unpaid: int = 0) -> Stripe:
    return Stripe(label=label, minutes_paid=paid, minutes_unpaid=unpaid, says="")


def painted(*stripes: Stripe) -> list[str]:
    pen = Pen("A chart", "A charity", CLEAR.look.sheet.size, "en-GB")
    for piece in chart(Chart(stripes=stripes, says=""), CLEAR):
        piece.paint(pen, 100)
    return pen._code


def lengths(code: list[str]) -> tuple[list[float], list[float]]:
    """Measure the solid bars and the hatched ones, in points."""
    solid = [re.search(r"(\S+) \S+ re f", step) for step in code if f"{PAID} rg" in step]
    hatched = [re.search(r"(\S+) \S+ re W", step) for step in code if " W n " in step]
    return (
        [float(each[1]) for each in solid if each],
        [float(each[1]) for each in hatched if each],
    )


@hypothesis.settings(max_examples=25)
@hypothesis.given(some.integers(60, 6000), some.integers(60, 6000))
def test_a_minute_has_the_same_length_paid_or_unpaid(paid: int, unpaid: int) -> None:
    ((solid,), (hatched,)) = lengths(painted(a_stripe("July", paid, unpaid)))

    assert solid / paid == pytest.approx(hatched / unpaid, rel=0.01)


def test_time_without_minutes_has_no_bar_but_its_number() -> None:
    pdf = clear_print_pdf(
        a_paper(parts=(Chart(stripes=(a_stripe("May", 0, 60),), says="All of May"),))
    )

    assert [text.replace("\u00a0", " ") for __, text in aloud(pdf)] == [
        "May",
        "0 h 00 paid 1 h 00 unpaid",
        "All of May",
    ]
    assert lengths(painted(a_stripe("May", 0, 0))) == ([], [])


def test_where_all_time_was_paid_the_word_is_not_said_each_time() -> None:
    pdf = clear_print_pdf(a_paper(parts=(Chart(stripes=(a_stripe("Talks", 90),), says=""),)))

    assert [text.replace("\u00a0", " ") for __, text in aloud(pdf)] == ["Talks", "1 h 30"]


def test_a_chart_stays_whole_with_the_words_that_say_it() -> None:
    stripes = tuple(a_stripe(f"Month {number}", 60, 60) for number in range(12))
    pieces = chart(Chart(stripes=stripes, says="A year"), CLEAR_SIDE)

    assert [piece.is_kept for piece in pieces] == [True] * 12 + [False]
    assert [piece.is_kept for piece in chart(Chart(stripes=stripes, says=""), CLEAR)][-1] is False


def test_a_long_label_leaves_room_for_its_bar() -> None:
    label = "Working out with the ward what the leaflet should say to people who go home"
    ((solid,), __) = lengths(painted(a_stripe(label, 90)))

    assert solid > 100


def test_nothing_to_draw_makes_no_chart() -> None:
    assert chart(Chart(stripes=(), says="Nothing"), CLEAR) == []
