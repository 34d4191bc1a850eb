"""Start a process of our own beside a test, and kill it as a power cut would."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start(what: str, path: Path) -> "subprocess.Popen[str]":
    """Start `tests.storage.holder` and wait until it has the file."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.holder", what, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    return process


def kill(process: "subprocess.Popen[str]") -> list[str]:
    """Kill the process without warning; return what it had still said, line by line."""
    process.kill()
    said, _errors = process.communicate()
    return said.split()


def failing_disk(path: Path, when: str) -> list[tuple[int, bool, str]]:
    """Save a few times while forcing data to the disk fails at some calls ("2", "2..3", "5+").

    Return of each saving its number, whether it is there, and what was said about it.
    """
    tracing = ("strace", "-f", "-qq", "-o", "/dev/null")
    inject = ("-e", "trace=fsync,fdatasync", "-e", f"inject=fsync,fdatasync:error=EIO:when={when}")
    done = subprocess.run(
        [*tracing, *inject, sys.executable, "-m", "tests.storage.failing", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = [line.split() for line in done.stdout.splitlines()]
    return [(int(number), there == "True", said) for number, there, said in told]
