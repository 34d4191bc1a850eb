"""Say why a column of one's own, or what was typed into it, is not taken."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import own_column_errors as own
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.own_columns import OwnKind
from coprod_desktop.i18n import _
from coprod_desktop.services.rule_sentences import Wording
from coprod_desktop.services.told_facts import ToldFacts


def _unreadable(facts: ToldFacts) -> str:
    kind = facts.plain("kind")
    if kind == OwnKind.DAY:
        words = _("{text} is not a day. The cell stays as it was. Write a day such as 17/11/2026.")
    elif kind == OwnKind.TICK:
        words = _("{text} is neither yes nor no. The cell stays as it was. Write yes or no.")
    else:
        words = _("{text} is not a number. The cell stays as it was. Write a number such as 2.5.")
    return words.format(text=facts.quoted())


LIST_SENTENCES: Mapping[type[DomainError], Wording] = MappingProxyType(
    {
        own.OwnValueUnreadableError: _unreadable,
        own.TooManyOwnColumnsError: lambda f: _(
            "This list has {most} columns of your own, and takes no more. Nothing was changed. "
            "Take one away first."
        ).format(most=f.plain("most")),
    }
)
