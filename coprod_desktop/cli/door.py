"""Open the charity's file for one command: passphrase, operator, PIN, and closed for certain."""

import argparse
import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import RefusedError
from coprod_desktop.domain.errors import PinNeededError
from coprod_desktop.domain.issuing_errors import PasswordMissingError
from coprod_desktop.i18n import _
from coprod_desktop.services.key_ahead import KeyAhead

if TYPE_CHECKING:  # loaded only when a file is opened, since they bring everything along
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.services.office import Office

VARIABLE = "COPROD_PASSPHRASE"
PIN_VARIABLE = "COPROD_PIN"
PAPER_VARIABLE = "COPROD_PAPER_PASSWORD"
_ADDRESS = "postgresql"


def knock(arguments: argparse.Namespace) -> None:
    """Begin to work out the key of FILE while the command is still being loaded."""
    path, passphrase = Path(getattr(arguments, "file", None) or ""), os.environ.get(VARIABLE)
    if passphrase is not None and path.is_file():
        arguments.derive = KeyAhead(path, passphrase)


@contextlib.contextmanager
def desk_opened(arguments: argparse.Namespace) -> "Iterator[Desk]":
    """Open FILE as the operator who was named, or the first one, with the PIN if they have one."""
    desk = _open(arguments)
    try:
        yield desk
    finally:
        desk.database.close()


def _open(arguments: argparse.Namespace) -> "Desk":
    from coprod_desktop.services.opening import open_desk

    location, operator = arguments.file, arguments.operator
    passphrase = passphrase_for(location)
    if "derive" not in arguments and Path(location).is_file():
        arguments.derive = KeyAhead(Path(location), passphrase)  # it opens once more after a PIN
    derive = {"derive": arguments.derive} if "derive" in arguments else {}
    pin = os.environ.get(PIN_VARIABLE, "")
    try:
        return open_desk(location, passphrase, operator=operator, pin=pin, **derive)
    except PinNeededError as needed:
        pin = _pin_of(needed)
    return open_desk(location, passphrase, operator=operator, pin=pin, **derive)


def _pin_of(needed: PinNeededError) -> str:
    """Ask for a PIN; raises RefusedError where nobody is named, or nobody is there to ask."""
    name = needed.facts.get("name")
    if not name:
        names = needed.facts.get("names")
        shown = ", ".join(names) if isinstance(names, tuple) else ""
        words = _(
            "Somebody who works with this file has a PIN, so say with --operator who is at the "
            "keyboard: {names}."
        )
        raise RefusedError(words.format(names=shown))
    if not sys.stdin.isatty():
        words = _(
            "{name} has a PIN. Put it into the environment variable {variable}, or run this "
            "command where it can be typed."
        )
        raise RefusedError(words.format(name=name, variable=PIN_VARIABLE))
    return getpass.getpass(_("PIN of {name}: ").format(name=name))


@contextlib.contextmanager
def opened(arguments: argparse.Namespace) -> "Iterator[Office]":
    """Open FILE with all its verbs."""
    from coprod_desktop.services.office import Office

    with desk_opened(arguments) as desk:
        yield Office(desk)


def passphrase_for(location: str, *, is_new: bool = False) -> str:
    """Return the passphrase of a file from COPROD_PASSPHRASE, or ask; a shared database has none.

    A new one is asked for twice. Raises RefusedError where nobody is there to ask.
    """
    if location.startswith(_ADDRESS):
        return ""
    told = os.environ.get(VARIABLE)
    if told is not None:
        return told
    if not sys.stdin.isatty():
        raise RefusedError(
            _(
                "The passphrase of the file is needed. Put it into the environment variable "
                "{variable}, or run this command where it can be typed."
            ).format(variable=VARIABLE)
        )
    typed = getpass.getpass(_("Passphrase: "))
    if is_new and getpass.getpass(_("The same passphrase again: ")) != typed:
        raise RefusedError(
            _("The two passphrases differ, so no file was made. Type the same one twice.")
        )
    return typed


def paper_password() -> str:
    """Return the password for PDFs from COPROD_PAPER_PASSWORD, or ask for it twice.

    Raises RefusedError where nobody is there to ask, and PasswordMissingError for an empty one.
    """
    told = os.environ.get(PAPER_VARIABLE)
    if told is None and not sys.stdin.isatty():
        words = _(
            "The password for the papers is needed. Put it into the environment variable "
            "{variable}, or run this command where it can be typed."
        )
        raise RefusedError(words.format(variable=PAPER_VARIABLE))
    if told is None:
        told = getpass.getpass(_("Password for the papers: "))
        if getpass.getpass(_("The same password again: ")) != told:
            words = _("The two passwords differ, so nothing was made. Type the same one twice.")
            raise RefusedError(words)
    if not told:
        raise PasswordMissingError()
    return told
