"""Know rows again that were edited since they came in, and say what each says otherwise."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Generic, TypeVar

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _
from coprod_desktop.services.import_results import FieldChange

MOST_WITHOUT_PROOF = 5000
"""Up to so many rows it is looked for edited ones although no other row is known again."""
_ENOUGH_ALIKE = 2

R = TypeVar("R")


class EarlierRows(Generic[R]):
    """Records that came in from a sheet and stand in no row of this one as they are.

    They are looked for by person and day; each is found once.
    """

    def __init__(
        self,
        records: Iterable[R],
        place: Callable[[R], object],
        traits: Callable[[R], tuple[object, ...]],
    ) -> None:
        self._traits = traits
        self._at: dict[object, list[R]] = {}
        for record in records:
            self._at.setdefault(place(record), []).append(record)

    def take(self, place: object, traits: tuple[object, ...]) -> R | None:
        """Return and forget the record at a place that is most alike; None where none is enough."""
        here = self._at.get(place)
        if not here:
            return None
        scored = [(_alike(self._traits(record), traits), at) for at, record in enumerate(here)]
        score, at = max(scored, key=lambda found: (found[0], -found[1]))
        return here.pop(at) if score >= _ENOUGH_ALIKE else None


def _alike(one: tuple[object, ...], other: tuple[object, ...]) -> int:
    return sum(left == right for left, right in zip(one, other, strict=True))


def work_traits(piece: Contribution) -> tuple[object, ...]:
    """Return by what a piece of work is known again: project, length, and what was done."""
    return traits_of_work(piece.project_id, piece.minutes, piece.what)


def traits_of_work(project_id: int, minutes: int, what: str) -> tuple[object, ...]:
    """Return the traits of a piece of work that is no record yet."""
    return (project_id, minutes, fold(what))


def cost_traits(project_id: int, item: ExpenseItem) -> tuple[object, ...]:
    """Return by what an expense is known again: project, amount, and what it was for."""
    return (project_id, item.claimed_pence or item.tenth_miles, (item.kind, fold(item.what)))


def held_words(state: WorkState, *, is_topped_up: bool = False) -> str:
    """Say why a record stays as it is; empty where it can be changed."""
    if state is WorkState.APPROVED:
        return _("It is approved already. Send it back first if it is wrong.")
    if state is WorkState.IN_PAY_RUN:
        return _("It is in a pay run already.")
    if state is WorkState.PAID:
        return _("It is paid already.")
    return _("A difference was paid on top of it.") if is_topped_up else ""


def work_changes(
    before: Contribution, after: Contribution, project: Callable[[int], str]
) -> tuple[FieldChange, ...]:
    """Say what an edited row of time says otherwise."""
    pairs = (
        (_("Time"), format_hours(before.minutes), format_hours(after.minutes)),
        (_("What"), before.what, after.what),
        (_("Project"), project(before.project_id), project(after.project_id)),
        (_("Kind"), before.kind_of_work, after.kind_of_work),
        (_("Paid or unpaid"), str(before.pay), str(after.pay)),
        (_("Offered"), format_pounds(before.offered_pence), format_pounds(after.offered_pence)),
        (_("Skills"), before.skills, after.skills),
        (_("Note"), before.note, after.note),
    )
    return _differing(pairs)


def cost_changes(
    before: ExpenseItem, after: ExpenseItem, projects: tuple[str, str]
) -> tuple[FieldChange, ...]:
    """Say what an edited row of expenses says otherwise."""
    pairs = (
        (_("Amount"), format_pounds(before.claimed_pence), format_pounds(after.claimed_pence)),
        (_("What"), before.what, after.what),
        (_("Kind"), str(before.kind), str(after.kind)),
        (_("Project"), *projects),
        (_("Miles"), f"{before.tenth_miles / 10:g}", f"{after.tenth_miles / 10:g}"),
    )
    return _differing(pairs)


def _differing(pairs: Iterable[tuple[str, str, str]]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(field=field, was=was, now=now) for field, was, now in pairs if was != now
    )


def may_be_edited(known: Container[object], keys: Sequence[str]) -> bool:
    """Say whether a sheet may be an edited one: it is small, or some of its rows are there."""
    return len(keys) <= MOST_WITHOUT_PROOF or any(key in known for key in keys)
