"""Say why entries stay as they are when many are changed at once."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import bulk_errors as bulk
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.services.rule_sentences import Wording
from coprod_desktop.services.told_facts import ToldFacts


def _approved(facts: ToldFacts) -> str:
    if facts.plain("noun") == "expense claim":
        return _(
            "These expenses are approved, so they stay as they are here. Send the claim back "
            "first; then it can be changed."
        )
    return _(
        "This is approved, so it stays as it is here. Correct it on its own, and somebody "
        "approves it again."
    )


BULK_SENTENCES: Mapping[type[DomainError], Wording] = MappingProxyType(
    {
        bulk.AliasTakenError: lambda f: _(
            "{text} means {name} already. Nothing was changed. Take it away there first, or write "
            "this person in another way."
        ).format(text=f.quoted(), name=f.plain("name")),
        bulk.NothingTickedError: lambda _f: _(
            "No field is ticked, so nothing would change. Tick what is to change."
        ),
        bulk.NothingToFindError: lambda _f: _(
            "There is nothing to look for yet. Write the words that are to be replaced."
        ),
        bulk.ChangedMeanwhileError: lambda _f: _(
            "The file has changed since this was shown. Nothing was saved. Look at the new list, "
            "then save again."
        ),
        bulk.PaidStaysError: lambda _f: _(
            "This is in a pay run or paid, so it stays as it is. Take the pay run back first; "
            "then it can be changed."
        ),
        bulk.PartStaysError: lambda f: _(
            "{pence} of the offer was accepted, and the new offer would be {offered}. This stays "
            "as it is: ask the person first, then correct it on its own."
        ).format(pence=f.money(), offered=f.money("offered_pence")),
        bulk.ApprovedStaysError: _approved,
        bulk.OwnOfferError: lambda _f: _(
            "This is your own work, and its offer would be worked out again. It stays as it is "
            "here: correct it on its own."
        ),
        bulk.MilesOrCostError: lambda _f: _(
            "What was bought and what is paid by the mile do not turn into one another. This line "
            "stays as it is: add a line of the other kind."
        ),
        bulk.NamesakeError: lambda f: _(
            "Somebody else is called {name} already. This name stays as it is: change it on its "
            "own."
        ).format(name=f.quoted("name")),
    }
)
