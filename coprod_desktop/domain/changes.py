"""What changed in the file: one entry for each verb, with every row before and after."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One recorded change of the file; `verb` is what was done, as "log session".

    `digest` chains over `previous_digest`, the header and the digests of the row images, so that
    nothing can be altered or left out unnoticed.
    """

    change_id: int
    made_at: datetime.datetime
    operator: str
    verb: str
    rows: int
    undoes_id: int | None
    is_undone: bool
    previous_digest: str
    digest: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row of one change; an image is None where the row did not exist."""

    table: str
    row_id: int
    before: dict[str, object] | None
    after: dict[str, object] | None
