"""Name papers, editions and fields of sentences in the words of the window."""

from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _
from coprod_desktop.ui.words import edition_word


def paper_words(paper: str) -> str:
    """Name a paper; one that has no other name here keeps its own."""
    words = {
        "every paper": _("Every paper"),
        "statement": _("Statement"),
        "letter": _("Letter for Jobcentre Plus"),
        "what i did": _("What I did and what I can do"),
        "certificate": _("Certificate"),
        "correction notice": _("Correction notice"),
        "check sheet": _("“Please check this”"),
        "remittance": _("Note on a payment"),
        "claim slip": _("Claim slip"),
        "attendance sheet": _("Attendance sheet"),
        "session cash sheet": _("Cash sheet of a session"),
    }
    return words.get(paper, paper)


def example_words(paper: str, edition: Edition) -> str:
    """Say of which paper an example is, and in which edition."""
    return _("Example: {paper} ({edition})").format(
        paper=paper_words(paper), edition=edition_word(edition)
    )


def field_words(field: str) -> str:
    """Say what stands in a field when a paper is made; nothing for one without such words."""
    money = {
        "pounds": _("an amount of money"),
        "paid": _("what was paid, as time, money or a day"),
        "unpaid": _("the time that was unpaid"),
        "offered": _("the payment that was offered"),
        "accepted": _("the part of it that the person took"),
        "declined": _("the part of it that the person declined"),
        "value": _("what unpaid time is worth"),
        "payments": _("the payments, in pounds"),
        "expenses": _("the expenses, in pounds"),
        "rate": _("the rate an hour"),
        "rates": _("the rates an hour"),
        "lowest": _("the lowest rate"),
        "highest": _("the highest rate"),
        "after_pounds": _("the amount now"),
        "before_pounds": _("the amount before"),
        "source": _("where the rate comes from"),
    }
    time = {
        "day": _("a day"),
        "hours": _("hours and minutes"),
        "all": _("all time, paid and unpaid"),
        "minutes:02d": _("minutes, in two figures"),
        "month": _("a month"),
        "months": _("the first and the last month"),
        "period": _("the period of the paper"),
        "start": _("when it begins"),
        "end": _("when it ends"),
        "first": _("the first one"),
        "last": _("the last one"),
        "after_hours": _("the time now"),
        "before_hours": _("the time before"),
        "before_day": _("the day before it was changed"),
    }
    names = {
        "name": _("a name"),
        "organisation": _("the name of your charity"),
        "contact": _("the person to ask"),
        "phone": _("a phone number"),
        "email": _("an email address"),
        "projects": _("the projects"),
        "title": _("the title of the session"),
        "what": _("what it was"),
        "kind": _("the kind of work"),
        "role": _("the person’s role"),
        "credit": _("the person’s credit"),
        "taking_part": _("what the person takes part as"),
        "number": _("a number, as of a paper, a page or your charity"),
        "count": _("how many pages there are"),
        "code": _("the short name of the project"),
        "ending": _("the last figures of the account"),
        "where": _("where it is found"),
        "places": _("the work it was used in"),
        "words": _("the person’s own words"),
        "some": _("all but the last one"),
        "after": _("what it says now"),
        "before": _("what it said before"),
    }
    return {**money, **time, **names}.get(field, "")
