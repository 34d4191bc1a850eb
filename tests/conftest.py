"""Give every test a private computer: no screen, no network, no settings of a real person."""

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.keys import remember_keys
from tests.postgresql import Server, missing_part, throw_away_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no fault of the code, and a failure must be the same for everyone.
hypothesis.settings.register_profile(
    "coprod", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True
)
hypothesis.settings.load_profile("coprod")

_home = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Move the folders for settings, logs and documents to an empty place."""
    home = Path(tempfile.mkdtemp(prefix="coprod-home-"))
    config.stash[_home] = home
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home / name.lower())
    for name in ("APPDATA", "LOCAL_APPDATA", "PERSONAL"):
        os.environ[f"WIN_PD_OVERRIDE_{name}"] = str(home / name.lower())  # platformdirs on Windows
    os.environ["XDG_DOCUMENTS_DIR"] = str(home / "Documents")
    sys.addaudithook(refuse_the_network)
    remember_keys()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the empty place away again."""
    shutil.rmtree(config.stash[_home], ignore_errors=True)


def refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """Stop any Python code that looks up a name or connects to another computer."""
    if event == "socket.getaddrinfo":
        raise RuntimeError(f"The product needs no network, yet this looked up {arguments[0]!r}.")
    if event == "socket.connect":
        here = arguments[0]
        if isinstance(here, socket.socket) and here.family in (socket.AF_INET, socket.AF_INET6):
            raise RuntimeError(f"The product needs no network, yet this called {arguments[1]!r}.")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """Run one throw-away PostgreSQL server for this worker; skip where there is none."""
    missing = missing_part()
    if missing and os.environ.get("CI"):
        pytest.fail(f"{missing} The set-up of tests/run.py should have installed it.")
    if missing:
        pytest.skip(missing)
    with throw_away_server() as server:
        yield server


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """Give the address of a fresh, empty database."""
    with postgresql_server.fresh_database() as url:
        yield url
