"""A preset says which columns another program wants to read payments from."""

import dataclasses
import enum
import tomllib
from typing import Any

from coprod_desktop.domain.report_errors import PresetUnreadableError


class Take(enum.StrEnum):
    """What stands in a column: of the person, of the period, or always the same."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    OWN = "own"
    FIXED = "fixed"
    FROM = "from"
    TO = "to"
    PAYMENT_POUNDS = "payment_pounds"
    REIMBURSEMENT_POUNDS = "reimbursement_pounds"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PresetColumn:
    """One column; `text` is what always stands there, `title` names a column of one's own."""

    take: Take
    heading: str = ""
    text: str = ""
    title: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PayPreset:
    """A preset with where its columns are told, and how sure we are that the program reads it."""

    name: str
    source: str
    confidence: str
    note: str
    has_headings: bool
    columns: tuple[PresetColumn, ...]


_WRITTEN = {"preset": {"name", "source", "checked_on", "confidence", "note"}}
_WRITTEN |= {"file": {"has_headings"}, "rows": {"columns"}}


def read_preset(text: str) -> PayPreset:
    """Read a preset as docs/pay-presets.md tells it; raises PresetUnreadableError (`because`)."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PresetUnreadableError(because=str(error)) from None
    for part, known in _WRITTEN.items():
        table = told.get(part)
        if not isinstance(table, dict):
            raise PresetUnreadableError(because=f"[{part}]")
        for name in table:
            if name not in known:
                raise PresetUnreadableError(because=f"[{part}] {name}")
    columns = told["rows"].get("columns")
    if not isinstance(columns, list) or not columns:
        raise PresetUnreadableError(because="[rows] columns")
    head = told["preset"]
    return PayPreset(
        name=_words(head, "name"),
        source=_words(head, "source"),
        confidence=_words(head, "confidence"),
        note=str(head.get("note", "")),
        has_headings=bool(told["file"].get("has_headings", True)),
        columns=tuple(map(_column, columns)),
    )


def _words(table: dict[str, Any], name: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value.strip():
        raise PresetUnreadableError(because=f"[preset] {name}")
    return value


def _column(told: object) -> PresetColumn:
    known = {field.name for field in dataclasses.fields(PresetColumn)}
    if not isinstance(told, dict) or not set(told) <= known:
        raise PresetUnreadableError(because=str(told))
    if not all(isinstance(value, str) for value in told.values()):
        raise PresetUnreadableError(because=str(told))
    if told.get("take") not in tuple(Take):
        raise PresetUnreadableError(because=f"take = {told.get('take')!r}")
    if told["take"] == Take.OWN and not told.get("title"):
        raise PresetUnreadableError(because='take = "own"')
    return PresetColumn(**{**told, "take": Take(told["take"])})
