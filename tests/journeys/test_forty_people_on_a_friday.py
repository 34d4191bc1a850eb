"""Forty people are paid on a Friday from the command line alone, to the penny."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.services.office import open_office
from tests.cli.runner import PASSPHRASE, Coprod, a_sheet, digest

IDRIS = ("--operator", "Idris Vaughan")
CARYS = ("--operator", "Carys Mills")
FRIDAY, MONDAY = "2026-11-27", "2026-11-30"
UP_TO = ("--up-to", "2026-11-20")
FIRST = ("Aisha", "Bronwen", "Ceri", "Dilys", "Eirlys", "Farid", "Gwen", "Hywel", "Ion", "Siân")
LAST = ("O'Brien", "Rahman", "Ŵyn-Jones", "Țurcanu")
NAMES = tuple(f"{first} {last}" for last in LAST for first in FIRST)
CASH, VOUCHER = NAMES[30:36], NAMES[36:]
HELD, SPLIT, RETURNED = NAMES[3], NAMES[7], NAMES[11]
HEADINGS = "Date,Description,Reference,Paid out,Paid in"


def method_of(name: str) -> str:
    """Say how somebody is paid."""
    if name in CASH:
        return "cash"
    return "voucher" if name in VOUCHER else "bank"


def minutes_of(name: str) -> int:
    """Give everybody by bank or cash another length of time; vouchers come to whole tens."""
    return 150 if name in VOUCHER else 60 + 5 * NAMES.index(name)


@pytest.fixture
def coprod(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Coprod:
    """Type commands, with the passphrase in the environment."""
    monkeypatch.setenv("COPROD_PASSPHRASE", PASSPHRASE)
    return Coprod(capsys)


@pytest.fixture
def file(coprod: Coprod, tmp_path: Path) -> Path:
    """Make a charity's file at £12.00 an hour where more than £500.00 needs two approvers."""
    path = tmp_path / "Rivermead.coprod"
    coprod.told("new", path, "--organisation", "Rivermead Together", "--hourly-rate", "12",
                "--operator-name", "Grace Okafor")  # fmt: skip
    office = open_office(str(path), PASSPHRASE)
    office.operators.add("Idris Vaughan", "Trustee")
    office.operators.add("Carys Mills", "Treasurer")
    charity = office.organisation.get()
    office.organisation.save(replace(charity, second_approver_above_pence=50_000))
    office.close()
    return path


def people_sheet(path: Path) -> Path:
    """Write the forty people, those by bank with an account of their own."""
    lines = ["Name,Paid by,Account name,Sort code,Account number"]
    for number, name in enumerate(NAMES):
        method = method_of(name)
        account = f"{name.upper()},00-14-62,{number:08d}" if method == "bank" else ",,"
        lines.append(f"{name},{method},{account}")
    return a_sheet(path, *lines)


def time_sheet(path: Path) -> Path:
    """Write one piece of work for each of them."""
    lines = ["Name,Project,Date,Minutes,Kind,What,Paid"]
    lines += [
        f"{name},Getting Home Well,03/11/2026,{minutes_of(name)},Meeting,Steering group,yes"
        for name in NAMES
    ]
    return a_sheet(path, *lines)


def fares(path: Path) -> Path:
    """Write a fare for every fourth of those by bank, and one for whom a part is put off."""
    spenders = dict.fromkeys([*NAMES[0:30:4], SPLIT])
    lines = ["Name,Project,Date,Kind,Amount,What"]
    lines += [f"{name},Getting Home Well,05/11/2026,Bus,4.60,There" for name in spenders]
    return a_sheet(path, *lines)


def payments(told: dict[str, Any]) -> dict[str, int]:
    """Return the pence of each person in a run."""
    found = {one["participant"]: one["pence"] for one in told["payments"]}
    assert len(found) == len(told["payments"])
    return found


def bank_rows(path: str) -> list[dict[str, str]]:
    """Read the file for the bank as the bank does."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def paid_lines(rows: list[dict[str, str]], day: str) -> list[str]:
    """Write what the bank's statement says of the payments of its file."""
    return [f"{day},{row['Account name']},{row['Reference']},{row['Amount']}," for row in rows]


def test_forty_people_on_a_friday(coprod: Coprod, file: Path, tmp_path: Path) -> None:
    log(coprod, file, tmp_path)
    owed = coprod.told("totals", file, "--by", "participant")["sum"]
    earned = owed["payments_pence"] + owed["reimbursements_pence"]
    prepare_with_one_held_and_one_split(coprod, file, earned)
    approve_by_two(coprod, file)
    statement = pay_the_first_run(coprod, file, tmp_path)
    later = pay_the_rest(coprod, file, tmp_path, statement)
    in_all = sum(paid_in(coprod, file, number) for number in (1, 2))
    assert in_all == earned
    assert later == {HELD, SPLIT, RETURNED}
    registers_add_up(coprod, file)
    assert coprod.told("check", file) == {"is_sound": True, "findings": []}


