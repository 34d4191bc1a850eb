"""Test the Easy Read statement: short sentences, and every figure as on the long one."""

import dataclasses
import datetime
import re

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.easy_read import easy_read_pdf
from coprod_desktop.documents.paper import Blank, Chart, Opening, Paper, Part, Pictured, Section
from coprod_desktop.documents.papers.easy_sentences import is_easy
from coprod_desktop.documents.papers.statement_easy_read import statement_easy_read
from coprod_desktop.documents.pictures import MEANINGS
from coprod_desktop.documents.spoken import hours
from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.paper_choices import SECTIONS
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementMade,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.i18n import speaking
from tests.builders import (
    PAID_ON,
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)
from tests.edition_papers import LONG_NAME
from tests.paper_reading import amounts, forbidden_words, paper_text, sentences_over, smallest_text

LONG = "The group said that the letter is too long and asked me to write another one, which I did."
TEXTS = ["", "Steering group", "Read the plans. Wrote three comments.", LONG, f"Met. {LONG}"]
some_text = some.sampled_from(TEXTS)
some_pence = some.integers(1, 99_999)
some_top_ups = some.lists(
    some.builds(
        StatementTopUp,
        pence=some_pence,
        paid_on=some.sampled_from([PAID_ON, None]),
        pay_by_on=some.sampled_from([PAID_ON, None]),
    ),
    max_size=2,
).map(tuple)


def _work(
    choice: Choice, offered: int, paid_on: datetime.date | None, **more: object
) -> StatementWork:
    agreed = {Choice.DECLINE: 0, Choice.PART: offered // 2}.get(choice, offered)
    return a_statement_work(
        choice=choice,
        offered_pence=offered,
        agreed_pence=agreed,
        is_paid=agreed > 0,
        value_pence=0 if agreed else offered,
        paid_on=paid_on if agreed else None,
        **{key: value for key, value in more.items() if key != "top_ups" or agreed},
    )


some_paid = some.builds(
    _work,
    some.sampled_from(list(Choice)),
    some_pence,
    some.sampled_from([PAID_ON, None]),
    what=some_text,
    kind_of_work=some.sampled_from([*KINDS_OF_WORK, "Interview panel", LONG]),
    minutes=some.integers(1, 1440),
    worked_on=some.dates(datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)),
    paid_how=some.sampled_from([*PaidBy, None]),
    pay_by_on=some.sampled_from([PAID_ON, None]),
    rate_pence=some.sampled_from([1200, 1350, 1500, 1650, 1800]),
    top_ups=some_top_ups,
)
some_unpaid = some.builds(
    unpaid_statement_work,
    what=some_text,
    minutes=some.integers(1, 1440),
    value_pence=some.integers(0, 99_999),
)
in_salary = some.builds(
    a_statement_work,
    pay=some.just(Pay.SALARY),
    minutes=some.integers(1, 1440),
    offered_pence=some.just(0),
    agreed_pence=some.just(0),
    paid_on=some.none(),
)
some_expense = some.builds(
    a_statement_expense,
    what=some_text,
    because=some_text,
    claimed_pence=some_pence,
    agreed_pence=some.integers(0, 99_999),
    paid_on=some.sampled_from([PAID_ON, None]),
)
some_made = some.builds(
    StatementMade,
    title=some.sampled_from(["Leaving hospital", LONG]),
    kind=some_text,
    made_on=some.sampled_from([PAID_ON, None]),
    where=some_text,
    credit=some_text,
)
some_content = some.builds(
    a_statement_content,
    work=some.lists(some_paid | some_unpaid | in_salary, max_size=8).map(tuple),
    expenses=some.lists(some_expense, max_size=5).map(tuple),
    skills=some.lists(some_text, max_size=6).map(tuple),
    what_changed=some.lists(some_text, max_size=3).map(tuple),
    what_next=some.lists(some_text, max_size=3).map(tuple),
    made=some.lists(some_made, max_size=2).map(tuple),
    rate_source=some_text,
    contact_name=some.sampled_from(["Grace Okafor", "", LONG]),
    contact_phone=some.sampled_from(["01632 960 011", ""]),
    contact_email=some.sampled_from(["grace@rivermead.example", ""]),
    charity_number=some.sampled_from(["1100099", ""]),
    reply_days=some.integers(1, 30),
    replaces_number=some.sampled_from(["2026-0030", ""]),
    replaces_because=some_text,
    left_out=some.frozensets(some.sampled_from(SECTIONS)),
    shows_declined=some.booleans(),
    has_chart=some.booleans(),
    signed_by=some.sampled_from(["Grace Okafor", ""]),
)


def every_part(parts: tuple[Part, ...]) -> list[Part]:
    found: list[Part] = []
    for part in parts:
        found += [part, *every_part(part.parts)] if isinstance(part, Section) else [part]
    return found


