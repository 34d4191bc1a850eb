"""Say in plain words why a step does not fit just now, and which step does."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.pay_sentences import noun
from coprod_desktop.services.told_facts import ToldFacts

Wording = Callable[[ToldFacts], str]


def _not_found(facts: ToldFacts) -> str:
    name = facts.quoted("name")
    words = {
        "participant": _(
            "Nobody called {name} is in this file. Check the spelling, or add the person first."
        ),
        "project": _("No project called {name} is in this file. Check the spelling."),
        "operator": _(
            "Nobody called {name} works with this file. Check the spelling, or add them in "
            "Settings."
        ),
        "pay run": _("There is no pay run {name} in this file. Look at the list of pay runs."),
        "change": _("There is no change {name} in the history. Look at the history again."),
        "rate": _("There is no published rate for {name} on that day. Type the amount instead."),
    }
    is_number = facts.plain("name").isdecimal()
    if is_number and noun(facts) not in ("pay run", "change"):
        return _(
            "This is no longer in the file: somebody may have taken it away. Nothing was "
            "changed. Look at the list again."
        )
    plain = _("There is no {name} in this file. Nothing was changed. Look at the list again.")
    shown = facts.plain("name") if is_number else name
    return words.get(noun(facts), plain).format(name=shown)


def _ambiguous(facts: ToldFacts) -> str:
    return _(
        "Several people or things are called {name}, so it is not sure who is meant. Nothing was "
        "changed. Choose from the list, or make the names differ."
    ).format(name=facts.quoted("name"))


def _there_already(facts: ToldFacts) -> str:
    words = {
        "participant": _(
            "{name} is in this file already. Use that entry, or say that this is another person "
            "of the same name."
        ),
        "project": _("A project called {name} is there already. Choose another name."),
        "operator": _("{name} works with this file already. Choose another name."),
        "organisation": _(
            "{name} keeps its records in this file already. Nothing was changed. Bring the "
            "workbook into a new, empty file."
        ),
        "paper style": _(
            "The look of the papers was chosen in this file already. Nothing was changed. Bring "
            "the workbook into a new, empty file."
        ),
    }
    plain = _("{name} is there already. Nothing was changed. Choose another name.")
    return words.get(noun(facts), plain).format(name=facts.quoted("name"))


def _nothing_to_top_up(facts: ToldFacts) -> str:
    if facts.whole("held"):
        return _(
            "A difference is owed, but nobody can be paid it now: account details are missing, or "
            "it is your own. Nothing was changed. Look at the differences for who waits."
        )
    return _(
        "No difference is owed: what was agreed is what the rules of today give, or more. Nothing "
        "was changed. Save the rise in Settings first, from the day on which it holds."
    )


def _whose(facts: ToldFacts) -> str:
    return facts.plain("name") or _("this person")


def _pin_needed(facts: ToldFacts) -> str:
    if facts.plain("name"):
        return _("{name} has a PIN. Type it to sit down.").format(name=_whose(facts))
    return _(
        "Somebody who works with this file has a PIN, so say first who is at the keyboard: {names}."
    ).format(names=facts.several("names"))


def _pin_wrong(facts: ToldFacts) -> str:
    tries = facts.whole("tries_left")
    return ngettext(
        "That is not the PIN of {name}. You have {tries} more try.",
        "That is not the PIN of {name}. You have {tries} more tries.",
        tries,
    ).format(name=_whose(facts), tries=tries)


RULE_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.NotFoundError: _not_found,
        errors.AmbiguousNameError: _ambiguous,
        errors.AlreadyThereError: _there_already,
        errors.AlreadyPaidError: lambda _f: _(
            "This is in a pay run or paid, so it stays as it is. Nothing was changed. Take the "
            "pay run back first; then it can be corrected."
        ),
        errors.PartAboveOfferError: lambda f: _(
            "{pence} is more than the {offered} that was offered. Write a part of the offer, or "
            "choose to accept all of it."
        ).format(pence=f.money(), offered=f.money("offered_pence")),
        errors.LimitMissingError: lambda _f: _(
            "There is no figure to watch yet. Write an amount, a length of time, or both."
        ),
        errors.NothingToTopUpError: _nothing_to_top_up,
        errors.ToppedUpError: lambda f: _(
            "A difference was paid on top of this in pay run {number}, so it stays as it is. "
            "Nothing was changed. Take pay run {number} back first; then it can be corrected."
        ).format(number=f.plain("number")),
        errors.NothingToStateError: lambda f: _(
            "Nobody has work or expenses from {first} to {last}. Nothing was issued. Choose "
            "another period or another person."
        ).format(first=f.day("from_on"), last=f.day("to_on")),
        errors.ReasonMissingError: lambda _f: _(
            "This step needs a reason, so that everybody can understand it later. Write a few "
            "words."
        ),
        errors.PinTooShortError: lambda _f: _(
            "A PIN has 4 to 12 digits that are not all the same. Choose one that others do not "
            "guess, so no birthday."
        ),
        errors.PinNeededError: _pin_needed,
        errors.PinWrongError: _pin_wrong,
        errors.PinWaitError: lambda f: _(
            "The PIN of {name} was mistyped too often, so no more is tried now. Nothing was "
            "changed. Try again at {time}."
        ).format(name=_whose(f), time=f.time("until")),
        errors.PassphraseDiffersError: lambda _f: _(
            "That is not the passphrase of this file. Nothing was changed. Type it again, with "
            "its capitals and spaces."
        ),
        errors.ReceiptTooLargeError: lambda f: _(
            "This receipt has {size}, and {limit} fit. Nothing was saved. Photograph it again "
            "with less detail, or scan it in grey."
        ).format(size=f.size("size_bytes"), limit=f.size("limit_bytes")),
    }
)
