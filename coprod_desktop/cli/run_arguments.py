"""Know every step of a pay run with its options, and what the help says about each."""

import argparse
from pathlib import Path

from coprod_desktop.cli import values
from coprod_desktop.cli.commands import Commands
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.i18n import _

_METHODS = tuple(str(one) for one in PaidBy)


def add_pay_run(commands: Commands) -> None:
    """Add `pay-run` with its steps."""
    run = commands.add("pay-run", _("take a pay run through its steps"), "shown_runs.show")
    steps = Commands(run.add_subparsers(metavar=_("STEP"), required=True))
    _add_collecting(steps)
    _add_looking(steps)
    _add_deciding(steps)
    _add_holding(steps)
    _add_files(steps)
    _add_settling(steps)
    _add_afterwards(steps)


def _run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", metavar="RUN", type=values.whole, help=_("the number of the run"))


def _person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar=_("NAME"), help=_("whose payment: a name, or the number that “show” tells")
    )
    parser.add_argument(
        "--method", choices=_METHODS, help=_("where the run pays one person in two ways")
    )


def _because(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--because",
        required=True,
        metavar=_("REASON"),
        type=values.line,
        help=_("why, in words without anything private"),
    )


def _until(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--until", metavar="D", type=values.day, help=_("the day from which it is paid again")
    )


def _on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", dest="on_day", metavar="D", type=values.day, help=_("else today"))


def _pieces(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--line",
        action="append",
        default=[],
        metavar="N",
        type=values.whole,
        help=_("a line of the payment, by the number that “show” with a name tells; may repeat"),
    )
    parser.add_argument(
        "--day",
        action="append",
        default=[],
        metavar="D",
        type=values.day,
        help=_("all work and expenses of this day; may repeat"),
    )
    parser.add_argument(
        "--what", metavar=_("WORDS"), default="", help=_("only what has these words in it")
    )


def _pay_on(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--pay-on", metavar="D", type=values.day, help=_("else today"))
    parser.add_argument("--dry-run", action="store_true", help=words)


def _add_collecting(steps: Commands) -> None:
    prepare = steps.add(
        "prepare", _("collect what is approved into a new run"), "payments.prepare", file=""
    )
    prepare.add_argument("--up-to", dest="up_to_on", metavar="D", type=values.day, required=True)
    prepare.add_argument(
        "--project",
        action="append",
        default=[],
        metavar=_("NAME"),
        help=_("only this project; may repeat"),
    )
    prepare.add_argument(
        "--fund",
        action="append",
        default=[],
        metavar=_("NAME"),
        help=_("only the projects of this fund; may repeat"),
    )
    _pay_on(prepare, _("tell who would be paid and who waits, and change nothing"))
    top_up = steps.add(
        "top-up", _("collect what is owed on top after a back-dated rise"), "top_ups.top_up",
        file="",
    )  # fmt: skip
    top_up.add_argument(
        "--from", dest="from_on", metavar="D", type=values.day, help=_("only from this day on")
    )
    _pay_on(top_up, _("list it and change nothing"))


def _add_looking(steps: Commands) -> None:
    steps.add("list", _("list every run, newest first"), "payments.list_runs", file="")
    show = steps.add(
        "show", _("show a run, or one person's payments line by line"), "shown_runs.show", file=""
    )
    _run(show)
    show.add_argument("name", nargs="?", metavar=_("NAME"))


def _add_deciding(steps: Commands) -> None:
    for name, function, words in (
        (
            "approve",
            "approve",
            _("approve a run, as another operator than the one who prepared it"),
        ),
        ("send-back", "send_back", _("send a run back to whoever prepared it")),
        ("ask-again", "ask_again", _("ask for the approval of a run that was sent back")),
        (
            "reverse",
            "reverse",
            _("take a run back; once its files are made, two people do so one after the other"),
        ),
        ("let-stand", "let_stand", _("leave a run that somebody asked to take back")),
    ):
        step = steps.add(name, words, f"payments.{function}", file="")
        _run(step)
        if name in ("send-back", "let-stand"):
            _because(step)
        if name == "reverse":
            words = _("why; who confirms what another asked for may leave it out")
            step.add_argument(
                "--because", metavar=_("REASON"), type=values.line, default="", help=words
            )


def _add_holding(steps: Commands) -> None:
    hold = steps.add(
        "hold",
        _("let somebody's money wait, and take them out of a run that is not approved"),
        "holds.hold",
        file="",
    )
    hold.add_argument(
        "run",
        nargs="?",
        metavar="RUN",
        type=values.whole,
        help=_("the run that they are in, if any"),
    )
    hold.add_argument("name", metavar=_("NAME"))
    _because(hold)
    _until(hold)
    put_off = steps.add(
        "put-off", _("let a part of a payment wait, and pay the rest now"), "holds.put_off", file=""
    )
    _run(put_off)
    _person(put_off)
    _pieces(put_off)
    _because(put_off)
    _until(put_off)
    lift = steps.add("lift", _("let money that waits go into the next run"), "holds.lift", file="")
    lift.add_argument("name", metavar=_("NAME"))
    steps.add("holds", _("list whose money waits"), "holds.list_holds", file="")


def _add_files(steps: Commands) -> None:
    words = _("write payment sheet, bank file, control sheet, cash sheet and remittances")
    export = steps.add("export", words, "payment_files.export", file="")
    _run(export)
    export.add_argument("--out", required=True, metavar="DIR", type=Path)
    export.add_argument(
        "--layout", metavar=_("NAME"), help=_("how the bank wants its file, else as usual")
    )
    steps.add(
        "layouts", _("name the layouts that bank files are written in"), "payment_files.layouts",
        file="",
    )  # fmt: skip


def _add_settling(steps: Commands) -> None:
    settle = steps.add(
        "settle", _("record that the money of a run has left"), "settling.settle", file=""
    )
    _run(settle)
    settle.add_argument("--paid-on", metavar="D", type=values.day, help=_("else today"))
    settle.add_argument(
        "--only",
        action="append",
        default=[],
        metavar=_("NAME"),
        help=_("only this person's payment, by name or number; may repeat"),
    )
    settle.add_argument("--method", choices=_METHODS, help=_("only what goes out in this way"))
    settle.add_argument(
        "--without-vouchers",
        metavar=_("REASON"),
        type=values.line,
        default="",
        help=_("why vouchers were handed over whose serial numbers are not set aside"),
    )
    settle_by = steps.add(
        "settle-by",
        _("record what the bank's statement says of payments"),
        "bank_statements.settle_by",
        file="",
    )
    settle_by.add_argument("statement", metavar="STATEMENT", type=Path)
    settle_by.add_argument(
        "--map", metavar="MAP.toml", type=Path, help=_("which column of a CSV means what")
    )
    how = settle_by.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help=_("tell it and change nothing"))
    how.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="LINE=PAYMENT",
        type=values.pair,
        help=_("which payment an unclear line is; may repeat"),
    )


