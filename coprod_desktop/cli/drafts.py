"""List what is only a draft, send it for approval, or remove it."""

import argparse
import datetime
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, RefusedError, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.summaries import ClaimSummary, ContributionSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.office import Office

Work = list[ContributionSummary]
Claims = list[ClaimSummary]
_ALL = 1_000_000


def show(arguments: argparse.Namespace) -> Answer:
    """List the drafts of work and of expense claims, newest first."""
    with opened(arguments) as office:
        work, claims = _drafts(office)
    told = {
        "work": [
            {
                "work": one.contribution_id,
                "day": one.worked_on.isoformat(),
                "participant": one.participant,
                "project": one.project,
                "what": one.what,
                "minutes": one.minutes,
                "offered_pence": one.offered_pence,
            }
            for one in work
        ],
        "claims": [
            {
                "claim": one.expense_claim_id,
                "day": one.claimed_on.isoformat(),
                "participant": one.participant,
                "project": one.project,
                "what": one.what,
                "lines": one.items,
                "claimed_pence": one.claimed_pence,
            }
            for one in claims
        ],
    }
    return Answer(told=told, words=_words(work, claims))


def _words(work: Work, claims: Claims) -> list[str]:
    if not work and not claims:
        return [_("There is no draft.")]
    rows = [(_("Number"), _("Day"), _("Name"), _("What"), _("How much"))]
    for piece in work:
        time = words_for_minutes(piece.minutes)
        what, day = piece.what or piece.kind_of_work, piece.worked_on.isoformat()
        rows.append((str(piece.contribution_id), day, piece.participant, what, time))
    for one in claims:
        pence = format_pounds(one.claimed_pence)
        day = one.claimed_on.isoformat()
        rows.append((str(one.expense_claim_id), day, one.participant, one.what, pence))
    return columns(rows, right=(0,))


def _drafts(office: "Office") -> tuple[Work, Claims]:
    from coprod_desktop.services.contributions import ContributionFilter

    chosen = ContributionFilter(state=WorkState.DRAFT)
    work = office.contributions.page(chosen, None, _ALL)
    claims = office.expenses.page(None, _ALL, state=WorkState.DRAFT)
    return list(work), list(claims)


def send(arguments: argparse.Namespace) -> Answer:
    """Send drafts for approval: all, or those of a day, a project, a person, or by number."""
    with opened(arguments) as office:
        work, claims = _meant(arguments, *_drafts(office))
        whole = [one.expense_claim_id for one in claims if one.items]
        if not work and not claims:
            raise RefusedError(
                _("No draft is meant by that. Nothing was changed. Look at the list of drafts.")
            )
        sent_work = office.contributions.submit([one.contribution_id for one in work])
        sent_claims = office.expenses.submit(whole)
    words = [
        _("Sent for approval. Pieces of work: {work:,}. Expense claims: {claims:,}.").format(
            work=sent_work, claims=sent_claims
        )
    ]
    words += [
        _("The claim of {name}, {day}, has no lines yet and stays a draft.").format(
            name=one.participant, day=long_day(one.claimed_on)
        )
        for one in claims
        if not one.items
    ]
    return Answer(
        told={
            "sent_work": sent_work,
            "sent_claims": sent_claims,
            "left_claims": [one.expense_claim_id for one in claims if not one.items],
        },
        words=words,
    )


def remove(arguments: argparse.Namespace) -> Answer:
    """Remove drafts by their numbers, each as a change of its own that can be undone."""
    with opened(arguments) as office:
        if not arguments.work and not arguments.claim:
            raise RefusedError(_("Say by its number which draft is removed. Nothing was changed."))
        work, claims = _meant(arguments, *_drafts(office))
        for piece in work:
            office.contributions.remove(piece.contribution_id)
        for one in claims:
            office.expenses.remove(one.expense_claim_id)
    words = _("Removed. Pieces of work: {work:,}. Expense claims: {claims:,}.")
    return Answer(
        told={
            "removed_work": [one.contribution_id for one in work],
            "removed_claims": [one.expense_claim_id for one in claims],
        },
        words=[words.format(work=len(work), claims=len(claims))],
    )


def _meant(arguments: argparse.Namespace, work: Work, claims: Claims) -> tuple[Work, Claims]:
    """Return the drafts that are meant; raises RefusedError for a number that is no draft's."""
    if arguments.work or arguments.claim:
        by_number = {one.contribution_id: one for one in work}
        claim_by_number = {one.expense_claim_id: one for one in claims}
        unknown = {*arguments.work} - by_number.keys() | {*arguments.claim} - claim_by_number.keys()
        if unknown:
            words = _(
                "{number} is not the number of a draft. Nothing was changed. Look at the list of "
                "drafts."
            )
            raise RefusedError(words.format(number=min(unknown)))
        return (
            [by_number[one] for one in dict.fromkeys(arguments.work)],
            [claim_by_number[one] for one in dict.fromkeys(arguments.claim)],
        )
    return (
        [one for one in work if _fits(arguments, one.worked_on, one.project, one.participant)],
        [one for one in claims if _fits(arguments, one.claimed_on, one.project, one.participant)],
    )


def _fits(
    arguments: argparse.Namespace, day: datetime.date, project: str, participant: str
) -> bool:
    return (
        (arguments.up_to_on is None or day <= arguments.up_to_on)
        and (arguments.project is None or fold(project) == fold(arguments.project))
        and (arguments.participant is None or fold(participant) == fold(arguments.participant))
    )
