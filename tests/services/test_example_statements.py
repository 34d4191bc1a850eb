"""Invented statements show what statements can say, of a person called Example."""

import datetime

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.statement_differences import Differs
from coprod_desktop.services.example_statements import example_changes, example_statements

TODAY = datetime.date(2026, 11, 17)
CHARITY = Organisation(organisation_id=1, name="Rivermead Together")
STYLE = PaperStyle(paper_style_id=0, organisation_id=1, has_chart=True, correction_days=10)


def test_every_statement_says_example_and_is_of_the_charity() -> None:
    for content in example_statements(CHARITY, STYLE, TODAY):
        assert content.name == "Example Person"
        assert content.organisation == "Rivermead Together"
        assert content.from_on < content.to_on == content.issued_on == TODAY
        assert content.correct_by_on == datetime.date(2026, 11, 27)


def test_the_first_is_the_usual_one_and_every_choice_is_somewhere() -> None:
    statements = example_statements(CHARITY, STYLE, TODAY)
    usual = statements[0]
    assert usual.minutes_paid
    assert usual.minutes_unpaid
    assert usual.has_chart
    assert usual.expenses
    assert {work.choice for one in statements for work in one.work} == set(Choice)
    assert not statements[-1].work


def test_there_is_a_change_of_every_kind_and_to_every_choice() -> None:
    changes = example_changes(TODAY)
    assert {change.kind for change in changes} == set(Differs)
    assert {change.after for change in changes if change.kind is Differs.CHOICE} == set(Choice)
