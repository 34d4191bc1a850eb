"""The words about spreadsheets on their way in."""

from collections.abc import Sequence

from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.choice_edit import Choice


def kind_choices() -> list[Choice[str]]:
    """Return what the rows of a sheet may be."""
    return [
        Choice("contributions", _("Time that people gave")),
        Choice("expenses", _("Expenses")),
        Choice("participants", _("People")),
    ]


def field_words(field: str, kind: str) -> str:
    """Say what a column of this kind of sheet holds."""
    if kind == "expenses":
        special = {
            "date": _("Day it was spent"),
            "what": _("What it was for"),
            "kind": _("Kind of expense"),
            "amount": _("Amount in pounds"),
        }
        if field in special:
            return special[field]
    return _fields().get(field, field)


def _fields() -> dict[str, str]:
    return {
        "name": _("Person’s name"),
        "first_name": _("First name"),
        "last_name": _("Last name"),
        "name_on_papers": _("Name on papers"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "address": _("Address"),
        "project": _("Project"),
        "date": _("Day of the work"),
        "end_date": _("Day it ended"),
        "start": _("Time it began"),
        "end": _("Time it ended"),
        "duration": _("How long"),
        "minutes": _("How long, in minutes"),
        "seconds": _("How long, in seconds"),
        "what": _("What was done"),
        "kind": _("Kind of work"),
        "capacity": _("Taking part as"),
        "skills": _("Skills"),
        "paid": _("Paid or unpaid"),
        "amount": _("Amount in pounds"),
        "miles": _("Miles"),
        "note": _("Note"),
        "paid_by": _("How to pay"),
        "contact_by": _("How to reach them"),
        "account_name": _("Name on the account"),
        "sort_code": _("Sort code"),
        "account_number": _("Account number"),
        "language": _("Language of papers"),
        "edition": _("Print of papers"),
        "person": _("One person’s hours"),
        "time_in": _("Time in"),
        "time_out": _("Time out"),
    }


def encoding_choices() -> list[Choice[str]]:
    """Return how the letters of a text file may have been saved."""
    return [
        Choice("", _("Automatic")),
        Choice("utf-8", _("Unicode (UTF-8)")),
        Choice("cp1252", _("Windows, Western Europe")),
        Choice("cp1250", _("Windows, Central Europe")),
        Choice("iso-8859-15", _("Latin 9")),
        Choice("cp850", _("DOS, Western Europe")),
        Choice("mac_roman", _("Older Macintosh")),
        Choice("utf-16-le", _("Unicode (UTF-16)")),
    ]


def separator_choices() -> list[Choice[str]]:
    """Return what may stand between the cells of a text file."""
    return [
        Choice("", _("Automatic")),
        Choice(",", _("Comma")),
        Choice(";", _("Semicolon")),
        Choice("\t", _("Tab")),
        Choice("|", _("Upright stroke")),
    ]


def order_choices() -> list[Choice[str]]:
    """Return in which order days are written."""
    return [
        Choice("", _("As the sheet itself shows")),
        Choice("dmy", _("Day first: 3/4 is 3 April")),
        Choice("mdy", _("Month first: 3/4 is 4 March")),
        Choice("ymd", _("Year first: 2026/04/03")),
    ]


def pay_choices() -> list[Choice[str]]:
    """Return what work is of which the sheet says nothing."""
    return [
        Choice("", _("Unpaid, unless the row says otherwise")),
        Choice("paid", _("Paid, unless the row says otherwise")),
    ]


def text_words(encoding: str, separator: str) -> str:
    """Say how a text file was read."""
    encodings = {choice.value: choice.text for choice in encoding_choices()}
    separators = {choice.value: choice.text for choice in separator_choices()}
    return _("Read as text: {letters}; between the cells: {separator}.").format(
        letters=encodings.get(encoding, encoding), separator=separators.get(separator, separator)
    )


def joined(texts: Sequence[str], most: int = 3) -> str:
    """Write a few texts after one another."""
    more = " …" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more
