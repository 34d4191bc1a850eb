"""What is worth a second look is listed, for a script and for a person."""

from pathlib import Path

from tests.cli.runner import Coprod, a_sheet

FINDING = ["kind", "name", "day", "what", "because", "advice", "table", "id"]


def test_findings_are_listed_with_their_reasons(coprod: Coprod, full: Path) -> None:
    told = coprod.told("checks", full, "--from", "2026-01-01")
    assert not told["is_cut"]
    assert all(list(one) == FINDING for one in told["findings"])
    # £12.00 an hour is below the minimum wage of 2026.
    assert {(one["name"], one["kind"]) for one in told["findings"]} == {
        ("Aisha Rahman", "fee below the minimum wage"),
        ("Bronwen Pugh", "fee below the minimum wage"),
    }
    assert told["findings"][0]["day"] == "2026-11-03"


def test_a_project_is_looked_at_alone(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    rows = (
        "Name,Project,Date,Hours,Kind,What,Paid",
        *("Aisha Rahman,Garden,02/11/2026,1,Reading,Plan,no",) * 2,
    )
    coprod.told("import", full, a_sheet(tmp_path / "more.csv", *rows), "--as", "contributions")
    told = coprod.told("checks", full, "--project", "garden", "--from", "2026-01-01")
    assert [one["kind"] for one in told["findings"]] == ["perhaps entered twice"]
    assert "Nowhere" in coprod.refused("checks", full, "--project", "Nowhere")


def test_a_person_reads_sentences(coprod: Coprod, full: Path, empty: Path) -> None:
    lines = coprod("checks", full, "--from", "2026-01-01").out.splitlines()
    assert lines[0] == "2026-11-03  Aisha Rahman: fee below the minimum wage" or lines[0] == (
        "2026-11-03  Bronwen Pugh: fee below the minimum wage"
    )
    assert lines[1].startswith("  £30.00 for 2")
    assert lines[-1] == "2 things to look at."
    assert coprod("checks", empty).out.splitlines() == ["There is nothing to look at."]
