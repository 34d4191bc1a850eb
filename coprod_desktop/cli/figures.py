"""Add up time and money, and issue statements."""

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import desk_opened, opened, paper_password
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from coprod_desktop.services.statements import Issued, Wishes

_SUMS = (
    "minutes_paid",
    "minutes_unpaid",
    "payments_pence",
    "reimbursements_pence",
    "value_pence",
)


def totals(arguments: argparse.Namespace) -> Answer:
    """Add up by participant, project, month or kind of work."""
    # Only what totals need is loaded: a script may ask for them every minute.
    from coprod_desktop.services.totals import TotalsService, sum_of

    with desk_opened(arguments) as desk:
        rows = TotalsService(desk).rows(arguments.by, arguments.from_on, arguments.to_on)
    whole = sum_of(rows, _("In all"))
    told = {
        "rows": [dataclasses.asdict(row) for row in rows],
        "sum": {name: getattr(whole, name) for name in _SUMS},
    }
    return Answer(told=told, words=_table((*rows, whole)))


def _table(rows: tuple[TotalsRow, ...]) -> list[str]:
    heads = (_("Name"), _("Paid"), _("Unpaid"), _("Payments"), _("Expenses"), _("Value of unpaid"))
    cells = [heads]
    for row in rows:
        cells.append(
            (
                row.name,
                format_hours(row.minutes_paid),
                format_hours(row.minutes_unpaid),
                format_pounds(row.payments_pence),
                format_pounds(row.reimbursements_pence),
                format_pounds(row.value_pence),
            )
        )
    return columns(cells, right=range(1, 6))


def statements(arguments: argparse.Namespace) -> Answer:
    """Issue the statements of a period for everybody, or for one person."""
    with opened(arguments) as office:
        chosen = None
        if arguments.participant is not None:
            chosen = [office.participants.named(arguments.participant).participant_id]
        issued = office.statements.issue(
            arguments.from_on,
            arguments.to_on,
            participant_ids=chosen,
            wishes=_wishes(arguments),
            out=arguments.out,
            is_one_file=arguments.is_one_file,
            password=paper_password() if arguments.password else "",
            progressed=_progress if sys.stderr.isatty() else _silence,
        )
    words = ngettext(
        "Issued {count:,} statement into {folder}.",
        "Issued {count:,} statements into {folder}.",
        len(issued),
    )
    return Answer(
        told={"issued": [_told(one) for one in issued]},
        words=[words.format(count=len(issued), folder=arguments.out)],
    )


def _wishes(arguments: argparse.Namespace) -> "Wishes":
    from coprod_desktop.services.statements import Wishes

    return Wishes(
        edition=Edition(arguments.edition) if arguments.edition else None,
        language=arguments.language,
        has_html=arguments.html,
        left_out=arguments.left_out,
        because=arguments.because,
    )


def _told(issued: "Issued") -> dict[str, object]:
    figures = {name: getattr(issued.statement, name) for name in _SUMS}
    return {
        "participant": issued.participant,
        "number": issued.statement.number,
        "pdf": _path(issued.pdf),
        "html": _path(issued.html),
        **figures,
        "edition": issued.edition.value,
        "language": issued.language,
    }


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _progress(done: int, of_all: int) -> None:
    """Count on one line of the terminal."""
    words = _("Statement {done:,} of {all:,}").format(done=done, all=of_all)
    print(f"\r{words}", end="\n" if done == of_all else "", file=sys.stderr, flush=True)


def _silence(_done: int, _all: int) -> None:
    """Say nothing: nobody watches."""
