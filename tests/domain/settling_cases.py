"""Payments and lines of invented people, for the tests of settling."""

import datetime

from coprod_desktop.domain.bank_statements import StatementEntry, StatementLine, keyed_lines
from coprod_desktop.domain.settling import Awaited, Matching, Sent

FRIDAY = datetime.date(2026, 11, 13)


def days(count: int) -> datetime.date:
    return FRIDAY + datetime.timedelta(days=count)


def an_awaited(payment_id: int, name: str, pence: int = 2500, run: int = 7) -> Awaited:
    return Awaited(
        payment_id=payment_id,
        run_number=run,
        name=name,
        account_name="",
        reference=f"Pay run {run}",
        pence=pence,
        pay_on=FRIDAY,
    )


def a_sent(payment_id: int, name: str, pence: int = 2500, run: int = 6) -> Sent:
    return Sent(
        payment_id=payment_id,
        run_number=run,
        name=name,
        account_name="",
        reference=f"Pay run {run}",
        pence=pence,
        pay_on=FRIDAY,
        paid_on=FRIDAY,
    )


def lines(*told: tuple[str, int] | tuple[str, int, int]) -> tuple[StatementLine, ...]:
    """Make lines of a text, pence and days after Friday."""
    entries = (
        StatementEntry(on=days(one[2] if len(one) == 3 else 0), pence=one[1], payee=one[0], row=row)
        for row, one in enumerate(told, 2)
    )
    return keyed_lines("1234", entries)


def matched_lines(matching: Matching) -> list[StatementLine]:
    lines_of = [one.line for one in matching.paid] + [one.line for one in matching.batches]
    return lines_of + [one.line for one in matching.returned]
