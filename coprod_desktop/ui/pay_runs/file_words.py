"""Which files of a pay run there are, in words."""

from dataclasses import dataclass

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.pay_runs.shown_run import ShownRun

_BY_HAND = frozenset({PaidBy.CASH, PaidBy.VOUCHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWords:
    """One file, or many alike: an icon, what it is, and what kind of file."""

    icon: str
    words: str
    kind: str


def files_of(shown: ShownRun) -> tuple[FileWords, ...]:
    """Return the files that a run has, in the order of their use."""
    found = [
        FileWords(icon="file-spreadsheet", words=_("Payment sheet"), kind=_("Excel and PDF")),
        *_for_bank(shown),
        *_by_hand(shown),
    ]
    count = len(shown.payments)
    words = ngettext("Remittance, {count:,} payment", "Remittances, {count:,} payments", count)
    found.append(FileWords(icon="mail", words=words.format(count=count), kind=_("PDF")))
    return tuple(found)


def bank_count(shown: ShownRun) -> int:
    """Return how many payments of a run stand in its bank file."""
    return sum(one.method is PaidBy.BANK and one.pence > 0 for one in shown.payments)


def _for_bank(shown: ShownRun) -> tuple[FileWords, ...]:
    count = bank_count(shown)
    if not count:
        return ()
    pence = sum(one.pence for one in shown.payments if one.method is PaidBy.BANK)
    words = ngettext(
        "Bank file, {count:,} payment, {pence}", "Bank file, {count:,} payments, {pence}", count
    )
    said = words.format(count=count, pence=format_pounds(pence))
    return (
        FileWords(icon="landmark", words=said, kind=_("for your bank")),
        FileWords(icon="list-checks", words=_("Control sheet to compare"), kind=_("PDF")),
    )


def _by_hand(shown: ShownRun) -> tuple[FileWords, ...]:
    count = sum(one.method in _BY_HAND and one.pence > 0 for one in shown.sent)
    if not count:
        return ()
    words = ngettext(
        "Cash and voucher sheet, {count:,} payment",
        "Cash and voucher sheet, {count:,} payments",
        count,
    )
    said = words.format(count=count)
    return (FileWords(icon="wallet", words=said, kind=_("PDF to sign")),)
