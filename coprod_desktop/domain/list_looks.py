"""How a list is looked at: what is filtered, how it is sorted, which columns show and how wide."""

import dataclasses
import json
import tomllib
from typing import Any

BLANK = ""
USUAL_ZOOM, LEAST_ZOOM, MOST_ZOOM = 100, 50, 250


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFilter:
    """What rows must have in one column; what is left out does not matter.

    `ticked` are the values taken (None: any), `contains` letters that must stand in the text, and
    `lowest` to `highest` a range. Values are written as text: a day as 2026-11-17, minutes and
    pence as whole numbers, a state as the file keeps it, an empty cell as nothing.
    """

    key: str
    ticked: tuple[str, ...] | None = None
    contains: str = ""
    lowest: str = ""
    highest: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether every row passes."""
        return self.ticked is None and not (self.contains or self.lowest or self.highest)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A way to look at a list.

    `sort_key` is the column by which it is sorted (nothing: in its usual order). `columns` are the
    keys of those on show in their order (None: as they come). `widths` are in hundredths of an em
    by key. `zoom` is the size of text in percent. `has_doubles_only` lists only what stands twice.
    """

    sort_key: str = ""
    is_descending: bool = False
    filters: tuple[ColumnFilter, ...] = ()
    has_doubles_only: bool = False
    columns: tuple[str, ...] | None = None
    widths: tuple[tuple[str, int], ...] = ()
    zoom: int = USUAL_ZOOM

    @property
    def is_narrowed(self) -> bool:
        """Say whether some rows may be left out."""
        return bool(self.filters) or self.has_doubles_only

    @property
    def is_usual_order(self) -> bool:
        """Say whether every row shows, in the usual order."""
        return not self.is_narrowed and not self.sort_key

    def filter_of(self, key: str) -> ColumnFilter:
        """Return what is asked of a column."""
        found = [one for one in self.filters if one.key == key]
        return found[0] if found else ColumnFilter(key=key)

    def with_filter(self, wanted: ColumnFilter) -> "Look":
        """Return this look with another filter of one column; an open one takes it away."""
        places = {one.key: one for one in self.filters}
        places[wanted.key] = wanted
        kept = tuple(one for one in places.values() if not one.is_open)
        return dataclasses.replace(self, filters=kept)

    def without_filters(self) -> "Look":
        """Return this look with every row."""
        return dataclasses.replace(self, filters=(), has_doubles_only=False)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Which rows of which list: the words typed, the part chosen above the list, and the look.

    `part` is a state of work, or "active" or "left" of participants; nothing for all.
    """

    list_name: str
    typed: str = ""
    part: str = ""
    look: Look = Look()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ValueCount:
    """One value that stands in a column, as text, and in how many rows."""

    value: str
    rows: int


def look_to_text(look: Look) -> str:
    """Write a look as TOML, as a saved view keeps it."""
    lines = []
    if look.sort_key:
        lines.append(f"sort = {_quoted(look.sort_key)}")
        lines.append(f"descending = {'true' if look.is_descending else 'false'}")
    if look.has_doubles_only:
        lines.append("doubles_only = true")
    if look.columns is not None:
        lines.append(f"columns = {_listed(look.columns)}")
    if look.zoom != USUAL_ZOOM:
        lines.append(f"zoom = {look.zoom}")
    if look.widths:
        lines.append("[widths]")
        lines.extend(f"{_quoted(key)} = {width}" for key, width in look.widths)
    for one in look.filters:
        lines.extend(_filter_lines(one))
    return "".join(f"{line}\n" for line in lines)


def look_from_text(text: str) -> Look:
    """Read a look; what cannot be understood any more is left out."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Look()
    columns = told.get("columns")
    widths = told.get("widths")
    zoom = told.get("zoom")
    filters = [_read_filter(one) for one in _items(told.get("filter"))]
    return Look(
        sort_key=_text(told.get("sort")),
        is_descending=told.get("descending") is True,
        filters=tuple(one for one in filters if one.key and not one.is_open),
        has_doubles_only=told.get("doubles_only") is True,
        columns=None if not isinstance(columns, list) else _texts(columns),
        widths=tuple(
            (key, width)
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if isinstance(width, int) and 0 < width < 100_000
        ),
        zoom=min(max(zoom, LEAST_ZOOM), MOST_ZOOM) if isinstance(zoom, int) else USUAL_ZOOM,
    )


def _filter_lines(one: ColumnFilter) -> list[str]:
    lines = ["[[filter]]", f"column = {_quoted(one.key)}"]
    if one.ticked is not None:
        lines.append(f"ticked = {_listed(one.ticked)}")
    for name in ("contains", "lowest", "highest"):
        if value := getattr(one, name):
            lines.append(f"{name} = {_quoted(value)}")
    return lines


def _read_filter(told: dict[str, Any]) -> ColumnFilter:
    ticked = told.get("ticked")
    return ColumnFilter(
        key=_text(told.get("column")),
        ticked=_texts(ticked) if isinstance(ticked, list) else None,
        contains=_text(told.get("contains")),
        lowest=_text(told.get("lowest")),
        highest=_text(told.get("highest")),
    )


def _items(told: object) -> list[dict[str, Any]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""


def _texts(told: list[object]) -> tuple[str, ...]:
    return tuple(one for one in told if isinstance(one, str))


def _quoted(text: str) -> str:
    # TOML writes strings as JSON does, but wants the delete character written out as well.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(_quoted(text) for text in texts) + "]"
