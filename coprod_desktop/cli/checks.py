"""List what is worth a second look; a finding is no fault and stops nothing."""

import argparse
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from coprod_desktop.services.checks import NamedFinding


def checks(arguments: argparse.Namespace) -> Answer:
    """List the open findings of the file or of one project."""
    with opened(arguments) as office:
        chosen = None
        if arguments.project is not None:
            chosen = office.projects.named(arguments.project).project_id
        told = office.checks.open_findings(project_id=chosen, since_on=arguments.from_on)
    words = [line for one in told.found for line in _words(one)]
    count = len(told.found)
    summary = ngettext("{count} thing to look at.", "{count} things to look at.", count)
    words.append(summary.format(count=count) if count else _("There is nothing to look at."))
    if told.is_cut:
        words.append(_("There are more; these are the newest."))
    return Answer(
        told={"findings": [_told(one) for one in told.found], "is_cut": told.is_cut}, words=words
    )


def _told(one: "NamedFinding") -> dict[str, object]:
    finding = one.finding
    return {
        "kind": finding.kind.value,
        "name": one.name,
        "day": None if one.day is None else one.day.isoformat(),
        "what": one.what,
        "because": finding.because,
        "advice": finding.advice,
        "table": finding.subject,
        "id": finding.subject_id,
    }


def _words(one: "NamedFinding") -> tuple[str, str]:
    day = "" if one.day is None else f"{one.day.isoformat()}  "
    return f"{day}{one.name}: {one.finding.kind.value}", f"  {one.finding.because}"
