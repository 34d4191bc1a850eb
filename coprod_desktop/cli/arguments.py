"""Know every command with its options, and what the help says about each."""

import argparse
from pathlib import Path

from coprod_desktop.cli import values
from coprod_desktop.cli.commands import Commands, add_common
from coprod_desktop.cli.issuing_arguments import add_paper, add_session_kit, add_statements
from coprod_desktop.cli.office_arguments import add_charity, add_operators
from coprod_desktop.cli.paper_arguments import add_outputs, add_paper_style, add_wording
from coprod_desktop.cli.report_arguments import add_list_options, add_reports
from coprod_desktop.cli.run_arguments import add_bank_layout, add_drafts, add_pay_run
from coprod_desktop.i18n import _

_SHEETS = ("contributions", "participants", "expenses", "open-workbook")
_GROUPS = ("participant", "project", "month", "kind")


def build_parser() -> argparse.ArgumentParser:
    """Return the reader of the command line; nothing heavy is loaded for the help."""
    parser = argparse.ArgumentParser(
        prog="coprod",
        description=_("Log paid and unpaid contributions, and make statements and payment sheets."),
        epilog=_(
            "FILE is a Name.coprod path or a postgresql+psycopg:// address. The passphrase comes "
            "from the environment variable COPROD_PASSPHRASE, or is asked for; an operator's PIN "
            "likewise from COPROD_PIN. Days are written 2026-11-17. Every command takes --json."
        ),
        allow_abbrev=False,
    )
    add_common(parser, is_first=True)
    commands = Commands(parser.add_subparsers(metavar=_("COMMAND"), required=True))
    _add_files(commands)
    _add_sheets(commands)
    _add_figures(commands)
    _add_payments(commands)
    _add_accounts(commands)
    _add_cash(commands)
    _add_vouchers(commands)
    add_outputs(commands)
    add_wording(commands)
    add_paper_style(commands)
    add_operators(commands)
    add_charity(commands)
    _add_past(commands)
    return parser


def _add_files(commands: Commands) -> None:
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


def _add_sheets(commands: Commands) -> None:
    read = commands.add("import", _("bring in a spreadsheet"), "sheets.bring_in")
    read.add_argument("sheet", metavar="SHEET", type=Path)
    read.add_argument("--as", dest="kind", required=True, choices=_SHEETS)
    read.add_argument("--map", metavar="MAP.toml", type=Path, help=_("which column means what"))
    read.add_argument(
        "--dry-run", action="store_true", help=_("tell the numbers and change nothing")
    )
    read.add_argument(
        "--update", action="store_true", help=_("take over rows that were edited since they came")
    )
    export = commands.add("export", _("write the open workbook, or one list"), "sheets.export")
    export.add_argument("workbook", metavar="WORKBOOK.xlsx", type=Path)
    add_list_options(export)


def _add_period(parser: argparse.ArgumentParser, *, is_needed: bool) -> None:
    parser.add_argument("--from", dest="from_on", metavar="D", type=values.day, required=is_needed)
    parser.add_argument("--to", dest="to_on", metavar="D", type=values.day, required=is_needed)


def _add_figures(commands: Commands) -> None:
    totals = commands.add("totals", _("add up time and money"), "figures.totals")
    totals.add_argument("--by", required=True, choices=_GROUPS)
    _add_period(totals, is_needed=False)
    add_reports(commands)
    add_statements(commands)
    add_paper(commands)
    add_session_kit(commands)
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
    pack = commands.add("pack", _("write the treasurer's pack of a period"), "packs.pack")
    _add_period(pack, is_needed=True)
    pack.add_argument("--out", required=True, metavar="PACK.zip", type=Path)
    verify = commands.add(
        "verify", _("say whether a paper is as it was issued"), "papers.verify", file=""
    )
    verify.add_argument("paper", metavar="PAPER.pdf", type=Path)
    verify.add_argument("--file", metavar="FILE", help=_("also say whether this file issued it"))


def _add_payments(commands: Commands) -> None:
    approve = commands.add(
        "approve", _("approve the work and expenses that wait"), "payments.approve_up_to"
    )
    approve.add_argument("--up-to", dest="up_to_on", metavar="D", type=values.day, required=True)
    approve.add_argument("--project", metavar=_("NAME"))
    add_drafts(commands)
    add_pay_run(commands)
    add_bank_layout(commands)


