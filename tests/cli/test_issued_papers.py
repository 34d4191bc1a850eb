"""Papers for one person and for a session are made from the command line, and answers kept."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.cli.runner import Coprod
from tests.paper_reading import paper_text

PERIOD = ("--from", "2026-10-01", "--to", "2026-11-30")
AISHA = ("--participant", "Aisha Rahman")


def issue(coprod: Coprod, file: Path, kind: str, *more: object) -> dict[str, Any]:
    return coprod.told("paper", file, kind, *AISHA, *PERIOD, "--out", file.parent / "out", *more)


@pytest.mark.parametrize(
    ("kind", "prefix"),
    [("letter", "L"), ("what-i-did", "W"), ("certificate", "C"), ("check", "Q")],
)
def test_each_paper_has_a_number_of_its_own(
    coprod: Coprod, full: Path, kind: str, prefix: str
) -> None:
    told = issue(coprod, full, kind)
    assert list(told) == [
        "participant",
        "number",
        "kind",
        "edition",
        "language",
        "issued_on",
        "pdf",
        "docx",
    ]
    year = told["issued_on"][:4]
    assert told["number"] == f"{prefix}-{year}-0001"
    assert (told["participant"], told["edition"], told["language"]) == (
        "Aisha Rahman",
        "standard",
        "en",
    )
    text = paper_text(Path(told["pdf"]).read_bytes())
    assert "Aisha Rahman" in text
    assert told["number"] in text
    again = issue(coprod, full, kind)
    assert again == told


def test_a_letter_says_what_was_told_for_it_and_comes_for_a_last_touch_too(
    coprod: Coprod, full: Path
) -> None:
    said = ("--taking-part-as", "a carer", "--weeks", "--agreed", "--docx")
    told = issue(coprod, full, "letter", *said, "--addressed-to", "The work coach")
    text = paper_text(Path(told["pdf"]).read_bytes())
    assert "as a carer" in text
    assert "The work coach" in text
    assert Path(told["docx"]).read_bytes().startswith(b"PK")


def test_what_somebody_did_is_in_their_own_words(coprod: Coprod, full: Path) -> None:
    did = ("--did", "I chaired the group.", "--did", "I read the plan.")
    told = issue(coprod, full, "what-i-did", *did, "--print", "large")
    assert told["edition"] == "large"
    text = paper_text(Path(told["pdf"]).read_bytes())
    assert "I chaired the group." in text
    assert "I read the plan." in text


def test_a_correction_names_both_statements(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "out")
    words = coprod.refused("paper", full, "correction", *AISHA, *out)
    assert words.startswith("No statement of Aisha Rahman for these days replaces another one.")
    coprod.told("statements", full, *PERIOD, *out)
    more = tmp_path / "more.csv"
    more.write_text(
        "Name,Project,Date,Hours,Kind,What,Paid\n"
        "Aisha Rahman,Garden,05/11/2026,1,Meeting,Planted beans,no\n"
    )
    coprod.told("import", full, more, "--as", "contributions")
    second = coprod.told("statements", full, *PERIOD, *out, "--participant", "Aisha Rahman")
    told = coprod.told("paper", full, "correction", *AISHA, *out, "--because", "A day was missing.")
    text = paper_text(Path(told["pdf"]).read_bytes())
    assert second["issued"][0]["number"] in text
    assert "Planted beans" in text
    assert "A day was missing." in text


def test_the_answer_to_a_check_sheet_is_kept_and_can_be_taken_back(
    coprod: Coprod, full: Path
) -> None:
    number = issue(coprod, full, "check")["number"]
    answered = coprod.told("answer", full, number, "--wrong", "Two hours, not one.")
    assert (answered["number"], answered["is_right"]) == (number, False)
    assert answered["note"] == "Two hours, not one."
    words = coprod.refused("answer", full, number, "--right")
    assert words.startswith(f"The answer to {number} is written down already.")
    coprod.told("undo", full)
    assert coprod.told("answer", full, number.lower(), "--right")["is_right"]


def test_only_a_check_sheet_has_an_answer(coprod: Coprod, full: Path) -> None:
    number = issue(coprod, full, "certificate")["number"]
    assert "is no check sheet" in coprod.refused("answer", full, number, "--right")
    assert "Q-2020-0001" in coprod.refused("answer", full, "Q-2020-0001", "--right")


def test_the_kit_of_a_planned_session_has_a_slip_for_each_and_for_two_others(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    told = coprod.told(
        *("session-kit", full, "--project", "Garden", "--title", "Testing the beds"),
        *("--on", "2026-12-01", "--starts", "10:30", "--ends", "12:30", "--place", "The shed"),
        *("--participant", "Aisha Rahman", "--participant", "Bronwen Pugh"),
        *("--out", tmp_path / "kit"),
    )
    papers = {one["kind"]: one for one in told["papers"]}
    assert list(papers) == ["attendance sheet", "claim slips", "session cash sheet"]
    numbers = [one["number"] for one in told["papers"]]
    assert [number.split("-")[0] for number in numbers] == ["A", "AS", "AC"]
    assert len({number.split("-", 1)[1] for number in numbers}) == 1
    sheet = paper_text(Path(papers["attendance sheet"]["pdf"]).read_bytes())
    assert "Testing the beds" in sheet
    assert "£24.00" in sheet
    slips = Path(papers["claim slips"]["pdf"])
    with pikepdf.open(slips) as pdf:
        assert len(pdf.pages) % 2 == 0
        assert len(pdf.pages) >= 8
    assert numbers[0] in paper_text(slips.read_bytes())


def test_a_planned_session_needs_its_name_and_day(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    words = coprod.refused("session-kit", full, "--project", "Garden", "--out", tmp_path / "kit")
    assert words == "A planned session needs its name and its day: --title and --on."


def test_a_period_is_whole_or_left_out(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    one = ("paper", full, "letter", *AISHA, "--out", tmp_path / "out")
    words = coprod.refused(*one, "--from", "2026-10-01")
    assert words == "A period has a first and a last day. Give --from and --to."
    words = coprod.refused(*one, "--from", "2020-01-01", "--to", "2020-02-01")
    assert words.startswith("Aisha Rahman has no work from")


def test_a_person_reads_which_paper_is_where(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = coprod("paper", full, "certificate", *AISHA, *PERIOD, "--out", out).out
    assert said.startswith("C-20")
    assert str(out) in said
    answered = coprod("answer", full, "C-20", "--right")
    assert answered.code == 1
