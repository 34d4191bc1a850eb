"""The columns that say which entry a row is about: whose, of which day, and what it was."""

from typing import Protocol, TypeVar

from coprod_desktop.domain.bulk_edits import EXPENSES, PARTICIPANTS, Entry
from coprod_desktop.i18n import _
from coprod_desktop.ui.bulk.words import value_words
from coprod_desktop.ui.widgets.columns import Column


class AboutEntry(Protocol):
    """A row that is about an entry."""

    @property
    def entry(self) -> Entry:
        """Which entry it is."""


R = TypeVar("R", bound=AboutEntry)


def entry_columns(subject: str, _kind: type[R]) -> tuple[Column[R], ...]:
    """Return the columns for the entries of a list; people have no day."""
    who = Column[R](
        key="who",
        title=_("Participant"),
        text=lambda row: row.entry.who,
        tooltip=lambda row: row.entry.who,
        width_em=10,
        narrow_em=6,
        is_strong=True,
    )
    if subject == PARTICIPANTS:
        return (who,)
    day = Column[R](
        key="on",
        title=_("Date"),
        text=lambda row: value_words("worked_on", row.entry.on),
        width_em=7,
        is_secondary=True,
    )
    what = Column[R](
        key="entry",
        title=_("What for") if subject == EXPENSES else _("What was done"),
        text=lambda row: row.entry.what,
        tooltip=lambda row: row.entry.what,
        width_em=9,
        narrow_em=6,
        is_secondary=True,
    )
    return who, day, what
