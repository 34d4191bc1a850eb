"""The answer to "why this amount?" for pieces of work, line by line, paid and unpaid alike."""

import re
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.why_list import Source, WhyLine
from coprod_desktop.ui.words import choice_word

_VERSION = re.compile(r" ?Policy version (\d+)\.$")
_NOT_FIXED = frozenset({WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK})
_BETWEEN = re.compile(r"(?<=[.!?]) +(?=[A-Z£“\d])")


def paragraphs(because: str) -> str:
    """Return a frozen reason one sentence a line, without the policy's version at its end."""
    return _BETWEEN.sub("\n", _VERSION.sub("", because))


def version_sources(reasons: Iterable[str]) -> list[Source]:
    """Say once by which versions of the policy frozen reasons were worked out."""
    found = {match[1] for because in reasons if (match := _VERSION.search(because))}
    words = _("Worked out by policy version {number}.")
    return [("scale", words.format(number=number)) for number in sorted(found, key=int)]


def work_lines(pieces: Sequence[Contribution]) -> list[WhyLine]:
    """Explain pieces of work: first what is paid, then what is not, each with its reason."""
    paid = [piece for piece in pieces if piece.is_paid]
    unpaid = [piece for piece in pieces if not piece.is_paid]
    return [
        *_side(_("Paid work"), Swatch.PAID, paid),
        *_answer_lines(paid),
        *_side(_("Unpaid work"), Swatch.UNPAID, unpaid),
        *_worth_lines(unpaid),
    ]


def _side(heading: str, swatch: Swatch, pieces: Sequence[Contribution]) -> list[WhyLine]:
    if not pieces:
        return []
    minutes = sum(piece.minutes for piece in pieces)
    lines = [WhyLine(what=heading, amount=short_hours(minutes), swatch=swatch)]
    return lines + [_piece_line(piece) for piece in pieces]


def _piece_line(piece: Contribution) -> WhyLine:
    amount = _("In salary") if piece.pay is Pay.SALARY else _("No offer")
    if piece.offered_pence:
        amount = format_pounds(piece.offered_pence)
    return WhyLine(what=piece.kind_of_work, amount=amount, because=paragraphs(piece.because))


def _answer_lines(paid: Sequence[Contribution]) -> list[WhyLine]:
    offered = sum(piece.offered_pence for piece in paid)
    agreed = sum(piece.agreed_pence for piece in paid)
    if not offered:
        return []
    lines = [WhyLine(what=_("Offer"), amount=format_pounds(offered))]
    if agreed != offered:
        words = choice_word(Choice.PART)
        lines.append(WhyLine(what=_("To pay"), amount=format_pounds(agreed), because=words))
    return lines


def _worth_lines(unpaid: Sequence[Contribution]) -> list[WhyLine]:
    """Say what unpaid time is worth at the same rate, which is never money owed."""
    if not unpaid:
        return []
    value = sum(piece.value_pence for piece in unpaid)
    rates = {piece.rate_pence for piece in unpaid}
    because = _("It is not money paid or owed.")
    if len(rates) == 1:
        rate = format_pounds(rates.pop())
        because = _("Valued at {rate} an hour. It is not money paid or owed.").format(rate=rate)
    return [WhyLine(what=_("Worth"), amount=format_pounds(value), because=because)]


def work_sources(pieces: Sequence[Contribution], *, is_saved: bool) -> list[Source]:
    """Say where the amounts come from, and what the person chose."""
    sources = version_sources(piece.because for piece in pieces)
    sources.append(("lock", _how_fixed(pieces, is_saved=is_saved)))
    choices = {piece.choice for piece in pieces if piece.offered_pence}
    for choice in Choice:
        if choice in choices:
            sources.append(("circle-check", choice_word(choice)))
    return sources


def _how_fixed(pieces: Sequence[Contribution], *, is_saved: bool) -> str:
    if not is_saved:
        return _("Promised when you save. Fixed once it is approved.")
    if all(piece.state in _NOT_FIXED for piece in pieces):
        return _("Promised when it was saved. Fixed once it is approved.")
    return _("Promised and fixed. A later change of policy does not touch it.")
