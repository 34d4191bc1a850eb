"""Say what an entry would come to before it is saved, and that it can be saved all the same."""

from fractions import Fraction

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.numbers import format_number
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.ui.why_lines import paragraphs
from coprod_desktop.ui.widgets.why_list import WhyLine

_GOOD, _WAITS, _LESS = ("circle-check", "good"), ("clock", "warn"), ("circle-alert", "warn")


def claimed_words(item: ExpenseItem) -> str:
    """Say what was claimed by a line: its miles, or its cost."""
    if not item.tenth_miles:
        return format_pounds(item.claimed_pence)
    miles = format_number(Fraction(item.tenth_miles, 10))
    words = ngettext("{miles} mile", "{miles} miles", 1 if item.tenth_miles == 10 else 2)
    return words.format(miles=miles)


def line_words(quote: LineQuote) -> WhyLine:
    """Say what would be agreed for a line of a claim, and why."""
    item = quote.item
    agreed, claimed = format_pounds(item.agreed_pence), format_pounds(item.claimed_pence)
    icon, what = _LESS, _("Less than was claimed would be agreed")
    if item.agreed_pence and item.agreed_pence >= item.claimed_pence:
        icon, what = _GOOD, _("This would be agreed")
    elif quote.is_held:
        icon, what = _WAITS, _("This would wait, and be paid once it is clear")
    elif not item.agreed_pence:
        what = _("Nothing would be agreed")
    because = paragraphs(item.because)
    if icon is not _GOOD:
        because = f"{because}\n{_('It can be saved all the same.')}"
    if icon is not _GOOD and item.claimed_pence:
        agreed = _("{agreed} of {claimed}").format(agreed=agreed, claimed=claimed)
    return WhyLine(what=what, amount=agreed, because=because, icon=icon)


def offer_words(piece: Contribution) -> WhyLine:
    """Say what would be offered for a piece of work, and why."""
    amount = format_pounds(piece.offered_pence)
    if piece.pay is not Pay.PAID:
        amount = _("In salary") if piece.pay is Pay.SALARY else _("No offer")
    return WhyLine(
        what=_("This would be offered"), amount=amount, because=paragraphs(piece.because)
    )
