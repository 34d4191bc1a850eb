"""What a pay run would come to, in figures and in words."""

import datetime
from dataclasses import dataclass

from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import Held
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.dues import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Who would be paid and who held; `pay_on` is the day on which the money would arrive."""

    due: tuple[Due, ...]
    held: tuple[Held, ...]
    asked_on: datetime.date
    pay_on: datetime.date
    is_empty: bool = False
    """Whether some projects were to be ticked and none is yet."""

    @property
    def pence(self) -> int:
        """What would be sent in all."""
        return sum(one.pence for one in self.due)


def outlook_words(outlook: Outlook) -> str:
    """Say how many would be paid how much, and how many would be held."""
    if outlook.is_empty:
        return _("Tick the projects that this run pays.")
    people = len({one.participant.participant_id for one in outlook.due})
    words = ngettext(
        "{count:,} person would be paid {amount} in all.",
        "{count:,} people would be paid {amount} in all.",
        people,
    ).format(count=people, amount=format_pounds(outlook.pence))
    held = len({one.participant_id for one in outlook.held})
    if held:
        more = ngettext("{count:,} is held.", "{count:,} are held.", held)
        words = f"{words} {more.format(count=held)}"
    return words if people or held else _("Nothing approved waits up to then.")


def moved_words(asked_on: datetime.date, pay_on: datetime.date) -> str:
    """Say that a run is paid on another day than was asked; nothing where it is the same."""
    if asked_on == pay_on:
        return ""
    words = _("Banks send nothing on {asked}, so the money arrives on {day}.")
    return words.format(asked=format_day(asked_on), day=format_day(pay_on))
