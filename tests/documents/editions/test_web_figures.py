"""Test that everything drawn is said too, and drawn in proportion."""

import re

from coprod_desktop.documents.editions import web_figures as figures
from coprod_desktop.documents.paper import Bar, Chart, Code, Figure, Mark, Stripe, Summary
from coprod_desktop.documents.square_code import square_code
from tests.edition_papers import a_summary
from tests.web_reading import Page


def widths(written: str) -> list[float]:
    return [float(each) for each in re.findall(r"width: ([\d.]+)%", written)]


def test_the_bar_is_as_wide_as_the_minutes_and_its_words_are_heard() -> None:
    written = figures.bar(Bar(minutes_paid=90, minutes_unpaid=30, says="90 and 30"))
    assert widths(written) == [75, 25]
    assert 'aria-hidden="true"' in written
    assert '<p class="unseen">90 and 30</p>' in written


def test_a_bar_of_nothing_is_only_said() -> None:
    assert figures.bar(Bar(minutes_paid=0, minutes_unpaid=0, says="None")) == (
        '<p class="unseen">None</p>'
    )
    assert figures.bar(None) == ""


def test_paid_and_unpaid_are_two_equal_halves_each_with_sign_and_word() -> None:
    page = Page(figures.summary(a_summary(), 2))
    assert [each["class"] for each in page.tags("dl")] == ["pair", "pair"]
    assert [each["class"] for each in page.tags("span") if "key" in str(each["class"])] == [
        "key paid",
        "key unpaid",
    ]
    assert page.text.startswith("You did 16 hours of work 12 hours were paid")


def test_a_summary_may_have_no_headline() -> None:
    none = Figure(label="Paid work", amount="0 hours")
    assert Page(figures.summary(Summary(rows=((none, none),)), 2)).levels == []


def test_bars_of_a_chart_share_one_scale_and_each_has_its_numbers() -> None:
    stripes = (
        Stripe(label="July", minutes_paid=60, minutes_unpaid=60, says="one and one"),
        Stripe(label="August", minutes_paid=30, says="half an hour"),
        Stripe(label="September", minutes_paid=0, says="nothing"),
    )
    written = figures.chart(Chart(stripes=stripes, says="Month by month"))
    assert widths(written) == [50, 50, 25]
    for word in ("Month by month", "July", "one and one", "half an hour", "nothing", "Unpaid"):
        assert word in Page(written).text


def test_a_chart_without_unpaid_time_explains_no_sign_for_it() -> None:
    stripe = Stripe(label="July", minutes_paid=60, says="1 hour")
    assert "Unpaid" not in figures.chart(Chart(stripes=(stripe,), says="July"))


def test_a_code_has_all_its_dots_and_its_words() -> None:
    written = figures.code(Code(content="S-1", says="It holds the number."))
    assert written.count("h1v1h-1z") == "".join(square_code("S-1")).count("1")
    (drawn,) = Page(written).tags("svg")
    assert drawn["role"] == "img"
    assert drawn["aria-label"]
    assert "It holds the number." in Page(written).text


def test_no_sign_is_drawn_for_what_is_neither_paid_nor_unpaid() -> None:
    assert figures.key(Mark.NONE) == ""
