"""Test what a statement says after the list of work, and that empty parts are left out."""

import datetime

from coprod_desktop.documents.paper import Chart, Code, Named, Part, Section, Signature, Text
from coprod_desktop.documents.papers.statement_sections import sections_after_expenses, value
from coprod_desktop.domain.statements import StatementContent, StatementMade
from coprod_desktop.i18n import speaking
from tests.builders import a_statement_content, a_statement_work, unpaid_statement_work

LEAFLET = StatementMade(
    title="Leaving hospital: what happens next.",
    kind="leaflet",
    made_on=datetime.date(2026, 8, 1),
    credit="co-author and translator",
)


def value_words(content: StatementContent) -> str:
    (section,) = value(content)
    assert isinstance(section, Section)
    (text,) = section.parts
    assert isinstance(text, Text)
    return text.text.replace("\u00a0", " ")


def headings(content: StatementContent) -> list[str]:
    parts = sections_after_expenses(content)
    return [part.heading for part in parts if isinstance(part, Section)]


def parts_of(content: StatementContent, heading: str) -> tuple[Part, ...]:
    (found,) = [
        part.parts
        for part in sections_after_expenses(content)
        if isinstance(part, Section) and part.heading == heading
    ]
    return found


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


def test_without_unpaid_work_or_where_it_is_left_out_there_is_nothing_to_value() -> None:
    assert value(a_statement_content(work=(a_statement_work(),))) == []
    assert value(a_statement_content(left_out=frozenset({"value"}))) == []


def test_only_what_has_words_is_a_section() -> None:
    bare = a_statement_content(skills=(), what_changed=("", " "), what_next=("Soon.",))

    assert headings(bare) == ["What happens next", "Is anything wrong?", "About this statement"]


def test_each_part_can_be_left_out_but_how_to_ask_for_a_correction() -> None:
    content = a_statement_content(
        made=(LEAFLET,),
        has_chart=True,
        has_code=True,
        left_out=frozenset({"skills", "made", "changed", "next", "chart", "code"}),
    )

    assert headings(content) == ["Is anything wrong?", "About this statement"]
    about = parts_of(content, "About this statement")
    assert not any(isinstance(part, Code) for part in about)


def test_things_made_are_named_with_the_persons_credit() -> None:
    (named,) = parts_of(a_statement_content(made=(LEAFLET,)), "Things made")

    assert isinstance(named, Named)
    assert named.name == "Leaving hospital: what happens next."
    assert named.text.replace("\u00a0", " ") == (
        "Leaflet, August 2026. Your credit: co-author and translator."
    )


def test_a_chart_has_a_bar_for_each_month_and_its_numbers() -> None:
    (chart,) = parts_of(a_statement_content(has_chart=True), "Your time, month by month")

    assert isinstance(chart, Chart)
    assert [stripe.label for stripe in chart.stripes] == ["October", "November", "December"]
    assert sum(stripe.minutes_paid for stripe in chart.stripes) == 270
    assert sum(stripe.minutes_unpaid for stripe in chart.stripes) == 45
    assert chart.stripes[1].says.replace("\u00a0", " ") == (
        "4 hours 30 minutes paid, 45 minutes unpaid"
    )


def test_whoever_signs_is_named_and_the_code_holds_number_and_totals() -> None:
    content = a_statement_content(signed_by="Bethan Rees", signed_as="Coordinator", has_code=True)
    _text, signature, code = parts_of(content, "About this statement")

    assert signature == Signature(role="Coordinator", name="Bethan Rees")
    assert isinstance(code, Code)
    assert code.content == (
        "2026-0042. 1 October to 31 December 2026. Paid work: 4 hours 30 minutes. Unpaid work: "
        "45 minutes. Payments: £54.00. Expenses: £4.60. Rivermead Together"
    )
    without = a_statement_content(has_code=True, left_out=frozenset({"expenses"}))
    (code,) = [p for p in parts_of(without, "About this statement") if isinstance(p, Code)]
    assert "£4.60" not in code.content


def test_a_welsh_statement_tells_what_was_written_in_welsh() -> None:
    content = a_statement_content(what_changed_cy=("Mae’r arwyddion mewn print bras nawr.",))
    with speaking("cy"):
        (text,) = parts_of(content, "Beth newidiodd oherwydd y gwaith")
        (same,) = parts_of(content, "Beth sy’n digwydd nesaf")

    assert text == Text(text="Mae’r arwyddion mewn print bras nawr.")
    assert same == Text(text="The group meets the builders in January.")
