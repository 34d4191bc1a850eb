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
