"""Sheets and files for the tests of imports and exports."""

import datetime
from pathlib import Path

from coprod_desktop.domain.policy import simple_version
from coprod_desktop.services.office import Office
from tests.builders import an_organisation
from tests.ready_files import a_new_office

FIRST = datetime.date(2020, 1, 1)


def a_sheet(path: Path, *lines: str) -> Path:
    """Write a sheet as comma-separated text."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def an_office(location: str, hourly_pence: int = 1200) -> Office:
    """Make an empty file of a charity that pays by the hour."""
    policy = simple_version(effective_on=FIRST, hourly_pence=hourly_pence)
    return a_new_office(location, "correct horse", an_organisation(), policy, operator="Grace")
