"""Write the sheet as it is typed into one text, and read it back just as it was."""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coprod_desktop.ui.session_sheet.draft import (
    EMPTY,
    DraftRow,
    Place,
    WordError,
    shown,
    write,
)
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.names import NameIndex

_WRITTEN = tuple(place for place in Place if place not in (Place.NAME, Place.OFFER))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A sheet that was kept while it was typed."""

    head: Head
    rows: tuple[DraftRow, ...]


def draft_text(head: Head, rows: Sequence[DraftRow]) -> str:
    """Return everything that is typed on the sheet; empty where nobody is on it."""
    if not rows:
        return ""
    told = {
        "head": {
            "project_id": head.project_id,
            "held_on": head.held_on.isoformat() if head.held_on else None,
            "starts": head.starts,
            "ends": head.ends,
            "kind_of_work": head.kind_of_work,
            "title": head.title,
            "place": head.place,
        },
        "rows": [_told(row) for row in rows],
    }
    return json.dumps(told, ensure_ascii=False)


def read_draft(text: str, names: NameIndex, word_error: WordError) -> KeptDraft | None:
    """Return the sheet of a text; None where it holds none that can be read.

    A cell that was not understood comes back with its text and its sentence.
    """
    try:
        told = json.loads(text)
        head, rows = told["head"], told["rows"]
        day = head["held_on"]
        return KeptDraft(
            head=Head(
                project_id=head["project_id"],
                held_on=datetime.date.fromisoformat(day) if day else None,
                starts=head["starts"],
                ends=head["ends"],
                kind_of_work=head["kind_of_work"],
                title=head["title"],
                place=head["place"],
            ),
            rows=tuple(_row(row, names, word_error) for row in rows),
        )
    except (ValueError, KeyError, TypeError):  # kept by another version
        return None


def _told(row: DraftRow) -> dict[str, object]:
    cells = {place.name: shown(row, place) for place in _WRITTEN if shown(row, place)}
    person = row.participant
    return {
        "participant_id": person.participant_id if person else None,
        "name": shown(row, Place.NAME),
        "cells": cells,
    }


def _row(told: Mapping[str, Any], names: NameIndex, word_error: WordError) -> DraftRow:
    person = names.get(told["participant_id"]) if told["participant_id"] else None
    row = write(EMPTY, Place.NAME, person or told["name"], names, word_error)
    for name, text in told["cells"].items():
        row = write(row, Place[name], text, names, word_error)
    return row