def said(paper: Paper) -> list[str]:
    """Return every text of a paper but its head and the figures."""
    texts: list[str] = []
    for part in every_part(paper.parts):
        if isinstance(part, Pictured):
            texts += [*part.texts, *part.after]
        elif isinstance(part, Section):
            texts.append(part.heading)
        elif isinstance(part, Blank):
            texts.append(part.label)
        elif isinstance(part, Chart):
            texts += [stripe.says for stripe in part.stripes]
    return texts


def figures(paper: Paper) -> dict[str, str]:
    """Return each big figure by the sentence that it belongs to."""
    return {
        part.texts[-1]: part.figure
        for part in every_part(paper.parts)
        if isinstance(part, Pictured) and part.figure
    }


@pytest.mark.parametrize("language", ["en", "cy"])
@hypothesis.settings(max_examples=30)
@hypothesis.given(content=some_content)
def test_no_sentence_has_more_than_fifteen_words(content: StatementContent, language: str) -> None:
    with speaking(language):
        paper = statement_easy_read(content)

    assert [text for text in said(paper) if not is_easy(text)] == []
    assert all(text.strip() for text in said(paper))


@hypothesis.settings(max_examples=30)
@hypothesis.given(content=some_content)
def test_every_figure_is_the_one_of_the_content(content: StatementContent) -> None:
    paper = statement_easy_read(content)
    found = figures(paper)

    assert hours(content.minutes) in found.values()
    assert found["Paid work:"] == hours(content.minutes_paid)
    assert found["Unpaid work:"] == hours(content.minutes_unpaid)
    paid = found.get("We paid you this money for your work:")
    assert paid == (format_pounds(content.paid_pence) if content.paid_pence else None)
    more = "We will pay you {} more." if content.paid_pence else "We will pay you {}."
    coming = more.format(format_pounds(content.to_come_pence))
    assert (coming in said(paper)) == bool(content.to_come_pence)
    back = found.get("We paid this money back to you:")
    is_shown = content.reimbursed_pence and "expenses" not in content.left_out
    assert back == (format_pounds(content.reimbursed_pence) if is_shown else None)
    value = found.get("Your unpaid work has a value of:")
    is_valued = content.value_pence and "value" not in content.left_out
    assert value == (format_pounds(content.value_pence) if is_valued else None)


@hypothesis.settings(max_examples=30)
@hypothesis.given(content=some_content)
def test_the_hours_by_kind_of_work_are_all_the_hours(content: StatementContent) -> None:
    told = " ".join(
        text
        for section in statement_easy_read(content).parts
        if isinstance(section, Section) and section.heading == "What you did"
        for part in section.parts
        if isinstance(part, Pictured)
        for text in part.texts
    )
    told = told.replace("\N{NO-BREAK SPACE}", " ")
    whole = sum(60 * int(each) for each in re.findall(r"(\d+) hours?", told))
    assert whole + sum(int(each) for each in re.findall(r"(\d+) minutes?", told)) == content.minutes


@hypothesis.settings(max_examples=30)
@hypothesis.given(content=some_content)
def test_payments_and_expenses_are_never_added_together(content: StatementContent) -> None:
    paper = statement_easy_read(dataclasses.replace(content, expenses=(), rate_source=""))
    without = set(amounts(" ".join((*said(paper), *figures(paper).values()))))
    paper = statement_easy_read(dataclasses.replace(content, work=(), rate_source=""))
    apart = set(amounts(" ".join((*said(paper), *figures(paper).values()))))
    paper = statement_easy_read(content)

    both = set(amounts(" ".join((*said(paper), *figures(paper).values()))))
    assert both == without | apart


@hypothesis.settings(max_examples=5, deadline=None)
@hypothesis.given(content=some_content)
def test_on_paper_no_sentence_is_long_and_no_letter_small(content: StatementContent) -> None:
    pdf = easy_read_pdf([statement_easy_read(content)])

    assert sentences_over(pdf, 15) == []
    assert smallest_text(pdf) >= 16


def test_every_picture_is_there() -> None:
    kinds = tuple(a_statement_work(kind_of_work=kind) for kind in KINDS_OF_WORK)
    used = {
        part.picture
        for part in every_part(statement_easy_read(a_statement_content(work=kinds)).parts)
        if isinstance(part, Pictured)
    }
    assert used <= set(MEANINGS)
    assert len(used) > 15


def test_nothing_is_said_that_the_mission_refuses() -> None:
    content = a_statement_content(work=(a_statement_work(), unpaid_statement_work()))

    assert forbidden_words(" ".join(said(statement_easy_read(content)))) == []


