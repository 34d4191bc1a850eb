"""List who works with the file, add somebody, and set a PIN of one's own."""

import argparse
import getpass
import os
import sys

from coprod_desktop.cli.answers import Answer, RefusedError, columns
from coprod_desktop.cli.door import PIN_VARIABLE, opened
from coprod_desktop.i18n import _

NEW_PIN_VARIABLE = "COPROD_NEW_PIN"


def show(arguments: argparse.Namespace) -> Answer:
    """List everybody who works with the file."""
    with opened(arguments) as office:
        everybody, pins = office.operators.everybody(), office.operators.with_pins()
        taking_part = {
            one.operator_id: office.participants.get(one.participant_id).name
            for one in everybody
            if one.participant_id is not None
        }
    told = [
        {
            "name": one.name,
            "role": one.role,
            "takes_part_as": taking_part.get(one.operator_id),
            "has_pin": one.operator_id in pins,
        }
        for one in everybody
    ]
    heads = (_("Name"), _("Role"), _("Takes part as"), _("PIN"))
    rows: list[tuple[str, ...]] = [heads]
    for one in everybody:
        pin = _("yes") if one.operator_id in pins else _("no")
        rows.append((one.name, one.role, taking_part.get(one.operator_id, ""), pin))
    return Answer(told={"operators": told}, words=columns(rows))


def add(arguments: argparse.Namespace) -> Answer:
    """Add somebody, and say as whom they take part, so that they do not approve their own work."""
    with opened(arguments) as office:
        person = office.participants.named(arguments.participant) if arguments.participant else None
        added = office.operators.add(
            arguments.name, arguments.role, person.participant_id if person else None
        )
    words = _("{name} can sit down at the keyboard now.").format(name=added.name)
    takes_part_as = person.name if person else None
    told = {"operator": added.name, "role": added.role, "takes_part_as": takes_part_as}
    return Answer(told=told, words=[words])


def set_pin(arguments: argparse.Namespace) -> Answer:
    """Give the operator who is at the keyboard a PIN, or another one."""
    with opened(arguments) as office:
        present = office.operators.present
        has_one = present.operator_id in office.operators.with_pins()
        old = _asked(PIN_VARIABLE, _("Your PIN of now: ")) if has_one else ""
        new = _asked(NEW_PIN_VARIABLE, _("The new PIN: "), _("The same PIN again: "))
        office.operators.set_pin(new, old)
    words = _("{name} has a new PIN. Write it down nowhere near this computer.")
    return Answer(told={"operator": present.name}, words=[words.format(name=present.name)])


def _asked(variable: str, words: str, again: str = "") -> str:
    """Return a PIN from the environment, or ask; an argument would stay in the shell's history."""
    told = os.environ.get(variable)
    if told is not None:
        return told
    if not sys.stdin.isatty():
        raise RefusedError(
            _(
                "A PIN is needed and nothing was changed. Put it into the environment variable "
                "{variable}, or run this command where it can be typed."
            ).format(variable=variable)
        )
    typed = getpass.getpass(words)
    if again and getpass.getpass(again) != typed:
        raise RefusedError(_("The two PINs differ, so nothing was changed. Type it twice alike."))
    return typed
