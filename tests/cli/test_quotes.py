"""`coprod quote` answers with every key of the page, in words too, and never asks for anything."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import Coprod

PAGE = Path(__file__).parents[2] / "docs" / "policy-format.md"
POLICY = """
[policy]
name = "Riverside"
[[fee]]
name = "Meetings"
when = { kind = "meeting" }
pays = 75.00
[[fee]]
name = "Surveys"
when = { kind = "survey" }
pays = 2.5
round = "down to 0.5"
unit = "points"
[[value]]
name = "Worth"
rate = 13.45
per = "hour"
[[mileage]]
name = "Car"
rate = 0.45
[[expense]]
name = "Bus"
needs = ["receipt"]
limit = { pays = 5, over = "warned" }
[claims]
deadlines = [{ months = 3, after = "activity" }]
[payments]
promises = [{ days = 14, after = "claim" }]
methods = ["bank transfer"]
"""
CASE = """
[claim]
on = 2026-06-01
sent_on = 2026-09-02
[[work]]
kind = "meeting"
time = "3h10"
[[work]]
kind = "survey"
[[work]]
kind = "reading"
time = "1h"
[[journey]]
miles = 22
[[expense]]
kind = "bus"
cost = 3.20
[[expense]]
kind = "bus"
cost = 6.50
receipt = true
"""


class Files:
    """A policy and a case beside each other."""

    def __init__(self, folder: Path) -> None:
        self.policy, self.case = folder / "policy.toml", folder / "case.toml"
        self.write(POLICY, CASE)

    def write(self, policy: str, case: str) -> None:
        """Write both files."""
        self.policy.write_text(policy, encoding="utf-8")
        self.case.write_text(case, encoding="utf-8")

    @property
    def words(self) -> tuple[str, str, str]:
        """What is typed to price the case."""
        return "quote", str(self.policy), str(self.case)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Write a policy and a case."""
    return Files(tmp_path)


