"""Know every command with its options, and what the help says about each."""

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coprod_desktop.cli import values
from coprod_desktop.cli.answers import Answer
from coprod_desktop.i18n import _

Command = Callable[[argparse.Namespace], Answer]
_SHEETS = ("contributions", "participants", "expenses", "open-workbook")
_GROUPS = ("participant", "project", "month", "kind")


def build_parser() -> argparse.ArgumentParser:
    """Return the reader of the command line; nothing heavy is loaded for the help."""
    parser = argparse.ArgumentParser(
        prog="coprod",
        description=_("Log paid and unpaid contributions, and make statements and payment sheets."),
        epilog=_(
            "FILE is a Name.coprod path or a postgresql+psycopg:// address. The passphrase comes "
            "from the environment variable COPROD_PASSPHRASE, or is asked for. Days are written "
            "2026-11-17. Every command takes --json."
        ),
        allow_abbrev=False,
    )
    _add_common(parser, is_first=True)
    commands = _Commands(parser.add_subparsers(metavar=_("COMMAND"), required=True))
    _add_files(commands)
    _add_sheets(commands)
    _add_figures(commands)
    _add_payments(commands)
    _add_past(commands)
    return parser


def _add_common(parser: argparse.ArgumentParser, *, is_first: bool = False) -> None:
    # The same options stand before and after the command; only the first parser has the defaults.
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
        help=_("who is at the keyboard (else the first operator of the file)"),
    )


class _Commands:
    """Add commands one after the other, each with what all of them take."""

    def __init__(self, places: Any) -> None:  # argparse keeps the class of this to itself
        self._places = places

    def add(
        self, name: str, words: str, place: str, *, file: str = "FILE"
    ) -> argparse.ArgumentParser:
        """Add a command that `place` ("module.function") carries out."""
        parser: argparse.ArgumentParser = self._places.add_parser(
            name, help=words, description=words, allow_abbrev=False
        )
        _add_common(parser)
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


def _add_files(commands: _Commands) -> None:
    new = commands.add("new", _("make an empty, encrypted file"), "files.new")
    new.add_argument("--organisation", required=True, metavar=_("NAME"), type=values.line)
    new.add_argument("--operator-name", metavar=_("NAME"), type=values.line)
    new.add_argument(
        "--hourly-rate",
        metavar="25.00",
        type=values.pence,
        default=0,
        help=_("what an hour is paid, and valued at where it is unpaid, in pounds"),
    )
    demo = commands.add("demo", _("make the file of an invented charity"), "files.demo")
    demo.add_argument("--participants", type=values.whole, metavar="N")
    demo.add_argument("--contributions", type=values.whole, metavar="N")
    demo.add_argument("--seed", type=values.whole, metavar="S")
    commands.add("check", _("say whether the file is sound"), "files.check")
    backup = commands.add("backup", _("make a verified copy"), "files.backup")
    backup.add_argument("destination", metavar="DEST", type=Path)
    restore = commands.add(
        "restore", _("make a file from a verified copy"), "files.restore", file="BACKUP"
    )
    restore.add_argument("destination", metavar="FILE", type=Path)


def _add_sheets(commands: _Commands) -> None:
    read = commands.add("import", _("bring in a spreadsheet"), "sheets.bring_in")
    read.add_argument("sheet", metavar="SHEET", type=Path)
    read.add_argument("--as", dest="kind", required=True, choices=_SHEETS)
    read.add_argument("--map", metavar="MAP.toml", type=Path, help=_("which column means what"))
    read.add_argument(
        "--dry-run", action="store_true", help=_("tell the numbers and change nothing")
    )
    export = commands.add("export", _("write the open workbook"), "sheets.export")
    export.add_argument("workbook", metavar="WORKBOOK.xlsx", type=Path)


def _add_period(parser: argparse.ArgumentParser, *, is_needed: bool) -> None:
    parser.add_argument("--from", dest="from_on", metavar="D", type=values.day, required=is_needed)
    parser.add_argument("--to", dest="to_on", metavar="D", type=values.day, required=is_needed)


