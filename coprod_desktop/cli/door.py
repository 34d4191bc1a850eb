"""Open the charity's file for one command: passphrase, operator, and closed again for certain."""

import argparse
import contextlib
import getpass
import os
import sys
from collections.abc import Iterator

from coprod_desktop.cli.answers import RefusedError
from coprod_desktop.i18n import _
from coprod_desktop.services.office import Office, open_office

VARIABLE = "COPROD_PASSPHRASE"
_ADDRESS = "postgresql"


@contextlib.contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Office]:
    """Open FILE as the operator who was named, or the first one."""
    office = open_office(
        arguments.file, passphrase_for(arguments.file), operator=arguments.operator
    )
    try:
        yield office
    finally:
        office.close()


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
