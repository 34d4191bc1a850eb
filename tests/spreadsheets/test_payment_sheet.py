"""The payment sheet adds up in a spreadsheet program to the penny and the minute."""

import dataclasses
import datetime
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Held, RunState
from coprod_desktop.domain.run_papers import PaymentSheet, PaymentSheetLine
from coprod_desktop.spreadsheets.payment_sheet import write_payment_sheet
from coprod_desktop.spreadsheets.reader import Cell, read_book

_NOON = datetime.datetime(2026, 10, 1, 12, tzinfo=datetime.UTC)


def _line(
    participant: str = "Joy Adeyemi",
    method: PaidBy = PaidBy.BANK,
    minutes: int = 150,
    payment_pence: int = 3000,
    reimbursement_pence: int = 450,
) -> PaymentSheetLine:
    is_bank = method is PaidBy.BANK
    return PaymentSheetLine(
        participant=participant,
        payee=participant,
        method=method,
        sort_code="001462" if is_bank else "",
        account_number="00124417" if is_bank else "",
        minutes=minutes,
        payment_pence=payment_pence,
        reimbursement_pence=reimbursement_pence,
        cost_codes="HD-204",
        approved_by="Marek Tomczak, 2 October 2026",
    )


def _sheet(lines: tuple[PaymentSheetLine, ...], held: tuple[Held, ...] = ()) -> PaymentSheet:
    return PaymentSheet(
        organisation="Common Table & Co",
        charity_number="0000000",
        number=31,
        state=RunState.EXPORTED,
        up_to_on=datetime.date(2026, 9, 30),
        pay_on=datetime.date(2026, 10, 9),
        prepared_by="Bethan Rees",
        prepared_at=_NOON,
        approved_by="Marek Tomczak",
        approved_at=_NOON,
        four_eyes_note="",
        lines=lines,
        held=held,
        bank_file="run-031-bank.csv",
        bank_file_sha256="1d4a62a1" * 8,
    )


_LINES = st.builds(
    _line,
    participant=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1),
    method=st.sampled_from(PaidBy),
    minutes=st.integers(0, 100_000),
    payment_pence=st.integers(0, 10_000_000),
    reimbursement_pence=st.integers(0, 1_000_000),
)


def _minutes(cell: Cell) -> int:
    """Return minutes as Excel shows them, nought included."""
    if isinstance(cell, datetime.timedelta):
        return round(cell.total_seconds() / 60)
    assert isinstance(cell, float)
    return round(cell * 1440)


def _figures(cells: tuple[Cell, ...]) -> tuple[int, ...]:
    pounds = [cell for cell in cells[6:9] if isinstance(cell, float)]
    assert all(abs(amount * 100 - round(amount * 100)) < 1e-6 for amount in pounds)
    return (_minutes(cells[5]), *(round(amount * 100) for amount in pounds))


def _check(path: Path, sheet: PaymentSheet) -> None:
    """Compare every total that a program shows with the app's own."""
    rows = {str(row[0]): row for row in read_book(path).sheets[0].rows if row[0] is not None}
    expected = (sheet.minutes, sheet.payment_pence, sheet.reimbursement_pence, sheet.pence)
    for label in ("All payments", "Rows in view", "Coprod’s own figures"):
        assert _figures(rows[label]) == expected
    assert rows["Agreement with Coprod"][1] == "agrees with Coprod"
    for method, word in zip(PaidBy, ("Bank", "Cash", "Voucher", "Cheque"), strict=True):
        lines = [line for line in sheet.lines if line.method is method]
        if lines:
            assert rows[word][1] == len(lines)
            assert _figures(rows[word])[3] == sum(line.pence for line in lines)


def _recalculated(path: Path, folder: Path) -> Path:
    """Let LibreOffice open the sheet, work out every formula afresh, and save it."""
    if shutil.which("soffice") is None:
        message = "LibreOffice is not installed: apt-get install libreoffice-calc-nogui"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
         "--convert-to", "xlsx", "--outdir", str(folder / "again"), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / "again" / path.name


@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(_LINES, max_size=12).map(tuple))
def test_the_figures_that_any_program_shows_are_the_app_s(
    tmp_path: Path, lines: tuple[PaymentSheetLine, ...]
) -> None:
    sheet = _sheet(lines)
    write_payment_sheet(sheet, tmp_path / "run.xlsx")
    _check(tmp_path / "run.xlsx", sheet)


