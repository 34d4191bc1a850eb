"""What a policy pays and what saving does is said in whole sentences, and money in two amounts."""

import dataclasses
import datetime
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy import Answer, CountsAs, PolicyVersion, QuoteLine, Refusal
from coprod_desktop.services.policies import STARTERS, Repricing, SavingPlan
from coprod_desktop.services.policy_cases import ExampleCase
from coprod_desktop.services.rates import shipped_book
from coprod_desktop.ui.settings.policy_words import (
    answer_lines,
    answer_sources,
    figure_source,
    plan_words,
    saved_words,
    starter_words,
    summary_words,
)
from tests.invented import TODAY

JUNE_4 = datetime.date(2026, 6, 4)
BOTH = ExampleCase(on=JUNE_4, minutes=190, tenth_miles=220)


MILES = QuoteLine(
    entry=1,
    rule="Car",
    quantity="22 miles",
    rate="45p a mile",
    pence=990,
    counts_as=CountsAs.REIMBURSEMENT,
    because="Car: 22 miles at 45p a mile.",
)
FEE = QuoteLine(
    entry=0,
    rule="Meetings",
    quantity="3 hours",
    rate="£75.00",
    pence=7500,
    counts_as=CountsAs.PAYMENT,
    because="Meetings: up to 4 hours: £75.00.",
)
ANSWER = Answer(lines=(MILES, FEE), refused=(), warnings=())


@pytest.mark.parametrize(
    ("case", "answer", "words"),
    [
        (
            BOTH,
            ANSWER,
            "Meeting, 3 hours 10 minutes, on 4 June 2026, with 22 miles by car, would pay £75.00 "
            "for the work and £9.90 back for expenses.",
        ),
        (
            ExampleCase(on=JUNE_4, tenth_miles=225),
            Answer(lines=(MILES,), refused=(), warnings=()),
            "22.5 miles by car on 4 June 2026 would pay £9.90 back for expenses.",
        ),
        (
            ExampleCase(on=JUNE_4, minutes=60),
            Answer(lines=(FEE,), refused=(), warnings=()),
            "Meeting, 1 hour, on 4 June 2026 would pay £75.00 for the work.",
        ),
        (
            ExampleCase(on=JUNE_4),
            Answer(lines=(), refused=(), warnings=()),
            "Write a length of time, or miles, and see here what they would pay.",
        ),
    ],
)
def test_the_example_is_one_sentence(case: ExampleCase, answer: Answer, words: str) -> None:
    assert summary_words(case, answer).replace("\xa0", " ") == words


def test_work_comes_before_expenses_and_the_rule_is_named_once() -> None:
    lines = answer_lines(ANSWER)
    assert [(line.what, line.amount, line.because) for line in lines] == [
        ("Meetings", "£75.00", "Up to 4 hours: £75.00."),
        ("Car", "£9.90", "22 miles at 45p a mile."),
    ]


def test_what_is_not_paid_what_waits_and_what_it_is_worth_are_told() -> None:
    refused = (
        Refusal(entry=0, item="reading", because="Reading: not paid."),
        Refusal(entry=1, item="bus", because="The receipt is missing.", pence=320, is_held=True),
    )
    lines = answer_lines(Answer(lines=(), refused=refused, warnings=(), value_pence=1200))
    assert [(line.what, line.amount) for line in lines] == [
        ("Not paid: reading", ""),
        ("Waits: bus", "£3.20"),
        ("Worth of unpaid time", "£12.00"),
    ]
    assert "not money paid or owed" in lines[-1].because


def test_points_are_never_pounds() -> None:
    line = dataclasses.replace(FEE, pence=0, points=Fraction(25, 2), unit="points")
    answer = Answer(lines=(line,), refused=(), warnings=())
    assert answer_lines(answer)[0].amount.replace("\xa0", " ") == "12.5 points"
    assert "12.5 in points or credits" in summary_words(BOTH, answer)


def test_days_ways_warnings_and_figures_are_good_to_know() -> None:
    answer = Answer(
        lines=(),
        refused=(),
        warnings=("The claim is late.",),
        claim_by=datetime.date(2026, 9, 4),
        pay_by=datetime.date(2026, 6, 18),
        methods=("bank transfer", "cheque"),
    )
    said = [words for _icon, words in answer_sources(answer, [shipped_book().on("car", JUNE_4)])]
    assert said[0] == "The claim is late."
    assert "4\xa0September\xa02026" in said[1]
    assert "18\xa0June\xa02026" in said[2]
    assert said[3] == "Ways of payment: bank transfer, cheque."
    assert "From a second-hand source" in said[4]


@pytest.mark.parametrize(
    ("code", "words"),
    [("nihr-full-day", "Worked out from a rule"), ("nhse-up-to-4-hours", "From memory")],
)
def test_a_figure_that_is_worked_out_or_remembered_says_so(code: str, words: str) -> None:
    assert words in figure_source(shipped_book().on(code, JUNE_4))


def test_every_starter_has_words_of_its_own() -> None:
    assert len({starter_words(key, "") for key in STARTERS}) == len(STARTERS)
    assert starter_words("theirs", "Their own") == "Their own"


def a_version(number: int = 3) -> PolicyVersion:
    return PolicyVersion(policy_id=1, version=number, effective_on=JUNE_4, text="")


def test_the_plan_says_what_stays_and_what_waits() -> None:
    plan = SavingPlan(
        version=3, effective_on=TODAY, contributions=0, expenses=0, is_back_dated=False, until=None
    )
    assert "Nothing from that day on waits" in plan_words(plan)
    assert "top-up run" not in plan_words(plan)
    plan = SavingPlan(
        version=3,
        effective_on=JUNE_4,
        contributions=1,
        expenses=2,
        is_back_dated=True,
        until=a_version(2),
    )
    words = plan_words(plan)
    assert "1 contribution and 2 expenses." in words
    assert "top-up run" in words
    assert "version 2 holds" in words


def test_after_saving_it_is_told_how_many_got_another_price() -> None:
    words = saved_words(Repricing(version=a_version(), contributions=0, expenses=1))
    assert words.endswith("Priced anew: 1 expense.")
    assert "No price changed." in saved_words(
        Repricing(version=a_version(), contributions=0, expenses=0)
    )