def test_paid_and_unpaid_come_one_after_the_other_also_where_there_is_none() -> None:
    paper = statement_easy_read(a_statement_content(work=(), expenses=()))

    pictured = [part for part in paper.parts if isinstance(part, Pictured)]
    assert [(part.texts[0], part.figure) for part in pictured[1:3]] == [
        ("Paid work:", hours(0)),
        ("Unpaid work:", hours(0)),
    ]
    assert "Thank you for your work." not in said(paper)
    assert "There are no payments this time." in said(paper)


def test_the_persons_own_short_words_are_told_and_the_long_ones_are_on_the_long_statement() -> None:
    work = (a_statement_work(what="Steering group"), a_statement_work(what=LONG))
    told = said(statement_easy_read(a_statement_content(work=work)))

    assert "Steering group." in told
    assert LONG not in told
    assert "You can ask us for the long statement." in told


def test_many_pieces_of_one_kind_are_counted() -> None:
    work = tuple(a_statement_work(what=f"Meeting {number}") for number in range(6))

    told = said(statement_easy_read(a_statement_content(work=work)))
    assert "You did 3 more things like this." in told


def test_what_was_written_in_long_sentences_is_said_to_be_written() -> None:
    told = said(statement_easy_read(a_statement_content(what_changed=(LONG,), what_next=())))

    assert "We wrote down what changed." in told
    assert "We wrote down what happens next." not in told


@pytest.mark.parametrize(
    ("skills", "texts"),
    [
        (("Listening", "Arabic"), ["You used these skills:", "Listening", "Arabic"]),
        (
            ("Listening", LONG),
            ["You used these skills:", "Listening", "There is more in the long statement."],
        ),
        ((LONG,), ["We wrote down your skills.", "There is more in the long statement."]),
    ],
)
def test_skills_are_told_in_the_persons_words_as_far_as_they_are_short(
    skills: tuple[str, ...], texts: list[str]
) -> None:
    told = said(statement_easy_read(a_statement_content(skills=skills)))

    at = told.index("Your skills")
    assert told[at + 1 : at + 1 + len(texts)] == texts


def test_a_thing_made_is_named_with_the_persons_credit() -> None:
    made = StatementMade(
        title="Leaving hospital",
        kind="leaflet",
        made_on=datetime.date(2026, 8, 5),
        where="www.example.org",
        credit="co-author",
    )
    told = said(statement_easy_read(a_statement_content(made=(made,))))

    at = told.index("Leaving hospital")
    assert told[at + 1].replace("\N{NO-BREAK SPACE}", " ") == "Leaflet, August 2026"
    assert told[at + 2 : at + 5] == [
        "Your credit: co-author.",
        "You find it here:",
        "www.example.org",
    ]


def test_a_credit_in_many_words_is_said_to_be_there() -> None:
    made = StatementMade(title="Leaving hospital", credit=LONG)

    assert "Your name is in it." in said(statement_easy_read(a_statement_content(made=(made,))))


def test_sections_are_left_out_as_the_person_wishes() -> None:
    content = a_statement_content(left_out=frozenset(SECTIONS), has_chart=True)
    headings = [
        part.heading for part in statement_easy_read(content).parts if isinstance(part, Section)
    ]

    assert headings == [
        "Payments for your work",
        "What you did",
        "Is anything wrong?",
        "About this statement",
    ]


def test_a_new_statement_says_which_one_is_not_needed_any_more() -> None:
    content = a_statement_content(
        replaces_number="2026-0030", replaces_because="An hour was missing."
    )
    told = said(statement_easy_read(content))

    assert told[:3] == [
        "This statement is new.",
        "You do not need statement 2026-0030 any more.",
        "An hour was missing.",
    ]


@pytest.mark.parametrize(
    ("known", "texts"),
    [
        ({"contact_phone": "", "contact_email": ""}, ["You can tell Grace Okafor."]),
        ({"contact_phone": "", "contact_email": "", "contact_name": LONG}, ["You can tell us."]),
        ({"contact_email": ""}, ["You can phone Grace Okafor."]),
        ({"contact_email": "", "contact_name": LONG}, ["You can phone us."]),
    ],
)
def test_it_says_whom_to_tell_in_the_ways_that_are_known(
    known: dict[str, str], texts: list[str]
) -> None:
    told = said(statement_easy_read(a_statement_content(**known)))

    at = told.index("Is anything wrong?")
    assert told[at + 1 : at + 2] == texts


def test_the_head_is_that_of_the_long_statement() -> None:
    content = a_statement_content(name=LONG_NAME, name_in_script="سلمى")
    opening = statement_easy_read(content).parts[0]

    assert isinstance(opening, Opening)
    assert opening.name == LONG_NAME
    assert opening.title == "The work you did"
    assert LONG_NAME in paper_text(easy_read_pdf([statement_easy_read(content)]))


def test_forty_pieces_of_work_stay_a_short_paper() -> None:
    many = tuple(a_statement_work(what=f"Meeting {number}") for number in range(40))

    assert len(said(statement_easy_read(a_statement_content(work=many)))) < 60
