"""Paid and unpaid work are explained alike, and what stands there adds up."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState, price
from coprod_desktop.domain.money import format_pounds, round_half_up
from coprod_desktop.domain.policy import Quote
from coprod_desktop.ui.why_lines import (
    paragraphs,
    version_sources,
    work_lines,
    work_sources,
)
from coprod_desktop.ui.widgets.swatch import Swatch
from tests.builders import a_contribution


def piece(minutes: int, kind: str = "Meeting", pay: Pay = Pay.PAID, **more: object) -> Contribution:
    work = a_contribution(minutes=minutes, kind_of_work=kind, pay=pay, **more)
    worth = round_half_up(minutes * 2500, 60)
    is_paid = pay is Pay.PAID and kind != "Travel time"
    because = f"{minutes} minutes at £25.00 an hour."
    return price(
        work,
        Quote(
            offered_pence=worth if is_paid else 0,
            rate_pence=2500,
            value_pence=worth,
            because=because,
        ),
    )


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
    assert sources[0] == "Promised when it was saved. Fixed once it is approved."
    assert sources[1] == "Accepted"
    (only,) = work_sources([piece(40, "Travel time")], is_saved=False)
    assert only[1].startswith("Promised when you save")


def test_a_long_reason_is_told_sentence_by_sentence() -> None:
    frozen = (
        "Meetings: 3\N{NO-BREAK SPACE}hours is up to 4\N{NO-BREAK SPACE}hours: £75.00. "
        "Day: £25.00 is over the limit of £50.00 a day. Claim as an expense: Data: £5.00. "
        "Policy version 3."
    )
    assert paragraphs(frozen).splitlines() == [
        "Meetings: 3\N{NO-BREAK SPACE}hours is up to 4\N{NO-BREAK SPACE}hours: £75.00.",
        "Day: £25.00 is over the limit of £50.00 a day.",
        "Claim as an expense: Data: £5.00.",
    ]
    assert paragraphs("As in the imported sheet.") == "As in the imported sheet."
    assert paragraphs("") == ""


def test_versions_are_named_once_in_their_order() -> None:
    told = version_sources(
        ["B. Policy version 10.", "By hand.", "A. Policy version 9.", "A. Policy version 9."]
    )
    assert [words for _icon, words in told] == [
        "Worked out by policy version 9.",
        "Worked out by policy version 10.",
    ]
    saved = work_sources([a_contribution(because="£1.00. Policy version 2.")], is_saved=True)
    assert saved[0] == ("scale", "Worked out by policy version 2.")


def test_what_was_approved_is_fixed_for_good() -> None:
    approved = dataclasses.replace(piece(60), state=WorkState.APPROVED)
    sources = [words for _icon, words in work_sources([approved], is_saved=True)]
    assert "Promised and fixed. A later change of policy does not touch it." in sources


@pytest.mark.parametrize("state", [WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK])
def test_what_nobody_approved_yet_is_promised_and_not_fixed(state: WorkState) -> None:
    waiting = dataclasses.replace(piece(60), state=state)
    sources = [words for _icon, words in work_sources([waiting], is_saved=True)]
    assert "Promised when it was saved. Fixed once it is approved." in sources
