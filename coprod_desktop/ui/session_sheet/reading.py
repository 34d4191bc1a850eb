"""Read what is typed on the sheet: paid or unpaid, and a small expense."""

import re
from dataclasses import dataclass

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.errors import DistanceUnreadableError, MoneyUnreadableError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseKind, parse_miles
from coprod_desktop.domain.money import format_pounds, parse_pounds
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.words import expense_kind_word, pay_word

_KIND_WORDS = {
    **{kind.value: kind for kind in ExpenseKind},
    "b": ExpenseKind.BUS,  # the commonest of all
    "coach": ExpenseKind.BUS,
    "rail": ExpenseKind.TRAIN,
    "tram": ExpenseKind.TRAIN,
    "cab": ExpenseKind.TAXI,
    "bike": ExpenseKind.BICYCLE,
    "cycle": ExpenseKind.BICYCLE,
    "motorbike": ExpenseKind.MOTORCYCLE,
    "food": ExpenseKind.MEAL,
    "lunch": ExpenseKind.MEAL,
    "child care": ExpenseKind.CHILDCARE,
    "care": ExpenseKind.CARE,
    "phone": ExpenseKind.PHONE,
    "data": ExpenseKind.PHONE,
    "something else": ExpenseKind.OTHER,
}
_LETTERS_TO_KNOW = 3  # "tra" can only be train
_WITH_WORDS = re.compile(
    r"(?P<before>[^\d£.]*?)[\s:]*(?P<sum>[(£.]*\d.*?\)*)[\s,]*(?P<after>[^\d]*)"
)
_MILES = re.compile(r"(?P<miles>.*\d.*?)\s*(?:m|mi|miles?)(?:\s+(?:by\s+)?(?P<after>.*))?")


class NotUnderstoodError(Exception):
    """What was typed means nothing here; its text is the sentence for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether a person's work is paid, and what the person said to the offer.

    `part_pence` is how much of the offer is taken where it is a part.
    """

    pay: Pay = Pay.PAID
    choice: Choice = Choice.ACCEPT
    part_pence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallExpense:
    """One small expense: its cost in pence, or the distance in tenths of a mile."""

    kind: ExpenseKind
    pence: int = 0
    tenth_miles: int = 0


PAID, UNPAID, SALARY = Answer(), Answer(pay=Pay.UNPAID), Answer(pay=Pay.SALARY)
DECLINED = Answer(choice=Choice.DECLINE)
_ANSWERS = {
    PAID: "p paid y yes",
    UNPAID: "u unpaid n no",
    SALARY: "s salary",
    DECLINED: "d decline declined",
    Answer(choice=Choice.VOUCHER): "v voucher",
    Answer(choice=Choice.DEFER): "defer deferred later",
    Answer(choice=Choice.DONATE): "donate donated",
}


def offered_answers() -> tuple[Answer, ...]:
    """Return the answers to choose from, without the one that needs an amount."""
    return tuple(_ANSWERS)


def answer_words(answer: Answer) -> str:
    """Word an answer for its cell."""
    if answer.pay is not Pay.PAID:
        return pay_word(answer.pay)
    if answer.choice is Choice.PART:
        return _("Part paid, {pence}").format(pence=format_pounds(answer.part_pence))
    return {
        Choice.ACCEPT: _("Paid"),
        Choice.DECLINE: _("Declined"),
        Choice.VOUCHER: _("Paid by voucher"),
        Choice.DEFER: _("Paid later"),
        Choice.DONATE: _("Paid, to donate back"),
    }[answer.choice]


def read_answer(text: str) -> Answer:
    """Read "p", "unpaid", "salary", "declined", "voucher", "defer", "donate" or "part 50".

    Raises NotUnderstoodError, and the errors of an amount for the part.
    """
    plain = fold(text)
    for answer, words in _ANSWERS.items():
        if plain in words.split() or plain == fold(answer_words(answer)):
            return answer
    if plain.startswith("part"):
        return _read_part(plain.removeprefix("part").strip().removeprefix("paid").strip(" ,"))
    raise NotUnderstoodError(
        _(
            "{text} is none of the answers. Write paid, unpaid, salary, declined, voucher, defer, "
            "donate, or part and an amount, as part 50."
        ).format(text=_quoted(text))
    )


