"""Show the payment policy that holds on a day, or save a new version of it."""

import argparse

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.dates import long_day
from coprod_desktop.i18n import _


def policy(arguments: argparse.Namespace) -> Answer:
    """Print the rules in force, or save others from a day on."""
    return _show(arguments) if arguments.policy is None else _save(arguments)


def _show(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as office:
        version = office.policies.in_force(arguments.on_day)
    return Answer(
        told={
            "version": version.version,
            "effective_on": version.effective_on.isoformat(),
            "text": version.text,
        },
        words=version.text.splitlines(),
    )


def _save(arguments: argparse.Namespace) -> Answer:
    from coprod_desktop.services.quotes import text_of_file

    text = text_of_file(arguments.policy)
    with opened(arguments) as office:
        saved = office.policies.save(text, arguments.from_on or office.desk.today())
    version = saved.version
    words = _("Policy version {number} is saved and holds from {day} on.").format(
        number=version.version, day=long_day(version.effective_on)
    )
    anew = _("Priced anew: {work:,} contributions and {costs:,} expenses.").format(
        work=saved.contributions, costs=saved.expenses
    )
    return Answer(
        told={
            "version": version.version,
            "effective_on": version.effective_on.isoformat(),
            "repriced_contributions": saved.contributions,
            "repriced_expenses": saved.expenses,
        },
        words=[words, anew],
    )
