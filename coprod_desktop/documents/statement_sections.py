"""Word the parts of a statement that follow the list of work."""

from coprod_desktop.documents.contact_words import whom_to_tell
from coprod_desktop.documents.statement_words import Section, hours, rates_words
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.i18n import _


def replaced(content: StatementContent) -> tuple[str, ...]:
    """Say which statement this one replaces and why; nothing where it replaces none."""
    if not content.replaces_number:
        return ()
    sentence = _("This replaces statement {number}.").format(number=content.replaces_number)
    return (sentence, content.replaces_because) if content.replaces_because else (sentence,)


def value_section(content: StatementContent) -> Section | None:
    """Say what unpaid work is worth, by which rate, and that it is not money."""
    if not content.value_pence:
        return None
    valued = sum(work.minutes for work in content.work if work.value_pence)
    said = [
        _(
            "If we had paid for your unpaid work it would have come to {value}: "
            "{hours} at {rates} an hour, each piece of work to the nearest penny."
        ).format(
            value=format_pounds(content.value_pence),
            hours=hours(valued),
            rates=rates_words(content.unpaid_rates_pence),
        ),
        _("That is the rate we pay for the same work."),
        _("It is not money paid or owed."),
    ]
    if content.rate_source:
        source = content.rate_source.rstrip(".")
        said[1] = _("That is the rate we pay for the same work ({source}).").format(source=source)
    rest = content.minutes_unpaid - valued
    if rest:
        said.append(_("For {hours} more we have no rate to go by.").format(hours=hours(rest)))
    return Section(_("Your unpaid work"), (" ".join(said),))


def sections_after_expenses(content: StatementContent) -> list[Section]:
    """Word what comes after the expenses, without what is empty."""
    sections = [
        Section(_("Skills and knowledge you used"), content.skills, is_list=True),
        Section(_("What changed because of the work"), content.what_changed),
        Section(_("What happens next"), content.what_next),
        _wrong(content),
        _about(content),
    ]
    return [section for section in sections if any(text.strip() for text in section.paragraphs)]


def _wrong(content: StatementContent) -> Section:
    by = _("Please tell us by {day}, and we will give you a corrected statement.").format(
        day=long_day(content.correct_by_on)
    )
    tell = whom_to_tell(
        content.organisation, content.contact_name, content.contact_phone, content.contact_email
    )
    return Section(_("Is anything wrong?"), (f"{tell} {by}",))


def _about(content: StatementContent) -> Section:
    made = _("{organisation} made this statement on {day}.").format(
        organisation=content.organisation, day=long_day(content.issued_on)
    )
    advice = _("It is not advice. For questions about benefits or tax, ask an adviser.")
    return Section(_("About this statement"), (f"{made} {advice}",))
