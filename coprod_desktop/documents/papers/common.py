"""Say what several papers say alike: who they are from, whom to ask, and what was made."""

import datetime
from collections.abc import Sequence

from coprod_desktop.documents import spoken
from coprod_desktop.documents.contact_words import whom_to_tell
from coprod_desktop.documents.paper import Named, Opening, Paper, Part, Signature
from coprod_desktop.domain.papers import Sender
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import StatementMade
from coprod_desktop.i18n import _, language

_SPACE = "\N{NO-BREAK SPACE}"


def personal_paper(
    sender: Sender, opening: Opening, parts: Sequence[Part], *, title: str = ""
) -> Paper:
    """Make a paper for one person; its file is called by its title and their name."""
    name = title or _("{title}, {name}").format(title=opening.title, name=opening.name)
    return Paper(
        title=name,
        foot=opening.number,
        author=sender.organisation,
        language=language(),
        parts=(opening, *parts),
    )


def opening(
    sender: Sender, *, number: str, title: str, name: str, script: str = "", when: str = ""
) -> Opening:
    """Make the head of a paper for a person."""
    return Opening(
        organisation=sender.organisation,
        charity_number=sender.charity_number,
        number=number,
        title=title,
        name=name,
        name_in_script=script,
        when=when,
        logo=sender.logo,
    )


def signature(sender: Sender) -> Signature:
    """Make the place where the charity signs."""
    return Signature(
        role=sender.signed_as or sender.organisation,
        name=sender.signed_by or sender.contact_name,
        picture=sender.signature,
    )


def tell(sender: Sender) -> str:
    """Say whom to tell when something is wrong."""
    return whom_to_tell(
        sender.organisation, sender.contact_name, sender.contact_phone, sender.contact_email
    )


def phone(sender: Sender) -> str:
    """Write the telephone number with spaces that do not break."""
    return sender.contact_phone.replace(" ", _SPACE)


def contact(sender: Sender) -> str:
    """Name the person to ask, or else the charity."""
    return sender.contact_name or sender.organisation


def reach(sender: Sender) -> str:
    """Write the ways of reaching the charity that are known, on one line."""
    return ", ".join(filter(None, (phone(sender), sender.contact_email)))


def months(from_on: datetime.date, to_on: datetime.date) -> str:
    """Write a period as "January to September 2026", or "May 2026" where it is one month."""
    last = spoken.month_and_year(to_on)
    if (from_on.year, from_on.month) == (to_on.year, to_on.month):
        return last
    is_one_year = from_on.year == to_on.year
    first = spoken.month(from_on) if is_one_year else spoken.month_and_year(from_on)
    return _("{first} to {last}").format(first=first, last=last)


def named(name: str, *sentences: str) -> Named:
    """Make a paragraph that begins with a name in heavier letters."""
    return Named(name=f"{bare(name)}.", text=" ".join(filter(None, sentences)))


def bare(text: str) -> str:
    """Return a text without the full stop at its end."""
    return text.strip().rstrip(".").rstrip()


def made(things: Sequence[StatementMade]) -> tuple[Named, ...]:
    """Say what each thing is, when it was made and what the person's credit on it is."""
    return tuple(
        named(thing.title, _sentence(made_kind(thing)), _sentence(thing.credit)) for thing in things
    )


def made_kind(thing: StatementMade) -> str:
    """Say what kind of thing it is and when it was made, as "Leaflet, May 2026"."""
    when = spoken.month_and_year(thing.made_on) if thing.made_on else ""
    return ", ".join(filter(None, (bare(thing.kind), when)))


def capital(text: str) -> str:
    """Begin a text with a capital letter, without the full stop at its end."""
    plain = bare(text)
    return f"{plain[:1].upper()}{plain[1:]}"


def _sentence(text: str) -> str:
    return f"{capital(text)}." if bare(text) else ""


def quoted(text: str) -> str:
    """Put a text between quotation marks."""
    return _("“{words}”").format(words=text.strip())


def way(method: PaidBy) -> str:
    """Say by which way money comes, as part of a list."""
    if method is PaidBy.CASH:
        return _("in cash")
    if method is PaidBy.VOUCHER:
        return _("as a voucher")
    if method is PaidBy.CHEQUE:
        return _("by cheque")
    return _("by bank transfer")


def easy_tell(sender: Sender) -> tuple[str, ...]:
    """Say whom to tell, in short sentences."""
    texts = [_("You can ask this person:"), contact(sender)]
    if sender.contact_phone:
        texts.append(_("Phone {phone}.").format(phone=phone(sender)))
    if sender.contact_email:
        texts.append(_("Email {email}.").format(email=sender.contact_email))
    return (*texts, _("Or write on this paper and give it back."))
