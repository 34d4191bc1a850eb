"""A row's offer is explained with its expense, also where nothing of it is paid yet."""

from coprod_desktop.services.sessions import PricedRow
from coprod_desktop.ui.session_sheet.draft import DraftRow
from coprod_desktop.ui.session_sheet.reading import read_expense
from coprod_desktop.ui.session_sheet.wording import why_words
from tests.builders import a_contribution, an_expense_item


def test_an_expense_that_waits_for_its_receipt_says_so() -> None:
    item = an_expense_item(agreed_pence=0, because="Costs: Needs a receipt. Policy version 2.")
    priced = PricedRow(contributions=(a_contribution(),), item=item)
    heading, lines = why_words(DraftRow(expense=read_expense("bus 4.60")), priced)
    assert heading == "Why £30.00?"
    assert (lines[-1].what, lines[-1].amount) == ("Expense, paid apart", "£0.00")
    assert lines[-1].because == "Costs: Needs a receipt."


def test_a_row_without_an_expense_speaks_of_none() -> None:
    _heading, lines = why_words(DraftRow(), PricedRow(contributions=(a_contribution(),)))
    assert "Expense, paid apart" not in [line.what for line in lines]