def _add_afterwards(steps: Commands) -> None:
    back = steps.add(
        "came-back",
        _("record that the bank sent a payment back, or that nobody came for the cash"),
        "settling.came_back",
        file="",
    )
    _run(back)
    _person(back)
    _because(back)
    _on(back)
    error = steps.add(
        "paid-in-error",
        _("take back what was paid in error: it is kept back from the next payments"),
        "settling.paid_in_error",
        file="",
    )
    _run(error)
    _person(error)
    _pieces(error)
    _because(error)
    gift = steps.add(
        "gift", _("record what somebody gave back after they were paid"), "settling.gift", file=""
    )
    _run(gift)
    _person(gift)
    gift.add_argument("pence", metavar=_("POUNDS"), type=values.pence)
    _on(gift)
    gift.add_argument(
        "--gift-aid", action="store_true", help=_("the person made a Gift Aid declaration")
    )
    gift.add_argument("--note", metavar=_("NOTE"), type=values.line, default="")


def add_drafts(commands: Commands) -> None:
    """Add `drafts`: list them, or send them for approval."""
    drafts = commands.add(
        "drafts", _("list what is only a draft, or send it for approval"), "drafts.show"
    )
    steps = Commands(drafts.add_subparsers(metavar=_("STEP")))
    steps.add("list", _("list the drafts"), "drafts.show", file="")
    send = steps.add("send", _("send drafts for approval, or some of them"), "drafts.send", file="")
    send.add_argument("--up-to", dest="up_to_on", metavar="D", type=values.day)
    send.add_argument("--project", metavar=_("NAME"))
    send.add_argument("--participant", metavar=_("NAME"))
    remove = steps.add("remove", _("remove drafts by their numbers"), "drafts.remove", file="")
    for name, words in (
        ("work", _("a piece of work by its number; may repeat")),
        ("claim", _("an expense claim by its number; may repeat")),
    ):
        for step in (send, remove):
            step.add_argument(
                f"--{name}", action="append", default=[], metavar="N", type=values.whole, help=words
            )


def add_bank_layout(commands: Commands) -> None:
    """Add `bank-layout`: keep the charity's own layouts."""
    layout = commands.add(
        "bank-layout", _("keep the bank layouts that you wrote yourself"), "bank_layouts.show_all"
    )
    steps = Commands(layout.add_subparsers(metavar=_("STEP")))
    save = steps.add(
        "save", _("save a layout, or name every mistake in it"), "bank_layouts.save", file=""
    )
    save.add_argument("layout", metavar="LAYOUT.toml", type=Path)
    save.add_argument("--name", required=True, metavar=_("NAME"), type=values.line)
    for name, words in (
        ("show", _("print the text of a layout")),
        ("remove", _("remove a layout that no file was made in")),
    ):
        steps.add(name, words, f"bank_layouts.{name}", file="").add_argument(
            "name", metavar=_("NAME")
        )
    steps.add("template", _("print a layout to copy and change"), "bank_layouts.template", file="")