def log(coprod: Coprod, file: Path, tmp_path: Path) -> None:
    """Bring in people, time and fares; a second person approves them."""
    sheets: dict[str, Callable[[Path], Path]] = {
        "participants": people_sheet,
        "contributions": time_sheet,
        "expenses": fares,
    }
    for kind, write in sheets.items():
        told = coprod.told("import", file, write(tmp_path / f"{kind}.csv"), "--as", kind)
        assert told["problems"] == []
    assert coprod.refused("pay-run", file, "prepare", *UP_TO).startswith("Nothing that is approved")
    told = coprod.told("approve", file, *UP_TO, *IDRIS)
    assert (told["approved_contributions"], told["approved_claims"]) == (40, 9)
    coprod.told("vouchers", file, "add", "--name", "High Street voucher", "--first", "HV-00417",
                "--count", 12, "--value", "10")  # fmt: skip
    coprod.told("cash", file, "draw", "400", "--note", "Float", "--on", "2026-11-20")


def prepare_with_one_held_and_one_split(coprod: Coprod, file: Path, earned: int) -> None:
    """Prepare the run, take one person out, and put one person's fare off."""
    tried = coprod.told("pay-run", file, "prepare", *UP_TO, "--pay-on", FRIDAY, "--dry-run")
    told = coprod.told("pay-run", file, "prepare", *UP_TO, "--pay-on", FRIDAY)
    assert tried == {name: told[name] for name in tried}
    assert (told["pay_on"], told["held"], "moved_from" in told) == (FRIDAY, [], False)
    assert (len(told["payments"]), told["total_pence"]) == (40, earned)
    before = payments(told)
    held = coprod.told("pay-run", file, "hold", 1, HELD.upper(), "--because", "Away until March")
    assert held["held"]["pence"] == before[HELD] == minutes_of(HELD) * 20
    split = coprod.told("pay-run", file, "put-off", 1, SPLIT, "--day", "2026-11-05",
                        "--because", "The ticket is to come")  # fmt: skip
    assert (split["put_off_pence"], split["paid_now_pence"]) == (460, before[SPLIT] - 460)
    told = coprod.told("pay-run", file, "show", 1)
    assert told["total_pence"] == earned - before[HELD] - 460
    assert [(one["participant"], one["pence"]) for one in told["held"]] == [
        (HELD, before[HELD]),
        (SPLIT, 460),
    ]
    assert (told["approval"]["needed"], told["approval"]["approved_by"]) == (2, [])


def approve_by_two(coprod: Coprod, file: Path) -> None:
    """Approve by two people, neither of whom prepared the run."""
    assert "does not approve it" in coprod.refused("pay-run", file, "approve", 1)
    told = coprod.told("pay-run", file, "approve", 1, *IDRIS)
    assert (told["state"], told["approvals"], told["needed"]) == ("prepared", 1, 2)
    assert "approved this pay run already" in coprod.refused("pay-run", file, "approve", 1, *IDRIS)
    assert "waits for approval" in coprod.refused("pay-run", file, "settle", 1)
    told = coprod.told("pay-run", file, "approve", 1, *CARYS)
    assert (told["state"], told["approvals"]) == ("approved", 2)
    refused = coprod.refused("pay-run", file, "hold", 1, RETURNED, "--because", "Too late")
    assert "approved, so nobody changes it" in refused


