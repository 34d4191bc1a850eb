"""Offices for the tests of the services, each on a file and on a shared database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.world import World


@pytest.fixture(params=["file", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Say where a new office may be made: a file, or an empty database of a server."""
    if request.param == "file":
        return str(tmp_path / "Rivermead.coprod")
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def world(location: str) -> Iterator[World]:
    """Open a small charity and close it afterwards."""
    made = World.make(location)
    yield made
    made.office.close()


@pytest.fixture
def file_world(tmp_path: Path) -> Iterator[World]:
    """Open a small charity in a file, for what only a file has."""
    made = World.make(str(tmp_path / "Rivermead.coprod"))
    yield made
    made.office.close()
