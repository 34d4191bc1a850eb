"""Know the options of the commands that issue papers."""

import argparse
from pathlib import Path

from coprod_desktop.cli import values
from coprod_desktop.cli.commands import Commands
from coprod_desktop.domain.paper_choices import LANGUAGES
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _

_EDITIONS = tuple(str(one) for one in Edition)


def add_statements(commands: Commands) -> None:
    """Add `statements`."""
    statements = commands.add("statements", _("issue statements"), "figures.statements")
    _add_period(statements, is_needed=True)
    statements.add_argument("--out", required=True, metavar="DIR", type=Path)
    statements.add_argument("--participant", metavar=_("NAME"))
    _add_form(statements)
    statements.add_argument("--html", action="store_true", help=_("also as a web page"))
    statements.add_argument(
        "--leave-out",
        dest="left_out",
        metavar="value,chart",
        type=values.sections,
        help=_("parts to leave out besides those that each person never wants, or “nothing”"),
    )
    statements.add_argument(
        "--because",
        metavar=_("REASON"),
        type=values.line,
        default="",
        help=_("why a statement replaces another one"),
    )
    statements.add_argument(
        "--one-file",
        dest="is_one_file",
        action="store_true",
        help=_("one PDF for printing on both sides, each statement on a sheet of its own"),
    )
    statements.add_argument(
        "--password",
        action="store_true",
        help=_("lock the PDFs; the password is in COPROD_PAPER_PASSWORD, or is asked for"),
    )


def add_paper(commands: Commands) -> None:
    """Add `paper` with a step for each kind, and `answer`."""
    paper = commands.add("paper", _("issue a paper for one person"), "issued_papers.paper")
    kinds = Commands(paper.add_subparsers(metavar=_("PAPER"), required=True))
    _add_letter(kinds)
    what = _add_kind(kinds, "what-i-did", _("what they did and can do, to show to others"))
    what.add_argument("--about", metavar=_("SENTENCES"), type=values.line, default="")
    what.add_argument(
        "--did",
        metavar=_("SENTENCE"),
        type=values.line,
        action="append",
        default=[],
        help=_("what they did in their own words, once for each sentence"),
    )
    _add_kind(kinds, "certificate", _("one page that says what they did, signed by you"))
    correction = _add_kind(
        kinds, "correction", _("a notice that a statement was wrong and is replaced")
    )
    correction.add_argument("--because", metavar=_("REASON"), type=values.line, default="")
    check = _add_kind(kinds, "check", _("a sheet on which they check what is written down"))
    check.add_argument(
        "--answer-by",
        dest="answer_by_on",
        metavar="D",
        type=values.day,
        help=_("else in two weeks"),
    )
    _add_answer(commands)


def _add_letter(kinds: Commands) -> None:
    letter = _add_kind(kinds, "letter", _("the facts for Jobcentre Plus; it is not advice"))
    letter.add_argument(
        "--addressed-to",
        dest="to",
        metavar=_("LINE"),
        type=values.line,
        action="append",
        default=[],
        help=_("whom the letter is for, once for each line"),
    )
    letter.add_argument(
        "--taking-part-as",
        dest="taking_part",
        metavar=_("WORDS"),
        type=values.line,
        default="",
        help=_("as “someone who has used mental health services”"),
    )
    letter.add_argument("--purpose", metavar=_("SENTENCE"), type=values.line, default="")
    for name, dest, words in (
        ("--not-employed", "is_not_employed", _("your adviser agreed that they are not employed")),
        ("--agreed", "has_agreed", _("they asked for the letter and agreed to what it says")),
        ("--weeks", "has_weeks", _("also the hours of each week")),
    ):
        letter.add_argument(name, dest=dest, action="store_true", help=words)
    letter.add_argument(
        "--period-day",
        dest="period_day",
        metavar="1-31",
        type=int,
        choices=range(1, 32),
        default=0,
        help=_("the day of the month on which their benefit period begins, if they said it"),
    )


def _add_kind(kinds: Commands, name: str, words: str) -> argparse.ArgumentParser:
    kind = kinds.add(name, words, "issued_papers.paper", file="")
    kind.set_defaults(kind=name)
    kind.add_argument("--participant", required=True, metavar=_("NAME"))
    _add_period(kind, is_needed=False)
    kind.add_argument("--out", required=True, metavar="DIR", type=Path)
    _add_form(kind)
    kind.add_argument("--docx", action="store_true", help=_("also as a file for a last touch"))
    return kind


def _add_answer(commands: Commands) -> None:
    answer = commands.add(
        "answer", _("write down what came back on a check sheet"), "issued_papers.answer"
    )
    answer.add_argument("number", metavar="Q-2026-0001", type=values.line)
    one = answer.add_mutually_exclusive_group(required=True)
    one.add_argument("--right", action="store_true", help=_("all of it is right"))
    one.add_argument("--wrong", metavar=_("NOTE"), type=values.line, help=_("what is not right"))
    answer.add_argument("--on", dest="on_day", metavar="D", type=values.day, help=_("else today"))


def add_session_kit(commands: Commands) -> None:
    """Add `session-kit`."""
    kit = commands.add(
        "session-kit",
        _("make the papers for a session: who was here, claim slips, cash"),
        "issued_papers.session_kit",
    )
    kit.add_argument("--out", required=True, metavar="DIR", type=Path)
    which = kit.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--activity", metavar="N", type=values.whole, help=_("a session that is logged")
    )
    which.add_argument("--project", metavar=_("NAME"), help=_("a session of this project, planned"))
    kit.add_argument("--title", metavar=_("TITLE"), type=values.line)
    kit.add_argument("--on", dest="on_day", metavar="D", type=values.day)
    kit.add_argument("--starts", metavar="10:30", type=values.line, default="")
    kit.add_argument("--ends", metavar="12:30", type=values.line, default="")
    kit.add_argument(
        "--minutes", metavar="N", type=values.whole, default=0, help=_("where no times are given")
    )
    kit.add_argument("--place", metavar=_("PLACE"), type=values.line, default="")
    kit.add_argument(
        "--participant",
        dest="participants",
        metavar=_("NAME"),
        action="append",
        default=[],
        help=_("who is expected, once for each; else everybody with an agreement"),
    )
    kit.add_argument("--float", dest="float_pence", metavar="50.00", type=values.pence, default=0)
    kit.add_argument(
        "--fares",
        dest="fares_pence",
        metavar="5.00",
        type=values.pence,
        default=0,
        help=_("cash to have ready for the expenses of each person"),
    )
    kit.add_argument("--language", choices=("en", "cy"), default="en")


def _add_period(parser: argparse.ArgumentParser, *, is_needed: bool) -> None:
    parser.add_argument("--from", dest="from_on", metavar="D", type=values.day, required=is_needed)
    parser.add_argument("--to", dest="to_on", metavar="D", type=values.day, required=is_needed)


def _add_form(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--print", dest="edition", choices=_EDITIONS, help=_("else as each person wishes")
    )
    parser.add_argument("--language", choices=LANGUAGES, help=_("else as each person wishes"))
