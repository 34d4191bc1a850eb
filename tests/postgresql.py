"""Run a PostgreSQL server that lives in a temporary folder and listens to nobody else."""

import contextlib
import ctypes
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

_FAST = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
_UTF8 = ("-E", "UTF8", "--locale=C.UTF-8")
_PR_SET_PDEATHSIG = 1  # from Linux' sys/prctl.h


def _programs() -> Path | None:
    """Name the folder of initdb and postgres, which Debian keeps off the path; the newest."""
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
    return "" if _programs() else "PostgreSQL's initdb and postgres are not on this machine."


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

    @property
    def address(self) -> str:
        """The address of the database that is always there, as psycopg reads it."""
        return f"host={self.folder} user=coprod dbname=postgres"

    def _order(self, command: str) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(command.encode())


@contextlib.contextmanager
def throw_away_server() -> Iterator[Server]:
    """Start a server in a new folder and stop it afterwards; it is up in about half a second."""
    programs = _programs()
    assert programs, missing_part()
    folder = Path(tempfile.mkdtemp(prefix="coprod-pg-"))
    person = _person_for(folder)
    data, words = folder / "data", (folder / "words.txt").open("w+b")
    start: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "coprod",
        "-A",
        "trust",
        "--no-sync",
        *_UTF8,
    ]
    serve: list[str | Path] = [programs / "postgres", "-D", data, "-k", folder, "-h", "", *_FAST]
    try:
        subprocess.run(start, stdout=words, stderr=words, check=True, **person)
        # Not by pg_ctl: as our own child the server ends with us, even when we are killed.
        running = subprocess.Popen(serve, stdout=words, stderr=words, **person)
        try:
            server = Server(folder=folder)
            _wait_for(server, running)
            yield server
        finally:
            running.send_signal(signal.SIGQUIT)
            running.wait()
    except subprocess.CalledProcessError as error:
        raise RuntimeError((folder / "words.txt").read_text()) from error
    finally:
        words.close()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(server: Server, running: subprocess.Popen[Any]) -> None:
    """Wait until the server answers; raises RuntimeError with its words when it has ended."""
    while True:
        try:
            psycopg.connect(server.address).close()
        except psycopg.OperationalError:
            if running.poll() is not None:
                raise RuntimeError((server.folder / "words.txt").read_text()) from None
            time.sleep(0.05)
        else:
            return


def _person_for(folder: Path) -> dict[str, Any]:
    """Choose who runs the server: PostgreSQL refuses root, so root lends the folder to another."""
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    common: dict[str, Any] = {"cwd": folder, "env": environment}
    if sys.platform == "linux":
        common["preexec_fn"] = _end_with_the_tests
    if sys.platform == "win32" or os.geteuid() != 0:
        return common
    import pwd  # not on Windows

    names = {entry.pw_name for entry in pwd.getpwall()}
    other = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, other.pw_uid, other.pw_gid)
    return common | {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _end_with_the_tests() -> None:
    """Ask Linux to end the server when the process that started it is gone."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)
