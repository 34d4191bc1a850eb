"""Paid and unpaid work are explained alike, and what stands there adds up."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, price
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.policy import TimeCase, quote_time
from coprod_desktop.ui.why_lines import work_lines, work_sources
from coprod_desktop.ui.widgets.swatch import Swatch
from tests.builders import a_contribution, a_policy

POLICY = a_policy(hourly_pence=2500, unpaid_kinds="Travel time")


def piece(minutes: int, kind: str = "Meeting", pay: Pay = Pay.PAID, **more: object) -> Contribution:
    work = a_contribution(minutes=minutes, kind_of_work=kind, pay=pay, **more)
    case = TimeCase(minutes=minutes, kind_of_work=kind, is_paid=pay is Pay.PAID)
    return price(work, quote_time(POLICY, case))


def test_paid_work_comes_first_and_each_line_has_its_reason() -> None:
    lines = work_lines([piece(40, "Travel time"), piece(150), piece(60, "Preparation")])
    assert [line.what for line in lines] == [
        "Paid work", "Meeting", "Preparation", "Offer", "Unpaid work", "Travel time", "Worth",
    ]  # fmt: skip
    assert [line.swatch for line in lines if line.swatch] == [Swatch.PAID, Swatch.UNPAID]
    assert lines[3].amount == "£87.50"
    assert lines[6].amount == "£16.67"
    assert "£25.00 an hour" in lines[6].because
    assert "not money paid or owed" in lines[6].because


def test_a_part_says_what_is_left_to_pay() -> None:
    whole = piece(60)
    part = piece(60, choice=Choice.PART, agreed_pence=1000)
    assert "To pay" not in [line.what for line in work_lines([whole])]
    (line,) = [line for line in work_lines([part]) if line.what == "To pay"]
    assert line.amount == "£10.00"


def test_declined_work_keeps_its_offer_and_its_worth() -> None:
    lines = work_lines([piece(60, choice=Choice.DECLINE)])
    assert [line.what for line in lines] == ["Unpaid work", "Meeting", "Worth"]
    assert [line.amount for line in lines[1:]] == ["£25.00", "£25.00"]


def test_work_in_salary_has_no_offer() -> None:
    lines = work_lines([piece(60, pay=Pay.SALARY)])
    assert [line.amount for line in lines[1:]] == ["In salary"]


@given(st.lists(st.integers(1, 1440), min_size=1, max_size=6))
def test_the_offer_is_the_sum_of_its_lines(minutes: list[int]) -> None:
    pieces = [piece(one) for one in minutes]
    (offer,) = [line for line in work_lines(pieces) if line.what == "Offer"]
    assert offer.amount == format_pounds(sum(one.offered_pence for one in pieces))


def test_the_sources_say_that_it_is_fixed_and_what_was_chosen() -> None:
    sources = [words for _icon, words in work_sources([piece(60)], is_saved=True)]
    assert sources[0].startswith("Promised and fixed")
    assert sources[1] == "Accepted"
    (only,) = work_sources([piece(40, "Travel time")], is_saved=False)
    assert only[1].startswith("Fixed when you save")