def _add_accounts(commands: Commands) -> None:
    one = commands.add(
        "account", _("show, change or check where somebody's money goes"), "accounts.account"
    )
    one.add_argument("name", nargs="?", metavar=_("NAME"))
    what = one.add_mutually_exclusive_group()
    what.add_argument(
        "--change",
        action="store_true",
        help=_("read the sort code, then the account number, each from a line of standard input"),
    )
    what.add_argument(
        "--confirm",
        dest="how_checked",
        metavar=_("HOW"),
        type=values.line,
        help=_("say how you checked a change that somebody else made"),
    )
    what.add_argument(
        "--load-table",
        dest="tables",
        metavar=("VALACDOS", "SCSUBTAB"),
        nargs="+",
        type=Path,
        help=_("load the table that account numbers are checked with"),
    )
    one.add_argument("--account-name", metavar=_("NAME"), type=values.line)
    one.add_argument(
        "--holder", metavar=_("WHO"), type=values.line, help=_("whose account it is, if another's")
    )
    one.add_argument("--table-version", metavar=_("VERSION"), type=values.line, default="")


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", dest="on_day", metavar="D", type=values.day, help=_("else today"))


def _add_cash(commands: Commands) -> None:
    cash = commands.add("cash", _("show the cash box, or record what went in or out"), "cash.show")
    steps = Commands(cash.add_subparsers(metavar=_("STEP")))
    for name, function, words in (
        ("draw", "draw", _("record cash drawn from the bank into the box")),
        ("pay-in", "pay_in", _("record cash paid from the box into the bank")),
        ("count", "count", _("record what is in the box")),
    ):
        step = steps.add(name, words, f"cash.{function}", file="")
        step.add_argument("pence", metavar="12.50", type=values.pence)
        step.add_argument("--note", metavar=_("NOTE"), type=values.line, default="")
        _add_day(step)


def _add_vouchers(commands: Commands) -> None:
    words = _("list the vouchers, or record what becomes of them")
    vouchers = commands.add("vouchers", words, "vouchers.show")
    steps = Commands(vouchers.add_subparsers(metavar=_("STEP")))
    steps.add("list", _("list every voucher, those in stock first"), "vouchers.show", file="")
    add = steps.add("add", _("add vouchers that were bought"), "vouchers.add", file="")
    add.add_argument("--name", required=True, metavar=_("NAME"), type=values.line)
    add.add_argument("--first", required=True, metavar="HV-00417", type=values.line)
    add.add_argument("--count", metavar="N", type=values.whole, default=1)
    add.add_argument("--value", required=True, metavar="10.00", type=values.pence)
    _add_day(add)
    aside = steps.add(
        "set-aside", _("choose vouchers for the payments of a run"), "vouchers.set_aside", file=""
    )
    aside.add_argument("run", metavar="N", type=values.whole)
    back = steps.add(
        "put-back", _("put what was set aside for a payment back"), "vouchers.put_back", file=""
    )
    back.add_argument("payment", metavar=_("PAYMENT"), type=values.whole)
    for name, words in (
        ("spoil", _("mark a voucher as spoilt or lost")),
        ("unspoil", _("put a voucher that was found again into stock")),
    ):
        step = steps.add(name, words, f"vouchers.{name}", file="")
        step.add_argument("serial", metavar=_("SERIAL"), type=values.line)
        step.add_argument("--name", metavar=_("NAME"), default="", help=_("where several fit"))
        if name == "spoil":
            step.add_argument("--because", required=True, metavar=_("REASON"), type=values.line)


def _add_past(commands: Commands) -> None:
    history = commands.add("history", _("show what changed, by whom"), "past.history")
    history.add_argument("--limit", type=values.whole, metavar="N", help=_("only the newest N"))
    undo = commands.add("undo", _("take a change back"), "past.undo")
    undo.add_argument("change", nargs="?", metavar="CHANGE", type=values.whole)
    redo = commands.add("redo", _("do again what was taken back"), "past.redo")
    redo.add_argument("change", nargs="?", metavar="CHANGE", type=values.whole)
