"""Know the options of the commands about things that were made and about how papers look."""

import argparse
from pathlib import Path

from coprod_desktop.cli import values
from coprod_desktop.cli.commands import Commands
from coprod_desktop.i18n import _

_LANGUAGES = ("en", "cy")


def add_outputs(commands: Commands) -> None:
    """Add `outputs`: things that were made, the credits on them, and the roll."""
    words = _("list what people made, or record it and who is credited for it")
    outputs = commands.add("outputs", words, "outputs.show")
    outputs.set_defaults(project=None)
    steps = Commands(outputs.add_subparsers(metavar=_("STEP")))
    _add_project(steps.add("list", _("list what people made"), "outputs.show", file=""))
    roll = steps.add(
        "roll", _("name everybody who is credited in a project"), "outputs.roll", file=""
    )
    _add_project(roll, is_needed=True)
    add = steps.add("add", _("record a thing that was made"), "outputs.add", file="")
    add.add_argument("title", metavar=_("TITLE"), type=values.line)
    _add_project(add, is_needed=True)
    _add_details(add)
    change = steps.add("change", _("change what is recorded of a thing"), "outputs.change", file="")
    _add_thing(change)
    change.add_argument("--title", dest="new_title", metavar=_("TITLE"), type=values.line)
    _add_details(change)
    _add_thing(steps.add("remove", _("remove a thing with its credits"), "outputs.remove", file=""))
    credit = steps.add("credit", _("credit somebody for a thing"), "outputs.credit", file="")
    _add_thing(credit)
    credit.add_argument("--participant", required=True, metavar=_("NAME"))
    credit.add_argument("--as", dest="credit", required=True, metavar=_("WHAT"), type=values.line)
    _add_naming(credit)
    recredit = steps.add("change-credit", _("change a credit"), "outputs.change_credit", file="")
    recredit.add_argument("credit_id", metavar=_("CREDIT"), type=values.whole)
    recredit.add_argument("--as", dest="credit", metavar=_("WHAT"), type=values.line)
    _add_naming(recredit)
    uncredit = steps.add("remove-credit", _("take a credit away"), "outputs.remove_credit", file="")
    uncredit.add_argument("credit_id", metavar=_("CREDIT"), type=values.whole)


def _add_project(parser: argparse.ArgumentParser, *, is_needed: bool = False) -> None:
    parser.add_argument("--project", metavar=_("NAME"), required=is_needed)


def _add_thing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("thing", metavar=_("TITLE"), help=_("its title, or its number in the list"))
    parser.add_argument("--project", metavar=_("NAME"), help=_("where several have the title"))


def _add_details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", metavar=_("WORD"), type=values.line, help=_("as leaflet or film"))
    parser.add_argument("--made-on", dest="made_on", metavar="D", type=values.day)
    parser.add_argument(
        "--where", metavar=_("PLACE"), type=values.line, help=_("where it can be found")
    )


def _add_naming(parser: argparse.ArgumentParser) -> None:
    named = parser.add_mutually_exclusive_group()
    named.add_argument(
        "--named-as", dest="named_as", metavar=_("NAME"), type=values.line,
        help=_("how they are named on it, else as on all papers"),
    )  # fmt: skip
    named.add_argument("--anonymous", action="store_true", help=_("they are not named on it"))


def add_wording(commands: Commands) -> None:
    """Add `wording`: the charity's own words for the fixed sentences of papers."""
    words = _("list the fixed sentences of papers, or word one in another way")
    wording = commands.add("wording", words, "wording.show")
    wording.set_defaults(language="en", paper=None, only_own=False)
    steps = Commands(wording.add_subparsers(metavar=_("STEP")))
    listed = steps.add("list", _("list the sentences"), "wording.show", file="")
    listed.add_argument("--paper", metavar=_("PAPER"), help=_("only those of this paper"))
    listed.add_argument(
        "--own", dest="only_own", action="store_true", help=_("only those with words of our own")
    )
    put = steps.add("set", _("say a sentence in words of our own"), "wording.set_own", file="")
    put.add_argument("sentence", metavar=_("SENTENCE"), help=_("the English one, as in the list"))
    put.add_argument("own", metavar=_("WORDS"))
    clear = steps.add("clear", _("put the usual words back"), "wording.clear", file="")
    clear.add_argument("sentence", metavar=_("SENTENCE"), help=_("the English one, as in the list"))
    for step in (listed, put, clear):
        step.add_argument("--language", choices=_LANGUAGES, default="en")


def add_paper_style(commands: Commands) -> None:
    """Add `paper-style`: the logo, who signs, and what all papers have."""
    style = commands.add(
        "paper-style", _("show how papers look, or change it"), "paper_style.paper_style"
    )
    for name, words in (
        ("logo", _("the picture at the head of papers, PNG or JPEG")),
        ("signature", _("a signature as a picture, PNG or JPEG")),
    ):
        one = style.add_mutually_exclusive_group()
        one.add_argument(f"--{name}", metavar=_("PICTURE"), type=Path, help=words)
        one.add_argument(f"--no-{name}", dest=f"no_{name}", action="store_true")
    style.add_argument("--signed-by", dest="signed_by", metavar=_("NAME"), type=values.line)
    style.add_argument(
        "--signed-as", dest="signed_as", metavar=_("ROLE"), type=values.line,
        help=_("what they are at the charity"),
    )  # fmt: skip
    for name, words in (
        ("chart", _("a chart of the months on statements, or none")),
        ("code", _("a square code for a telephone on statements, or none")),
    ):
        style.add_argument(
            f"--{name}", dest=f"has_{name}", action=argparse.BooleanOptionalAction, help=words
        )
    style.add_argument(
        "--reply-days", dest="reply_days", metavar="N", type=values.whole,
        help=_("working days in which you reply to somebody who says that something is wrong"),
    )  # fmt: skip
    style.add_argument(
        "--correction-days", dest="correction_days", metavar="N", type=values.whole,
        help=_("days in which a correction is asked for"),
    )  # fmt: skip
