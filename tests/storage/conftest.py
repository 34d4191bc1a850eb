"""Open files and shared databases for the tests of the storage layer, so that the two never drift.

Every test that takes `database` runs on both; one that takes `file` needs what only a file has.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.storage.database import Database
from tests.builders import NOW
from tests.ready_files import an_empty_database
from tests.storage.world import PASSPHRASE


@pytest.fixture(params=["file", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Say where a new database may be made: a file, or an empty database of a server."""
    if request.param == "file":
        return str(tmp_path / "Rivermead.coprod")
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    """Make an empty file or shared database and close it afterwards."""
    opened = an_empty_database(location, PASSPHRASE, lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Database]:
    """Make an empty file and close it afterwards."""
    opened = an_empty_database(str(tmp_path / "Rivermead.coprod"), PASSPHRASE, lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a file that is not there yet."""
    return tmp_path / "Rivermead.coprod"
