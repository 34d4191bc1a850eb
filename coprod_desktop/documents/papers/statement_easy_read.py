"""Say what a person's work was in short sentences, each with one idea, beside pictures."""

from collections.abc import Sequence
from itertools import pairwise

from coprod_desktop.documents import spoken
from coprod_desktop.documents.paper import (
    Blank,
    Opening,
    Paper,
    Part,
    Pictured,
    Section,
    Signature,
)
from coprod_desktop.documents.papers.easy_sentences import cut, easy_texts, ended, is_easy
from coprod_desktop.documents.papers.statement_easy_money import (
    payments_and_expenses,
    value_of_unpaid,
)
from coprod_desktop.documents.papers.statement_sections import chart
from coprod_desktop.documents.papers.statement_words import what_was_done
from coprod_desktop.documents.spoken import hours
from coprod_desktop.domain.statements import StatementContent, StatementMade, StatementWork
from coprod_desktop.i18n import _, language, ngettext

# Beside one picture stand no more sentences than a glance takes in.
_TOGETHER = 4
_PICTURES = {
    "Meeting": "meeting",
    "Preparation": "pencil",
    "Reading": "book",
    "Travel time": "bus",
    "Design workshop": "flipchart",
    "Building relationships": "together",
    "Keeping in touch": "phone",
    "Debrief and recovery": "cup",
    "Mentoring": "mentor",
    "Training": "flipchart",
    "Speaking": "microphone",
    "Research": "magnifier",
    "Writing": "pencil",
}
_OTHER = "people-talking"
_WRITING_LINES = 5


def statement_easy_read(content: StatementContent) -> Paper:
    """Word a statement for Easy Read in the language that is spoken now.

    No sentence of ours has more than 15 words. What people wrote in longer sentences stays on the
    long statement.
    """
    number = _("Statement {number}").format(number=content.number)
    heading = _("The work you did")
    when = spoken.period(content.from_on, content.to_on)
    opening = Opening(
        organisation=content.organisation,
        charity_number=content.charity_number,
        number=number,
        title=heading,
        name=content.name,
        name_in_script=content.name_in_script,
        when=when,
        logo=content.logo,
    )
    return Paper(
        title=f"{heading}, {content.name}, {when}",
        foot=number,
        author=content.organisation,
        language=language(),
        parts=(
            opening,
            *_replaced(content),
            *_how_much(content),
            *payments_and_expenses(content),
            *_done(content),
            *_what_follows(content),
            _wrong(content),
            _about(content),
        ),
    )


def _replaced(content: StatementContent) -> list[Part]:
    """Say which statement this one replaces; nothing where it replaces none."""
    if not content.replaces_number:
        return []
    new = _("This statement is new.")
    old = _("You do not need statement {number} any more.").format(number=content.replaces_number)
    because = easy_texts((content.replaces_because,))
    ask = (_("You can ask us what changed."),) if content.changes else ()
    return [Pictured(picture="paper-tick", texts=(new, old, *because, *ask))]


def _how_much(content: StatementContent) -> list[Part]:
    """Say how much work there was, paid and unpaid alike."""
    same = [_("Paid and unpaid work count the same.")]
    if content.minutes:
        whole = _("You did this much work:")
        same.append(_("Thank you for your work."))
    else:
        whole = _("We have no work written down for this time:")
    return [
        Pictured(picture="clock", texts=(whole,), figure=hours(content.minutes)),
        Pictured(picture="pound", texts=(_("Paid work:"),), figure=hours(content.minutes_paid)),
        Pictured(
            picture="handshake", texts=(_("Unpaid work:"),), figure=hours(content.minutes_unpaid)
        ),
        Pictured(picture="scales", texts=tuple(same)),
    ]


# --- the work -----------------------------------------------------------------------------------


def _done(content: StatementContent) -> list[Part]:
    """Say what the work was, gathered by its kind."""
    if not content.work:
        return []
    kinds: dict[str, list[StatementWork]] = {}
    for work in sorted(content.work, key=lambda work: work.worked_on):
        kinds.setdefault(work.kind_of_work, []).append(work)
    parts: list[Part] = [_kind(kind, work) for kind, work in kinds.items()]
    ask = (_("You can ask us for the long statement."), _("It has every date and time."))
    parts.append(Pictured(picture="paper-tick", texts=ask))
    return [Section(heading=_("What you did"), parts=tuple(parts))]


def _kind(kind: str, work: Sequence[StatementWork]) -> Pictured:
    """Name a kind of work, its hours, and in short what it was."""
    time = hours(sum(each.minutes for each in work))
    name = kind or _("Other work")
    both = _("{kind}: {hours}").format(kind=name, hours=time)
    texts = (both,) if is_easy(both) else (cut(name), time)
    told: dict[str, tuple[str, ...]] = {}
    for each in work:
        what = what_was_done(each).strip()
        if what != kind and (easy := easy_texts((what,))):
            told.setdefault(what, easy)
    shown = tuple(told.values())[: _TOGETHER - 1]
    untold = len(told) - len(shown)
    more = ngettext(
        "You did {count} more thing like this.", "You did {count} more things like this.", untold
    )
    rest = (more.format(count=untold),) if untold else ()
    said = tuple(ended(text) for easy in shown for text in easy)
    return Pictured(picture=_PICTURES.get(kind, _OTHER), texts=(*texts, *said, *rest))


# --- what came of it ----------------------------------------------------------------------------


