"""Test that a statement on paper says what was worked, paid and spent, to everyone who reads it."""

import dataclasses
import datetime

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.opening import SHEET
from coprod_desktop.documents.statement import statement_pdf
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.errors import LetterMissingError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.statements import StatementContent, StatementWork
from coprod_desktop.domain.time import short_hours
from tests.builders import (
    PAID_ON,
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)
from tests.paper_reading import (
    Mark,
    amounts,
    font_names,
    forbidden_words,
    found,
    lowest_line,
    page_texts,
    paper_text,
    spoken,
    structure,
)

some_work = some.builds(
    lambda minutes, pence, days, paid_on: a_statement_work(
        minutes=minutes,
        offered_pence=pence,
        agreed_pence=pence,
        worked_on=datetime.date(2026, 10, 1) + datetime.timedelta(days=days),
        paid_on=paid_on,
    ),
    some.integers(1, 1440),
    some.integers(1, 99_999),
    some.integers(0, 90),
    some.sampled_from([PAID_ON, None]),
)
some_unpaid = some.builds(
    lambda minutes, pence: unpaid_statement_work(minutes=minutes, value_pence=pence),
    some.integers(1, 1440),
    some.integers(0, 99_999),
)
some_expense = some.builds(
    lambda pence, paid_on: a_statement_expense(
        claimed_pence=pence, agreed_pence=pence, paid_on=paid_on
    ),
    some.integers(1, 99_999),
    some.sampled_from([PAID_ON, None]),
)
some_content = some.builds(
    lambda work, expenses: a_statement_content(work=tuple(work), expenses=tuple(expenses)),
    some.lists(some_work | some_unpaid, max_size=6),
    some.lists(some_expense, max_size=6),
)


def rows(table: Mark) -> list[Mark]:
    return found(table, "TR")


@hypothesis.settings(max_examples=10)
@hypothesis.given(some_content)
def test_the_figures_on_paper_are_the_sums_of_its_lines(content: StatementContent) -> None:
    text = paper_text(statement_pdf(content))
    paid = sum(work.agreed_pence for work in content.work if work.paid_on)
    to_come = sum(work.agreed_pence for work in content.work if not work.paid_on)
    spent = sum(expense.agreed_pence for expense in content.expenses if expense.paid_on)

    assert f"Payments for your work {format_pounds(paid)} paid" in text
    assert f"Your expenses, paid back {format_pounds(spent)} paid" in text
    if content.work:
        minutes = [
            sum(w.minutes for w in content.work if w.is_paid is paid) for paid in (True, False)
        ]
        totals = " ".join(short_hours(each).replace("\u00a0", " ") for each in minutes)
        assert f"{totals} {format_pounds(paid)} paid" in text
    if to_come:
        assert f"{format_pounds(to_come)} to come" in text
    if content.value_pence:
        assert f"it would have come to {format_pounds(content.value_pence)}:" in text
        assert "It is not money paid or owed." in text


@hypothesis.settings(max_examples=10)
@hypothesis.given(some_content)
def test_payments_and_expenses_are_never_added_together(content: StatementContent) -> None:
    lines = [work.agreed_pence for work in content.work] + [
        work.value_pence for work in content.work
    ]
    lines += [work.offered_pence for work in content.work] + [1200]
    lines += [expense.agreed_pence for expense in content.expenses]
    sums = {content.paid_pence, content.to_come_pence, content.value_pence}
    sums |= {content.reimbursed_pence, content.reimbursements_pence - content.reimbursed_pence, 0}

    assert set(amounts(paper_text(statement_pdf(content)))) <= set(lines) | sums


def test_paid_and_unpaid_stand_side_by_side_with_the_same_words_around_them() -> None:
    text = paper_text(statement_pdf(a_statement_content()))

    assert "You did 5 hours 15 minutes of work" in text
    assert "Paid work 4 hours 30 minutes Paid at £12.00 an hour." in text
    assert "Unpaid work 45 minutes Valued at £12.00 an hour: £9.00." in text


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ((), "Paid work 0 hours No paid work this time. Unpaid work 0 hours"),
        ((a_statement_work(),), "Unpaid work 0 hours No unpaid work this time."),
        ((unpaid_statement_work(),), "Paid work 0 hours No paid work this time."),
    ],
    ids=["no work", "all paid", "all unpaid"],
)
def test_both_columns_stand_even_where_one_is_empty(
    work: tuple[StatementWork, ...], expected: str
) -> None:
    assert expected in paper_text(statement_pdf(a_statement_content(work=work)))


