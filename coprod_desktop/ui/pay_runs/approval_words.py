"""Say who has approved a pay run, who still has to, and what that means for who sits here."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.widgets.columns import Mark

_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRow:
    """One line of who approves: a mark, a name in bold, and what is to be said below it."""

    mark: Mark
    name: str
    words: str


_DONE = Mark("circle-check", "good")
_HERE = Mark("circle-dot", "accent")
_OPEN = Mark("circle", "ink_2")
_BACK = Mark("rotate-ccw", "warn")


def approval_heading(shown: ShownRun) -> str:
    """Say how many people approve."""
    words = ngettext("{count} person approves", "{count} people approve", shown.approval.needed)
    if shown.approval.needed == 1:
        return _("One person approves")
    if shown.approval.needed == 2:
        return _("Two people approve")
    return words.format(count=shown.approval.needed)


def approval_rows(shown: ShownRun) -> tuple[ApprovalRow, ...]:
    """Return who has approved, then who is here, then who else can."""
    rows = [
        ApprovalRow(
            mark=_DONE,
            name=with_role(one.name, shown.operators),
            words=_("Approved {when}").format(when=moment_words(one.decided_at)),
        )
        for one in shown.approval.approvers
    ]
    back = shown.approval.sent_back
    if shown.state is RunState.SENT_BACK and back is not None:
        words = _("Sent back {when}").format(when=moment_words(back.decided_at))
        return (ApprovalRow(mark=_BACK, name=with_role(back.name, shown.operators), words=words),)
    missing = shown.approval.needed - len(rows)
    if shown.state is not RunState.PREPARED or missing < 1:
        return tuple(rows)
    rows.append(_row_here(shown))
    still_needed = missing - shown.may_approve
    if still_needed > 0:
        rows.append(_row_of_others(shown, still_needed))
    return tuple(rows)


def _row_here(shown: ShownRun) -> ApprovalRow:
    name = with_role(shown.present.name, shown.operators)
    if shown.may_approve and shown.has_prepared:
        words = _("You are here. You prepared it too, as the trustees allow.")
    elif shown.may_approve:
        words = _("You are here. Nothing in this run is yours.")
    elif shown.pays_present:
        words = _("You are here. This run pays you, so somebody else approves it.")
    elif shown.has_approved:
        words = _("You are here, and have approved it. One more person looks at it.")
    else:
        words = _("You are here. You prepared it, so somebody else approves it.")
    return ApprovalRow(mark=_HERE if shown.may_approve else _OPEN, name=name, words=words)


def _row_of_others(shown: ShownRun, count: int) -> ApprovalRow:
    others = shown.others_who_may
    heading = ngettext("{count} more person", "{count} more people", count).format(count=count)
    if len(others) < count:
        words = _(
            "Nobody else who works with this file can approve it. Add somebody in the menu with "
            "your name, at the top right."
        )
        return ApprovalRow(mark=_OPEN, name=heading, words=words)
    words = _("{names}. They sit down in the menu with your name, at the top right.")
    return ApprovalRow(
        mark=_OPEN,
        name=heading,
        words=words.format(names=_named(others, are_all=len(others) == count)),
    )


def _named(people: Sequence[Operator], *, are_all: bool) -> str:
    """Name people: "Gwyn Rhydderch, Idris Vaughan or Helen Tsang", or "and" where all have to."""
    names = [one.name for one in people[:_NAMED]]
    if len(people) > _NAMED:
        return _("{names} or somebody else").format(names=", ".join(names))
    if len(names) == 1:
        return names[0]
    words = _("{names} and {last}") if are_all else _("{names} or {last}")
    return words.format(names=", ".join(names[:-1]), last=names[-1])


def with_role(name: str, operators: Sequence[Operator]) -> str:
    """Return "Helen Tsang, treasurer" where the role is known."""
    roles = {one.name: one.role for one in operators}
    return f"{name}, {roles[name]}" if roles.get(name) else name


def moment_words(moment: datetime.datetime) -> str:
    """Write an instant as it is here: "18 November 2026, 16:20"."""
    here = moment.astimezone()
    return f"{long_day(here.date())}, {here:%H:%M}"
