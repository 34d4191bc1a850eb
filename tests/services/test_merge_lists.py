"""A letter program finds one row for each person, and every figure as text that prints right."""

from pathlib import Path

import openpyxl

from coprod_desktop.domain.contributions import Pay
from tests.builders import WORKED_ON
from tests.services.world import World


def test_excel_mail_merge_prints_money_time_and_days_as_they_are_read(
    file_world: World, tmp_path: Path
) -> None:
    person = file_world.person(
        name_on_papers="Aisha R.", address="2 Mill Lane\nRivermead\nRV1 1AA", phone="01632 960 011"
    )
    file_world.log(person)
    file_world.log(person, minutes=1, pay=Pay.UNPAID)
    file_world.person("Away", is_active=False)
    exports = file_world.office.list_exports
    result = exports.write_merge_list(WORKED_ON, WORKED_ON, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    head, row = ([cell.value for cell in sheet[number]] for number in (1, 2))
    told = dict(zip(head, row, strict=True))
    assert result.rows == 1
    assert sheet.max_row == 2
    assert told["Name"] == "Aisha R."
    assert (told["Address 1"], told["Address 3"], told["Postcode"]) == (
        *("2 Mill Lane", None, "RV1 1AA"),
    )
    assert told["Telephone"] == "01632 960 011"
    assert str(told["Paid time"]).replace("\u00a0", " ") == "2 hours 30 minutes"
    assert str(told["Unpaid time"]).replace("\u00a0", " ") == "1 minute"
    assert told["Payments agreed"] == "£30.00"
    assert str(told["From"]).replace("\u00a0", " ") == "3 November 2026"
    assert {cell.data_type for cell in sheet[2] if cell.value is not None} == {"s"}
