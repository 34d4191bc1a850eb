"""Tell which verbs stay once they are done, and why; every other verb can be taken back."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain.changes import Change

# PINs say who sits down; they are no record of the charity's, and no image of them is kept. Undo
# and Redo pass over them as if they were not there.
PINS = frozenset({"set PIN", "clear PIN", "wrong PIN", "right PIN"})

# What has left the house cannot be undone in the file alone: a paper was handed out, a bank was
# told to pay, or money was paid. Those are replaced or reversed, which is recorded too.
# What somebody told in confidence is gone with all its images, so nothing is there to bring back.
STAYS: Mapping[str, str] = MappingProxyType(
    {
        "make file": "first",
        "issue statements": "left",
        "issue paper": "left",
        "make session kit": "left",
        "export pay run": "exported",
        "settle pay run": "paid",
        "settle payments": "paid",
        "settle by bank statement": "paid",
        "stop watching a limit": "erased",
        **dict.fromkeys(PINS, "erased"),
    }
)

# Taking these back forgets what was told in confidence, so they cannot be done again.
NOT_DONE_AGAIN: Mapping[str, str] = MappingProxyType({"watch a limit": "erased"})

# Money or files of these verbs are out, so what they stand on is reversed and not undone.
_MONEY_IS_OUT = frozenset({"exported", "paid"})

# What these verbs take away waits among the removed things and can be put back.
REMOVING = frozenset(
    {
        "remove contribution",
        "remove expense draft",
        "remove output",
        "remove credit",
        "remove bank layout",
        "remove figure",
        "clear wording",
        "remove name alias",
        "remove view",
        "remove column",
        "remove session template",
    }
)


def stays_because(change: Change) -> str:
    """Return the reason why a change cannot be taken back whatever came later; empty: none."""
    if change.is_undone:
        return "later"
    return STAYS.get(change.verb, "")


def is_money_out(verb: str) -> bool:
    """Say whether this verb let money or a file for the bank out of the house."""
    return STAYS.get(verb) in _MONEY_IS_OUT
