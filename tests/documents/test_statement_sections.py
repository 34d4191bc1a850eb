"""Test what a statement says of the worth of unpaid work, and that empty parts are left out."""

from coprod_desktop.documents.statement_sections import (
    replaced,
    sections_after_expenses,
    value_section,
)
from coprod_desktop.domain.statements import StatementContent
from tests.builders import a_statement_content, a_statement_work, unpaid_statement_work


def value_words(content: StatementContent) -> str:
    section = value_section(content)
    assert section is not None
    return section.paragraphs[0].replace("\u00a0", " ")


def test_the_worth_of_unpaid_work_is_told_with_its_time_rate_and_source() -> None:
    assert value_words(a_statement_content()) == (
        "If we had paid for your unpaid work it would have come to £9.00: 45 minutes at £12.00 an "
        "hour, each piece of work to the nearest penny. That is the rate we pay for the same work "
        "(Agreed by the trustees on 2 March 2026). It is not money paid or owed."
    )


def test_without_a_source_none_is_named() -> None:
    assert "the same work. It is not money" in value_words(a_statement_content(rate_source=""))


def test_time_without_a_rate_is_told_apart() -> None:
    unpriced = unpaid_statement_work(minutes=120, value_pence=0)
    content = a_statement_content(work=(unpaid_statement_work(), unpriced))

    assert "come to £9.00: 45 minutes at" in value_words(content)
    assert value_words(content).endswith("For 2 hours more we have no rate to go by.")


def test_without_unpaid_work_there_is_nothing_to_value() -> None:
    assert value_section(a_statement_content(work=(a_statement_work(),))) is None


def test_only_what_has_words_is_a_section() -> None:
    bare = a_statement_content(skills=(), what_changed=("", " "), what_next=("Soon.",))

    assert [section.heading for section in sections_after_expenses(bare)] == [
        "What happens next",
        "Is anything wrong?",
        "About this statement",
    ]


def test_a_replaced_statement_is_named_with_the_reason_where_there_is_one() -> None:
    assert replaced(a_statement_content()) == ()
    assert replaced(a_statement_content(replaces_number="7")) == ("This replaces statement 7.",)
    assert replaced(a_statement_content(replaces_number="7", replaces_because="A slip.")) == (
        "This replaces statement 7.",
        "A slip.",
    )
