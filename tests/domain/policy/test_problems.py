"""A mistake says where it stands."""

from coprod_desktop.domain.policy.problems import PolicyFileError, Problem


def test_a_mistake_names_its_line_unless_it_is_of_the_whole_file() -> None:
    assert str(Problem(7, "Add a name.")) == "Line 7: Add a name."
    assert str(Problem(0, "The file is too large.")) == "The file is too large."


def test_mistakes_stand_in_the_order_of_lines() -> None:
    assert sorted([Problem(9, "a"), Problem(2, "z")])[0].line == 2


def test_a_log_learns_nothing_of_what_stands_in_the_file() -> None:
    error = PolicyFileError((Problem(1, "“Aisha” is not a fact."),))
    assert str(error) == "PolicyFileError"
    assert error.facts["problems"] == error.problems
