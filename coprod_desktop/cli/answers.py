"""Say what a command came to: as one JSON object for a script, or in plain words for a person."""

import contextlib
import dataclasses
import io
import json
import sys
from collections.abc import Mapping, Sequence

Told = Mapping[str, object]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command came to; `refusal` words what is not well although the command was done."""

    told: Told
    words: Sequence[str]
    refusal: str = ""


class RefusedError(Exception):
    """A request is refused; `sentence` tells why, and what to do next."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def speak_utf_8() -> None:
    """Write UTF-8 on every console, also where Windows would choose another code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(answer: Answer, *, is_json: bool) -> int:
    """Print the answer on standard output and return the exit code."""
    if is_json:
        print(json.dumps(answer.told, ensure_ascii=False))
    else:
        for line in answer.words:
            print(line)
    sys.stdout.flush()
    if answer.refusal:
        return refuse(answer.refusal)
    return 0


def refuse(sentence: str) -> int:
    """Print why a request is refused on standard error and return the exit code."""
    with contextlib.suppress(BrokenPipeError):
        print(sentence, file=sys.stderr, flush=True)
    return 1


def columns(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Line rows up in columns; those numbered in `right` end at the same place."""
    if not rows:
        return []
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines
