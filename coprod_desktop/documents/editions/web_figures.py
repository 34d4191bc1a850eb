"""Draw the bars, signs and codes of a page; the words that say the same stand beside each."""

from coprod_desktop.documents.editions.web_text import attribute, paragraph, text
from coprod_desktop.documents.paper import Bar, Chart, Code, Figure, Mark, Stripe, Summary
from coprod_desktop.documents.square_code import square_code
from coprod_desktop.i18n import _

_QUIET = 4  # empty dots that a reader of square codes expects around them


def key(mark: Mark) -> str:
    """Draw the sign of paid or unpaid work; its word follows."""
    return f'<span class="key {mark.value}" aria-hidden="true"></span> ' if mark else ""


def summary(part: Summary, level: int) -> str:
    """Put the figures of a row side by side, the same size and width."""
    top = (f"<h{level}>{text(part.headline)}</h{level}>" if part.headline else "") + bar(part.bar)
    rows = "".join(
        f'<dl class="pair">{"".join(_figure(figure) for figure in row)}</dl>' for row in part.rows
    )
    return f'<div class="summary">{f"<div>{top}</div>" if top else ""}{rows}</div>'


def _figure(figure: Figure) -> str:
    note = f'<dd class="small">{text(figure.note)}</dd>' if figure.note else ""
    return (
        f"<div><dt>{key(figure.mark)}{text(figure.label)}</dt>"
        f'<dd class="amount">{text(figure.amount)}</dd>{note}</div>'
    )


def bar(part: Bar | None) -> str:
    """Draw paid and unpaid minutes as one bar; those who hear the page hear its words."""
    if part is None:
        return ""
    whole = part.minutes_paid + part.minutes_unpaid
    drawn = _stripe(part.minutes_paid, part.minutes_unpaid, whole, "bar")
    return f"{drawn}{paragraph(part.says, 'unseen')}"


def _stripe(paid: int, unpaid: int, whole: int, kind: str) -> str:
    """Draw minutes as wide as their part of the whole; nothing for no minutes."""
    if not paid + unpaid:
        return ""
    inside = "".join(
        f'<span class="{mark}" style="width: {100 * minutes / whole:.3f}%"></span>'
        for mark, minutes in (("paid", paid), ("unpaid", unpaid))
        if minutes
    )
    return f'<span class="{kind}" aria-hidden="true">{inside}</span>'


def chart(part: Chart) -> str:
    """List bars of time under one another, each between its name and its numbers."""
    most = max((each.minutes_paid + each.minutes_unpaid for each in part.stripes), default=0)
    rows = "".join(_chart_row(each, max(most, 1)) for each in part.stripes)
    keys = f"{key(Mark.PAID)}{text(_('Paid'))}"
    if any(each.minutes_unpaid for each in part.stripes):
        keys += f" &emsp; {key(Mark.UNPAID)}{text(_('Unpaid'))}"
    return (
        f'<figure class="chart"><figcaption>{text(part.says)}</figcaption>'
        f'<p class="small" aria-hidden="true">{keys}</p><ul role="list">{rows}</ul></figure>'
    )


def _chart_row(part: Stripe, most: int) -> str:
    drawn = _stripe(part.minutes_paid, part.minutes_unpaid, most, "stripe")
    return (
        f'<li><span class="strong">{text(part.label)}</span> {drawn} '
        f'<span class="small">{text(part.says)}</span></li>'
    )


def code(part: Code) -> str:
    """Draw a square code on white, whatever the colours of the page, with its words below."""
    rows = square_code(part.content)
    size = len(rows) + 2 * _QUIET
    dots = "".join(
        f"M{across + _QUIET} {down + _QUIET}h1v1h-1z"
        for down, row in enumerate(rows)
        for across, dot in enumerate(row)
        if dot == "1"
    )
    title = attribute(_("A square code for a telephone. It says what stands beside it."))
    return (
        f'<div class="code"><svg role="img" aria-label="{title}" viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{dots}"/></svg>'
        f"{paragraph(part.says)}</div>"
    )
