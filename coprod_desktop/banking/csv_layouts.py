"""Write the list of payments that a bank's website takes in, one layout for each bank."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    LayoutUnknownError,
    NameMissingError,
    NegativeMoneyError,
    SortCodeUnreadableError,
)
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment

REFERENCE_LIMIT = 18  # characters that a Bacs or Faster Payment carries
# Bacs takes letters, digits, and . & / - and the space; the apostrophe of O'Brien is taken too.
# No comma, quotation mark, "=", "+" or "@" is among them, so a field needs no quoting, and no
# spreadsheet program takes one for a formula. A text never begins with a hyphen either.
_FOREIGN = re.compile(r"[^A-Za-z0-9.&/' -]")
_LETTERS = MappingProxyType(
    str.maketrans(
        {
            "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O",
            "þ": "th", "Þ": "Th", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
            "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N", "\N{LATIN SMALL LETTER DOTLESS I}": "i",
            "’": "'", "‘": "'", "`": "'", "\N{ACUTE ACCENT}": "'",
            "\N{MODIFIER LETTER APOSTROPHE}": "'",
            "\N{HYPHEN}": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
        }
    )
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One payment in the bank's letters: six digits, eight digits, an amount in pence."""

    account_name: str
    sort_code: str
    account_number: str
    pence: int
    reference: str

    @property
    def pounds(self) -> str:
        """The amount as "12.34"."""
        return f"{self.pence // 100}.{self.pence % 100:02d}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one bank wants its file: headings (empty where it wants none) and a line's fields."""

    headings: tuple[str, ...]
    fields: Callable[[Line], tuple[str, ...]]
    line_end: str = "\r\n"


def _plain_fields(line: Line) -> tuple[str, ...]:
    return (line.account_name, line.sort_code, line.account_number, line.pounds, line.reference)


LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "plain": Layout(
            headings=("Account name", "Sort code", "Account number", "Amount", "Reference"),
            fields=_plain_fields,
        ),
    }
)


def bank_file(payments: Sequence[Payment], reference: str, layout: str) -> bytes:
    """Return the file for the payments that go by bank, in their order, in the bank's letters.

    `reference` stands beside each, cut to 18 characters. Raises LayoutUnknownError; and
    NameMissingError, SortCodeUnreadableError, AccountNumberUnreadableError or NegativeMoneyError
    for a payment that no bank would take.
    """
    if layout not in LAYOUTS:
        raise LayoutUnknownError(name=layout, known=tuple(LAYOUTS))
    chosen = LAYOUTS[layout]
    words = bank_letters(reference)[:REFERENCE_LIMIT].strip()
    lines = [_line(payment, words) for payment in payments if payment.method is PaidBy.BANK]
    rows = [chosen.headings] if chosen.headings else []
    rows += [chosen.fields(line) for line in lines]
    return "".join(",".join(row) + chosen.line_end for row in rows).encode("ascii")


def bank_letters(text: str) -> str:
    """Return text in the letters that banks take: "Siân Łukasz, ŵ" is "Sian Lukasz w"."""
    loose = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    bare = "".join(letter for letter in loose if not unicodedata.combining(letter))
    plain = _FOREIGN.sub(" ", bare.translate(_LETTERS))
    return " ".join(plain.split()).lstrip("-' ")


def _line(payment: Payment, reference: str) -> Line:
    name = bank_letters(payment.account_name)
    if not name:
        raise NameMissingError()
    if not re.fullmatch(r"[0-9]{6}", payment.sort_code):
        raise SortCodeUnreadableError()
    if not re.fullmatch(r"[0-9]{8}", payment.account_number):
        raise AccountNumberUnreadableError()
    if payment.pence <= 0:
        raise NegativeMoneyError(pence=payment.pence)
    return Line(
        account_name=name,
        sort_code=payment.sort_code,
        account_number=payment.account_number,
        pence=payment.pence,
        reference=reference,
    )
