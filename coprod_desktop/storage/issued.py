"""Number papers that are handed out, and find the pictures that stood on them."""

import hashlib

import sqlalchemy as sa

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, Receipt
from coprod_desktop.domain.issued_papers import IssuedPaper
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.statements import StatementPaper
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.storage import schema
from coprod_desktop.storage.work import Reading

_papers = schema.table_of(IssuedPaper)
_of_statements = schema.table_of(StatementPaper)
_receipts = schema.table_of(Receipt)
_items = schema.table_of(ExpenseItem)
_claims = schema.table_of(ExpenseClaim)
_vouchers = schema.table_of(Voucher)
_removed = schema.removed_files


def next_number(reading: Reading, prefix: str, year: int) -> int:
    """Return the running number that the next paper "L-2026-0001" of a letter and year gets."""
    start = f"{prefix}-{year}-"
    number = _papers.c.number
    # The longest is the last: as text, L-2026-9999 stands behind L-2026-10000.
    last = reading.connection.scalar(
        sa.select(number)
        .where(number.startswith(start))
        .order_by(sa.func.length(number).desc(), number.desc())
        .limit(1)
    )
    return int(last.removeprefix(start)) + 1 if last else 1


def picture(reading: Reading, sha256: str) -> bytes:
    """Return a picture that is or was on the charity's papers, empty where it is erased."""
    for style in reading.find(PaperStyle):
        for one in (style.logo, style.signature):
            if hashlib.sha256(one).hexdigest() == sha256:
                return one
    kept = reading.connection.scalar(
        sa.select(_removed.c.content).where(_removed.c.sha256 == sha256)
    )
    return kept or b""


def forms_of(reading: Reading, statement_id: int) -> frozenset[tuple[str, str, str]]:
    """Return the form, edition and language of each paper of a statement that is archived."""
    columns = (_of_statements.c[name] for name in ("media_type", "edition", "language"))
    query = sa.select(*columns).where(_of_statements.c.statement_id == statement_id)
    return frozenset((one[0], one[1], one[2]) for one in reading.connection.execute(query))


def receipt_numbers(reading: Reading, participant_id: int) -> dict[int, str]:
    """Return our number of the first receipt of each expense of a person: "R1", "R2" and so on.

    They are counted as they came in, so a number stays.
    """
    query = (
        sa.select(_receipts.c.expense_item_id)
        .join(_items, _items.c.expense_item_id == _receipts.c.expense_item_id)
        .join(_claims, _claims.c.expense_claim_id == _items.c.expense_claim_id)
        .where(_claims.c.participant_id == participant_id)
        .order_by(_receipts.c.receipt_id)
    )
    numbers: dict[int, str] = {}
    for number, item_id in enumerate(reading.connection.scalars(query), 1):
        numbers.setdefault(item_id, f"R{number}")
    return numbers


def has_vouchers(reading: Reading) -> bool:
    """Say whether the charity has ever bought a voucher."""
    return bool(reading.connection.scalar(sa.select(sa.exists().select_from(_vouchers))))


def same_paper(reading: Reading, like: IssuedPaper) -> tuple[IssuedPaper, ...]:
    """Return the papers of the same kind, person, session, days, edition and language."""
    return reading.find(
        IssuedPaper,
        kind=like.kind,
        participant_id=like.participant_id,
        activity_id=like.activity_id,
        from_on=like.from_on,
        to_on=like.to_on,
        edition=like.edition,
        language=like.language,
    )


def numbered(reading: Reading, number: str) -> IssuedPaper:
    """Return the paper of this number; raises NotFoundError."""
    found = reading.find(IssuedPaper, number=number.strip().upper())
    if not found:
        raise NotFoundError(noun="paper", name=number)
    return found[0]
