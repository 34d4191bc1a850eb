"""The options of the commands that issue papers are read as their help says."""

import argparse

import pytest

from coprod_desktop.cli.arguments import build_parser

BASE = ("statements", "F", "--from", "2026-10-01", "--to", "2026-12-31", "--out", "D")
PAPER = ("--participant", "A", "--out", "D")


def read(*words: str) -> argparse.Namespace:
    return build_parser().parse_args(words)


def test_statements_are_as_each_person_wishes_unless_somebody_says_otherwise() -> None:
    plain = read(*BASE)
    assert (plain.edition, plain.language, plain.left_out) == (None, None, None)
    assert not any((plain.html, plain.is_one_file, plain.password, plain.because))
    other = read(*BASE, "--print", "easy-read", "--language", "en+cy", "--one-file", "--password")
    assert (other.edition, other.language) == ("easy-read", "en+cy")
    assert other.is_one_file
    assert other.password is True  # never the password itself


def test_parts_to_leave_out_are_named_with_commas_or_nothing() -> None:
    assert read(*BASE, "--leave-out", "value, Chart").left_out == {"value", "chart"}
    assert read(*BASE, "--leave-out", "nothing").left_out == frozenset()


@pytest.mark.parametrize("kind", ["letter", "what-i-did", "certificate", "correction", "check"])
def test_every_paper_takes_days_edition_language_and_a_last_touch(kind: str) -> None:
    plain = read("paper", "F", kind, *PAPER)
    assert (plain.kind, plain.from_on, plain.edition, plain.docx) == (kind, None, None, False)
    more = read("paper", "F", kind, *PAPER, "--from", "2026-10-01", "--print", "large", "--docx")
    assert (str(more.from_on), more.edition, more.docx) == ("2026-10-01", "large", True)


def test_a_letter_takes_the_facts_that_the_file_does_not_know() -> None:
    told = read(
        *("paper", "F", "letter", *PAPER, "--addressed-to", "The work coach"),
        *("--addressed-to", "Jobcentre", "--not-employed", "--agreed", "--period-day", "7"),
    )
    assert told.to == ["The work coach", "Jobcentre"]
    assert (told.is_not_employed, told.has_agreed, told.has_weeks) == (True, True, False)
    assert told.period_day == 7


def test_a_session_is_logged_or_planned() -> None:
    logged = read("session-kit", "F", "--out", "D", "--activity", "12")
    assert (logged.activity, logged.project) == (12, None)
    planned = read(
        *("session-kit", "F", "--out", "D", "--project", "Garden", "--title", "Beds"),
        *("--on", "2026-12-01", "--participant", "A", "--participant", "B", "--fares", "4.60"),
    )
    assert planned.participants == ["A", "B"]
    assert (planned.fares_pence, planned.float_pence, planned.language) == (460, 0, "en")


def test_an_answer_is_right_or_says_what_is_not() -> None:
    assert read("answer", "F", "Q-2026-0001", "--right").wrong is None
    assert read("answer", "F", "Q-2026-0001", "--wrong", "An hour").wrong == "An hour"
