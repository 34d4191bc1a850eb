"""Keep the session sheet as it is typed, so that neither a crash nor a closed file loses it."""

from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import kept_drafts

DRAFT_NAME = "session sheet draft"


class SheetDraftService:
    """What each operator is still typing; it is in the file, encrypted, and in no history."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kept(self) -> str:
        """Return the draft of whoever sits at the keyboard; empty where there is none."""
        with self._desk.reading() as reading:
            return kept_drafts.kept(reading, DRAFT_NAME, self._desk.operator.operator_id)

    def keep(self, content: str, *, former_id: int | None = None) -> None:
        """Keep a draft in the place of the one before; an empty one leaves nothing.

        `former_id` is the operator who sat there before, where another one goes on typing.
        """
        operator_id, database = self._desk.operator.operator_id, self._desk.database
        kept_drafts.keep(database, DRAFT_NAME, (operator_id, former_id), content)