def _add_figures(commands: _Commands) -> None:
    totals = commands.add("totals", _("add up time and money"), "figures.totals")
    totals.add_argument("--by", required=True, choices=_GROUPS)
    _add_period(totals, is_needed=False)
    statements = commands.add("statements", _("issue statements"), "figures.statements")
    _add_period(statements, is_needed=True)
    statements.add_argument("--out", required=True, metavar="DIR", type=Path)
    statements.add_argument("--participant", metavar=_("NAME"))
    statements.add_argument("--print", dest="edition", choices=("standard",), default="standard")
    statements.add_argument("--html", action="store_true", help=_("also the accessible edition"))
    statements.add_argument("--language", choices=("en",), default="en")
    quote = commands.add(
        "quote",
        _("say what a policy pays for a case, each penny explained"),
        "quotes.quote",
        file="",
    )
    quote.add_argument("policy", metavar="POLICY.toml", type=Path)
    quote.add_argument("case", metavar="CASE.toml", type=Path)
    checks = commands.add("checks", _("list what is worth a second look"), "checks.checks")
    checks.add_argument("--project", metavar=_("NAME"), help=_("only this project"))
    checks.add_argument(
        "--from", dest="from_on", metavar="D", type=values.day, help=_("else the last year")
    )
    policy = commands.add(
        "policy", _("show the payment rules of a day, or save new ones"), "policies.policy"
    )
    one = policy.add_mutually_exclusive_group()
    one.add_argument("--on", dest="on_day", metavar="D", type=values.day, help=_("else today"))
    one.add_argument("--set", dest="policy", metavar="POLICY.toml", type=Path)
    policy.add_argument(
        "--from",
        dest="from_on",
        metavar="D",
        type=values.day,
        help=_("the day from which new rules hold, else today"),
    )
    verify = commands.add(
        "verify", _("say whether a paper is as it was issued"), "papers.verify", file=""
    )
    verify.add_argument("paper", metavar="PAPER.pdf", type=Path)
    verify.add_argument("--file", metavar="FILE", help=_("also say whether this file issued it"))


def _add_payments(commands: _Commands) -> None:
    approve = commands.add(
        "approve", _("approve the work and expenses that wait"), "payments.approve_up_to"
    )
    approve.add_argument("--up-to", dest="up_to_on", metavar="D", type=values.day, required=True)
    approve.add_argument("--project", metavar=_("NAME"))
    run = commands.add("pay-run", _("take a pay run through its steps"), "payments.show")
    steps = _Commands(run.add_subparsers(metavar=_("STEP"), required=True))
    prepare = steps.add("prepare", _("collect what is approved"), "payments.prepare", file="")
    prepare.add_argument("--up-to", dest="up_to_on", metavar="D", type=values.day, required=True)
    prepare.add_argument("--pay-on", metavar="D", type=values.day, help=_("else today"))
    top_up = steps.add(
        "top-up", _("collect what is owed on top after a back-dated rise"), "payments.top_up",
        file="",
    )  # fmt: skip
    top_up.add_argument(
        "--from", dest="from_on", metavar="D", type=values.day, help=_("only from this day on")
    )
    top_up.add_argument("--pay-on", metavar="D", type=values.day, help=_("else today"))
    top_up.add_argument("--dry-run", action="store_true", help=_("list it and change nothing"))
    for name, words in (
        ("show", _("show a run again")),
        ("approve", _("approve a run, as another operator than the one who prepared it")),
        ("export", _("write payment sheet, bank file and remittances")),
        ("settle", _("record that the money has left")),
        ("reverse", _("take a run back; what it held is owed again")),
    ):
        step = steps.add(name, words, f"payments.{name}", file="")
        step.add_argument("run", metavar="N", type=values.whole)
        if name == "export":
            step.add_argument("--out", required=True, metavar="DIR", type=Path)
            step.add_argument("--layout", metavar=_("NAME"), default="plain")
        if name == "settle":
            step.add_argument("--paid-on", metavar="D", type=values.day, help=_("else today"))
        if name == "reverse":
            step.add_argument("--because", required=True, metavar=_("REASON"), type=values.line)


def _add_past(commands: _Commands) -> None:
    history = commands.add("history", _("show what changed, by whom"), "past.history")
    history.add_argument("--limit", type=values.whole, metavar="N", help=_("only the newest N"))
    undo = commands.add("undo", _("take a change back"), "past.undo")
    undo.add_argument("change", nargs="?", metavar="CHANGE", type=values.whole)
