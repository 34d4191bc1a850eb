"""Add commands to the command line, each with what all of them take."""

import argparse
import importlib
from collections.abc import Callable
from typing import Any

from coprod_desktop.cli.answers import Answer
from coprod_desktop.i18n import _

Command = Callable[[argparse.Namespace], Answer]


def add_common(parser: argparse.ArgumentParser, *, is_first: bool = False) -> None:
    """Add what every command takes; only the first parser has the values that hold otherwise."""
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if is_first else argparse.SUPPRESS,
        help=_("answer with one JSON object and nothing else"),
    )
    parser.add_argument(
        "--operator",
        metavar=_("NAME"),
        default=None if is_first else argparse.SUPPRESS,
        help=_("who is at the keyboard (else the first operator; needed where one has a PIN)"),
    )


class Commands:
    """Add commands one after the other, or the steps of one command."""

    def __init__(self, places: Any) -> None:  # argparse keeps the class of this to itself
        self._places = places

    def add(
        self, name: str, words: str, place: str, *, file: str = "FILE"
    ) -> argparse.ArgumentParser:
        """Add a command that `place` ("module.function") carries out."""
        parser: argparse.ArgumentParser = self._places.add_parser(
            name, help=words, description=words, allow_abbrev=False
        )
        add_common(parser)
        if file:
            parser.add_argument("file", metavar=file)
        parser.set_defaults(command=_later(place))
        return parser


def _later(place: str) -> Command:
    """Load the module of a command only when it is asked for."""
    module, _dot, function = place.partition(".")

    def command(arguments: argparse.Namespace) -> Answer:
        found: Command = getattr(importlib.import_module(f"coprod_desktop.cli.{module}"), function)
        return found(arguments)

    return command
