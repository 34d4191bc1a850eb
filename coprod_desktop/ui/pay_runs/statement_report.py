"""What the bank's statement says about payments, in groups that a tired treasurer understands."""

from collections.abc import Iterable
from dataclasses import dataclass

from coprod_desktop.domain.bank_statements import BankStatement, StatementLine
from coprod_desktop.domain.dates import format_period, list_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.settling import Awaited, Evidence, Matching, Sent, Unclear
from coprod_desktop.i18n import _, ngettext

_RUNS_NAMED = 6
MOST_OFFERED = 200
"""How many payments are offered for one unclear line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One row of a list: the bank's line, and the payment that it is, as far as there are such."""

    key: str
    day: str
    pence: int
    bank_words: str = ""
    name: str = ""
    run: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearLine:
    """A line that may be any of several payments; each with its id and its words.

    Where there are none to choose from, `hint` says what else to do.
    """

    line_key: str
    words: str
    payments: tuple[tuple[int, str], ...]
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is shown of one statement; `certain` payments are recorded without a choice."""

    sub_line: str
    summary: str
    certain: int
    paid: tuple[LineRow, ...]
    batches: tuple[LineRow, ...]
    returned: tuple[LineRow, ...]
    unclear: tuple[UnclearLine, ...]
    not_ours: tuple[LineRow, ...]
    awaited: tuple[LineRow, ...]
    seen_before: int
    other_account: str = ""
    """Why this may be the wrong account; empty where nothing says so."""


def report_of(statement: BankStatement, found: Matching, own_ending: str) -> Report:
    """Put into words what a statement says; `own_ending` are the last digits of our account."""
    return Report(
        sub_line=_sub_line(statement),
        summary=_summary(found),
        certain=len(found.paid) + len(found.returned) + sum(len(b.payments) for b in found.batches),
        paid=tuple(_pair(one.line, one.payment, one.evidence) for one in found.paid),
        batches=tuple(
            _row(
                one.line,
                name=_people(len(one.payments)),
                run=str(one.run_number),
                because=_("The whole pay run in one line"),
            )
            for one in found.batches
        ),
        returned=tuple(_pair(one.line, one.payment, one.evidence) for one in found.returned),
        unclear=tuple(line for one in found.unclear for line in _unclear(one)),
        not_ours=tuple(_row(line) for line in found.unmatched_lines),
        awaited=tuple(map(_awaited, found.still_awaited)),
        seen_before=len(found.seen_before),
        other_account=_other_account(statement.account_ending, own_ending),
    )


# --- the rows ------------------------------------------------------------------------------------


def bank_words(line: StatementLine) -> str:
    """Return what the bank wrote beside an amount."""
    return " · ".join(dict.fromkeys(filter(None, (line.payee, line.reference)))) or _("no words")


def _row(line: StatementLine, name: str = "", run: str = "", because: str = "") -> LineRow:
    return LineRow(
        key=line.line_key,
        day=list_day(line.on),
        pence=line.pence,
        bank_words=bank_words(line),
        name=name,
        run=run,
        because=because,
    )


def _pair(line: StatementLine, payment: Awaited | Sent, evidence: Evidence) -> LineRow:
    because = {
        Evidence.NAME: _("Name and amount"),
        Evidence.REFERENCE: _("Reference and amount"),
        Evidence.ONLY_AMOUNT: _("Amount and day only"),
    }[evidence]
    return _row(line, name=payment.name, run=str(payment.run_number), because=because)


def _awaited(payment: Awaited) -> LineRow:
    return LineRow(
        key=str(payment.payment_id),
        day=list_day(payment.pay_on),
        pence=payment.pence,
        name=payment.name,
        run=str(payment.run_number),
    )


def _people(count: int) -> str:
    return ngettext("{count:,} payment", "{count:,} payments", count).format(count=count)


# --- what is unclear -----------------------------------------------------------------------------


def _unclear(group: Unclear) -> Iterable[UnclearLine]:
    """Give each line of a group; lines of one amount share what they may be."""
    fitting: dict[int, list[Awaited | Sent]] = {}
    offered: dict[int, tuple[tuple[int, str], ...]] = {}
    for line in group.lines:
        if line.pence not in fitting:
            found = [one for one in group.payments if _may_be(line, one)]
            fitting[line.pence] = found
            offered[line.pence] = tuple(
                (one.payment_id, _payment_words(one)) for one in found[:MOST_OFFERED]
            )
        yield UnclearLine(
            line_key=line.line_key,
            words=_line_words(line),
            payments=offered[line.pence],
            hint=_hint(group, len(fitting[line.pence])),
        )


def _line_words(line: StatementLine) -> str:
    words = _("{day}, {pence} went out: {words}")
    if line.pence > 0:
        words = _("{day}, {pence} came in: {words}")
    pence = format_pounds(abs(line.pence))
    return words.format(day=list_day(line.on), pence=pence, words=bank_words(line))


def _may_be(line: StatementLine, payment: Awaited | Sent) -> bool:
    is_open = isinstance(payment, Awaited) if line.pence < 0 else isinstance(payment, Sent)
    return is_open and payment.pence == abs(line.pence)


def _payment_words(payment: Awaited | Sent) -> str:
    words = _("{name}, {pence}, pay run {number}, to pay on {day}")
    return words.format(
        name=payment.name,
        pence=format_pounds(payment.pence),
        number=payment.run_number,
        day=list_day(payment.pay_on),
    )


def _hint(group: Unclear, count: int) -> str:
    said = []
    if count > MOST_OFFERED:
        words = _("The first {most:,} of {count:,} payments are offered.")
        said.append(words.format(most=MOST_OFFERED, count=count))
    if group.run_numbers:
        shown = [str(number) for number in group.run_numbers[:_RUNS_NAMED]]
        runs = ", ".join([*shown, "…"] if len(group.run_numbers) > _RUNS_NAMED else shown)
        words = _(
            "It may be a whole pay run in one line: {runs}. Look which, open that run, and mark it "
            "as paid there."
        )
        if count:
            words = _("It may also be a whole pay run in one line: {runs}.")
        said.append(words.format(runs=runs))
    return " ".join(said)


# --- sentences about the whole -------------------------------------------------------------------


def _sub_line(statement: BankStatement) -> str:
    count = len(statement.lines)
    days = format_period(statement.from_on, statement.to_on)
    words = ngettext("{count:,} line, {days}", "{count:,} lines, {days}", count)
    said = words.format(count=count, days=days)
    if statement.account_ending:
        words = _("{file}: {said}, account ending {ending}")
        return words.format(file=statement.source, said=said, ending=statement.account_ending)
    return _("{file}: {said}").format(file=statement.source, said=said)


def _summary(found: Matching) -> str:
    paid = [one.payment for one in found.paid]
    paid += [payment for one in found.batches for payment in one.payments]
    words = ngettext(
        "{count:,} payment left your account: {pence}.",
        "{count:,} payments left your account: {pence}.",
        len(paid),
    )
    said = [words.format(count=len(paid), pence=_sum(paid))] if paid else []
    back = [one.payment for one in found.returned]
    words = ngettext("{count:,} came back: {pence}.", "{count:,} came back: {pence}.", len(back))
    said += [words.format(count=len(back), pence=_sum(back))] if back else []
    unclear = sum(len(one.lines) for one in found.unclear)
    words = ngettext("{count:,} line is unclear.", "{count:,} lines are unclear.", unclear)
    said += [words.format(count=unclear)] if unclear else []
    if not said:
        return _("No line of this statement is a payment that is awaited.")
    left = len(found.still_awaited)
    words = ngettext("{count:,} is still awaited.", "{count:,} are still awaited.", left)
    return " ".join([*said, words.format(count=left)] if left else said)


def _sum(payments: Iterable[Awaited | Sent]) -> str:
    return format_pounds(sum(one.pence for one in payments))


def _other_account(ending: str, own_ending: str) -> str:
    if not ending or not own_ending or ending == own_ending:
        return ""
    words = _(
        "This statement is of the account ending {ending}, and you pay from the account ending "
        "{own}. Look whether it is the right file before you record anything."
    )
    return words.format(ending=ending, own=own_ending)