@settings(
    max_examples=1,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@given(st.integers(0, 2**32), st.data())
def test_a_spreadsheet_program_works_out_the_same_totals(
    tmp_path: Path, seed: int, data: st.DataObject
) -> None:
    lines = [_line(f"Person {n}", method, 61 * n % 977, 1237 * n % 99_991, 77 * n % 5003)
             for n, method in zip(range(1, 400), list(PaidBy) * 100, strict=False)]  # fmt: skip
    lines += data.draw(st.lists(_LINES, min_size=20, max_size=20))
    sheet = _sheet(tuple(lines))
    path = tmp_path / "run.xlsx"
    write_payment_sheet(sheet, path)
    _check(_recalculated(path, tmp_path), sheet)


def test_a_figure_that_somebody_changed_no_longer_agrees(tmp_path: Path) -> None:
    path = tmp_path / "run.xlsx"
    write_payment_sheet(_sheet((_line(), _line("Sam King", PaidBy.CASH))), path)
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["G8"] = 31
    workbook.save(path)
    rows = read_book(_recalculated(path, tmp_path)).sheets[0].rows
    assert str(rows[4][1]).startswith("does not agree")


def test_zeros_text_and_formats_are_kept(tmp_path: Path) -> None:
    write_payment_sheet(_sheet((_line("=cmd|calc"),)), tmp_path / "run.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "run.xlsx").worksheets[0]
    cells = sheet[8]
    assert [cell.value for cell in cells[:5]] == [
        "=cmd|calc", "=cmd|calc", "Bank", "00-14-62", "00124417",
    ]  # fmt: skip
    assert {cell.data_type for cell in cells[:5]} == {"s"}
    assert cells[5].number_format == "[h]:mm"
    assert [cell.value for cell in cells[6:9]] == [30, 4.5, 34.5]
    assert sheet.tables["Payments"].ref == "A7:L8"
    assert str(sheet["F12"].value).startswith("=ROUND(SUBTOTAL(109,")


def test_people_held_back_stand_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    held = Held(participant_id=1, name="Amina Yusuf", because="New bank details.", pence=1950)
    write_payment_sheet(_sheet((_line(),), (held, held)), tmp_path / "run.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "run.xlsx", data_only=True)["Held back"]
    assert [cell.value for cell in sheet[5]] == ["Amina Yusuf", "New bank details.", 19.5]
    assert sheet["C8"].value == 39
    write_payment_sheet(_sheet((_line(),)), tmp_path / "run.xlsx")
    empty = openpyxl.load_workbook(tmp_path / "run.xlsx")["Held back"]
    assert empty["A3"].value == "Nobody is held back."


def test_who_prepared_and_approved_and_the_bank_file_are_named(tmp_path: Path) -> None:
    write_payment_sheet(_sheet((_line(),)), tmp_path / "run.xlsx")
    rows = {row[0]: row[1] for row in read_book(tmp_path / "run.xlsx").sheets[0].rows}
    assert rows["Prepared by"] == "Bethan Rees, 1\xa0October\xa02026"
    assert rows["Approved by"] == "Marek Tomczak, 1\xa0October\xa02026"
    assert rows["Check code (SHA-256)"] == "1d4a62a1" * 8
    assert "Second approval" not in rows
    assert rows["Pay on"] == datetime.date(2026, 10, 9)


def _second_column(sheet: PaymentSheet, path: Path) -> dict[object, object]:
    write_payment_sheet(sheet, path)
    return {row[0]: row[1] for row in read_book(path).sheets[0].rows}


def test_everybody_who_approved_has_a_line_and_the_last_one_the_day(tmp_path: Path) -> None:
    sheet = dataclasses.replace(_sheet((_line(),)), approvers=("Marek Tomczak", "Fatima Rahmani"))
    rows = _second_column(sheet, tmp_path / "run.xlsx")
    waiting = dataclasses.replace(sheet, approvers=(), approved_by="", approved_at=None)

    assert rows["Approved by"] == "Marek Tomczak"
    assert rows["Second approval"] == "Fatima Rahmani, 1\xa0October\xa02026"
    assert _second_column(waiting, tmp_path / "run.xlsx")["Approved by"] == "not yet approved"


def test_the_note_of_the_trustees_says_whether_one_person_did_both(tmp_path: Path) -> None:
    two = dataclasses.replace(_sheet((_line(),)), four_eyes_note="Agreed on 1 May.")
    one = dataclasses.replace(two, approved_by="Bethan Rees")

    assert _second_column(two, tmp_path / "run.xlsx")["Why one person may do both"]
    assert _second_column(one, tmp_path / "run.xlsx")["Why one person did both"]


def test_days_are_those_of_the_united_kingdom(tmp_path: Path) -> None:
    late = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)
    sheet = dataclasses.replace(_sheet((_line(),)), prepared_at=late)
    rows = _second_column(sheet, tmp_path / "run.xlsx")

    assert rows["Prepared by"] == "Bethan Rees, 2\xa0July\xa02026"


def test_a_reference_is_text_and_a_hold_says_until_when(tmp_path: Path) -> None:
    line = dataclasses.replace(_line(), reference="00731")
    held = Held(
        participant_id=1,
        name="Amina Yusuf",
        because="Asked to wait.",
        pence=1950,
        until_on=datetime.date(2026, 12, 3),
    )
    write_payment_sheet(_sheet((line,), (held,)), tmp_path / "run.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "run.xlsx")
    cell = workbook.worksheets[0]["J8"]

    assert (cell.value, cell.data_type) == ("00731", "s")
    assert workbook["Held back"]["B5"].value == ("Asked to wait. Held until 3\xa0December\xa02026.")


@pytest.mark.parametrize(
    ("reference", "said"),
    [("Pay run 7", "Pay run 7, came back on"), ("", "came back on")],
)
def test_a_payment_that_came_back_says_so(tmp_path: Path, reference: str, said: str) -> None:
    line = dataclasses.replace(_line(), reference=reference, came_back_on=datetime.date(2026, 7, 3))
    write_payment_sheet(_sheet((line,)), tmp_path / "run.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "run.xlsx").worksheets[0]["J8"]
    assert str(cell.value).startswith(said)
    assert "July" in str(cell.value)
