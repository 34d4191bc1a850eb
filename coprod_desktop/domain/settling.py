"""Find out from the bank's lines which payments were made, and which came back; never by guess."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Sequence

from coprod_desktop.domain.bank_statements import StatementLine
from coprod_desktop.domain.payee_names import KnownTexts, Tokens, name_of, reference_of, words_of
from coprod_desktop.domain.settling_graph import Claim, Told
from coprod_desktop.domain.settling_graph import Evidence as Evidence
from coprod_desktop.domain.settling_sides import Loose, Side, in_file

DAYS_BEFORE = 3
DAYS_AFTER = 14
"""How long before and after its day of payment a payment may stand on the statement."""
RETURN_DAYS = 35
"""How long after it was paid a payment may come back."""
_CAME_BACK = frozenset(
    {"returned", "return", "rtn", "unpaid", "unapplied", "rejected", "recalled", "bounced"}
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A payment by bank that is not settled yet; `reference` as the bank was given it."""

    payment_id: int
    run_number: int
    name: str
    account_name: str
    reference: str
    pence: int
    pay_on: datetime.date


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A payment by bank that is settled, and may come back.

    One that came back (`has_returned`) is told as well: it is matched with nothing, but its name
    and its amount show that a line may be no other's.
    """

    payment_id: int
    run_number: int
    name: str
    account_name: str
    reference: str
    pence: int
    pay_on: datetime.date
    paid_on: datetime.date
    has_returned: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """A payment that the bank made, and the line that says so."""

    line: StatementLine
    payment: Awaited
    evidence: Evidence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A whole run that the bank booked as one line."""

    line: StatementLine
    run_number: int
    payments: tuple[Awaited, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A payment that came back, and the line that says so."""

    line: StatementLine
    payment: Sent
    evidence: Evidence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Lines that may be any of several payments, or whole runs; a person decides."""

    lines: tuple[StatementLine, ...]
    payments: tuple[Awaited | Sent, ...]
    run_numbers: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What a statement says about payments.

    Each line is in one of paid, batches, returned, unclear, unmatched_lines and seen_before. Each
    awaited payment is in one of paid, batches and still_awaited; unclear ones are still awaited.
    What was paid and came back on the same statement is in paid, or batches, and in returned.
    """

    paid: tuple[Paid, ...] = ()
    batches: tuple[Batch, ...] = ()
    returned: tuple[Returned, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    unmatched_lines: tuple[StatementLine, ...] = ()
    still_awaited: tuple[Awaited, ...] = ()
    seen_before: tuple[StatementLine, ...] = ()


def match_payments(
    awaited: Iterable[Awaited],
    sent: Iterable[Sent],
    lines: Iterable[StatementLine],
    used_keys: Collection[str] = (),
) -> Matching:
    """Match the lines of a statement with payments; the order of neither matters.

    A line is taken for a payment where the amount is equal, the day near, and where it tells the
    payee's name or the reference in just one possible way. A line of which only the amount fits is
    asked about: benefits look at the day of a payment, and a shop's line may have the same amount.
    A return needs the reference, or a name beside the bank's mark or a word that says it came
    back: a person may send the charity money of their own, of the same amount.
    """
    ordered = _in_order(lines)
    seen = tuple(line for line in ordered if line.line_key in used_keys)
    open_ones = sorted(awaited, key=_by_number)
    gone = sorted(sent, key=_by_number)
    payments: list[Awaited | Sent] = [*open_ones, *gone]
    known = _Known(payments)
    out = Side(
        {
            line: known.told(line, used_keys)
            for line in ordered
            if line.pence < 0 and not line.is_back  # income that the bank took back pays nobody
        },
        {one: known.claim(one) for one in payments},
    )
    batches, paid = _batches(out), _paid(out)
    gone += [_sent(one.payment, one.line) for one in paid]
    gone += [_sent(payment, one.line) for one in batches for payment in one.payments]
    back = Side(
        {line: known.told(line, used_keys) for line in ordered if line.pence > 0},
        {one: known.claim_back(one) for one in sorted(gone, key=_by_number)},
        evidence=(Evidence.NAME, Evidence.REFERENCE),
    )
    back_told = [
        Returned(line=line, payment=payment, evidence=evidence)
        for line, payment, evidence in back.pair_told()
    ]
    returned = [one for one in back_told if _says_return(one)]
    loose: list[Loose[Awaited | Sent] | Loose[Sent]] = [*out.loose(), *back.loose()]
    unclear = [
        Unclear(lines=one.lines, payments=one.payments, run_numbers=one.run_numbers)
        for one in loose
    ]
    unclear += [
        Unclear(lines=(one.line,), payments=(one.payment,))
        for one in back_told
        if not _says_return(one)
    ]
    unclear.sort(key=lambda one: in_file(one.lines[0]))
    matched = {one.line for one in paid} | {one.line for one in batches} | set(seen)
    matched |= {one.line for one in returned} | {x for one in unclear for x in one.lines}
    settled = {one.payment for one in paid} | {p for one in batches for p in one.payments}
    return Matching(
        paid=tuple(sorted(paid, key=lambda one: in_file(one.line))),
        batches=tuple(sorted(batches, key=lambda one: in_file(one.line))),
        returned=tuple(sorted(returned, key=lambda one: in_file(one.line))),
        unclear=tuple(unclear),
        unmatched_lines=tuple(line for line in ordered if line not in matched),
        still_awaited=tuple(one for one in open_ones if one not in settled),
        seen_before=seen,
    )


def _says_return(one: Returned) -> bool:
    """Say whether the bank marks a line as money that came back, or it says so in its words.

    Those are the payment's reference, or a word as "returned".
    """
    if one.line.is_back:
        return True
    words = words_of(f"{one.line.payee} {one.line.reference}")
    reference = reference_of(one.payment.reference)
    return bool(_CAME_BACK & set(words)) or bool(reference and reference in "".join(words))


def _batches(out: Side[Awaited | Sent]) -> list[Batch]:
    return [
        Batch(line=line, run_number=run, payments=_open(payments))
        for line, run, payments in out.take_runs()
    ]


def _paid(out: Side[Awaited | Sent]) -> list[Paid]:
    return [
        Paid(line=line, payment=payment, evidence=evidence)
        for line, one, evidence in out.pair_told()
        for payment in _open((one,))
    ]


def _open(payments: Iterable[Awaited | Sent]) -> tuple[Awaited, ...]:
    return tuple(one for one in payments if isinstance(one, Awaited))


def _in_order(lines: Iterable[StatementLine]) -> list[StatementLine]:
    """Return each line once, by day, in the order of the file."""
    ordered = sorted(lines, key=in_file)
    return list({line.line_key: line for line in reversed(ordered)}.values())[::-1]


def _by_number(payment: Awaited | Sent) -> tuple[int, int]:
    return payment.run_number, payment.payment_id


def _sent(payment: Awaited, line: StatementLine) -> Sent:
    return Sent(
        payment_id=payment.payment_id,
        run_number=payment.run_number,
        name=payment.name,
        account_name=payment.account_name,
        reference=payment.reference,
        pence=payment.pence,
        pay_on=payment.pay_on,
        paid_on=line.on,
    )


class _Known:
    """What the payments know of names and references, to understand lines by."""

    def __init__(self, payments: Sequence[Awaited | Sent]) -> None:
        self._texts = KnownTexts(
            (name for payment in payments for name in _names(payment)),
            (payment.reference for payment in payments),
        )

    def told(self, line: StatementLine, used_keys: Collection[str]) -> Told:
        """Return what a line tells."""
        words = words_of(f"{line.payee} {line.reference}")
        return Told(
            on=line.on,
            pence=abs(line.pence),
            names=self._texts.names_in(words),
            references=self._texts.references_in(words),
            is_new=line.line_key not in used_keys,
        )

    def claim(self, payment: Awaited | Sent) -> Claim:
        """Return what money going out a payment answers to."""
        return Claim(
            run_number=payment.run_number,
            pence=payment.pence,
            from_on=payment.pay_on - datetime.timedelta(days=DAYS_BEFORE),
            to_on=payment.pay_on + datetime.timedelta(days=DAYS_AFTER),
            names=_names(payment),
            reference=reference_of(payment.reference),
            is_open=isinstance(payment, Awaited),
        )

    def claim_back(self, payment: Sent) -> Claim:
        """Return what money coming in a payment answers to."""
        return dataclasses.replace(
            self.claim(payment),
            from_on=payment.paid_on,
            to_on=payment.paid_on + datetime.timedelta(days=RETURN_DAYS),
            is_open=not payment.has_returned,
        )


def _names(payment: Awaited | Sent) -> frozenset[Tokens]:
    return frozenset({name_of(payment.name), name_of(payment.account_name)} - {()})
