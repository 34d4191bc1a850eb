"""What is paid by published figures is known, so that only that is looked at again."""

import pytest

from coprod_desktop.domain.policy import Subject, read_policy
from coprod_desktop.domain.policy.figures_used import paid_by_figures

HEAD = '[policy]\nname = "Ours"\n'
MILES = '[[mileage]]\nname = "Car"\nrate = "hmrc-car"\nper = "mile"\n'


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ('[[fee]]\nname = "Time"\nrate = 12.00\nper = "hour"\n', set()),
        ('[[fee]]\nname = "Time"\nrate = "rlw-uk"\nper = "hour"\n', {Subject.WORK}),
        (MILES, {Subject.JOURNEY}),
        (
            '[[mileage]]\nname = "Car"\ntiers = [{ first = 10, rate = "hmrc-car" }, '
            "{ rate = 0.25 }]\n",
            {Subject.JOURNEY},
        ),
        ('[[expense]]\nname = "Lunch"\nlimit = "a-meal"\n', {Subject.EXPENSE}),
        ('[facts]\nhad = "money"\n[[expense]]\nname = "Lunch"\nlimit = "had"\n', set()),
        (
            MILES + '[[expense]]\nname = "Taxi"\nnever_more_than = ["Car"]\n',
            {Subject.JOURNEY, Subject.EXPENSE},
        ),
    ],
)
def test_figures_are_found_by_what_they_pay(rules: str, expected: set[Subject]) -> None:
    assert paid_by_figures(read_policy(HEAD + rules)) == expected