@pytest.fixture(autouse=True)
def nobody_there(coprod: Coprod, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the passphrase away, and fail where one is asked for."""
    assert coprod
    monkeypatch.delenv("COPROD_PASSPHRASE")

    def asked(*_words: object) -> str:
        raise AssertionError("a passphrase was asked for")

    monkeypatch.setattr("getpass.getpass", asked)


@pytest.fixture
def told(coprod: Coprod, files: Files) -> dict[str, Any]:
    """Price the case for a script."""
    return coprod.told(*files.words)


def keys_of_the_page() -> set[str]:
    table = PAGE.read_text(encoding="utf-8").split("## 17.")[1].split("A file with a mistake")[0]
    first_cells = re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
    return {key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)}


def test_the_answer_has_the_keys_of_the_page_and_no_others(told: dict[str, Any]) -> None:
    assert set(told) == keys_of_the_page()
    assert len(told) == 11


def test_every_sum_is_whole_and_apart(told: dict[str, Any]) -> None:
    assert (told["payment_pence"], told["reimbursement_pence"]) == (7500, 990 + 650)
    assert (told["points"], told["value_pence"]) == (2.5, 1345)


def test_each_line_says_what_why_and_how_much(told: dict[str, Any]) -> None:
    assert [set(line) for line in told["lines"]] == [
        {"rule", "quantity", "rate", "pence", "points", "counts_as", "because"}
    ] * 4
    assert told["lines"][0] == {
        "rule": "Meetings",
        "quantity": "1",
        "rate": "£75.00",
        "pence": 7500,
        "points": 0,
        "counts_as": "payment",
        "because": "Meetings: £75.00.",
    }
    assert told["lines"][1]["points"] == 2.5
    assert told["lines"][1]["pence"] == 0
    assert told["lines"][2]["counts_as"] == "reimbursement"


def test_what_is_refused_says_why(told: dict[str, Any]) -> None:
    assert [set(one) for one in told["refused"]] == [{"item", "because", "pence", "held"}] * 2
    assert told["refused"][1] == {
        "item": "bus, £3.20",
        "because": "Bus: Needs a receipt.",
        "pence": 320,
        "held": False,
    }


def test_days_ways_and_warnings_are_told(told: dict[str, Any]) -> None:
    assert (told["claim_by"], told["is_late"], told["pay_by"]) == ("2026-09-01", True, "2026-09-16")
    assert told["methods"] == ["bank transfer"]
    assert all(isinstance(one, str) for one in told["warnings"])
    assert any("£1.50 is over it" in one for one in told["warnings"])


def test_what_nobody_says_is_null_or_empty(coprod: Coprod, files: Files) -> None:
    files.write('[policy]\nname = "A"\n', "[[work]]\non = 2026-06-01\n")
    told = coprod.told(*files.words)
    assert (told["claim_by"], told["is_late"], told["pay_by"]) == (None, None, None)
    assert (told["methods"], told["warnings"], told["lines"]) == ([], [], [])
    assert (told["points"], told["value_pence"]) == (0, 0)


def test_what_is_held_says_so(coprod: Coprod, files: Files) -> None:
    care = '[policy]\nname = "A"\n[[expense]]\nname = "Care"\nunclear = "Nobody decided."\n'
    files.write(care, "[claim]\non = 2026-06-01\n[[expense]]\ncost = 9\n")
    assert coprod.told(*files.words)["refused"] == [
        {"item": "expense, £9.00", "because": "Care: Nobody decided.", "pence": 900, "held": True}
    ]
    assert "Not paid yet: expense, £9.00. Care: Nobody decided." in coprod(*files.words).out


def test_a_person_reads_words(coprod: Coprod, files: Files) -> None:
    outcome = coprod(*files.words)
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.replace("\xa0", " ").splitlines()
    assert lines[:6] == [
        "Payment                   £75.00",
        "Expenses                  £16.40",
        "Points                       2.5",
        "Worth of unpaid time      £13.45",
        "Claim by              2026-09-01",
        "Pay by                2026-09-16",
    ]
    assert "  Car: 22 miles at 45p a mile, which makes £9.90." in lines
    assert "Not paid: bus, £3.20. Bus: Needs a receipt." in lines
    assert "The claim came after its deadline." in lines
    assert any("over it" in line for line in lines)


def test_what_is_nothing_is_not_told_to_a_person(coprod: Coprod, files: Files) -> None:
    files.write('[policy]\nname = "A"\n', "[[work]]\non = 2026-06-01\n")
    out = coprod(*files.words).out
    for words in ("Points", "Worth", "Claim by", "Pay by", "deadline"):
        assert words not in out


# --- mistakes ------------------------------------------------------------------------------------


def test_a_mistaken_policy_names_its_lines(coprod: Coprod, files: Files) -> None:
    files.write(
        '[policy]\nname = "A"\n[[fee]]\nname = "Time"\nrate = -3\nper = "hour"\nx = 1\n', CASE
    )
    said = coprod.refused_in_lines(*files.words)
    assert "Line 5: " in said
    assert "Line 7: " in said


def test_a_mistaken_case_names_its_lines(coprod: Coprod, files: Files) -> None:
    files.write(POLICY, '[claim]\non = 2026-06-01\n[[work]]\ntime = "long"\n')
    assert "Line 4: " in coprod.refused_in_lines(*files.words)


def test_the_file_with_the_mistake_is_named(coprod: Coprod, files: Files) -> None:
    files.write(POLICY, '[claim]\non = 2026-06-01\n[[work]]\ntime = "long"\n')
    assert "case.toml" in coprod.refused_in_lines(*files.words)
    files.write("", CASE)
    assert "policy.toml" in coprod.refused_in_lines(*files.words)


def test_every_mistake_has_its_sentence(coprod: Coprod, files: Files) -> None:
    files.write(POLICY, "[claim]\non = 2026-06-01\n" + '[[work]]\ntime = "long"\n' * 12)
    said = coprod.refused_in_lines(*files.words)
    assert [f"Line {4 + 2 * n}: " in said for n in range(12)] == [True] * 12


def test_a_file_that_is_not_there_is_refused(coprod: Coprod, files: Files, tmp_path: Path) -> None:
    for words in (
        ("quote", tmp_path / "none.toml", files.case),
        ("quote", files.policy, tmp_path / "none.toml"),
    ):
        assert "none.toml" in coprod.refused(*words)
    files.policy.write_bytes(b"\xff\xfe\x00")
    assert "policy.toml" in coprod.refused(*files.words)


def test_a_published_rate_that_is_not_known_is_refused(coprod: Coprod, files: Files) -> None:
    files.write(POLICY.replace("rate = 0.45", 'rate = "hmrc-boat"'), CASE)
    assert "boat" in coprod.refused(*files.words)


def test_a_published_rate_comes_with_its_source(coprod: Coprod, files: Files) -> None:
    files.write(POLICY.replace("rate = 0.45", 'rate = "hmrc-car"'), CASE)
    line = coprod.told(*files.words)["lines"][2]
    assert line["pence"] == 22 * 55
    assert "HMRC" in line["because"]


def test_without_a_case_it_is_wrong_usage(coprod: Coprod, files: Files) -> None:
    assert coprod("quote", files.policy).code == 2
