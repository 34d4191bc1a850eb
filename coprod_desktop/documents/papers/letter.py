"""Word the letter for Jobcentre Plus: facts about work, payments and expenses, and no advice.

What it says follows NIHR's "Welfare Benefits Jobcentre Letter" (v1.0, April 2021).
"""

from coprod_desktop.documents import spoken
from coprod_desktop.documents.paper import Letterhead, Paper, Part, Text
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers.letter_lists import (
    benefit_periods,
    expense_list,
    week_list,
    work_list,
)
from coprod_desktop.domain.papers import LetterContent
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.i18n import _, language, later

_AS = {
    Capacity.LIVED_EXPERIENCE: later("{name} takes part as someone with lived experience."),
    Capacity.CARER: later("{name} takes part as a carer."),
    Capacity.COMMUNITY: later("{name} takes part as a member of the community."),
    Capacity.STAFF: later("{name} takes part as a member of staff."),
    Capacity.TRUSTEE: later("{name} takes part as a trustee."),
    Capacity.FUNDER: later("{name} takes part as a funder."),
    Capacity.PROFESSIONAL: later("{name} takes part as a professional."),
}


def letter_paper(content: LetterContent) -> Paper:
    """Make the letter from its content; payments and expenses are never added together."""
    head = _head(content)
    parts: list[Part] = [head, *_about(content)]
    parts += [*work_list(content), *expense_list(content)]
    parts += [*week_list(content), *benefit_periods(content)]
    parts += _facts(content)
    parts += [Text(text=_("Yours faithfully"), is_closing=True), common.signature(content.sender)]
    return Paper(
        title=head.title,
        foot=head.number,
        author=content.sender.organisation,
        language=language(),
        parts=tuple(parts),
    )


def _head(content: LetterContent) -> Letterhead:
    sender = content.sender
    to = content.to or (
        _("Jobcentre Plus"),
        _("For the work coach of {name}").format(name=content.name),
    )
    lines = (*sender.address, common.phone(sender), sender.contact_email)
    return Letterhead(
        organisation=sender.organisation,
        address=tuple(filter(None, lines)),
        to=to,
        number=_("Letter {number}").format(number=content.number),
        day=spoken.weekday_day(content.issued_on),
        title=_("{name}: payments and expenses, {period}").format(
            name=content.name, period=spoken.period(content.from_on, content.to_on)
        ),
        logo=sender.logo,
    )


# --- who takes part in what ---------------------------------------------------------------------


def _about(content: LetterContent) -> list[Part]:
    """Say who takes part in what, and what the charity knows of how they do."""
    said = [_takes_part(content), content.purpose.strip(), *_as_what(content)]
    if content.sender.charity_number:
        charity = _("We are a registered charity (number {number}).")
        said.append(charity.format(number=content.sender.charity_number))
    if content.is_not_employed:
        said.append(_("{name} is not employed by us.").format(name=content.name))
    said.append(
        _("{name} can say no to any activity or payment, and can stop at any time.").format(
            name=content.name
        )
    )
    return [Text(text=" ".join(filter(None, said)))]


def _takes_part(content: LetterContent) -> str:
    count = len(content.projects)
    if content.taking_part and count == 1:
        said = _("{name} takes part in our project {projects} as {taking_part}.")
    elif content.taking_part and count:
        said = _("{name} takes part in our projects {projects} as {taking_part}.")
    elif content.taking_part:
        said = _("{name} takes part in our work as {taking_part}.")
    elif count == 1:
        said = _("{name} takes part in our project {projects}.")
    elif count:
        said = _("{name} takes part in our projects {projects}.")
    else:
        said = _("{name} takes part in our work.")
    projects = ", ".join(common.quoted(project) for project in content.projects)
    taking_part = common.bare(content.taking_part)
    return said.format(name=content.name, projects=projects, taking_part=taking_part)


def _as_what(content: LetterContent) -> list[str]:
    """Say as what the person took part, where it was always the same and nobody said it."""
    capacities = {work.capacity for work in content.work}
    if content.taking_part or len(capacities) != 1:
        return []
    return [_(_AS[capacities.pop()]).format(name=content.name)]


# --- what else is a fact ------------------------------------------------------------------------


def _facts(content: LetterContent) -> list[Part]:
    return [Text(text=_totals(content)), Text(text=_what_it_is(content))]


def _totals(content: LetterContent) -> str:
    said = [
        _("Payments and expenses are for different things, so we have not added them together.")
    ]
    receipts = [bool(expense.receipt) for expense in content.expenses]
    if receipts and all(receipts):
        said.append(_("We hold a receipt for each expense."))
    elif any(receipts):
        said.append(_("We hold a receipt for each expense that has a receipt number."))
    return " ".join(said)


def _what_it_is(content: LetterContent) -> str:
    said = [_("This letter states facts. It is not advice about benefits.")]
    if content.has_agreed:
        agreed = _("{name} has asked us to write it and has agreed to what it says.")
        said.append(agreed.format(name=content.name))
    said.append(_check(content))
    return " ".join(filter(None, said))


def _check(content: LetterContent) -> str:
    """Say how to check the letter with the charity."""
    sender = content.sender
    if sender.contact_phone and sender.contact_email:
        said = _("You can check it with {contact} by phone or email.")
    elif sender.contact_phone:
        said = _("You can check it with {contact} by phone.")
    elif sender.contact_email:
        said = _("You can check it with {contact} by email.")
    elif sender.address:
        said = _("You can check it with {contact} at the address above.")
    else:
        return ""
    return said.format(contact=common.contact(sender))
