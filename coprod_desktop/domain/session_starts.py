"""What a session sheet starts from: people, what they take part as, and their usual times."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.session_errors import TemplateUnreadableError

PREPARATION, TRAVEL_TIME = "Preparation", "Travel time"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRow:
    """One person, with the minutes of preparing, of the session itself, and of the way there."""

    participant_id: int
    capacity: Capacity
    prepared: int = 0
    met: int = 0
    travelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStart:
    """A session without its day; the clock times are "10:00" or empty."""

    project_id: int
    kind_of_work: str
    title: str = ""
    place: str = ""
    starts_at: str = ""
    ends_at: str = ""
    rows: tuple[StartRow, ...] = ()


def start_to_text(start: SessionStart) -> str:
    """Write a start as TOML."""
    lines = [
        f"project_id = {start.project_id}",
        f"kind_of_work = {_quoted(start.kind_of_work)}",
        f"title = {_quoted(start.title)}",
        f"place = {_quoted(start.place)}",
        f"starts_at = {_quoted(start.starts_at)}",
        f"ends_at = {_quoted(start.ends_at)}",
    ]
    for row in start.rows:
        lines += [
            "",
            "[[people]]",
            f"participant_id = {row.participant_id}",
            f"capacity = {_quoted(row.capacity.value)}",
            f"prepared_minutes = {row.prepared}",
            f"met_minutes = {row.met}",
            f"travelled_minutes = {row.travelled}",
        ]
    return "\n".join(lines) + "\n"


def start_from_text(text: str, name: str = "") -> SessionStart:
    """Read a start from TOML; raises TemplateUnreadableError with the name it is kept under."""
    try:
        told = tomllib.loads(text)
        return SessionStart(
            project_id=int(told["project_id"]),
            kind_of_work=str(told["kind_of_work"]),
            title=str(told.get("title", "")),
            place=str(told.get("place", "")),
            starts_at=str(told.get("starts_at", "")),
            ends_at=str(told.get("ends_at", "")),
            rows=tuple(_row(row) for row in told.get("people", ())),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise TemplateUnreadableError(name=name) from error


def _row(told: Mapping[str, object]) -> StartRow:
    def whole(key: str) -> int:
        return int(str(told.get(key, 0)))

    return StartRow(
        participant_id=whole("participant_id"),
        capacity=Capacity(str(told["capacity"])),
        prepared=whole("prepared_minutes"),
        met=whole("met_minutes"),
        travelled=whole("travelled_minutes"),
    )


def _quoted(text: str) -> str:
    # TOML has text as JSON has it, but for one letter that TOML forbids.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