def test_work_is_one_list_in_the_order_of_days() -> None:
    days = [datetime.date(2026, 10, day) for day in (2, 5, 9)]
    work = (
        a_statement_work(worked_on=days[0]),
        unpaid_statement_work(worked_on=days[1]),
        a_statement_work(worked_on=days[2]),
    )
    content = a_statement_content(work=work)
    backwards = dataclasses.replace(content, work=tuple(reversed(work)))

    table = found(structure(statement_pdf(content)), "Table")[0]
    assert statement_pdf(backwards) == statement_pdf(content)
    assert [len(row.kids) for row in rows(table)] == [5, 5, 5, 5, 4]


def test_expenses_have_a_table_and_a_total_of_their_own() -> None:
    content = a_statement_content(
        expenses=(a_statement_expense(), a_statement_expense(agreed_pence=300, paid_on=None))
    )
    pdf = statement_pdf(content)

    assert len(found(structure(pdf), "Table")) == 2
    assert "You claimed £4.60. Expenses paid back £4.60 Expenses to come £3.00" in paper_text(pdf)


def test_what_is_empty_is_left_out() -> None:
    bare = a_statement_content(
        work=(a_statement_work(),), expenses=(), skills=(), what_changed=(), what_next=(" ",)
    )
    text = paper_text(statement_pdf(bare))

    for heading in (
        "Your unpaid work",
        "Your expenses Date",
        "Skills",
        "What changed",
        "What happ",
    ):
        assert heading not in text
    assert "Is anything wrong?" in text


def test_a_statement_that_replaces_another_says_so_before_anything_else() -> None:
    content = a_statement_content(
        replaces_number="2026-0030", replaces_because="Two hours were missing."
    )
    text = paper_text(statement_pdf(content))

    said = text.index("This replaces statement 2026-0030. Two hours were missing.")
    assert said < text.index("You did ")


def test_years_are_shown_where_the_period_spans_two() -> None:
    content = a_statement_content(
        from_on=datetime.date(2026, 11, 1), to_on=datetime.date(2027, 1, 31)
    )
    text = paper_text(statement_pdf(content))

    assert "1 November 2026 to 31 January 2027" in text
    assert "paid 10 Nov 2026" in text


def test_it_says_whom_to_tell_by_when_and_that_it_is_no_advice() -> None:
    text = paper_text(statement_pdf(a_statement_content()))

    assert "Phone Grace Okafor on 01632 960 011, email grace@rivermead.example" in text
    assert "Please tell us by 17 December 2026" in text
    assert "For questions about benefits or tax, ask an adviser." in text


def test_the_rate_and_its_source_and_the_rounding_are_stated() -> None:
    text = paper_text(statement_pdf(a_statement_content()))

    assert "each piece of work to the nearest penny" in text
    assert "(Agreed by the trustees on 2 March 2026)" in text


# --- marks for a screen reader ------------------------------------------------------------------


def test_headings_lists_and_tables_are_marked_in_reading_order() -> None:
    document = structure(statement_pdf(a_statement_content()))

    assert document.tag == "Document"
    assert [mark.tag for mark in document.kids if mark.tag.startswith("H")][:3] == [
        "H1",
        "H2",
        "H2",
    ]
    assert len(found(document, "H1")) == 1
    assert [kid.tag for kid in found(document, "L")[0].kids] == ["LI", "LI"]
    assert [kid.tag for kid in found(document, "LI")[0].kids] == ["Lbl", "LBody"]


def test_heading_cells_say_which_way_they_speak() -> None:
    table = found(structure(statement_pdf(a_statement_content())), "Table")[0]

    head, *body, total = rows(table)
    assert [cell.says for cell in head.kids] == [{"O": "/Table", "Scope": "/Column"}] * 5
    assert {cell.tag for row in body for cell in row.kids} == {"TD"}
    assert total.kids[0].says == {"O": "/Table", "Scope": "/Row", "ColSpan": "2"}


def test_the_bar_is_a_figure_with_words_in_its_place() -> None:
    (figure,) = found(structure(statement_pdf(a_statement_content())), "Figure")

    assert figure.says["Alt"].replace("\u00a0", " ") == (
        "Of 5 hours 15 minutes of work, 4 hours 30 minutes were paid and 45 minutes were unpaid."
    )


