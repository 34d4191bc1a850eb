"""Say in plain words what happened, what is safe and what to do next; one place for all of it."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors
from coprod_desktop.i18n import _
from coprod_desktop.services.account_sentences import ACCOUNT_SENTENCES
from coprod_desktop.services.bank_sentences import BANK_SENTENCES
from coprod_desktop.services.bulk_sentences import BULK_SENTENCES
from coprod_desktop.services.file_sentences import FILE_SENTENCES
from coprod_desktop.services.issuing_sentences import ISSUING_SENTENCES
from coprod_desktop.services.list_sentences import LIST_SENTENCES
from coprod_desktop.services.paper_sentences import PAPER_SENTENCES
from coprod_desktop.services.pay_sentences import PAY_SENTENCES
from coprod_desktop.services.report_sentences import REPORT_SENTENCES
from coprod_desktop.services.rule_sentences import RULE_SENTENCES, Wording
from coprod_desktop.services.session_sentences import SESSION_SENTENCES
from coprod_desktop.services.told_facts import ToldFacts
from coprod_desktop.services.typing_sentences import TYPING_SENTENCES
from coprod_desktop.services.undo_sentences import UNDO_SENTENCES
from coprod_desktop.services.verb_words import verb_words

__all__ = ["sentence", "verb_words"]


def sentence(error: errors.DomainError) -> str:
    """Return the words for a foreseen failure."""
    facts = ToldFacts(error.facts)
    for kind in type(error).__mro__:
        wording = _SENTENCES.get(kind)
        if wording is not None:
            return wording(facts)
    return _("That did not work. Nothing was changed. Look at what you typed and try again.")


def _duration_not_positive(facts: ToldFacts) -> str:
    if facts.whole("minutes") < 0:
        return _("A length of time is not below nothing. Write how long the work took, as 1:30.")
    return _("There is no time here yet. Write how long the work took, as 1:30.")


_TYPED: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.MoneyUnreadableError: lambda f: _(
            "{text} is not an amount in pounds and whole pence. Write it as 12.50."
        ).format(text=f.quoted()),
        errors.NegativeMoneyError: lambda _f: _(
            "An amount is not below nothing here. Write it without a minus, as 12.50."
        ),
        errors.MoneyTooLargeError: lambda f: _(
            "{pence} is more than £1,000,000. Check the figure and the pence."
        ).format(pence=f.money()),
        errors.RateMissingError: lambda f: _(
            "These rules pay by the {basis}, and no amount for a {missing} is there yet. Write "
            "one, or pay by the hour."
        ).format(basis=f.plain("basis"), missing=f.plain("missing")),
        errors.FigureUnreadableError: lambda f: _(
            "{text} is not a figure that can be read. Write an amount as £12.71, miles as 45p, "
            "a share as 55%, and hours as a number."
        ).format(text=f.quoted()),
        errors.FigureOutOfRangeError: lambda _f: _(
            "This figure is below nothing, or too large to be meant. Check the figure and the "
            "point in it."
        ),
        errors.SourceMissingError: lambda _f: _(
            "A corrected figure needs its source, so that everybody can look it up. Write where "
            "it comes from."
        ),
        errors.DurationUnreadableError: lambda f: _(
            "{text} is not a time that can be read. Write 1:30, 1.5 or 90m."
        ).format(text=f.quoted()),
        errors.DurationNotPositiveError: _duration_not_positive,
        errors.DayTooLongError: lambda f: _(
            "That makes {minutes} for one person on one day, and a day has 24 hours. Check the "
            "time, or put a part of it on another day."
        ).format(minutes=f.minutes()),
        errors.ClockUnreadableError: lambda f: _(
            "{text} is not a time of day. Write it as 10:00 or 2.30 pm."
        ).format(text=f.quoted()),
        errors.NumberUnreadableError: lambda f: _(
            "{text} is not a number that can be counted with. Write it as 2 or 2.5."
        ).format(text=f.quoted()),
        errors.DistanceUnreadableError: lambda f: _(
            "{text} is not a distance in miles. Write it as 22 or 22.5."
        ).format(text=f.quoted()),
        errors.DateUnreadableError: lambda f: _(
            "{text} is not a date. Write it as 17/11/2026 or 17 Nov."
        ).format(text=f.quoted()),
        errors.DateImpossibleError: lambda f: _(
            "{text} is not in the calendar. Check the day and the month."
        ).format(text=f.quoted()),
        errors.DateOutOfRangeError: lambda f: _(
            "This day is before 1990 or more than two years ahead: {day}. Check the year."
        ).format(day=f.day("day")),
        errors.PeriodBackwardsError: lambda f: _(
            "The period ends on {last}, before it begins on {first}. Change one of the two days."
        ).format(first=f.day("from_on"), last=f.day("to_on")),
        errors.NameMissingError: lambda _f: _("There is no name yet. Write one."),
        errors.TextTooLongError: lambda f: _(
            "This text has {length:,} characters, and {limit:,} fit. Shorten it."
        ).format(length=f.whole("length"), limit=f.whole("limit")),
        errors.TextUnprintableError: lambda _f: _(
            "This text holds hidden characters that no paper can show. Type it again by hand."
        ),
        errors.TextIsFormulaError: lambda f: _(
            "{text} begins with “=”, as a formula does. Write the words without it."
        ).format(text=f.quoted()),
        errors.SortCodeUnreadableError: lambda _f: _(
            "A sort code has six digits. Write it as 00-14-62."
        ),
        errors.AccountNumberUnreadableError: lambda _f: _(
            "An account number has eight digits. Write a nought in front where one is missing."
        ),
        errors.AccountNumberTooLongError: lambda f: _(
            "This account number has {length} digits, and how this bank shortens it to eight is "
            "not known here. Ask for the eight digits on the bank card or statement."
        ).format(length=f.whole("length")),
        errors.BacsNumberUnreadableError: lambda _f: _(
            "The number that Bacs gave you has six digits. Leave it empty if you have none."
        ),
        errors.PassphraseTooShortError: lambda f: _(
            "This passphrase is easy to guess: it needs at least {least} characters. Four words "
            "that you can remember make a good one."
        ).format(least=f.whole("least")),
    }
)
_SENTENCES: Mapping[type, Wording] = MappingProxyType(
    {
        **_TYPED,
        **RULE_SENTENCES,
        **PAY_SENTENCES,
        **FILE_SENTENCES,
        **BANK_SENTENCES,
        **ACCOUNT_SENTENCES,
        **ISSUING_SENTENCES,
        **PAPER_SENTENCES,
        **SESSION_SENTENCES,
        **UNDO_SENTENCES,
        **BULK_SENTENCES,
        **REPORT_SENTENCES,
        **LIST_SENTENCES,
        **TYPING_SENTENCES,
    }
)
