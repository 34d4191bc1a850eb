"""The commands about operators and the charity's money have help, and no PIN is an argument."""

import pytest

from coprod_desktop.cli.arguments import build_parser
from tests.cli.runner import Coprod


@pytest.mark.parametrize(
    "words", [("operators", "F"), ("operators", "F", "add"), ("operators", "F", "set-pin"),
              ("charity", "F")],
)  # fmt: skip
def test_every_step_has_help(coprod: Coprod, words: tuple[str, ...]) -> None:
    outcome = coprod(*words, "--help")
    assert outcome.code == 0
    assert "--json" in outcome.out


@pytest.mark.parametrize(
    "words",
    [
        ("operators", "F", "set-pin", "4711"),
        ("operators", "F", "set-pin", "--pin", "4711"),
        ("charity", "F", "--second-approver-above", "5", "--one-approver"),
        ("charity", "F", "--second-approver-above", "much"),
        ("charity", "F", "--account-number", "12345678"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(coprod: Coprod, words: tuple[str, ...]) -> None:
    assert coprod(*words).code == 2


def test_pence_are_read_as_pence() -> None:
    told = build_parser().parse_args(["charity", "F", "--second-approver-above", "500.00"])
    assert told.second_above == 50_000