def test_a_head_that_returns_on_the_next_page_is_not_heard_twice() -> None:
    content = a_statement_content(work=(a_statement_work(),) * 60)
    pdf = statement_pdf(content)

    (work, __) = found(structure(pdf), "Table")
    assert len(found(work, "TH")) == 5 + 1
    assert len(rows(work)) == 1 + 60 + 1
    pages = [text for text in page_texts(pdf) if "What you did" in text]
    assert len(pages) > 1


# --- pages --------------------------------------------------------------------------------------


@pytest.mark.parametrize("lines", [1, 8, 60, 400])
def test_every_page_has_its_number_and_no_item_is_split(lines: int) -> None:
    work = tuple(a_statement_work(what=f"Begin{n} and more words end{n}") for n in range(lines))
    pages = page_texts(statement_pdf(a_statement_content(work=work)))

    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Statement 2026-0042" in text
    for number in range(lines):
        (page,) = [text for text in pages if f"Begin{number} " in text]
        assert f"end{number} " in page


@pytest.mark.parametrize(
    "name",
    [
        "Siân Llŷr-Ŵyn",
        "Małgorzata Żółć-Ściński",
        "Nguyễn Thị Ánh",
        "X" * 200,
        "Anna " * 39 + "Anna",
    ],
)
def test_every_name_is_printed_whole(name: str) -> None:
    text = paper_text(statement_pdf(a_statement_content(name=name)))

    assert name.replace(" ", "") in text.replace(" ", "")


def test_an_arabic_name_follows_the_latin_form_and_is_read_as_it_is_spoken() -> None:
    pdf = statement_pdf(a_statement_content(name="Salma Al-Haddad", name_in_script="سلمى الحداد"))

    assert any("NotoNaskhArabic" in name for name in font_names(pdf))
    assert "سلمى الحداد" in spoken(pdf)


def test_a_name_we_cannot_print_is_refused_rather_than_printed_wrongly() -> None:
    with pytest.raises(LetterMissingError):
        statement_pdf(a_statement_content(name="王小明"))


def test_signs_and_marks_of_other_languages_in_a_description_do_no_harm() -> None:
    what = 'Sang 🙂 <b>loud</b> & "clear" \\ (twice) 50% ' + "word " * 100
    text = paper_text(statement_pdf(a_statement_content(work=(a_statement_work(what=what[:500]),))))

    assert 'Sang <b>loud</b> & "clear" \\ (twice) 50% word' in text


def test_a_long_account_of_what_changed_goes_on_over_pages() -> None:
    told = "\n".join(f"Sentence {number} of a long story." for number in range(150))
    text = paper_text(statement_pdf(a_statement_content(what_changed=(told,))))

    assert all(f"Sentence {number} of" in text for number in range(150))


def test_the_longest_texts_stay_on_their_page() -> None:
    words = ("word " * 100).strip()
    content = a_statement_content(
        work=(a_statement_work(what=words + "A", project="P" * 200), a_statement_work()),
        expenses=(a_statement_expense(what=words + "B", claimed_pence=1, because=words + "C"),),
        replaces_number="1",
        replaces_because=words,
        rate_source=words,
    )
    assert lowest_line(statement_pdf(content)) >= SHEET.size[1] - SHEET.bottom


def test_the_same_content_makes_the_same_bytes_and_other_content_others() -> None:
    content = a_statement_content()

    assert statement_pdf(content) == statement_pdf(dataclasses.replace(content))
    assert statement_pdf(content) != statement_pdf(dataclasses.replace(content, number="2026-0043"))


def test_every_font_is_embedded_and_none_is_of_the_fourteen_that_never_are() -> None:
    names = font_names(statement_pdf(a_statement_content(name_in_script="سلمى")))

    assert all(names.values())
    assert all("+AtkinsonHyperlegibleNext" in name or "+Noto" in name for name in names)


# --- words --------------------------------------------------------------------------------------


def test_no_word_that_ranks_or_patronises_is_printed() -> None:
    works = tuple(
        a_statement_work(choice=choice, agreed_pence=0 if choice is Choice.DECLINE else 3000)
        for choice in Choice
    )
    salary = a_statement_work(pay=Pay.SALARY, offered_pence=0, agreed_pence=0)
    text = paper_text(statement_pdf(a_statement_content(work=(*works, salary))))

    assert not forbidden_words(text)
