"""Every step of a pay run has help, and what cannot be read is wrong usage."""

import pytest

from coprod_desktop.cli.arguments import build_parser
from tests.cli.runner import Coprod

STEPS = (
    "prepare top-up list show approve send-back ask-again reverse let-stand hold put-off lift "
    "holds export layouts settle settle-by came-back paid-in-error gift"
).split()


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_help(coprod: Coprod, step: str) -> None:
    outcome = coprod("pay-run", "F", step, "--help")
    assert outcome.code == 0
    assert "--json" in outcome.out


def test_the_list_of_steps_is_whole(coprod: Coprod) -> None:
    outcome = coprod("pay-run", "F", "moon")
    assert outcome.code == 2
    for step in STEPS:
        assert f"{step}" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ("pay-run", "F", "send-back", "1"),
        ("pay-run", "F", "hold", "1", "Ann"),
        ("pay-run", "F", "hold", "--because", "Away"),
        ("pay-run", "F", "put-off", "1", "--because", "Away"),
        ("pay-run", "F", "put-off", "1", "Ann", "--line", "x", "--because", "Away"),
        ("pay-run", "F", "export", "1"),
        ("pay-run", "F", "settle", "1", "--method", "gold"),
        ("pay-run", "F", "settle-by"),
        ("pay-run", "F", "settle-by", "S", "--choose", "14"),
        ("pay-run", "F", "settle-by", "S", "--dry-run", "--choose", "14=8"),
        ("pay-run", "F", "gift", "1", "Ann", "ten"),
        ("bank-layout", "F", "save", "L"),
        ("drafts", "F", "send", "--work", "x"),
    ],
)
def test_wrong_usage_ends_with_2(coprod: Coprod, words: tuple[str, ...]) -> None:
    outcome = coprod(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("usage: coprod")


def test_the_number_of_the_run_may_be_left_out_of_a_hold() -> None:
    parser = build_parser()
    told = parser.parse_args(["pay-run", "F", "hold", "7", "Ann", "--because", "Away"])
    assert (told.run, told.name) == (7, "Ann")
    told = parser.parse_args(["pay-run", "F", "hold", "Ann", "--because", "Away"])
    assert (told.run, told.name) == (None, "Ann")


def test_a_decision_about_a_line_is_read_as_two_numbers() -> None:
    told = build_parser().parse_args(["pay-run", "F", "settle-by", "S", "--choose", "14=8123"])
    assert told.choose == [(14, 8123)]
