"""An edit of many changes the ticked fields and no other."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.bulk_edits import (
    BulkEdit,
    BulkPlan,
    ContributionEdit,
    ExpenseEdit,
    ParticipantEdit,
    TextEdit,
    TextWay,
    differences,
    is_empty,
    subject_of,
)
from coprod_desktop.domain.bulk_errors import MilesOrCostError
from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.errors import TextIsFormulaError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseKind
from coprod_desktop.domain.participants import Capacity, Edition, PaidBy
from tests.builders import TODAY, WORKED_ON, a_contribution, a_participant, an_expense_item

CONTRIBUTION_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "worked_on": st.just(TODAY),
    "minutes": st.integers(1, 1440),
    "project_id": st.integers(1, 9),
    "kind_of_work": st.sampled_from(["Training", "Garden"]),
    "capacity": st.sampled_from(Capacity),
    "pay": st.sampled_from(Pay),
    "what": st.sampled_from(["Leaflets", "The film"]),
}


@given(st.fixed_dictionaries({}, optional=CONTRIBUTION_FIELDS))
def test_only_ticked_fields_of_a_contribution_change(fields: dict[str, Any]) -> None:
    before = a_contribution()
    after = ContributionEdit(**fields).apply(before)
    assert after == dataclasses.replace(before, **fields)
    assert is_empty(ContributionEdit(**fields)) is not bool(fields)


def test_words_are_added_behind_others_or_stand_for_them() -> None:
    added = TextEdit(text="in Welsh", way=TextWay.APPEND)
    assert added.apply("Came late", joint=" ") == "Came late in Welsh"
    assert added.apply(" ", joint=" ") == "in Welsh"
    assert TextEdit(text=" ", way=TextWay.APPEND).apply("Came late", joint=" ") == "Came late"
    assert TextEdit(text="").apply("Came late", joint=" ") == ""


def test_a_skill_that_is_there_does_not_come_twice() -> None:
    added = TextEdit(text="welsh, Cooking,, ", way=TextWay.APPEND)
    assert added.apply_to_list("Cooking,Drawing") == "Cooking, Drawing, welsh"
    assert added.apply_to_list("") == "welsh, Cooking"
    assert TextEdit(text="Welsh").apply_to_list("Cooking") == "Welsh"


def test_a_text_that_no_paper_could_show_is_refused() -> None:
    with pytest.raises(TextIsFormulaError):
        ContributionEdit(note=TextEdit(text="=1+1")).apply(a_contribution())


@given(st.sampled_from(ExpenseKind), st.sampled_from(ExpenseKind))
def test_costs_and_miles_do_not_turn_into_one_another(was: ExpenseKind, now: ExpenseKind) -> None:
    before, edit = an_expense_item(kind=was, what="To the group"), ExpenseEdit(kind=now)
    if (was in MILEAGE_KINDS) is (now in MILEAGE_KINDS):
        assert edit.apply(before) == dataclasses.replace(before, kind=now)
    else:
        with pytest.raises(MilesOrCostError):
            edit.apply(before)


def test_a_line_called_after_its_kind_follows_it() -> None:
    before = an_expense_item(kind=ExpenseKind.BUS, what="Bus")
    assert ExpenseEdit(kind=ExpenseKind.TRAIN).apply(before).what == "Train"
    told = ExpenseEdit(kind=ExpenseKind.TRAIN, what=" The  night train ").apply(before)
    assert told.what == "The night train"


def test_lines_of_one_kind_alone_can_be_meant() -> None:
    only = ExpenseEdit(what="Bus to the group", only_kind=ExpenseKind.BUS)
    assert only.concerns(an_expense_item(kind=ExpenseKind.BUS))
    assert not only.concerns(an_expense_item(kind=ExpenseKind.TRAIN))
    assert ExpenseEdit(what="x").concerns(an_expense_item(kind=ExpenseKind.TRAIN))
    assert is_empty(ExpenseEdit(only_kind=ExpenseKind.BUS))


def test_people_change_in_what_is_ticked() -> None:
    before = a_participant(wishes="Mornings")
    edit = ParticipantEdit(
        capacity=Capacity.CARER,
        paid_by=PaidBy.CASH,
        edition=Edition.LARGE,
        is_active=False,
        wishes=TextEdit(text="Zoom", way=TextWay.APPEND),
    )
    told = {one.field: one.after for one in differences(before, edit.apply(before), _FIELDS)}
    assert told == {
        "capacity": Capacity.CARER,
        "paid_by": PaidBy.CASH,
        "edition": Edition.LARGE,
        "is_active": False,
        "wishes": "Mornings\nZoom",
    }
    assert not is_empty(ParticipantEdit(is_active=False))


_FIELDS = ("capacity", "contact_by", "paid_by", "edition", "language", "is_active", "wishes")


@pytest.mark.parametrize(
    ("edit", "subject"),
    [
        (ContributionEdit(), "contributions"),
        (ExpenseEdit(), "expense_claims"),
        (ParticipantEdit(), "participants"),
    ],
)
def test_an_edit_says_which_rows_it_is_for(edit: BulkEdit, subject: str) -> None:
    assert subject_of(edit) == subject


def test_the_difference_is_in_pence_and_may_be_below_nothing() -> None:
    plan = BulkPlan(
        edit=ContributionEdit(worked_on=WORKED_ON),
        row_ids=(),
        records=(),
        changes=(),
        left=(),
        before_pence=3000,
        after_pence=1200,
    )
    assert plan.difference_pence == -1800
