"""Word the notice that a statement was wrong: which one, what is right, and that we are sorry."""

from coprod_desktop.documents.paper import (
    Cell,
    Column,
    Entries,
    Entry,
    Heading,
    Pair,
    Paper,
    Part,
    Pictured,
    Section,
    Text,
)
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers.correction_words import Righted, righted
from coprod_desktop.documents.papers.easy_sentences import cut, easy_texts
from coprod_desktop.documents.spoken import long_day, period, weekday_day
from coprod_desktop.domain.papers import CorrectionContent
from coprod_desktop.i18n import _


def correction_paper(content: CorrectionContent) -> Paper:
    """Make the notice from its content."""
    parts: list[Part] = [
        Text(text=_wrong(content)),
        *_changes(content),
        Section(heading=_("What to do"), parts=(Text(text=_what_to_do(content)),)),
        Section(
            heading=_("Is anything still wrong?"), parts=(Text(text=common.tell(content.sender)),)
        ),
        Section(heading=_("Signed"), parts=(common.signature(content.sender),)),
    ]
    return _paper(content, parts)


def _paper(content: CorrectionContent, parts: list[Part]) -> Paper:
    opening = common.opening(
        content.sender,
        number=_("Correction {number}").format(number=content.number),
        title=_("We made a mistake"),
        name=content.name,
        script=content.name_in_script,
        when=long_day(content.issued_on),
    )
    return common.personal_paper(content.sender, opening, parts)


def _wrong(content: CorrectionContent) -> str:
    """Say which statement was wrong, and which one is right."""
    said = [
        _("On {day} we gave you statement {number}, about {period}.").format(
            day=long_day(content.old_issued_on),
            number=content.old_number,
            period=period(content.from_on, content.to_on),
        ),
        _("Something in it was wrong. We are sorry."),
        content.because.strip(),
        _("Statement {number} replaces it.").format(number=content.new_number),
    ]
    return " ".join(filter(None, said))


def _changes(content: CorrectionContent) -> list[Part]:
    if not content.changes:
        return []
    table = Entries(
        caption=_("What was wrong, and what is right now"),
        columns=(
            Column(heading=_("What it is about")),
            Column(heading=_("It said"), millimetres=45, gap=4),
            Column(heading=_("This is right"), millimetres=45, gap=4),
        ),
        rows=tuple(_entry(righted(change)) for change in content.changes),
    )
    return [Heading(text=_("What is right now")), table]


def _entry(one: Righted) -> Entry:
    day = (long_day(one.day),) if one.day else ()
    return Entry(
        cells=(
            Cell(texts=(one.what, *day), is_heading=True),
            Cell(texts=(one.was,)),
            Cell(texts=(one.now,), strong=(True,)),
        ),
        title=one.what,
        lines=day,
        pairs=(
            Pair(label=_("It said"), text=one.was),
            Pair(label=_("This is right"), text=one.now),
        ),
    )


def _what_to_do(content: CorrectionContent) -> str:
    said = (
        _("Please use statement {number} from now on.").format(number=content.new_number),
        _("If you showed the old one to somebody, show them the new one."),
        _("For questions about benefits or tax, ask an adviser."),
    )
    return " ".join(said)


# --- Easy Read ----------------------------------------------------------------------------------


def correction_easy_read(content: CorrectionContent) -> Paper:
    """Make the same notice in Easy Read: one idea a sentence, with pictures."""
    parts: list[Part] = [
        Pictured(picture="cross", texts=_easy_wrong(content)),
        Pictured(picture="speaking", texts=(_("We are sorry."), *easy_texts((content.because,)))),
        *_easy_changes(content),
        Pictured(
            picture="paper-tick",
            texts=(
                _("You have a new statement now."),
                _("Its number is {number}.").format(number=content.new_number),
                _("Please use the new statement."),
            ),
        ),
        Pictured(
            picture="people-talking",
            texts=(
                _("Did you show somebody the old statement?"),
                _("Then show them the new one."),
            ),
        ),
        Section(
            heading=_("Is anything still wrong?"),
            parts=(Pictured(picture="phone", texts=common.easy_tell(content.sender)),),
        ),
    ]
    return _paper(content, parts)


def _easy_wrong(content: CorrectionContent) -> tuple[str, ...]:
    return (
        _("We gave you a statement on {day}.").format(day=weekday_day(content.old_issued_on)),
        _("Its number was {number}.").format(number=content.old_number),
        _("Something in it was wrong."),
    )


def _easy_changes(content: CorrectionContent) -> list[Part]:
    parts = []
    for change in content.changes:
        one = righted(change)
        day = (weekday_day(one.day),) if one.day else ()
        texts = (cut(one.what), *day, _("The old statement said:"), cut(one.was))
        now = (_("This is right:"), cut(one.now))
        parts.append(Pictured(picture="tick", texts=(*texts, *now)))
    return [Section(heading=_("What is right now"), parts=tuple(parts))] if parts else []
