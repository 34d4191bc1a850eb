"""Say in plain words what each change of the file did, for the history list."""

from coprod_desktop.i18n import _

_UNDO = "undo "
_REDO = "redo "


def verb_words(verb: str) -> str:
    """Return the words for the verb of a change, as "Logged a session"."""
    if verb.startswith(_UNDO):
        return _("Took back: {what}").format(what=verb_words(verb.removeprefix(_UNDO)))
    if verb.startswith(_REDO):
        return _("Did again: {what}").format(what=verb_words(verb.removeprefix(_REDO)))
    known = _words()
    return known.get(verb) or verb[:1].upper() + verb[1:]


def all_verbs() -> tuple[str, ...]:
    """Return every verb that has words, in the order of the alphabet of their words."""
    words = _words()
    return tuple(sorted(words, key=lambda verb: words[verb]))


def _words() -> dict[str, str]:
    return {
        "make file": _("Made the file"),
        "change organisation": _("Changed the charity’s details"),
        "change policy": _("Changed the payment rules"),
        "correct figure": _("Corrected a published figure"),
        "remove figure": _("Took a corrected figure away"),
        "add operator": _("Added somebody who works with the file"),
        "change operator": _("Changed somebody who works with the file"),
        "put back": _("Put back what had been removed"),
        "set PIN": _("Set a PIN of one’s own"),
        "clear PIN": _("Took a forgotten PIN away"),
        "wrong PIN": _("Typed a PIN that does not fit"),
        "right PIN": _("Typed the PIN that fits, after others"),
        "add participant": _("Added a participant"),
        "add participants": _("Added several participants"),
        "change participant": _("Changed a participant’s details"),
        "edit several contributions": _("Changed several pieces of work at once"),
        "edit several expenses": _("Changed several expenses at once"),
        "edit several participants": _("Changed the details of several participants at once"),
        "replace words": _("Replaced words"),
        "add name alias": _("Noted how else somebody is written"),
        "remove name alias": _("Forgot one way in which somebody is written"),
        "save view": _("Saved a view of a list"),
        "rename view": _("Renamed a view of a list"),
        "remove view": _("Removed a view of a list"),
        "flag rows": _("Changed the flag of rows"),
        "note on rows": _("Changed the note on rows"),
        "add column": _("Added a column of our own"),
        "rename column": _("Renamed a column of our own"),
        "remove column": _("Took a column of our own away"),
        "fill column": _("Filled a column of our own"),
        "change bank details": _("Changed a participant’s bank details"),
        "confirm bank details": _("Checked a participant’s account"),
        "load account check table": _("Loaded the table that account numbers are checked with"),
        "watch a limit": _("Recorded what somebody asked us to watch"),
        "stop watching a limit": _("Stopped watching what somebody had asked about"),
        "add project": _("Added a project"),
        "change project": _("Changed a project"),
        "agree engagement": _("Recorded what was agreed with a participant"),
        "add support cost": _("Recorded what support to take part cost"),
        "add output": _("Added a thing that was made"),
        "change output": _("Changed a thing that was made"),
        "remove output": _("Removed a thing that was made"),
        "add credit": _("Credited somebody for a thing"),
        "change credit": _("Changed what somebody is credited for"),
        "remove credit": _("Took a credit away"),
        "change paper style": _("Changed how papers look"),
        "change wording": _("Changed a sentence of the papers"),
        "clear wording": _("Put a sentence of the papers back"),
        "log session": _("Logged a session"),
        "keep session template": _("Kept a session sheet as a template"),
        "rename session template": _("Called a template of the session sheet otherwise"),
        "remove session template": _("Removed a template of the session sheet"),
        "log contribution": _("Logged a piece of work"),
        "quick entry": _("Logged one line of work or expenses"),
        "correct contribution": _("Corrected a piece of work"),
        "remove contribution": _("Removed a piece of work"),
        "record payment choice": _("Recorded what somebody said to an offer"),
        "approve contributions": _("Approved work"),
        "send contribution back": _("Sent a piece of work back"),
        "send work for approval": _("Sent work for approval"),
        "send expenses for approval": _("Sent expenses for approval"),
        "add expense line": _("Added a line to an expense claim"),
        "remove expense draft": _("Removed a draft of an expense claim"),
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
        "ask to take pay run back": _("Asked to take a pay run back"),
        "reverse pay run": _("Took a pay run back"),
        "let pay run stand": _("Let a pay run stand that was to be taken back"),
        "send pay run back": _("Sent a pay run back"),
        "prepare pay run again": _("Asked for the approval of a pay run again"),
        "hold a payment": _("Let somebody’s money wait"),
        "lift a hold": _("Let money that waited be paid"),
        "split a payment": _("Put off a part of a payment"),
        "settle payments": _("Recorded that payments were made"),
        "settle by bank statement": _("Recorded what the bank’s statement says of payments"),
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
        "issue paper": _("Issued a paper for somebody"),
        "make session kit": _("Made the papers for a session"),
        "log answer": _("Wrote down the answer to a check sheet"),
        "import contributions": _("Brought in work from a spreadsheet"),
        "import participants": _("Brought in people from a spreadsheet"),
        "import expenses": _("Brought in expenses from a spreadsheet"),
        "import open workbook": _("Brought in an open workbook"),
    }
