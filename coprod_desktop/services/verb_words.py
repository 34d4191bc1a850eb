"""Say in plain words what each change of the file did, for the history list."""

from coprod_desktop.i18n import _

_UNDO = "undo "


def verb_words(verb: str) -> str:
    """Return the words for the verb of a change, as "Logged a session"."""
    if verb.startswith(_UNDO):
        return _("Took back: {what}").format(what=verb_words(verb.removeprefix(_UNDO)))
    known = _words()
    return known.get(verb) or verb[:1].upper() + verb[1:]


def _words() -> dict[str, str]:
    return {
        "make file": _("Made the file"),
        "change organisation": _("Changed the charity's details"),
        "change policy": _("Changed the payment rules"),
        "correct figure": _("Corrected a published figure"),
        "remove figure": _("Took a corrected figure away"),
        "add operator": _("Added somebody who works with the file"),
        "change operator": _("Changed somebody who works with the file"),
        "set PIN": _("Set a PIN of one's own"),
        "clear PIN": _("Took a forgotten PIN away"),
        "wrong PIN": _("Typed a PIN that does not fit"),
        "right PIN": _("Typed the PIN that fits, after others"),
        "add participant": _("Added a participant"),
        "change participant": _("Changed a participant's details"),
        "change bank details": _("Changed a participant's bank details"),
        "confirm bank details": _("Checked a participant's account"),
        "load account check table": _("Loaded the table that account numbers are checked with"),
        "watch a limit": _("Recorded what somebody asked us to watch"),
        "stop watching a limit": _("Stopped watching what somebody had asked about"),
        "add project": _("Added a project"),
        "change project": _("Changed a project"),
        "agree engagement": _("Recorded what was agreed with a participant"),
        "add support cost": _("Recorded what support to take part cost"),
        "log session": _("Logged a session"),
        "log contribution": _("Logged a piece of work"),
        "correct contribution": _("Corrected a piece of work"),
        "remove contribution": _("Removed a piece of work"),
        "record payment choice": _("Recorded what somebody said to an offer"),
        "approve contributions": _("Approved work"),
        "send contribution back": _("Sent a piece of work back"),
        "send work for approval": _("Sent work for approval"),
        "send expenses for approval": _("Sent expenses for approval"),
        "add expense line": _("Added a line to an expense claim"),
        "log expenses": _("Logged expenses"),
        "attach receipt": _("Added a receipt"),
        "say circumstances": _("Added what the policy asks about an expense"),
        "agree expense": _("Agreed another amount for an expense"),
        "approve expenses": _("Approved expenses"),
        "send expenses back": _("Sent expenses back"),
        "dismiss check": _("Set a check aside with a note"),
        "approve up to a day": _("Approved what waited up to a day"),
        "prepare pay run": _("Prepared a pay run"),
        "prepare top-up run": _("Prepared a top-up run"),
        "approve pay run": _("Approved a pay run"),
        "export pay run": _("Made the files of a pay run"),
        "settle pay run": _("Recorded that a pay run was paid"),
        "reverse pay run": _("Took a pay run back"),
        "send pay run back": _("Sent a pay run back"),
        "prepare pay run again": _("Asked for the approval of a pay run again"),
        "hold a payment": _("Let somebody's money wait"),
        "lift a hold": _("Let money that waited be paid"),
        "split a payment": _("Put off a part of a payment"),
        "settle payments": _("Recorded that payments were made"),
        "settle by bank statement": _("Recorded what the bank's statement says of payments"),
        "payment came back": _("Recorded that a payment came back"),
        "take back what was paid in error": _("Took back what was paid in error"),
        "record a gift": _("Recorded what somebody gave back"),
        "save bank layout": _("Saved a bank layout of our own"),
        "remove bank layout": _("Removed a bank layout of our own"),
        "draw cash": _("Drew cash for the box"),
        "pay cash in": _("Paid cash from the box into the bank"),
        "count cash": _("Counted the cash box"),
        "add vouchers": _("Added vouchers to the stock"),
        "set vouchers aside": _("Set vouchers aside for somebody"),
        "put vouchers back": _("Put vouchers back into stock"),
        "spoil voucher": _("Marked a voucher as spoilt or lost"),
        "unspoil voucher": _("Put a voucher that was found into stock"),
        "issue statements": _("Issued statements"),
        "import contributions": _("Brought in work from a spreadsheet"),
        "import participants": _("Brought in people from a spreadsheet"),
        "import expenses": _("Brought in expenses from a spreadsheet"),
        "import open workbook": _("Brought in an open workbook"),
    }
