"""Pay what is owed on top after a back-dated rise, or only list it."""

import argparse
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.cli.told_runs import told_run, words_of_held, words_of_run
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.top_ups import Differences


def top_up(arguments: argparse.Namespace) -> Answer:
    """Collect what is owed on top after a rise into a run of its own, or only list it."""
    with opened(arguments) as office:
        found = office.top_ups.differences(arguments.from_on)
        if arguments.dry_run:
            return _listed(found)
        prepared = office.top_ups.prepare(arguments.from_on, pay_on=arguments.pay_on)
    listed = _listed(found)
    words = [*words_of_run(prepared), *words_of_held(prepared.held), "", *listed.words]
    return Answer(told={**told_run(prepared), **listed.told}, words=words)


def _listed(found: "Differences") -> Answer:
    differences = [
        {
            "participant": one.participant,
            "kind": str(one.kind),
            "what": one.what,
            "day": one.day.isoformat(),
            "was_pence": one.was_pence,
            "now_pence": one.now_pence,
            "pence": one.pence,
            "because": one.because,
        }
        for one in found.differences
    ]
    none = [
        {
            "participant": one.participant,
            "kind": str(one.kind),
            "what": one.what,
            "day": one.day.isoformat(),
            "was_pence": one.was_pence,
            "now_pence": one.now_pence,
            "because": one.because,
        }
        for one in found.none
    ]
    told = {"differences": differences, "difference_pence": found.pence, "none": none}
    return Answer(told=told, words=_difference_lines(found))


def _difference_lines(found: "Differences") -> list[str]:
    if not found.differences and not found.none:
        return [_("No difference is owed.")]
    heads = (_("Name"), _("Day"), _("What"), _("Was"), _("Now"), _("On top"))
    rows: list[tuple[str, ...]] = [heads]
    for one in found.differences:
        money = map(format_pounds, (one.was_pence, one.now_pence, one.pence))
        rows.append((one.participant, one.day.isoformat(), one.what, *money))
    for kept in found.none:
        money = map(format_pounds, (kept.was_pence, kept.now_pence))
        rows.append((kept.participant, kept.day.isoformat(), kept.what, *money, _("nothing")))
    total = _("{total} is owed on top in all.").format(total=format_pounds(found.pence))
    whys = [
        _("Nothing for {name}, {day}: {because}").format(
            name=kept.participant, day=kept.day.isoformat(), because=kept.because
        )
        for kept in found.none
    ]
    return [total, *columns(rows, right=(3, 4, 5)), *whys]
