"""What was said about the columns of a bank's statement is not asked twice."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from coprod_desktop.domain.bank_statements import CsvMapping, DateOrder
from coprod_desktop.ui.pay_runs.kept_mapping import KeptMappings, _key
from coprod_desktop.ui.preferences import Preferences

HEADINGS = ("Dydd", "Manylion", "Allan, £", "Mewn, £")
SAID = CsvMapping(
    day="Dydd",
    paid_out="Allan, £",
    paid_in="Mewn, £",
    payee="Manylion",
    date_order=DateOrder.YEAR_FIRST,
)


def test_it_comes_back_for_files_with_the_same_headings_only(tmp_path: Path) -> None:
    KeptMappings(Preferences(tmp_path / "window.ini")).keep(HEADINGS, SAID)
    again = KeptMappings(Preferences(tmp_path / "window.ini"))
    assert again.of(HEADINGS) == SAID
    assert again.of(tuple(heading.upper() for heading in HEADINGS)) == SAID
    assert again.of(HEADINGS[:3]) is None


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        '{"day": "Dydd"}',
        '{"day": "a", "amount": "", "direction": "", "paid_out": "", "paid_in": "",'
        ' "payee": "", "reference": "", "date_order": "any"}',
    ],
)
def test_what_somebody_broke_by_hand_counts_as_not_said(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "window.ini"
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    settings.setValue(f"statement_columns/{_key(HEADINGS)}", broken)
    settings.sync()
    assert KeptMappings(Preferences(path)).of(HEADINGS) is None
