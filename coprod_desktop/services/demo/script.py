"""Read the story of the demo charity from its files."""

import dataclasses
import random
import tomllib
from typing import Any

from coprod_desktop.paths import resource

Told = dict[str, Any]
"""One thing that the story's files tell: names and values as TOML gives them."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Everything that the story's files tell."""

    charity: Told
    people: list[Told]
    sessions: list[Told]
    work: list[Told]
    money: Told
    papers: Told
    names: Told


def load_script() -> Script:
    """Read the story."""
    return Script(
        charity=_read("charity"),
        people=_read("people")["person"],
        sessions=_read("sessions")["session"],
        work=_read("work")["piece"],
        money=_read("money"),
        papers=_read("papers"),
        names=_read("names"),
    )


def _read(name: str) -> Told:
    return tomllib.loads(resource("demo", f"{name}.toml").read_text(encoding="utf-8"))


def dice(seed: int, purpose: str) -> random.Random:
    """Return chance that falls the same way for the same seed and purpose."""
    return random.Random(f"{seed} {purpose}")  # noqa: S311 - invented data, nothing to guard
