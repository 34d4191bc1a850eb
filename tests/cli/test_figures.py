"""Totals add up whichever way they are cut, and statements say the same minutes and pence."""

from pathlib import Path

import pikepdf
import pytest

from coprod_desktop.cli import figures
from tests.cli.runner import Coprod, digest
from tests.paper_reading import page_texts, paper_text

ROW = [
    "name",
    "minutes_paid",
    "minutes_unpaid",
    "payments_pence",
    "reimbursements_pence",
    "value_pence",
]


@pytest.mark.parametrize("group", ["participant", "project", "month", "kind"])
def test_every_cut_has_the_same_sum(coprod: Coprod, full: Path, group: str) -> None:
    told = coprod.told("totals", full, "--by", group)
    assert list(told) == ["rows", "sum"]
    assert all(list(row) == ROW for row in told["rows"])
    assert told["sum"] == {
        "minutes_paid": 300,
        "minutes_unpaid": 150,
        "payments_pence": 6000,
        "reimbursements_pence": 0,
        "value_pence": 3000,
    }
    for name in ROW[1:]:
        assert sum(row[name] for row in told["rows"]) == told["sum"][name]


def test_totals_of_a_period_count_its_first_and_last_day(coprod: Coprod, full: Path) -> None:
    told = coprod.told(
        "totals", full, "--by", "month", "--from", "2026-10-14", "--to", "2026-10-14"
    )
    assert [row["name"] for row in told["rows"]] == ["2026-10"]
    assert coprod.told("totals", full, "--by", "month", "--to", "2026-10-13")["rows"] == []


def test_a_period_that_ends_before_it_begins_is_refused(coprod: Coprod, full: Path) -> None:
    words = coprod.refused(
        "totals", full, "--by", "month", "--from", "2026-11-02", "--to", "2026-11-01"
    )
    assert "before it begins" in words


def test_30_february_is_refused_in_a_plain_sentence(coprod: Coprod, full: Path) -> None:
    before = digest(full)
    words = coprod.refused("totals", full, "--by", "month", "--from", "2026-02-30")
    assert words == "“2026-02-30” is not in the calendar. Check the day and the month."
    assert digest(full) == before


def test_a_person_reads_hours_and_pounds(coprod: Coprod, full: Path) -> None:
    lines = coprod("totals", full, "--by", "participant").out.splitlines()
    assert lines[0].split("  ")[0] == "Name"
    assert lines[-1].split() == ["In", "all", "5:00", "2:30", "£60.00", "£0.00", "£30.00"]


def issue(coprod: Coprod, full: Path, *more: object) -> list[dict[str, object]]:
    period = ("--from", "2026-10-01", "--to", "2026-11-30")
    told = coprod.told("statements", full, *period, "--out", full.parent / "out", *more)
    issued: list[dict[str, object]] = told["issued"]
    assert list(told) == ["issued"]
    return issued


def test_each_person_gets_a_statement_with_their_figures(coprod: Coprod, full: Path) -> None:
    issued = issue(coprod, full, "--html")
    assert [one["participant"] for one in issued] == ["Aisha Rahman", "Bronwen Pugh"]
    for one in issued:
        keys = ["participant", "number", "pdf", "html", *ROW[1:], "edition", "language"]
        assert list(one) == keys
        assert (one["edition"], one["language"]) == ("standard", "en")
        assert Path(str(one["pdf"])).read_bytes().startswith(b"%PDF-")
        assert "<html" in Path(str(one["html"])).read_text(encoding="utf-8")
    totals = coprod.told("totals", full, "--by", "participant")["rows"]
    assert [[one[name] for name in ROW[1:]] for one in issued] == [
        [row[name] for name in ROW[1:]] for row in totals
    ]


def test_one_person_is_chosen_by_name_and_html_only_on_request(coprod: Coprod, full: Path) -> None:
    (one,) = issue(coprod, full, "--participant", "bronwen pugh")
    assert (one["participant"], one["html"]) == ("Bronwen Pugh", None)


def test_another_edition_and_both_languages_are_the_same_statement(
    coprod: Coprod, full: Path
) -> None:
    first = issue(coprod, full)
    other = issue(coprod, full, "--print", "large", "--language", "en+cy")
    assert [one["number"] for one in other] == [one["number"] for one in first]
    assert (other[0]["edition"], other[0]["language"]) == ("large", "en+cy")
    with pikepdf.open(str(other[0]["pdf"])) as paper:
        assert str(paper.Root.Lang) == "cy-GB"


def test_what_is_left_out_is_on_no_paper(coprod: Coprod, full: Path) -> None:
    value = "It is not money paid or owed."
    (whole,) = issue(coprod, full, "--participant", "Aisha Rahman")
    assert value in paper_text(Path(str(whole["pdf"])).read_bytes())
    (less,) = issue(coprod, full, "--participant", "Aisha Rahman", "--leave-out", "value")
    assert value not in paper_text(Path(str(less["pdf"])).read_bytes())
    assert less["number"] != whole["number"]
    (same,) = issue(coprod, full, "--participant", "Aisha Rahman")
    assert same["number"] == less["number"]
    (back,) = issue(coprod, full, "--participant", "Aisha Rahman", "--leave-out", "nothing")
    assert back["number"] not in (less["number"], whole["number"])
    usage = coprod("statements", full, "--from", "2026-10-01", "--leave-out", "hours")
    assert usage.code == 2
    assert "“hours” is no part of a statement that can be left out." in usage.err


def test_why_a_statement_is_replaced_stands_on_it(coprod: Coprod, full: Path) -> None:
    issue(coprod, full)
    more = ("--leave-out", "value", "--because", "You asked us to.")
    issued = issue(coprod, full, *more)
    text = paper_text(Path(str(issued[0]["pdf"])).read_bytes())
    assert "This replaces statement" in text
    assert "You asked us to." in text


def test_one_file_for_printing_has_every_statement_on_a_sheet_of_its_own(
    coprod: Coprod, full: Path
) -> None:
    issued = issue(coprod, full, "--one-file")
    (path,) = {str(one["pdf"]) for one in issued}
    numbers = [str(one["number"]) for one in issued]
    texts = page_texts(Path(path).read_bytes())
    assert len(texts) % 2 == 0
    for number in numbers:
        first = next(at for at, text in enumerate(texts) if number in text)
        assert first % 2 == 0
    assert coprod.told("verify", path)["is_genuine"]


def test_papers_are_locked_with_the_password_of_the_environment(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_PAPER_PASSWORD", "beans and peas")
    (one,) = issue(coprod, full, "--participant", "Aisha Rahman", "--password")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(str(one["pdf"]))
    with pikepdf.open(str(one["pdf"]), password="beans and peas") as paper:
        assert paper.encryption.R == 6
        assert paper.allow.accessibility
    assert coprod.told("verify", one["pdf"], "--file", full)["is_ours"]
    words = coprod.refused(
        *("statements", full, "--from", "2026-10-01", "--to", "2026-11-30"),
        *("--out", full.parent / "out", "--password", "--html"),
    )
    assert words.startswith("A web page cannot be locked")


def test_a_password_is_never_guessed(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = ("statements", full, "--from", "2026-10-01", "--to", "2026-11-30", "--password")
    monkeypatch.delenv("COPROD_PAPER_PASSWORD", raising=False)
    words = coprod.refused(*every, "--out", full.parent / "out")
    assert "COPROD_PAPER_PASSWORD" in words
    monkeypatch.setenv("COPROD_PAPER_PASSWORD", "")
    words = coprod.refused(*every, "--out", full.parent / "out")
    assert words.startswith("The password is empty")
    assert not (full.parent / "out").exists()


def test_issuing_again_gives_the_same_numbers(coprod: Coprod, full: Path) -> None:
    first = issue(coprod, full)
    changes = coprod.told("history", full)["changes"]
    assert issue(coprod, full) == first
    assert coprod.told("history", full)["changes"] == changes


def test_nobody_in_the_period_or_nobody_of_the_name_is_refused(
    coprod: Coprod, full: Path, tmp_path: Path
) -> None:
    quiet = ("statements", full, "--from", "2020-01-01", "--to", "2020-12-31")
    assert "Nobody has work or expenses" in coprod.refused(*quiet, "--out", tmp_path / "out")
    words = coprod.refused(*quiet, "--out", tmp_path / "out", "--participant", "Nobody")
    assert words.startswith("Nobody called “Nobody” is in this file.")
    assert not (tmp_path / "out").exists()


def test_progress_counts_on_one_line_of_the_terminal(
    coprod: Coprod,
    full: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    period = ("--from", "2026-10-01", "--to", "2026-11-30")
    outcome = coprod("statements", full, *period, "--out", full.parent / "out")
    assert outcome.code == 0
    assert outcome.err == "\rStatement 1 of 2\rStatement 2 of 2\n"
    figures._silence(1, 2)
    assert capsys.readouterr().err == ""
