"""Word the certificate: one page that says what a person did, paid and unpaid alike."""

from collections.abc import Sequence

from coprod_desktop.documents.paper import (
    Bar,
    Bullets,
    Figure,
    Mark,
    Paper,
    Part,
    Pictured,
    Section,
    Summary,
    Text,
)
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers.easy_sentences import easy_texts
from coprod_desktop.documents.spoken import hours, long_day, period
from coprod_desktop.domain.papers import CertificateContent
from coprod_desktop.i18n import _, ngettext

# How many skills and things made are named, so that it is one page; fewer below a long name.
_MOST = (4, 2)
_FEWER = (3, 1)
_LONG_NAME = 40


def certificate_paper(content: CertificateContent) -> Paper:
    """Make the certificate from its content; the longest lists are cut so that it is one page."""
    parts: list[Part] = [
        Text(text=_says(content)),
        _summary(content),
        *_section(_("Role and projects"), _role(content)),
        *_section(_("Skills and knowledge used"), _skills(content)),
        *_section(_("Things made"), _made(content)),
        Section(heading=_("Signed"), parts=(Text(text=_given(content)), _signature(content))),
    ]
    return _paper(content, parts)


def _paper(content: CertificateContent, parts: list[Part]) -> Paper:
    opening = common.opening(
        content.sender,
        number=_("Certificate {number}").format(number=content.number),
        title=_("Certificate"),
        name=content.name,
        script=content.name_in_script,
        when=period(content.from_on, content.to_on),
    )
    return common.personal_paper(content.sender, opening, parts)


def _says(content: CertificateContent) -> str:
    return _("This says what {name} did at {organisation}.").format(
        name=content.name, organisation=content.sender.organisation
    )


def _summary(content: CertificateContent) -> Summary:
    """Put paid and unpaid work side by side, the same size."""
    paid, unpaid = hours(content.minutes_paid), hours(content.minutes_unpaid)
    note = _("It counts the same.")
    return Summary(
        headline=_("{hours} of work").format(hours=hours(content.minutes)),
        bar=Bar(
            minutes_paid=content.minutes_paid,
            minutes_unpaid=content.minutes_unpaid,
            says=_("Of {all} of work, {paid} were paid and {unpaid} were unpaid.").format(
                all=hours(content.minutes), paid=paid, unpaid=unpaid
            ),
        ),
        rows=(
            (
                Figure(label=_("Paid work"), amount=paid, note=note, mark=Mark.PAID),
                Figure(label=_("Unpaid work"), amount=unpaid, note=note, mark=Mark.UNPAID),
            ),
        ),
    )


def _section(heading: str, parts: Sequence[Part]) -> list[Part]:
    return [Section(heading=heading, parts=tuple(parts))] if parts else []


def _role(content: CertificateContent) -> list[Part]:
    texts = (common.capital(content.role), ", ".join(content.projects))
    return [Text(text=text) for text in texts if text]


def _skills(content: CertificateContent) -> list[Part]:
    texts = [skill.strip() for skill in content.skills if skill.strip()]
    if not texts:
        return []
    most, __ = _most(content)
    return [Bullets(texts=(*texts[:most], *_rest(len(texts) - most)))]


def _made(content: CertificateContent) -> list[Part]:
    __, most = _most(content)
    parts: list[Part] = [*common.made(content.made[:most])]
    return parts + [Text(text=text) for text in _rest(len(content.made) - most)]


def _most(content: CertificateContent) -> tuple[int, int]:
    return _FEWER if len(content.name) > _LONG_NAME else _MOST


def _rest(count: int) -> tuple[str, ...]:
    """Say how many there are beside those that are named."""
    if count <= 0:
        return ()
    return (ngettext("And {count} more.", "And {count} more.", count).format(count=count),)


def _given(content: CertificateContent) -> str:
    return _("Given on {day}.").format(day=long_day(content.issued_on))


def _signature(content: CertificateContent) -> Part:
    return common.signature(content.sender)


# --- Easy Read ----------------------------------------------------------------------------------


def certificate_easy_read(content: CertificateContent) -> Paper:
    """Make the same certificate in Easy Read: one idea a sentence, with pictures."""
    who = (_("This paper says what this person did:"), content.name)
    where = [_("The work was at this charity:"), content.sender.organisation]
    if content.role:
        where += [_("This was the role:"), *easy_texts((common.capital(content.role),))]
    if content.projects:
        where += [_("The work was on this:"), *easy_texts(content.projects)]
    parts: list[Part] = [
        Pictured(picture="star", texts=who),
        Pictured(picture="house", texts=tuple(where)),
        Pictured(
            picture="clock",
            texts=(_("This is how much work it was:"),),
            figure=hours(content.minutes),
        ),
        Pictured(picture="scales", texts=_easy_paid(content)),
        *_easy_section("idea", _("Skills and knowledge used"), content.skills),
        *_easy_section("leaflet", _("Things made"), [thing.title for thing in content.made]),
        Section(
            heading=_("Signed"),
            parts=(
                Pictured(picture="sign", texts=(_("The charity signs here."),)),
                _signature(content),
            ),
        ),
    ]
    return _paper(content, parts)


def _easy_paid(content: CertificateContent) -> tuple[str, ...]:
    return (
        _("{hours} of it was paid.").format(hours=hours(content.minutes_paid)),
        _("{hours} of it was unpaid.").format(hours=hours(content.minutes_unpaid)),
        _("Paid and unpaid work count the same."),
    )


def _easy_section(picture: str, heading: str, texts: Sequence[str]) -> list[Part]:
    said = easy_texts(texts)
    return _section(heading, [Pictured(picture=picture, texts=said)] if said else [])
