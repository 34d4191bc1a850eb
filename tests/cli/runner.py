"""Run the command line in this process, on real encrypted files."""

import dataclasses
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.cli import main

PASSPHRASE = "correct horse battery"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        told: dict[str, Any] = json.loads(self.out)
        assert self.out == json.dumps(told, ensure_ascii=False) + "\n"
        return told


class Coprod:
    """Do commands as somebody would type them."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Outcome:
        """Do one command."""
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        said = self._capsys.readouterr()
        return Outcome(code=code, out=said.out, err=said.err)

    def told(self, *words: object) -> dict[str, Any]:
        """Do one command with --json and return its answer; it must succeed in silence."""
        outcome = self(*words, "--json")
        assert (outcome.code, outcome.err) == (0, "")
        return outcome.told

    def refused(self, *words: object) -> str:
        """Do one command that is refused and return the sentence; standard output stays empty."""
        said = self.refused_in_lines(*words)
        assert "\n" not in said
        return said

    def refused_in_lines(self, *words: object) -> str:
        """Do one command that is refused with a line for each mistake, and return the lines."""
        outcome = self(*words, "--json")
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.endswith("\n")
        assert "\n\n" not in outcome.err
        return outcome.err.strip()


def digest(path: Path) -> str:
    """Return the fingerprint of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def a_sheet(path: Path, *lines: str) -> Path:
    """Write a sheet as comma-separated text."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
