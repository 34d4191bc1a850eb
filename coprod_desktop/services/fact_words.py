"""Ask for a fact in words that a person understands."""

from coprod_desktop.i18n import _
from coprod_desktop.services.asked_facts import AskedFact


def fact_words(fact: AskedFact) -> str:
    """Return the label of a fact's field, as "Passengers"; a fact of the policy's own by its name.

    A yes-or-no fact that is "yes" unless somebody says else is asked for the other way round.
    """
    plain = fact.name.replace("_", " ")
    return _words().get(fact.name) or plain[:1].upper() + plain[1:]


def fact_hint(fact: AskedFact) -> str:
    """Return which words the policy compares with, or nothing."""
    if not fact.examples:
        return ""
    words = ", ".join(f"“{word}”" for word in fact.examples)
    return _("The policy names {words}.").format(words=words)


def _words() -> dict[str, str]:
    return {
        "agreed_before": _("It was agreed beforehand"),
        "agreed_on": _("Agreed beforehand on"),
        "attended": _("Did not attend"),
        "away": _("Time away from home"),
        "born_on": _("Born on"),
        "breaks": _("Breaks in that time"),
        "cancelled_by": _("Cancelled by"),
        "cancelled_on": _("Cancelled on"),
        "children": _("How many children"),
        "count": _("How many"),
        "days": _("How many days"),
        "ends": _("Ended at"),
        "engine_cc": _("Engine size in cc"),
        "evidence": _("Which proof there is"),
        "fare": _("Cheapest public transport"),
        "got_home": _("Got home at"),
        "group_name": _("Group"),
        "left_home": _("Left home at"),
        "method": _("How it is to be paid"),
        "nights": _("How many nights"),
        "notice": _("Cancelled how long before"),
        "online": _("It was online"),
        "people": _("How many people"),
        "starts": _("Started at"),
        "supplier": _("Who was paid"),
        "time": _("How long it took"),
    }
