"""Know the headings that UK banks write above the columns of a statement."""

import dataclasses
import re
from collections.abc import Sequence
from types import MappingProxyType

from coprod_desktop.domain.bank_statements import CsvMapping
from coprod_desktop.domain.text import fold

_NOT_WORD = re.compile(r"[\W_]+")
_MAPPED = ("day", "amount", "direction", "paid_out", "paid_in", "payee", "reference")

# The earlier a heading stands, the surer it is.
_KNOWN: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({
    "day": (
        "date", "transaction date", "posting date", "posted date", "booking date", "entry date",
        "date completed utc", "completed date", "date completed", "posted", "value date",
    ),
    "amount": (
        "amount", "amount gbp", "value", "value gbp", "transaction amount", "net amount",
        "amount in gbp", "payment amount", "transaction value",
    ),
    "direction": (
        "debit credit", "credit debit", "dr cr", "cr dr", "d c", "credit debit indicator",
        "debit credit indicator", "direction",
    ),
    "paid_out": (
        "paid out", "money out", "debit amount", "debit", "debits", "out", "withdrawals",
        "withdrawal", "payments", "amount out", "money out gbp", "paid out gbp", "debit gbp",
    ),
    "paid_in": (
        "paid in", "money in", "credit amount", "credit", "credits", "in", "deposits", "deposit",
        "receipts", "amount in", "money in gbp", "paid in gbp", "credit gbp",
    ),
    "payee": (
        "counter party", "counterparty", "counter party name", "counterparty name", "payee",
        "payee name", "beneficiary", "beneficiary name", "name", "merchant", "description",
        "transaction description", "details", "transaction details", "narrative", "particulars",
        "memo", "narrative 1", "transaction narrative",
    ),
    "reference": (
        "reference", "payment reference", "transaction reference", "customer reference",
        "your reference", "ref", "notes and tags", "notes", "memo", "description", "details",
        "narrative 2", "transaction description", "additional information",
    ),
    "balance": (
        "balance", "balance gbp", "running balance", "account balance", "closing balance",
        "ledger balance",
    ),
    "account": ("account number", "account no", "account", "iban"),
    "currency": ("currency", "account currency", "payment currency", "transaction currency"),
    "state": ("state", "status", "transaction status"),
})  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The place of each column in a row, counted from nought; None where there is none."""

    day: int
    amount: int | None = None
    direction: int | None = None
    paid_out: int | None = None
    paid_in: int | None = None
    payee: int | None = None
    references: tuple[int, ...] = ()
    balance: int | None = None
    account: int | None = None
    currency: int | None = None
    state: int | None = None


def find_columns(row: Sequence[str], mapping: CsvMapping | None) -> Columns | None:
    """Return the columns where a row is the headings of a statement, else None."""
    headings = [_plain(cell) for cell in row]
    places = {field: _place(headings, known) for field, known in _KNOWN.items()}
    if mapping is None:
        found = [_place(headings, (one,)) for one in _KNOWN["reference"]]
        references = [one for one in found if one is not None and one != places["payee"]]
        return _whole(places, tuple(dict.fromkeys(references)))
    for field in _MAPPED:
        wanted = _plain(getattr(mapping, field))
        places[field] = _place(headings, (wanted,)) if wanted else None
        if wanted and places[field] is None:
            return None
    reference = places["reference"]
    return _whole(places, () if reference is None else (reference,))


def numbered_columns(mapping: CsvMapping) -> Columns | None:
    """Return the columns of a file without headings, where a mapping counts them from one."""
    places: dict[str, int | None] = {}
    for field in _MAPPED:
        said = getattr(mapping, field).strip()
        if said and not re.fullmatch(r"[1-9][0-9]?", said):
            return None
        places[field] = int(said) - 1 if said else None
    reference = places["reference"]
    return _whole(places, () if reference is None else (reference,))


def mapping_of(columns: Columns, headings: Sequence[str]) -> CsvMapping:
    """Return in the words of the headings what columns say, to be changed by somebody."""

    def named(place: int | None) -> str:
        return "" if place is None else headings[place]

    return CsvMapping(
        day=headings[columns.day],
        amount=named(columns.amount),
        direction=named(columns.direction),
        paid_out=named(columns.paid_out),
        paid_in=named(columns.paid_in),
        payee=named(columns.payee),
        reference=named(next(iter(columns.references), None)),
    )


def _whole(places: dict[str, int | None], references: tuple[int, ...]) -> Columns | None:
    """Return columns that can be read: a day, and an amount in one column or in two."""
    is_one = places["amount"] is not None
    unused = ("paid_out", "paid_in") if is_one else ("direction",)
    kept = {field: place for field, place in places.items() if field not in unused}
    day = kept.pop("day")
    kept.pop("reference")
    has_money = any(kept.get(one) is not None for one in ("amount", "paid_out", "paid_in"))
    return (
        Columns(day=day, references=references, **kept) if day is not None and has_money else None
    )


def _place(headings: Sequence[str], known: Sequence[str]) -> int | None:
    return next((headings.index(one) for one in known if one in headings), None)


def _plain(heading: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", fold(heading).replace("£", " gbp ")).split())
