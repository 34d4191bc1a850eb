"""Run a PostgreSQL server that lives in a temporary folder and listens to nobody else."""

import contextlib
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def _programs() -> Path | None:
    """Name the folder of initdb and pg_ctl; Debian keeps them off the path, newest version last."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3])
    )
    found = shutil.which("initdb")
    if debian:
        return debian[-1].parent
    return Path(found).resolve().parent if found else None


def missing_part() -> str:
    """Say in one sentence why no server can run here; empty when one can."""
    if sys.platform == "win32":
        return "PostgreSQL is tried on Linux only: the throw-away server needs Unix sockets."
    return "" if _programs() else "PostgreSQL's initdb and pg_ctl are not on this machine."


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server; `folder` holds its data and its socket."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @contextlib.contextmanager
    def fresh_database(self) -> Iterator[str]:
        """Make an empty database, give its SQLAlchemy address, and drop it afterwards."""
        name = f"fresh_{next(self._numbers)}"
        self._order(f"CREATE DATABASE {name}")
        try:
            yield f"postgresql+psycopg://coprod@/{name}?host={self.folder}"
        finally:
            self._order(f"DROP DATABASE {name} WITH (FORCE)")

    def _order(self, command: str) -> None:
        address = f"host={self.folder} user=coprod dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(command.encode())


@contextlib.contextmanager
def throw_away_server() -> Iterator[Server]:
    """Start a server in a new folder and stop it afterwards; it is up in about half a second."""
    programs = _programs()
    assert programs, missing_part()
    folder = Path(tempfile.mkdtemp(prefix="coprod-pg-"))
    data = folder / "data"
    person = _person_for(folder)
    # fmt: off
    _run(person, programs / "initdb", "-D", data, "-U", "coprod", "-A", "trust", "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync")
    # fmt: on
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {_FAST}"
    try:
        _run(
            person,
            programs / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            folder / "log",
            "-o",
            options,
            "start",
        )
        yield Server(folder=folder)
    finally:
        _run(person, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _person_for(folder: Path) -> dict[str, Any]:
    """Choose who runs the server: PostgreSQL refuses root, so root lends the folder to another."""
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    common: dict[str, Any] = {"cwd": folder, "env": environment}
    if sys.platform == "win32" or os.geteuid() != 0:
        return common
    import pwd  # not on Windows

    names = {entry.pw_name for entry in pwd.getpwall()}
    other = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, other.pw_uid, other.pw_gid)
    return common | {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _run(person: dict[str, Any], *command: str | Path) -> None:
    """Run one of PostgreSQL's programs and show its words when it fails."""
    # To a file, not a pipe: the server inherits it, and a pipe would never close.
    with tempfile.TemporaryFile() as words:
        done = subprocess.run(
            [str(part) for part in command], stdout=words, stderr=words, check=False, **person
        )
        words.seek(0)
        if done.returncode:
            raise RuntimeError(f"{Path(command[0]).name}: {words.read().decode()}")
