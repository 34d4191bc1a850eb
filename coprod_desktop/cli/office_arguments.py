"""Know the commands about who works with the file, and how money is approved."""

from coprod_desktop.cli import values
from coprod_desktop.cli.commands import Commands
from coprod_desktop.i18n import _


def add_operators(commands: Commands) -> None:
    """Add `coprod operators`."""
    words = _("list who works with the file, add somebody, or set a PIN")
    operators = commands.add("operators", words, "operators.show")
    steps = Commands(operators.add_subparsers(metavar=_("STEP")))
    steps.add("list", _("list everybody"), "operators.show", file="")
    add = steps.add("add", _("add somebody"), "operators.add", file="")
    add.add_argument("name", metavar=_("NAME"), type=values.line)
    add.add_argument("--role", metavar=_("ROLE"), type=values.line, default="")
    add.add_argument(
        "--participant",
        metavar=_("NAME"),
        help=_("as whom they take part, so that they do not approve or pay their own"),
    )
    words = _(
        "set the PIN of who is at the keyboard: from COPROD_NEW_PIN, or asked for; the one before "
        "from COPROD_PIN"
    )
    steps.add("set-pin", words, "operators.set_pin", file="")


def add_charity(commands: Commands) -> None:
    """Add `coprod charity`."""
    words = _("show or change how many people approve money, and the account that it leaves from")
    charity = commands.add("charity", words, "charity.charity")
    many = charity.add_mutually_exclusive_group()
    many.add_argument(
        "--second-approver-above",
        dest="second_above",
        metavar="500.00",
        type=values.pence,
        help=_("two people approve a pay run of more than this"),
    )
    many.add_argument("--one-approver", action="store_true", help=_("one is enough for any sum"))
    charity.add_argument(
        "--one-person-note",
        metavar=_("NOTE"),
        type=values.line,
        help=_("what the trustees agreed, so that one person may prepare and approve; else empty"),
    )
    charity.add_argument("--account-name", metavar=_("NAME"), type=values.line)
    charity.add_argument(
        "--pay-from",
        action="store_true",
        help=_("read the sort code, then the account number, each from a line of standard input"),
    )
    charity.add_argument("--bacs-number", metavar="N", type=values.line)
    charity.add_argument("--layout", metavar=_("NAME"), type=values.line)
