"""The words on screen for papers and the forms they come in."""

from coprod_desktop.domain.dates import format_period, list_day
from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.words import edition_word, language_word


def kind_word(kind: PaperKind | None) -> str:
    """Word which paper it is; None is a statement."""
    if kind is None:
        return _("Statement")
    return {
        PaperKind.LETTER: _("Letter for Jobcentre Plus"),
        PaperKind.WHAT_I_DID: _("What I did and what I can do"),
        PaperKind.CERTIFICATE: _("Certificate"),
        PaperKind.CORRECTION: _("Correction notice"),
        PaperKind.CHECK: _("Please check this"),
        PaperKind.CLAIM_SLIPS: _("Claim slips"),
        PaperKind.ATTENDANCE: _("Attendance sheet"),
        PaperKind.SESSION_CASH: _("Cash sheet of a session"),
    }[kind]


def form_words(edition: Edition, language: str) -> str:
    """Word an edition, and the language where it is not English alone."""
    if language == "en":
        return edition_word(edition)
    words = _("{edition}, {language}")
    return words.format(edition=edition_word(edition), language=language_word(language))


def days_words(paper: GivenPaper) -> str:
    """Word the days that a paper is about."""
    if paper.from_on is None or paper.to_on is None:
        return ""
    return format_period(paper.from_on, paper.to_on)


def answer_words(paper: GivenPaper) -> str:
    """Say what became of a paper: whether it is replaced, and what was answered."""
    if paper.is_replaced:
        return _("Replaced")
    if paper.replaces_number:
        return _("Replaces {number}").format(number=paper.replaces_number)
    if paper.waits_for_answer:
        return _("Waits for an answer")
    if paper.answer is not None:
        day = list_day(paper.answer.answered_on)
        words = _("Right, {day}") if paper.answer.is_right else _("Not right, {day}")
        return words.format(day=day)
    return ""