def pay_the_first_run(coprod: Coprod, file: Path, tmp_path: Path) -> list[str]:
    """Make the files, hand out cash and vouchers, and settle by the statement of the bank."""
    assert coprod.told("vouchers", file, "set-aside", 1)["left"] == []
    made = coprod.told("pay-run", file, "export", 1, "--out", tmp_path / "run 1")
    rows = by_bank(made, tmp_path / "run 1")
    assert len(rows) == 29
    handed = [
        coprod.told("pay-run", file, "settle", 1, "--paid-on", FRIDAY, "--method", method)["paid"]
        for method in ("cash", "voucher")
    ]
    assert handed == [6, 4]
    (gone,) = [row for row in rows if is_returned(row)]
    lines = paid_lines(rows, FRIDAY)
    lines.append(f"{MONDAY},RETURNED {gone['Account name']},{gone['Reference']},,{gone['Amount']}")
    lines.append(f"{MONDAY},WATER BILL,DD 7731,31.07,")
    statement = a_sheet(tmp_path / "statement.csv", HEADINGS, *lines)
    tried = coprod.told("pay-run", file, "settle-by", statement, "--dry-run")
    told = coprod.told("pay-run", file, "settle-by", statement)
    assert [tried["is_dry_run"], told["is_dry_run"]] == [True, False]
    assert (tried["paid_pence"], tried["returned_pence"]) == (
        told["paid_pence"],
        told["returned_pence"],
    )
    assert (told["paid_count"], told["returned_count"]) == (29, 1)
    assert told["paid_pence"] == sum(one["pence"] for one in made["bank_files"])
    assert [one["participant"] for one in told["returned"]] == [RETURNED]
    assert [one["payee"] for one in told["unmatched_lines"]] == ["WATER BILL"]
    assert (told["unclear"], told["still_awaited"]) == ([], [])
    assert told["runs"] == [{"run": 1, "state": "settled"}]
    before = digest(file)
    again = coprod.told("pay-run", file, "settle-by", statement)
    assert (again["paid_count"], len(again["seen_before"])) == (0, 30)
    assert digest(file) == before
    return lines


def is_returned(row: dict[str, str]) -> bool:
    """Say whether a row of the bank file is of the person whose account is closed."""
    return int(row["Account number"]) == NAMES.index(RETURNED)


def by_bank(made: dict[str, Any], folder: Path) -> list[dict[str, str]]:
    """Compare the file for the bank with what is told of it; return its rows."""
    (told,) = made["bank_files"]
    assert told["path"] == made["bank_file"]
    content = Path(told["path"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == told["sha256"]
    rows = bank_rows(told["path"])
    pence = sum(round(float(row["Amount"]) * 100) for row in rows)
    assert (len(rows), pence) == (told["count"], told["pence"])
    assert {len(row["Sort code"].replace("-", "")) for row in rows} == {6}
    papers = [made["payment_sheet"], made["payment_sheet_pdf"], made["control_sheet"]]
    written = {Path(path).name for path in [*papers, *made["remittances"]]}
    assert written <= {path.name for path in folder.rglob("*")}
    return rows


def pay_the_rest(coprod: Coprod, file: Path, tmp_path: Path, earlier: list[str]) -> set[str]:
    """Pay in the next run what waited and what came back; the statement tells old lines again."""
    assert [one["because"] for one in coprod.told("pay-run", file, "holds")["holds"]] == [
        "Away until March",
        "The ticket is to come",
    ]
    for name in (HELD, SPLIT):
        assert len(coprod.told("pay-run", file, "lift", name)["lifted"]) == 1
    told = coprod.told("pay-run", file, "prepare", *UP_TO, "--pay-on", "2026-12-25")
    assert (told["run"], told["held"]) == (2, [])
    assert (told["pay_on"], told["moved_from"]) == ("2026-12-29", "2026-12-25")
    shown = coprod.told("pay-run", file, "show", 2)
    assert [one["participant"] for one in shown["payments"] if one["is_paid_again"]] == [RETURNED]
    assert coprod.told("pay-run", file, "approve", 2, *IDRIS)["state"] == "approved"
    made = coprod.told("pay-run", file, "export", 2, "--out", tmp_path / "run 2")
    assert made["cash_sheet"] is None
    rows = by_bank(made, tmp_path / "run 2")
    lines = [*earlier, *paid_lines(rows, "2026-12-29")]
    statement = a_sheet(tmp_path / "december.csv", HEADINGS, *lines)
    settled = coprod.told("pay-run", file, "settle-by", statement)
    assert (settled["paid_count"], len(settled["seen_before"])) == (3, 30)
    assert settled["runs"] == [{"run": 2, "state": "settled"}]
    return set(payments(told))


def paid_in(coprod: Coprod, file: Path, number: int) -> int:
    """Add up what a run paid and what did not come back."""
    told = coprod.told("pay-run", file, "show", number)
    pence: int = sum(one["pence"] for one in told["payments"] if one["state"] == "paid")
    assert told["total_pence"] == pence
    return pence


def registers_add_up(coprod: Coprod, file: Path) -> None:
    """Compare cash box and vouchers with what was handed out, and the list of runs with both."""
    cash = sum(minutes_of(name) * 20 for name in CASH)
    assert coprod.told("cash", file)["left_pence"] == 40_000 - cash
    vouchers = coprod.told("vouchers", file)
    assert (vouchers["handed_over_pence"], vouchers["in_stock_pence"]) == (12_000, 0)
    runs = coprod.told("pay-run", file, "list")["runs"]
    assert [(one["run"], one["state"], one["approved_by"]) for one in runs] == [
        (2, "settled", "Idris Vaughan"),
        (1, "settled", "Carys Mills"),
    ]
