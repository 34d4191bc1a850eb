"""What an entry would come to is said in plain words, and never as a barrier."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.expenses import ExpenseItem, ExpenseKind
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.ui.quote_words import claimed_words, line_words, offer_words
from tests.builders import WORKED_ON, a_contribution

ITEM = ExpenseItem(
    expense_item_id=1,
    expense_claim_id=2,
    spent_on=WORKED_ON,
    kind=ExpenseKind.TAXI,
    what="Taxi",
    claimed_pence=1840,
    agreed_pence=1840,
    because="Taxi: the cost, £18.40. Policy version 2.",
)


def quote(agreed: int, claimed: int = 1840, *, is_held: bool = False) -> LineQuote:
    item = replace(ITEM, agreed_pence=agreed, claimed_pence=claimed)
    return LineQuote(item=item, is_held=is_held, asked=())


@pytest.mark.parametrize(
    ("told", "what", "amount", "colour"),
    [
        (quote(1840), "This would be agreed", "£18.40", "good"),
        (quote(500), "Less than was claimed would be agreed", "£5.00 of £18.40", "warn"),
        (quote(0), "Nothing would be agreed", "£0.00 of £18.40", "warn"),
        (quote(0, 0), "Nothing would be agreed", "£0.00", "warn"),
        (
            quote(0, is_held=True),
            "This would wait, and be paid once it is clear",
            "£0.00 of £18.40",
            "warn",
        ),
    ],
)
def test_a_line_says_what_would_become_of_it(
    told: LineQuote, what: str, amount: str, colour: str
) -> None:
    line = line_words(told)
    assert (line.what, line.amount) == (what, amount)
    assert line.icon is not None
    assert line.icon[1] == colour
    assert "Policy version" not in line.because
    assert ("It can be saved all the same." in line.because) is (colour == "warn")


@pytest.mark.parametrize(
    ("tenth_miles", "words"), [(0, "£18.40"), (10, "1 mile"), (245, "24.5 miles")]
)
def test_what_was_claimed_is_a_cost_or_miles(tenth_miles: int, words: str) -> None:
    assert claimed_words(replace(ITEM, tenth_miles=tenth_miles)) == words


@pytest.mark.parametrize(
    ("pay", "amount"),
    [(Pay.PAID, "£30.00"), (Pay.UNPAID, "No offer"), (Pay.SALARY, "In salary")],
)
def test_work_says_what_would_be_offered(pay: Pay, amount: str) -> None:
    line = offer_words(a_contribution(pay=pay, offered_pence=3000, because="Because. So."))
    assert (line.amount, line.because) == (amount, "Because.\nSo.")
