"""Talk to the person who sets the program up, and run the programs that do it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class SetUpError(Exception):
    """Something is missing that only the person can provide; the text says what and how."""


def say(sentence: str) -> None:
    """Tell the person at once what is going on."""
    print(sentence, flush=True)


def run(*command: str | Path, environment: Mapping[str, str] | None = None) -> None:
    """Run a program, show its words only if it fails, and then raise SetUpError."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=_environment(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        line = " ".join(str(word) for word in command)
        raise SetUpError(
            f"{done.stdout}\nThis command did not succeed; its words are above.\n    {line}"
        )


def show(*command: str | Path, environment: Mapping[str, str] | None = None) -> int:
    """Run a program that speaks to the person itself, and give its exit code."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=_environment(environment), check=False).returncode


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **(more or {})}