def _read_part(amount: str) -> Answer:
    if not amount:
        raise NotUnderstoodError(_("Write how much of the offer is taken, as part 50."))
    return Answer(choice=Choice.PART, part_pence=parse_pounds(amount))


def read_expense(text: str) -> SmallExpense:
    """Read "4.60 bus", "4.6b", "=2*4.60 bus", "train £9.90" or "12 car"; a number alone is pounds.

    A number before a vehicle that is paid by the mile is miles, unless it carries a £. Raises
    NotUnderstoodError, NegativeMoneyError or MoneyTooLargeError.
    """
    try:
        plain = " ".join(plain_digits(text).casefold().split())
        return _read_expense(plain.removeprefix("=").strip(), "=" * plain.startswith("="))
    except (MoneyUnreadableError, DistanceUnreadableError, KeyError):
        raise NotUnderstoodError(
            _(
                "{text} is not an expense that can be read. Write it as 4.60 bus or 12 miles car."
            ).format(text=_quoted(text))
        ) from None


def _read_expense(plain: str, sign: str) -> SmallExpense:
    """Read an expense; with the sign of a formula, the sum in it may take away and divide too."""
    match = _WITH_WORDS.fullmatch(plain)
    if match is None:
        raise MoneyUnreadableError(text=plain)
    miles = _MILES.fullmatch(plain)
    if miles is not None:
        kind = _kind(miles["after"] or "car")
        if kind not in MILEAGE_KINDS:
            raise DistanceUnreadableError(text=plain)
        return SmallExpense(kind=kind, tenth_miles=parse_miles(miles["miles"]))
    words = f"{match['before']} {match['after']}".strip(" ,:")
    if words in ("p", "pounds", "pence"):
        return SmallExpense(kind=ExpenseKind.OTHER, pence=parse_pounds(plain))
    kind = _kind(words) if words else ExpenseKind.OTHER
    if kind in MILEAGE_KINDS and not match["sum"].startswith("£"):
        return SmallExpense(kind=kind, tenth_miles=parse_miles(match["sum"]))
    return SmallExpense(kind=kind, pence=parse_pounds(sign + match["sum"]))


def _kind(words: str) -> ExpenseKind:
    """Return the kind that words mean; raises KeyError for none or more than one."""
    plain = words.strip(" ,").removeprefix("by ")
    if plain in _KIND_WORDS:
        return _KIND_WORDS[plain]
    begun = {kind for word, kind in _KIND_WORDS.items() if word.startswith(plain)}
    if len(plain) < _LETTERS_TO_KNOW or len(begun) != 1:
        raise KeyError(words)
    return begun.pop()


def expense_words(expense: SmallExpense) -> str:
    """Word an expense as it can be typed again: "£4.60 bus" or "12 miles car"."""
    kind = {ExpenseKind.OTHER: _("something else")}.get(expense.kind, expense.kind.value)
    amount = _miles(expense) if expense.tenth_miles else format_pounds(expense.pence)
    return f"{amount} {kind}"


def expense_echo(expense: SmallExpense) -> str:
    """Say back how an expense was understood."""
    if expense.tenth_miles:
        return f"{_miles(expense)}. {expense_kind_word(expense.kind)}"
    is_vehicle = expense.kind in MILEAGE_KINDS  # here it is a cost, not so much a mile
    how = expense.kind.capitalize() if is_vehicle else expense_kind_word(expense.kind)
    return f"{format_pounds(expense.pence)}. {how}"


def _miles(expense: SmallExpense) -> str:
    tenths = expense.tenth_miles
    number = f"{tenths // 10:,}.{tenths % 10}".removesuffix(".0")
    return ngettext("{miles} mile", "{miles} miles", 1 if tenths == 10 else 2).format(miles=number)


def _quoted(text: str) -> str:
    return f"“{text.strip()}”"
