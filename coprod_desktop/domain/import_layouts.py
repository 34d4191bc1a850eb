"""What the columns of a kind of spreadsheet are, remembered for the next one like it."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ImportLayout:
    """The map of a layout; `fingerprint` is that of its headings, `content` the map's TOML text."""

    import_layout_id: int
    fingerprint: str
    kind: str
    content: str
