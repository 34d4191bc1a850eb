"""The money by cost code adds up to the payment sheet, and says so when somebody changes it."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.run_papers import CostCodeSum
from coprod_desktop.spreadsheets.payment_sheet import write_payment_sheet
from coprod_desktop.spreadsheets.reader import read_book
from tests.builders import a_payment_sheet

CODES = st.lists(
    st.builds(
        CostCodeSum,
        cost_code=st.sampled_from(["HD-204", "=1+1", ""]),
        payment_pence=st.integers(-(10**5), 10**7),
        reimbursement_pence=st.integers(-(10**5), 10**7),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


def _pence(cells: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(round(float(str(cell)) * 100) for cell in cells)


@settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(CODES)
def test_cost_codes_and_what_has_none_add_up_to_the_payment_sheet(
    tmp_path: Path, codes: tuple[CostCodeSum, ...]
) -> None:
    sheet = a_payment_sheet(by_cost_code=codes)
    write_payment_sheet(sheet, tmp_path / "run.xlsx")
    rows = read_book(tmp_path / "run.xlsx").sheets[1].rows
    listed = [row for row in rows[5:] if row[0] not in (None, "All cost codes")]
    (total,) = [row for row in rows if row[0] == "All cost codes"]

    assert _pence(total[1:4]) == (sheet.payment_pence, sheet.reimbursement_pence, sheet.pence)
    for column in (1, 2, 3):
        assert sum(_pence((row[column],))[0] for row in listed) == _pence((total[column],))[0]
    assert rows[2][0] == "The sums agree with the payment sheet."
    assert [row[0] for row in listed][: len(codes)] == [
        one.cost_code or "No cost code" for one in codes
    ]


def test_a_run_without_cost_codes_has_no_such_worksheet(tmp_path: Path) -> None:
    write_payment_sheet(a_payment_sheet(), tmp_path / "run.xlsx")

    assert "By cost code" not in openpyxl.load_workbook(tmp_path / "run.xlsx").sheetnames


def test_a_figure_that_somebody_changed_no_longer_agrees(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
    whole = CostCodeSum(cost_code="HD-204", payment_pence=5000, reimbursement_pence=460)
    path = tmp_path / "run.xlsx"
    write_payment_sheet(a_payment_sheet(by_cost_code=(whole,)), path)
    said = [_recalculated(path, tmp_path / "first")]
    workbook = openpyxl.load_workbook(path)
    workbook["By cost code"]["B6"] = 51
    workbook.save(path)
    said.append(_recalculated(path, tmp_path / "second"))

    assert said == [
        "The sums agree with the payment sheet.",
        "The sums do not agree with the payment sheet: a figure was changed.",
    ]


def _recalculated(path: Path, folder: Path) -> object:
    """Let LibreOffice work out every formula afresh and return what the worksheet says."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
         "--convert-to", "xlsx", "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return read_book(folder / path.name).sheets[1].rows[2][0]
