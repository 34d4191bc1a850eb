"""A failing step shows its own words; a succeeding one keeps quiet."""

import sys

import pytest

from installer.console import SetUpError, run, show

LOUD = "print('the line is busy'); raise SystemExit(3)"


def test_a_failing_step_shows_what_the_program_said() -> None:
    with pytest.raises(SetUpError, match="the line is busy"):
        run(sys.executable, "-c", LOUD)


def test_a_succeeding_step_is_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    run(sys.executable, "-c", "print('all well')")
    assert capfd.readouterr().out == ""


def test_a_program_that_speaks_for_itself_is_heard(capfd: pytest.CaptureFixture[str]) -> None:
    assert show(sys.executable, "-c", LOUD) == 3
    assert "the line is busy" in capfd.readouterr().out


def test_a_step_gets_the_settings_it_is_given(capfd: pytest.CaptureFixture[str]) -> None:
    show(sys.executable, "-c", "import os; print(os.environ['MARK'])", environment={"MARK": "£"})
    assert "£" in capfd.readouterr().out
