"""Word a person's own page: what they did, what they can do, and who can be asked about it."""

from coprod_desktop.documents.paper import Chart, Paper, Part, Pictured, Section, Stripe, Text
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers.easy_sentences import easy_texts
from coprod_desktop.documents.spoken import hours, month_and_year
from coprod_desktop.domain.papers import OwnSkill, TimeByKind, WhatIDidContent
from coprod_desktop.i18n import _

_PLACES = 3


def what_i_did_paper(content: WhatIDidContent) -> Paper:
    """Make the page from its content; it speaks in the first person."""
    shown = (
        (_("What I did"), tuple(Text(text=text) for text in _own(content.did))),
        (_("What I can do"), tuple(_skill(skill) for skill in content.skills)),
        (_("My time"), _time(content)),
        (_("Things made"), common.made(content.made)),
        (_("Ask about my work"), _ask(content)),
    )
    sections = [Section(heading=heading, parts=parts) for heading, parts in shown if parts]
    return _paper(content, [Text(text=_role(content)), *sections])


def _paper(content: WhatIDidContent, parts: list[Part]) -> Paper:
    opening = common.opening(
        content.sender,
        number=_("Record {number}").format(number=content.number),
        title=_("What I did and what I can do"),
        name=content.name,
        script=content.name_in_script,
    )
    return common.personal_paper(content.sender, opening, parts)


def _own(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())


def _role(content: WhatIDidContent) -> str:
    """Say as what the person takes part, where and since when, and what they say of it."""
    if content.role and content.projects:
        said = _("{role} at {organisation}, {months}. Project: {projects}.")
    elif content.role:
        said = _("{role} at {organisation}, {months}.")
    elif content.projects:
        said = _("I worked with {organisation}, {months}. Project: {projects}.")
    else:
        said = _("I worked with {organisation}, {months}.")
    whole = said.format(
        role=common.capital(content.role),
        organisation=content.sender.organisation,
        months=common.months(content.from_on, content.to_on),
        projects=", ".join(content.projects),
    )
    return " ".join(filter(None, (whole, content.about.strip())))


def _skill(skill: OwnSkill) -> Part:
    """Name a skill, say it in the person's own words, and where they used it."""
    own = common.quoted(skill.own_words) if skill.own_words.strip() else ""
    return common.named(skill.skill, own, _used(skill))


def _used(skill: OwnSkill) -> str:
    if not skill.used_in:
        return ""
    places = ", ".join(common.bare(place) for place in skill.used_in[:_PLACES])
    return _("Used in: {places}.").format(places=places)


def _time(content: WhatIDidContent) -> tuple[Part, ...]:
    """Draw the time of each kind of work, with its numbers, and say the whole."""
    if not content.minutes:
        return ()
    times = sorted(content.times, key=lambda time: -time.minutes)
    stripes = tuple(
        Stripe(
            label=time.kind_of_work,
            minutes_paid=time.minutes_paid,
            minutes_unpaid=time.minutes_unpaid,
            says=_("{paid} paid, {unpaid} unpaid").format(
                paid=hours(time.minutes_paid), unpaid=hours(time.minutes_unpaid)
            ),
        )
        for time in times
        if time.minutes
    )
    chart = Chart(stripes=stripes, says=_("Paid and unpaid time, by kind of work"))
    return (chart, Text(text=_in_all(content)))


def _in_all(content: WhatIDidContent) -> str:
    if not content.minutes_unpaid:
        return _("{hours} in all, paid.").format(hours=hours(content.minutes))
    if not content.minutes_paid:
        return _("{hours} in all, unpaid.").format(hours=hours(content.minutes))
    return _("{hours} in all: {paid} paid and {unpaid} unpaid.").format(
        hours=hours(content.minutes),
        paid=hours(content.minutes_paid),
        unpaid=hours(content.minutes_unpaid),
    )


def _ask(content: WhatIDidContent) -> tuple[Part, ...]:
    """Say whom to ask about the work, where there is a way of asking."""
    sender = content.sender
    if sender.contact_name and sender.contact_name == sender.signed_by and sender.signed_as:
        whom = ", ".join((sender.contact_name, sender.signed_as, sender.organisation))
    else:
        whom = ", ".join(filter(None, (sender.contact_name, sender.organisation)))
    lines = filter(None, (f"{whom}.", common.reach(sender)))
    return tuple(Text(text=line) for line in lines)


