"""A new statement says what is not as it stood, and says nothing where all is as it was."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statement_comparison import as_said, differences
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementExpense,
    StatementMade,
    StatementTopUp,
    StatementWork,
)
from tests.builders import (
    PAID_ON,
    TODAY,
    WORKED_ON,
    a_statement_content,
    a_statement_expense,
    a_statement_work,
)

DAYS = st.dates(datetime.date(2026, 10, 1), datetime.date(2026, 10, 4))
FEW = st.integers(0, 2)
TOP_UPS = st.lists(
    st.builds(StatementTopUp, pence=st.integers(1, 2), paid_on=st.sampled_from([None, PAID_ON])),
    max_size=2,
).map(tuple)
WORK = st.builds(
    lambda line_id, **said: a_statement_work(line_id=line_id, **said),
    line_id=FEW,
    worked_on=DAYS,
    what=st.sampled_from(["Chairing", "Reading"]),
    minutes=st.integers(1, 2),
    offered_pence=FEW,
    agreed_pence=FEW,
    value_pence=FEW,
    choice=st.sampled_from([Choice.ACCEPT, Choice.DECLINE]),
    paid_on=st.sampled_from([None, PAID_ON]),
    paid_how=st.sampled_from([None, PaidBy.CASH]),
    skills=st.sampled_from(["", "Welsh"]),
    top_ups=TOP_UPS,
)
EXPENSES = st.builds(
    lambda line_id, **said: a_statement_expense(line_id=line_id, **said),
    line_id=FEW,
    spent_on=DAYS,
    what=st.sampled_from(["Bus", "Train"]),
    claimed_pence=FEW,
    agreed_pence=FEW,
    paid_on=st.sampled_from([None, PAID_ON]),
    top_ups=TOP_UPS,
)
CONTENTS = st.builds(
    lambda work, expenses, name, left_out: a_statement_content(
        work=tuple(work), expenses=tuple(expenses), name=name, left_out=frozenset(left_out)
    ),
    st.lists(WORK, max_size=3),
    st.lists(EXPENSES, max_size=2),
    st.sampled_from(["Aisha Rahman", "A. R."]),
    st.lists(st.sampled_from(["value", "code"]), max_size=1),
)


@given(CONTENTS, CONTENTS)
def test_there_is_no_difference_exactly_where_the_same_is_said(
    old: StatementContent, new: StatementContent
) -> None:
    assert (differences(old, new) == ()) == (as_said(old) == as_said(new))


@given(CONTENTS)
def test_number_and_day_of_issue_make_no_difference(content: StatementContent) -> None:
    later = replace(
        content,
        number="S-2026-0099",
        issued_on=TODAY + datetime.timedelta(days=9),
        correct_by_on=TODAY + datetime.timedelta(days=39),
        replaces_number="S-2026-0001",
        changes=(Difference(kind=Differs.NAME),),
    )
    assert differences(content, later) == ()


@given(CONTENTS, CONTENTS)
def test_minutes_that_came_and_went_are_those_of_the_sums(
    old: StatementContent, new: StatementContent
) -> None:
    found = differences(old, new)
    came = sum(one.after_minutes - one.before_minutes for one in found)
    assert came == new.minutes - old.minutes


def told(old: StatementContent, new: StatementContent) -> list[Difference]:
    return list(differences(old, new))


def of(*work: StatementWork, **override: Any) -> StatementContent:
    return a_statement_content(**({"work": work, "expenses": ()} | override))


WORKED = a_statement_work(line_id=7)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"minutes": 120, "agreed_pence": 2400, "offered_pence": 2400},
            [
                {"kind": Differs.HOURS, "before_minutes": 150, "after_minutes": 120},
                {"kind": Differs.PAYMENT, "before_pence": 3000, "after_pence": 2400},
                {
                    "kind": Differs.PAID,
                    "before_pence": 3000,
                    "after_pence": 2400,
                    "paid_on": PAID_ON,
                },
            ],
        ),
        (
            {"choice": Choice.DECLINE, "agreed_pence": 0, "paid_on": None, "value_pence": 3000},
            [
                {
                    "kind": Differs.CHOICE,
                    "before": "accepted",
                    "after": "declined",
                    "before_pence": 3000,
                    "after_pence": 0,
                },
                {"kind": Differs.PAID, "before_pence": 3000, "after_pence": None},
            ],
        ),
        (
            {"worked_on": WORKED_ON - datetime.timedelta(days=1)},
            [
                {
                    "kind": Differs.DAY,
                    "on": WORKED_ON - datetime.timedelta(days=1),
                    "before_on": WORKED_ON,
                }
            ],
        ),
        (
            {"offered_pence": 3100},
            [{"kind": Differs.OFFER, "before_pence": 3000, "after_pence": 3100}],
        ),
        ({"value_pence": 100}, [{"kind": Differs.VALUE, "before_pence": 0, "after_pence": 100}]),
        ({"paid_how": PaidBy.CASH}, [{"kind": Differs.DETAILS}]),
        (
            {"top_ups": (StatementTopUp(pence=50, paid_on=TODAY),)},
            [
                {"kind": Differs.PAYMENT, "before_pence": 3000, "after_pence": 3050},
                {
                    "kind": Differs.PAID,
                    "before_pence": 3000,
                    "after_pence": 3050,
                    "paid_on": TODAY,
                },
            ],
        ),
    ],
)
def test_work_that_changed_is_told_once_for_what_changed(
    change: dict[str, Any], expected: list[dict[str, Any]]
) -> None:
    after = replace(WORKED, **change)
    plain = Difference(kind=Differs.DETAILS, on=WORKED_ON, what=WORKED.what)
    assert told(of(WORKED), of(after)) == [replace(plain, **one) for one in expected]


def test_work_is_known_again_although_day_words_and_hours_changed() -> None:
    after = replace(WORKED, worked_on=TODAY, what="Chairing the group", minutes=10)
    kinds = [one.kind for one in told(of(WORKED), of(after))]
    assert kinds == [Differs.DAY, Differs.WORDS, Differs.HOURS]
    assert told(of(WORKED), of(after))[1].before == WORKED.what


def test_other_work_of_the_same_day_came_and_the_first_went() -> None:
    other = replace(WORKED, line_id=8, what="Reading", minutes=10)
    gone, came = told(of(WORKED), of(other))
    assert (gone.kind, gone.what, gone.before_minutes) == (Differs.WORK_REMOVED, WORKED.what, 150)
    assert (came.kind, came.what, came.after_minutes) == (Differs.WORK_ADDED, "Reading", 10)


def test_work_that_was_removed_and_logged_again_alike_makes_no_difference() -> None:
    assert told(of(WORKED), of(replace(WORKED, line_id=8))) == []


def test_work_of_a_day_without_words_is_named_by_its_kind() -> None:
    silent = replace(WORKED, what="")
    (found,) = told(of(), of(silent))
    assert found.what == silent.kind_of_work


def test_the_order_of_two_pieces_of_a_day_is_a_matter_of_how_it_is_shown() -> None:
    other = replace(WORKED, line_id=8, what="Reading")
    assert told(of(WORKED, other), of(other, WORKED)) == [Difference(kind=Differs.SHOWN)]


BUS = a_statement_expense(line_id=3)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (BUS,), {"kind": Differs.EXPENSE_ADDED, "after_pence": 460}),
        ((BUS,), (), {"kind": Differs.EXPENSE_REMOVED, "before_pence": 460}),
        (
            (replace(BUS, paid_on=None),),
            (BUS,),
            {"kind": Differs.EXPENSE_PAID, "after_pence": 460, "paid_on": PAID_ON},
        ),
        (
            (replace(BUS, what="Train"),),
            (BUS,),
            {"kind": Differs.WORDS, "before": "Train", "after": BUS.what},
        ),
        (
            (replace(BUS, spent_on=TODAY),),
            (BUS,),
            {"kind": Differs.DAY, "before_on": TODAY},
        ),
        ((replace(BUS, because="A day ticket"),), (BUS,), {"kind": Differs.DETAILS}),
        (
            (replace(BUS, paid_on=None),),
            (replace(BUS, paid_on=None, agreed_pence=300),),
            {"kind": Differs.EXPENSE, "before_pence": 460, "after_pence": 300},
        ),
    ],
)
def test_expenses_that_changed_are_told(
    before: tuple[StatementExpense, ...],
    after: tuple[StatementExpense, ...],
    expected: dict[str, Any],
) -> None:
    (found,) = told(of(WORKED, expenses=before), of(WORKED, expenses=after))
    plain = Difference(kind=Differs.DETAILS, on=BUS.spent_on, what=BUS.what)
    assert found == replace(plain, **expected)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"name_in_script": "عائشة"}, Differs.NAME),
        ({"skills": ("Welsh",)}, Differs.SKILLS),
        ({"made": (StatementMade(title="Leaflet"),)}, Differs.MADE),
        ({"what_changed": ("Doors",)}, Differs.CHANGED),
        ({"what_changed_cy": ("Drysau",)}, Differs.CHANGED),
        ({"what_next": ("Beans",)}, Differs.NEXT),
        ({"contact_phone": "01632 960 000"}, Differs.ABOUT),
        ({"rate_source": ""}, Differs.ABOUT),
        ({"signed_by": "Grace"}, Differs.ABOUT),
        ({"left_out": frozenset({"value"})}, Differs.SHOWN),
        ({"logo": b"\x89PNG"}, Differs.SHOWN),
    ],
)
def test_what_changed_about_the_whole_statement_is_told_in_a_word(
    change: dict[str, Any], kind: Differs
) -> None:
    content = a_statement_content()
    assert [one.kind for one in told(content, replace(content, **change))] == [kind]


def test_work_comes_by_day_before_expenses_and_the_rest() -> None:
    early = replace(WORKED, line_id=9, worked_on=WORKED_ON - datetime.timedelta(days=2))
    found = told(of(WORKED), of(early, expenses=(BUS,), name="A. R."))
    assert [one.kind for one in found] == [
        Differs.WORK_ADDED,
        Differs.WORK_REMOVED,
        Differs.EXPENSE_ADDED,
        Differs.NAME,
    ]
