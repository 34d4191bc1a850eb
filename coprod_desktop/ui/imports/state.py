"""What a person said so far about a spreadsheet on its way in."""

import dataclasses
from pathlib import Path

from coprod_desktop.domain.text import fold
from coprod_desktop.services.import_drafts import ImportDraft, Place, SheetKind
from coprod_desktop.services.import_sessions import ImportMap, SheetLook

TableKey = tuple[str, int]


def key_of(look: SheetLook) -> TableKey:
    """Return what a table is known by."""
    return look.sheet, look.table


@dataclasses.dataclass(slots=True, kw_only=True)
class ImportState:
    """Everything that was said; `draft()` puts it together."""

    path: Path
    looks: tuple[SheetLook, ...] = ()
    kind: str = ""
    ticked: set[TableKey] = dataclasses.field(default_factory=set)
    maps: dict[TableKey, ImportMap] = dataclasses.field(default_factory=dict)
    heading_rows: dict[str, int] = dataclasses.field(default_factory=dict)
    encoding: str = ""
    separator: str = ""
    texts: dict[Place, str] = dataclasses.field(default_factory=dict)
    people: dict[str, int] = dataclasses.field(default_factory=dict)
    no_projects: dict[str, str] = dataclasses.field(default_factory=dict)
    changes: set[int] = dataclasses.field(default_factory=set)
    as_new: set[int] = dataclasses.field(default_factory=set)
    keeps_layout: bool = True

    def show(self, looks: tuple[SheetLook, ...]) -> None:
        """Take the tables of the file; at first those of the likeliest kind are ticked."""
        self.looks = looks
        keys = {key_of(look) for look in looks}
        self.ticked &= keys
        if not self.kind:
            self.kind = next((look.kind for look in looks if look.kind), "contributions")
        if not self.ticked:
            first = next((look for look in looks if look.kind == self.kind), looks[0])
            self.ticked = {key_of(look) for look in looks if look.fingerprint == first.fingerprint}

    def choose_kind(self, kind: str) -> None:
        """Take the rows for another kind; what was said about columns no longer fits."""
        self.kind = kind
        self.maps.clear()

    def chosen(self) -> list[SheetLook]:
        """Return the ticked tables in their order."""
        return [look for look in self.looks if key_of(look) in self.ticked]

    def layouts(self) -> list[list[SheetLook]]:
        """Return the ticked tables, those with the same headings together."""
        groups: dict[str, list[SheetLook]] = {}
        for look in self.chosen():
            groups.setdefault(look.fingerprint, []).append(look)
        return list(groups.values())

    def part(self, look: SheetLook) -> ImportMap:
        """Return the map of a table with where it is."""
        known = self.maps.get(key_of(look), ImportMap())
        return dataclasses.replace(
            known,
            sheet=look.sheet,
            table=look.table,
            heading_row=look.heading_row,
            encoding=self.encoding,
            separator=self.separator,
        )

    def tell(self, group: list[SheetLook], told: ImportMap) -> None:
        """Take what was said about columns for every table with these headings."""
        for look in group:
            mine = self.maps.get(key_of(look), ImportMap())
            self.maps[key_of(look)] = dataclasses.replace(
                told, skip_rows=mine.skip_rows, keep_rows=mine.keep_rows
            )

    def keep_row(self, sheet: str, row: int, *, is_entry: bool) -> None:
        """Take a row that looks like a total for an entry, or not."""
        for look in self.chosen():
            if look.sheet == sheet:
                part = self.maps.get(key_of(look), ImportMap())
                rows = set(part.keep_rows) - {row} | ({row} if is_entry else set())
                self.maps[key_of(look)] = dataclasses.replace(part, keep_rows=tuple(sorted(rows)))

    def leave_row(self, sheet: str, row: int) -> None:
        """Leave a row out."""
        for look in self.chosen():
            if look.sheet == sheet:
                part = self.maps.get(key_of(look), ImportMap())
                rows = tuple(sorted({*part.skip_rows, row}))
                self.maps[key_of(look)] = dataclasses.replace(part, skip_rows=rows)

    def turn_project(self, name: str) -> None:
        """Make a new project, or no longer."""
        if self.no_projects.pop(fold(name), None) is None:
            self.no_projects[fold(name)] = name

    def turn_change(self, record_id: int) -> None:
        """Take a change over, or no longer."""
        self.changes ^= {record_id}

    def draft(self) -> ImportDraft:
        """Return all of it as one draft, at which somebody is looking."""
        return ImportDraft(
            path=self.path,
            kind=SheetKind(self.kind),
            parts=tuple(map(self.part, self.chosen())),
            texts=dict(self.texts),
            people=dict(self.people),
            no_projects=frozenset(self.no_projects),
            changes=frozenset(self.changes),
            as_new=frozenset(self.as_new),
            asks=True,
            keeps_layout=self.keeps_layout,
        )
