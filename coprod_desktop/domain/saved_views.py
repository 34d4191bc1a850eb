"""A way to look at a list, kept under a name: what is filtered, sorted, shown and hidden."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A named view of the list `list_name`; `content` is its TOML text."""

    saved_view_id: int
    list_name: str
    name: str
    content: str
