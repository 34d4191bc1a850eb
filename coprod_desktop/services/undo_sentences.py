"""Say why a change cannot be taken back or done again, and what to do instead."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors, undo_errors
from coprod_desktop.i18n import _
from coprod_desktop.services.told_facts import ToldFacts
from coprod_desktop.services.verb_words import verb_words

Wording = Callable[[ToldFacts], str]


def stays_words(because: str) -> str:
    """Return in a few words why a step stays, for a list of steps."""
    return {
        "later": _("stays: changed again later"),
        "left": _("stays: papers are out of the house"),
        "exported": _("stays: the bank’s files are made"),
        "paid": _("stays: money has left"),
        "erased": _("stays: nothing is kept of it"),
        "missing": _("stays: what it changed is no longer there"),
        "first": _("stays: this made the file"),
        "present": _("stays: it added whoever is at the keyboard"),
    }.get(because, _("stays"))


def _cannot_undo(facts: ToldFacts) -> str:
    words = {
        "later": _later(facts),
        "paid": _(
            "Money has left for this, so it cannot be taken back here. Nothing was changed. Take "
            "the pay run back instead, under Pay runs; that is recorded too."
        ),
        "exported": _(
            "The files of this pay run are made and the bank may have them, so it cannot be taken "
            "back here. Nothing was changed. Take the pay run back instead, under Pay runs."
        ),
        "erased": _(
            "What stood there before was erased for good, so it cannot be brought back. Nothing "
            "was changed."
        ),
        "missing": _(
            "What was changed is no longer there, so it cannot be taken back. Nothing was changed."
        ),
        "import": _(
            "Others have worked with what was brought in, so it cannot be taken back at once. "
            "Nothing was changed. Correct the entries one by one."
        ),
        "first": _("This is how the file was made, so it cannot be taken back."),
        "left": _(
            "A paper of this is out of the house, so it cannot be taken back here. Nothing was "
            "changed. Make a corrected paper instead; it says which one it replaces."
        ),
        "present": _(
            "This added whoever is at the keyboard now, so it cannot be taken back by them. "
            "Nothing was changed. Let somebody else sit down first."
        ),
    }
    plain = _("This cannot be taken back. Nothing was changed. Correct the entry instead.")
    return words.get(facts.plain("because"), plain)


def _later(facts: ToldFacts) -> str:
    by = facts.plain("by")
    if not by:
        return _(
            "This was changed again later, so it cannot be taken back by itself. Nothing was "
            "changed. Take the later change back first, or correct the entry."
        )
    return _(
        "This was built on later, so it cannot be taken back by itself. Nothing was changed. "
        "Take this back first: “{what}”."
    ).format(what=verb_words(by))


def _cannot_redo(facts: ToldFacts) -> str:
    words = {
        "later": _(
            "Something was changed here since, so this cannot be done again as it was. Nothing "
            "was changed. Enter it anew."
        ),
        "missing": _(
            "What this was about is no longer there, so it cannot be done again. Nothing was "
            "changed."
        ),
        "erased": _(
            "Nothing of it is kept, because it was told in confidence or erased, so it cannot be "
            "done again. Nothing was changed. Enter it anew."
        ),
        "present": _(
            "With this, whoever is at the keyboard now would not work with the file any more, so "
            "they cannot do it again. Nothing was changed. Let somebody else sit down first."
        ),
        "theirs": _(
            "This was decided by {name}, so nobody else can do it again in their name. Nothing "
            "was changed. Let {name} sit down, or decide it yourself."
        ).format(name=facts.plain("name") or _("somebody else")),
    }
    plain = _("This cannot be done again. Nothing was changed. Enter it anew.")
    return words.get(facts.plain("because"), plain)


def _cannot_put_back(facts: ToldFacts) -> str:
    words = {
        "later": _(
            "Something else stands in its place now, so it cannot be put back. Nothing was "
            "changed. Rename or remove what is there first."
        ),
        "missing": _(
            "Whom or what it belongs to is no longer there, so it cannot be put back. Nothing "
            "was changed."
        ),
        "erased": _("It was erased for good, so it cannot be put back. Nothing was changed."),
    }
    return words.get(facts.plain("because"), _("This cannot be put back. Nothing was changed."))


UNDO_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.NothingToUndoError: lambda _f: _("There is no change to take back."),
        errors.CannotUndoError: _cannot_undo,
        undo_errors.NothingToRedoError: lambda _f: _(
            "Nothing waits to be done again: nothing was taken back since the last new change."
        ),
        undo_errors.CannotRedoError: _cannot_redo,
        undo_errors.NotRemovedError: lambda _f: _(
            "This is in its place already. Nothing was changed. Look at the list again."
        ),
        undo_errors.CannotPutBackError: _cannot_put_back,
    }
)
