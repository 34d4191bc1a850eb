"""What came in from sheets is found by its days; what was typed is not."""

import dataclasses
import datetime
from pathlib import Path

from coprod_desktop.storage.imported import claims_between, work_between
from tests.services.sheet_files import a_sheet, an_office


def test_only_what_came_from_a_sheet_in_these_days_is_found(tmp_path: Path) -> None:
    office = an_office(str(tmp_path / "a.coprod"))
    time = a_sheet(tmp_path / "time.csv", "Name,Date,Hours", "Ann,13/03/2026,1", "Ann,20/03/2026,2")
    spent = a_sheet(tmp_path / "spent.csv", "Name,Date,Amount", "Ann,13/03/2026,4.60")
    office.imports.contributions(time)
    office.imports.expenses(spent)
    first, last = datetime.date(2026, 3, 1), datetime.date(2026, 3, 15)
    with office.desk.reading() as reading:
        (piece,) = work_between(reading, first, last)
        (claim,) = claims_between(reading, first, last)
        assert work_between(reading, last, last) == ()
    assert (piece.minutes, claim.claimed_on) == (60, datetime.date(2026, 3, 13))
    typed = office.contributions.get(piece.contribution_id)
    office.contributions.log(dataclasses.replace(typed, import_key=None))
    with office.desk.reading() as reading:
        assert len(work_between(reading, first, last)) == 1
    office.close()