# --- Easy Read ----------------------------------------------------------------------------------


def what_i_did_easy_read(content: WhatIDidContent) -> Paper:
    """Make the same page in Easy Read: one idea a sentence, with pictures."""
    parts: list[Part] = [
        Pictured(picture="handshake", texts=_easy_role(content)),
        *_easy_list("paper-tick", _("What I did"), easy_texts(content.did)),
        *_easy_skills(content),
        *_easy_time(content),
        *_easy_made(content),
        Section(
            heading=_("Ask about my work"),
            parts=(Pictured(picture="phone", texts=_easy_ask(content)),),
        ),
    ]
    return _paper(content, parts)


def _easy_role(content: WhatIDidContent) -> tuple[str, ...]:
    texts = [
        _("I worked with this charity:"),
        content.sender.organisation,
        _easy_when(content),
    ]
    if content.role:
        texts += [_("This was my role:"), common.capital(content.role)]
    if content.projects:
        texts += [_("I worked on this:"), *easy_texts(content.projects)]
    return (*texts, *easy_texts((content.about,)))


def _easy_when(content: WhatIDidContent) -> str:
    first, last = month_and_year(content.from_on), month_and_year(content.to_on)
    if first == last:
        return _("I worked there in {month}.").format(month=last)
    return _("I worked there from {first} to {last}.").format(first=first, last=last)


def _easy_list(picture: str, heading: str, texts: tuple[str, ...]) -> list[Part]:
    if not texts:
        return []
    return [Section(heading=heading, parts=(Pictured(picture=picture, texts=texts),))]


def _easy_skills(content: WhatIDidContent) -> list[Part]:
    parts: list[Part] = []
    for skill in content.skills:
        own = tuple(common.quoted(text) for text in easy_texts((skill.own_words,)))
        name = easy_texts((common.bare(skill.skill),))
        if name:
            parts.append(Pictured(picture="idea", texts=(*name, *own)))
    return [Section(heading=_("What I can do"), parts=tuple(parts))] if parts else []


def _easy_time(content: WhatIDidContent) -> list[Part]:
    if not content.minutes:
        return []
    whole = Pictured(
        picture="clock",
        texts=(_("I did this much work:"),),
        figure=hours(content.minutes),
        after=_easy_paid(content),
    )
    times = sorted(content.times, key=lambda time: -time.minutes)
    each = Pictured(
        picture="calendar",
        texts=tuple(text for time in times if time.minutes for text in _easy_kind(time)),
    )
    return [Section(heading=_("My time"), parts=(whole, each))]


def _easy_paid(content: WhatIDidContent) -> tuple[str, ...]:
    texts = []
    if content.minutes_paid:
        paid = _("{hours} of it was paid.")
        texts.append(paid.format(hours=hours(content.minutes_paid)))
    if content.minutes_unpaid:
        unpaid = _("{hours} of it was unpaid.")
        texts.append(unpaid.format(hours=hours(content.minutes_unpaid)))
    return (*texts, _("All of it is work."))


def _easy_kind(time: TimeByKind) -> tuple[str, ...]:
    return tuple(f"{name}: {hours(time.minutes)}" for name in easy_texts((time.kind_of_work,)))


def _easy_made(content: WhatIDidContent) -> list[Part]:
    parts: list[Part] = []
    for thing in content.made:
        texts = easy_texts(
            (thing.title, common.capital(common.made_kind(thing)), common.capital(thing.credit))
        )
        if texts:
            parts.append(Pictured(picture="leaflet", texts=texts))
    return [Section(heading=_("Things made"), parts=tuple(parts))] if parts else []


def _easy_ask(content: WhatIDidContent) -> tuple[str, ...]:
    sender = content.sender
    texts = [_("You can ask this person about my work:"), common.contact(sender)]
    if sender.contact_phone:
        texts += [_("Phone:"), common.phone(sender)]
    if sender.contact_email:
        texts += [_("Email:"), sender.contact_email]
    return tuple(texts)
