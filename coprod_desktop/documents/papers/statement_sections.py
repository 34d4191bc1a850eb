"""Word the parts of a statement that follow the list of work."""

import datetime

from coprod_desktop.documents import spoken
from coprod_desktop.documents.contact_words import whom_to_tell
from coprod_desktop.documents.paper import (
    Bullets,
    Chart,
    Code,
    Named,
    Part,
    Section,
    Signature,
    Stripe,
    Text,
)
from coprod_desktop.documents.papers.statement_summary import months_says
from coprod_desktop.documents.papers.statement_words import rates_words
from coprod_desktop.documents.spoken import hours, pounds
from coprod_desktop.domain.statements import StatementContent, StatementMade
from coprod_desktop.i18n import _, language


def value(content: StatementContent) -> list[Part]:
    """Say what unpaid work is worth, by which rate, and that it is not money."""
    if not content.value_pence or "value" in content.left_out:
        return []
    valued = sum(work.minutes for work in content.work if work.value_pence)
    said = [
        _(
            "If we had paid for your unpaid work it would have come to {value}: "
            "{hours} at {rates} an hour, each piece of work to the nearest penny."
        ).format(
            value=pounds(content.value_pence),
            hours=hours(valued),
            rates=rates_words(content.unpaid_rates_pence),
        ),
        _rate_source(content),
        _("It is not money paid or owed."),
    ]
    rest = content.minutes_unpaid - valued
    if rest:
        said.append(_("For {hours} more we have no rate to go by.").format(hours=hours(rest)))
    return [Section(heading=_("Your unpaid work"), parts=(Text(text=" ".join(said)),))]


def _rate_source(content: StatementContent) -> str:
    if not content.rate_source:
        return _("That is the rate we pay for the same work.")
    source = content.rate_source.rstrip(".")
    return _("That is the rate we pay for the same work ({source}).").format(source=source)


def sections_after_expenses(content: StatementContent) -> list[Part]:
    """Word what comes after the expenses, without what is empty or left out."""
    shown = (
        ("chart", chart(content)),
        ("skills", _skills(content)),
        ("made", _made(content)),
        ("changed", _told(_("What changed because of the work"), content.changed_in(language()))),
        ("next", _told(_("What happens next"), content.next_in(language()))),
    )
    parts: list[Part] = []
    for key, section in shown:
        if key not in content.left_out:
            parts += section
    return [*parts, _wrong(content), _about(content)]


def _told(heading: str, texts: tuple[str, ...]) -> list[Part]:
    told: tuple[Part, ...] = tuple(Text(text=text.strip()) for text in texts if text.strip())
    return [Section(heading=heading, parts=told)] if told else []


def _skills(content: StatementContent) -> list[Part]:
    texts = tuple(skill.strip() for skill in content.skills if skill.strip())
    heading = _("Skills and knowledge you used")
    return [Section(heading=heading, parts=(Bullets(texts=texts),))] if texts else []


def _made(content: StatementContent) -> list[Part]:
    """Name what was made, and who the person is on it."""
    made: tuple[Part, ...] = tuple(
        Named(name=f"{one.title.rstrip('.')}.", text=_what_made(one)) for one in content.made
    )
    return [Section(heading=_("Things made"), parts=made)] if made else []


def _what_made(made: StatementMade) -> str:
    when = spoken.month_and_year(made.made_on) if made.made_on else ""
    kind_and_when = ", ".join(filter(None, (made.kind, when)))
    kind_and_when = kind_and_when[:1].upper() + kind_and_when[1:]
    credit = _("Your credit: {credit}.").format(credit=made.credit) if made.credit else ""
    where = _("You find it here: {where}.").format(where=made.where) if made.where else ""
    return " ".join(filter(None, (f"{kind_and_when}." if kind_and_when else "", credit, where)))


def chart(content: StatementContent) -> list[Part]:
    """Draw the hours of each month, and name them."""
    months = content.months
    if not content.has_chart or not content.minutes or len(months) < 2:
        return []
    stripes = tuple(
        Stripe(
            label=_month(month, content),
            minutes_paid=paid,
            minutes_unpaid=unpaid,
            says=_("{paid} paid, {unpaid} unpaid").format(paid=hours(paid), unpaid=hours(unpaid)),
        )
        for month, paid, unpaid in months
    )
    chart = Chart(stripes=stripes, says=months_says(content))
    return [Section(heading=_("Your time, month by month"), parts=(chart,))]


def _month(month: datetime.date, content: StatementContent) -> str:
    is_plain = content.from_on.year == content.to_on.year
    return spoken.month(month) if is_plain else spoken.month_and_year(month)


def _wrong(content: StatementContent) -> Section:
    by = _("Please tell us by {day}, and we will give you a corrected statement.").format(
        day=spoken.long_day(content.correct_by_on)
    )
    tell = whom_to_tell(
        content.organisation, content.contact_name, content.contact_phone, content.contact_email
    )
    return Section(heading=_("Is anything wrong?"), parts=(Text(text=f"{tell} {by}"),))


def _about(content: StatementContent) -> Section:
    made = _("{organisation} made this statement on {day}.").format(
        organisation=content.organisation, day=spoken.long_day(content.issued_on)
    )
    advice = _("It is not advice. For questions about benefits or tax, ask an adviser.")
    parts: list[Part] = [Text(text=f"{made} {advice}")]
    if content.signed_by:
        role = content.signed_as or content.organisation
        parts.append(Signature(role=role, name=content.signed_by, picture=content.signature))
    if content.has_code and "code" not in content.left_out:
        parts.append(_code(content))
    return Section(heading=_("About this statement"), parts=tuple(parts))


def _code(content: StatementContent) -> Code:
    """Put the number and the totals where a telephone can read them."""
    if "expenses" in content.left_out:
        sentence = _(
            "{number}. {period}. Paid work: {paid}. Unpaid work: {unpaid}. "
            "Payments: {payments}. {organisation}"
        )
    else:
        sentence = _(
            "{number}. {period}. Paid work: {paid}. Unpaid work: {unpaid}. "
            "Payments: {payments}. Expenses: {expenses}. {organisation}"
        )
    figures = sentence.format(
        number=content.number,
        period=spoken.period(content.from_on, content.to_on),
        paid=hours(content.minutes_paid),
        unpaid=hours(content.minutes_unpaid),
        payments=pounds(content.payments_pence),
        expenses=pounds(content.reimbursements_pence),
        organisation=content.organisation,
    )
    says = _("This code holds the number of the statement and its totals, and nothing more.")
    return Code(content=figures.replace("\N{NO-BREAK SPACE}", " "), says=says)
