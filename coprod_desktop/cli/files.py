"""Make, prove, copy and restore the charity's file."""

import argparse
import datetime
from pathlib import Path

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened, passphrase_for
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.policy import simple_version
from coprod_desktop.i18n import _
from coprod_desktop.services.office import FIRST_OPERATOR, new_office
from coprod_desktop.services.safety import restore as restore_file

_EVER = datetime.date(2000, 1, 1)


def new(arguments: argparse.Namespace) -> Answer:
    """Make an empty file."""
    office = new_office(
        arguments.file,
        passphrase_for(arguments.file, is_new=True),
        Organisation(organisation_id=0, name=arguments.organisation),
        simple_version(effective_on=_EVER, hourly_pence=arguments.hourly_rate),
        operator=arguments.operator_name or arguments.operator or FIRST_OPERATOR,
    )
    try:
        organisation = office.organisation.get()
        operator = office.operators.present.name
    finally:
        office.close()
    words = _("Made an empty file for {organisation}. {operator} is at the keyboard.")
    return Answer(
        told={
            "file": arguments.file,
            "organisation": organisation.name,
            "operator": operator,
            "hourly_rate_pence": arguments.hourly_rate,
        },
        words=[words.format(organisation=organisation.name, operator=operator)],
    )


def demo(arguments: argparse.Namespace) -> Answer:
    """Make the file of an invented charity, the same for the same seed."""
    from coprod_desktop.services.demo import build_demo

    wishes = {
        name: value
        for name in ("participants", "contributions", "seed")
        if (value := getattr(arguments, name)) is not None
    }
    passphrase = passphrase_for(arguments.file, is_new=True)
    office = build_demo(arguments.file, passphrase, **wishes)
    try:
        name = office.organisation.get().name
        rows = office.totals.rows("participant")
        people = len(office.participants.everybody())
        operators = [operator.name for operator in office.operators.everybody()]
    finally:
        office.close()
    words = _("Made the file of {name}, an invented charity with {people} people.")
    return Answer(
        told={
            "file": arguments.file,
            "organisation": name,
            "participants": people,
            "operators": operators,
            "minutes": sum(row.minutes_paid + row.minutes_unpaid for row in rows),
        },
        words=[words.format(name=name, people=people)],
    )


def check(arguments: argparse.Namespace) -> Answer:
    """Say whether pages, totals, links and history are sound."""
    with opened(arguments) as office:
        findings = office.safety.findings()
    if not findings:
        words = [_("Pages, totals, links and history are sound.")]
        return Answer(told={"is_sound": True, "findings": []}, words=words)
    return Answer(
        told={"is_sound": False, "findings": list(findings)},
        words=findings,
        refusal=_(
            "The file is not sound. Nothing was changed. Keep it as it is, and open your last "
            "backup."
        ),
    )


def backup(arguments: argparse.Namespace) -> Answer:
    """Make a copy and prove it."""
    with opened(arguments) as office:
        office.safety.back_up(arguments.destination)
    return _copied(arguments.destination, _("Copied to {path}, and the copy is proved."))


def restore(arguments: argparse.Namespace) -> Answer:
    """Make a file from a copy."""
    backup_path = Path(arguments.file)
    restore_file(backup_path, passphrase_for(arguments.file), arguments.destination)
    return _copied(arguments.destination, _("Restored to {path}, and the file is proved."))


def _copied(path: Path, words: str) -> Answer:
    told = {"file": str(path), "size_bytes": path.stat().st_size}
    return Answer(told=told, words=[words.format(path=path)])
