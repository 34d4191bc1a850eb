"""A statement of the bank settles what it tells for certain; the rest is listed and decided."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod, a_sheet, digest

HEADINGS = "Date,Description,Paid out,Paid in"
BRONWEN = "20/11/2026,BRONWEN PUGH,30.00,"
AISHA = "20/11/2026,AISHA RAHMAN,34.60,"
WATER = "21/11/2026,WATER,31.07,"


def by(exported: Path, statement: Path, *more: object) -> tuple[object, ...]:
    """Return the command that settles by a statement."""
    return ("pay-run", exported, "settle-by", statement, *more)


def test_a_statement_settles_what_it_shows(coprod: Coprod, exported: Path, tmp_path: Path) -> None:
    statement = a_sheet(tmp_path / "november.csv", HEADINGS, AISHA, WATER)
    before = digest(exported)
    tried = coprod.told(*by(exported, statement, "--dry-run"))
    assert digest(exported) == before
    told = coprod.told(*by(exported, statement))
    assert {**tried, "is_dry_run": False} == told
    (paid,) = told["paid"]
    assert paid.pop("payment")
    assert paid == {
        "line": 2,
        "day": "2026-11-20",
        "line_pence": -3460,
        "payee": "AISHA RAHMAN",
        "reference": "",
        "run": 1,
        "participant": "Aisha Rahman",
        "pence": 3460,
        "by": "name",
    }
    assert (told["paid_count"], told["paid_pence"], told["returned_count"]) == (1, 3460, 0)
    assert [one["line"] for one in told["unmatched_lines"]] == [3]
    assert [one["participant"] for one in told["still_awaited"]] == ["Bronwen Pugh"]
    assert told["runs"] == [{"run": 1, "state": "exported"}]
    assert (told["statement"], told["from"], told["to"]) == (
        "november.csv", "2026-11-20", "2026-11-21"
    )  # fmt: skip


def test_the_whole_run_in_one_line_is_a_batch(
    coprod: Coprod, exported: Path, tmp_path: Path
) -> None:
    statement = a_sheet(tmp_path / "s.csv", HEADINGS, "20/11/2026,BULK PAYMENT,64.60,")
    told = coprod.told(*by(exported, statement))
    (batch,) = told["batches"]
    assert (batch["run"], batch["line_pence"], len(batch["payments"])) == (1, -6460, 2)
    assert (told["paid"], told["paid_count"], told["paid_pence"]) == ([], 2, 6460)


def test_an_unclear_line_is_decided_by_a_person(
    coprod: Coprod, exported: Path, tmp_path: Path
) -> None:
    twice = ("20/11/2026,FASTER PAYMENT A,30.00,", "20/11/2026,FASTER PAYMENT B,30.00,")
    statement = a_sheet(tmp_path / "s.csv", HEADINGS, *twice)
    told = coprod.told(*by(exported, statement))
    (unclear,) = told["unclear"]
    assert [one["line"] for one in unclear["lines"]] == [2, 3]
    (candidate,) = unclear["candidates"]
    assert (candidate["participant"], told["paid_count"]) == ("Bronwen Pugh", 0)
    before = digest(exported)
    for wrong, words in ((f"9={candidate['payment']}", "tells of no money in line 9"),
                         ("3=7", "no longer in the file")):  # fmt: skip
        assert words in coprod.refused(*by(exported, statement, "--choose", wrong))
    assert digest(exported) == before
    chosen = f"3={candidate['payment']}"
    told = coprod.told(*by(exported, statement, "--choose", chosen))
    assert (told["paid_count"], told["paid_pence"]) == (1, 3000)
    again = coprod.told(*by(exported, statement))
    assert [one["line"] for one in again["seen_before"]] == [3]


def test_a_map_says_which_column_is_which(coprod: Coprod, exported: Path, tmp_path: Path) -> None:
    statement = a_sheet(
        tmp_path / "s.csv", "Tag,Empfänger,Betrag", "2026-11-20,Aisha Rahman,-34.60"
    )
    assert "which column" in coprod.refused(*by(exported, statement))
    mapped = a_sheet(
        tmp_path / "map.toml",
        "[columns]",
        'day = "Tag"',
        'amount = "Betrag"',
        'payee = "Empfänger"',
        "[options]",
        'date_order = "ymd"',
    )
    assert coprod.told(*by(exported, statement, "--map", mapped))["paid_count"] == 1


def test_a_person_reads_what_the_bank_says(coprod: Coprod, exported: Path, tmp_path: Path) -> None:
    back = "24/11/2026,RETURNED AISHA RAHMAN,,34.60"
    statement = a_sheet(tmp_path / "s.csv", HEADINGS, AISHA, WATER, back)
    said = coprod(*by(exported, statement)).out.splitlines()
    assert said == [
        "s.csv, 20\u00a0November\u00a02026 to 24\u00a0November\u00a02026: 3 lines.",
        "Paid: 1, £34.60. Come back: 1, £34.60.",
        "Came back: Aisha Rahman, £34.60, of pay run 1. It is owed again.",
        "Lines that fit no payment:",
        "line 3  2026-11-21  −£31.07  WATER",
        "Still awaited:",
        "pay run 1  Bronwen Pugh  £30.00",
    ]


@pytest.mark.parametrize("content", ["Name,Town\nAnn,Bath\n", ""])
def test_what_is_no_statement_is_refused(
    coprod: Coprod, exported: Path, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "s.csv"
    path.write_text(content, encoding="utf-8")
    before = digest(exported)
    assert "Nothing was changed." in coprod.refused(*by(exported, path))
    assert digest(exported) == before
