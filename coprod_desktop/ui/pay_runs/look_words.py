"""Say in a word or two, and in a sentence, what there is to look at in a payment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.dates import short_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.run_looks import Look
from coprod_desktop.ui.widgets.columns import Mark
from coprod_desktop.ui.words import paid_by_word


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFact:
    """One thing to look at: a word or two for the list, a sentence, and how it is marked."""

    words: str
    sentence: str
    mark: Mark | None = None
    colour: str = "ink"
    is_tinted: bool = False


_WARN = Mark("triangle-alert", "warn")


def look_facts(look: Look | None) -> tuple[LookFact, ...]:
    """Return what there is to look at in a payment, the weightiest first."""
    if look is None:
        return ()
    return tuple(fact for word in _WORDINGS if (fact := word(look)) is not None)


def _new_account(look: Look) -> LookFact | None:
    if not look.is_new_account:
        return None
    words = _("The last payment went to another account, ending {ending}.")
    return LookFact(
        words=_("New account"),
        sentence=words.format(ending=look.previous_ending),
        mark=_WARN,
        colour="warn",
        is_tinted=True,
    )


def _new_way(look: Look) -> LookFact | None:
    if not look.previous_ways:
        return None
    was = ways_words(look.previous_ways)
    words = _("The last payment went another way: {was}. Ask the person whether they wished it.")
    return LookFact(
        words=_("Other way"),
        sentence=words.format(was=was),
        mark=_WARN,
        colour="warn",
        is_tinted=True,
    )


def ways_words(ways: Sequence[PaidBy]) -> str:
    """Name ways to be paid: "Bank and Voucher"."""
    return _(" and ").join(paid_by_word(way) for way in ways)


def _third_party(look: Look) -> LookFact | None:
    if not look.is_third_party:
        return None
    words = _("The account belongs to {holder}, as the participant asked.")
    return LookFact(
        words=_("Other holder"),
        sentence=words.format(holder=look.holder or _("somebody else")),
        mark=_WARN,
        colour="warn",
    )


def _late(look: Look) -> LookFact | None:
    if not look.late_days:
        return None
    words = ngettext("{days} day late", "{days} days late", look.late_days)
    sentence = ngettext(
        "The oldest piece of it is paid {days} day after you promised.",
        "The oldest piece of it is paid {days} days after you promised.",
        look.late_days,
    )
    return LookFact(
        words=words.format(days=look.late_days),
        sentence=sentence.format(days=look.late_days),
        mark=Mark("circle-alert", "bad"),
        colour="bad",
    )


def _kept_back(look: Look) -> LookFact | None:
    if not look.kept_back_pence:
        return None
    pence = format_pounds(look.kept_back_pence)
    words = _("{pence} of it is kept back, because as much was paid in error before.")
    return LookFact(
        words=_("{pence} kept").format(pence=pence),
        sentence=words.format(pence=pence),
        mark=Mark("circle-minus", "ink"),
    )


def _paid_again(look: Look) -> LookFact | None:
    if not look.is_paid_again:
        return None
    words = _("A payment of this was taken back or came back before, so it is paid again here.")
    return LookFact(words=_("Paid again"), sentence=words, mark=Mark("rotate-ccw", "ink"))


def _first(look: Look) -> LookFact | None:
    if not look.is_first_payment:
        return None
    return LookFact(
        words=_("First payment"), sentence=_("This person was never paid from here before.")
    )


def _expenses_only(look: Look) -> LookFact | None:
    if not look.is_expenses_only:
        return None
    return LookFact(
        words=_("Expenses only"), sentence=_("It pays back expenses; no work is paid with it.")
    )


_WORDINGS: tuple[Callable[[Look], LookFact | None], ...] = (
    _new_account,
    _new_way,
    _third_party,
    _late,
    _kept_back,
    _paid_again,
    _first,
    _expenses_only,
)


def look_words(look: Look | None) -> str:
    """Return the weightiest thing in a word or two, and how many more there are."""
    facts = look_facts(look)
    if len(facts) < 2:
        return facts[0].words if facts else ""
    return _("{first} +{more}").format(first=facts[0].words, more=len(facts) - 1)


def look_sentences(look: Look | None) -> str:
    """Return all there is to look at, a sentence a line."""
    return "\n".join(fact.sentence for fact in look_facts(look))


def outcome_words(payment: Payment, *, is_exported: bool) -> str:
    """Say what became of a payment; `is_exported` once its files are made."""
    if payment.state is PaymentState.PAID and payment.paid_on is not None:
        return _("Paid {day}").format(day=short_day(payment.paid_on))
    return {
        PaymentState.WAITING: _("Waits") if is_exported else _("Not sent"),
        PaymentState.PAID: _("Paid"),
        PaymentState.CAME_BACK: _("Came back"),
        PaymentState.TAKEN_BACK: _("Taken back"),
    }[payment.state]


def outcome_mark(payment: Payment) -> Mark:
    """Mark what became of a payment."""
    return {
        PaymentState.WAITING: Mark("circle", "ink_2"),
        PaymentState.PAID: Mark("circle-check", "good"),
        PaymentState.CAME_BACK: Mark("undo-2", "warn"),
        PaymentState.TAKEN_BACK: Mark("rotate-ccw", "warn"),
    }[payment.state]