def _what_follows(content: StatementContent) -> list[Part]:
    """Word what comes after the work, without what is empty or left out."""
    shown = (
        ("value", value_of_unpaid(content)),
        ("chart", chart(content)),
        ("skills", _skills(content)),
        ("made", _made(content)),
        ("changed", _changed(content)),
        ("next", _next(content)),
    )
    return [part for key, parts in shown if key not in content.left_out for part in parts]


def _skills(content: StatementContent) -> list[Part]:
    written = [skill for skill in content.skills if skill.strip()]
    if not written:
        return []
    skills = easy_texts(written)
    texts = [_("You used these skills:"), *skills] if skills else [_("We wrote down your skills.")]
    if not all(map(is_easy, written)):
        texts.append(_("There is more in the long statement."))
    return [Section(heading=_("Your skills"), parts=_together("idea", texts))]


def _made(content: StatementContent) -> list[Part]:
    things = tuple(_thing(one) for one in content.made)
    return [Section(heading=_("What we made together"), parts=things)] if things else []


def _thing(made: StatementMade) -> Pictured:
    """Name a thing that was made, when, and who the person is on it."""
    when = spoken.month_and_year(made.made_on) if made.made_on else ""
    kind = made.kind[:1].upper() + made.kind[1:]
    texts = [cut(made.title), *easy_texts((", ".join(filter(None, (kind, when))),))]
    if made.credit:
        credit = _("Your credit: {credit}.").format(credit=made.credit.rstrip("."))
        texts += easy_texts((credit,)) or (_("Your name is in it."),)
    if made.where and is_easy(made.where):
        texts += [_("You find it here:"), made.where.strip()]
    return Pictured(picture="leaflet", texts=tuple(texts))


def _changed(content: StatementContent) -> list[Part]:
    told = content.changed_in(language())
    unsaid = _("We wrote down what changed.")
    return _told(_("What changed because of the work"), "plant", told, unsaid)


def _next(content: StatementContent) -> list[Part]:
    told = content.next_in(language())
    unsaid = _("We wrote down what happens next.")
    return _told(_("What happens next"), "next", told, unsaid)


def _told(heading: str, picture: str, told: Sequence[str], unsaid: str) -> list[Part]:
    """Say what somebody wrote, or where it stands when its sentences are long."""
    written = [text for text in told if text.strip()]
    if not written:
        return []
    texts = tuple(map(ended, easy_texts(written)))
    if not all(map(is_easy, written)):
        texts = (*texts, unsaid, _("It is all in the long statement."))
    return [Section(heading=heading, parts=_together(picture, texts))]


def _together(picture: str, texts: Sequence[str]) -> tuple[Part, ...]:
    """Put a few sentences at a time beside the same picture, about as many beside each."""
    count = -(-len(texts) // _TOGETHER)
    ends = [len(texts) * number // count for number in range(count + 1)]
    return tuple(
        Pictured(picture=picture, texts=tuple(texts[start:end])) for start, end in pairwise(ends)
    )


# --- whom to tell -------------------------------------------------------------------------------


def _wrong(content: StatementContent) -> Section:
    """Say whom to tell, how, by when, and what happens then."""
    answer = ngettext(
        "We will answer you in {count} working day.",
        "We will answer you in {count} working days.",
        content.reply_days,
    ).format(count=content.reply_days)
    day = spoken.weekday_day(content.correct_by_on)
    by = _("Please tell us by {day}.").format(day=day)
    new = _("We will send a new statement if needed.")
    write = (_("You can write on this paper."), _("Then give it back to us."))
    return Section(
        heading=_("Is anything wrong?"),
        parts=(
            *_reach(content),
            Pictured(picture="pencil", texts=write),
            Pictured(picture="calendar", texts=(by, answer, new)),
            Blank(label=_("You can write here:"), lines=_WRITING_LINES),
        ),
    )


def _reach(content: StatementContent) -> list[Part]:
    """Say how to phone or email somebody, where that is known."""
    parts: list[Part] = []
    name = content.contact_name or content.organisation
    if content.contact_phone:
        said = _("You can phone {name}.").format(name=name)
        text = said if is_easy(said) else _("You can phone us.")
        phone = content.contact_phone.replace(" ", "\N{NO-BREAK SPACE}")
        parts.append(Pictured(picture="phone", texts=(text,), figure=phone))
    if content.contact_email:
        texts = (_("You can send us an email:"), content.contact_email)
        parts.append(Pictured(picture="envelope", texts=texts))
    if not parts:
        said = _("You can tell {name}.").format(name=name)
        text = said if is_easy(said) else _("You can tell us.")
        parts.append(Pictured(picture="people-talking", texts=(text,)))
    return parts


def _about(content: StatementContent) -> Section:
    """Say who made the statement, when, and what it is not."""
    made = [_("We made this statement on {day}.").format(day=spoken.weekday_day(content.issued_on))]
    if content.charity_number:
        number = content.charity_number
        made.append(_("Our charity number is {number}.").format(number=number))
    advice = (
        _("This statement is not advice."),
        _("Do you have questions about benefits or tax?"),
        _("You can ask an adviser."),
    )
    parts: list[Part] = [
        Pictured(picture="paper-tick", texts=tuple(made)),
        Pictured(picture="question", texts=advice),
    ]
    if content.signed_by:
        role = content.signed_as or content.organisation
        parts.append(Signature(role=role, name=content.signed_by, picture=content.signature))
    return Section(heading=_("About this statement"), parts=tuple(parts))
