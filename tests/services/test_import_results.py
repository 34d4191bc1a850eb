"""Formulas are refused with the column they stand in."""

import pytest

from coprod_desktop.services.import_results import RefusedRow, refuse_formulas, two_of_a_name


def test_a_text_that_begins_as_a_formula_is_refused() -> None:
    with pytest.raises(RefusedRow) as caught:
        refuse_formulas({"Name": "Ann", "What": "=" + "1" * 500})
    problem = caught.value.problem(7)
    assert (problem.row, problem.column, len(problem.value)) == (7, "What", 200)
    assert "begins with “=”" in problem.message


def test_an_equals_sign_inside_a_text_is_a_text() -> None:
    refuse_formulas({"What": "2 + 2 = 4", "Name": "", "Note": "-"})


def test_a_name_of_several_people_has_words() -> None:
    assert "Several people" in two_of_a_name()
