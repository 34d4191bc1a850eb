"""Remember what the columns of a kind of spreadsheet are, for the next one with its headings."""

import dataclasses
from collections.abc import Callable, Mapping

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.import_layouts import ImportLayout
from coprod_desktop.services.import_drafts import ImportDraft, SheetKind
from coprod_desktop.spreadsheets.mapping import ImportMap, parse_import_map, write_import_map
from coprod_desktop.spreadsheets.sheet_looks import SheetLook
from coprod_desktop.storage.work import Reading, Work


def kept_layout(reading: Reading, fingerprint: str, kind: SheetKind) -> ImportMap | None:
    """Return the map of a layout; None where there is none, or an older program's."""
    for layout in reading.find(ImportLayout, fingerprint=fingerprint, kind=str(kind)):
        try:
            return parse_import_map(layout.content)
        except DomainError:
            return None
    return None


def keep_layouts(
    work: Work,
    draft: ImportDraft,
    looks: Mapping[tuple[str, int], SheetLook],
    new_id: Callable[[], int],
) -> None:
    """Remember the map of each part of a draft; what is about one file only is left out."""
    for part in draft.parts:
        look = looks.get((part.sheet or "", part.table or 1))
        if look is None:
            continue
        content = write_import_map(_lasting(part))
        kind = str(draft.kind)
        known = work.find(ImportLayout, fingerprint=look.fingerprint, kind=kind)
        if known:
            work.update(dataclasses.replace(known[0], content=content))
        else:
            work.add(
                ImportLayout(
                    import_layout_id=new_id(),
                    fingerprint=look.fingerprint,
                    kind=kind,
                    content=content,
                )
            )


def _lasting(part: ImportMap) -> ImportMap:
    """Leave out what names a sheet, rows, people or a day of this one file."""
    return dataclasses.replace(
        part,
        sheet=None,
        table=None,
        heading_row=None,
        skip_rows=(),
        keep_rows=(),
        each_of=(),
        defaults={key: text for key, text in part.defaults.items() if key not in ("name", "date")},
    )
