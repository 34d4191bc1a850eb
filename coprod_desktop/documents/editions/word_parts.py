"""Write each part of a paper into a file for a word processor."""

from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from coprod_desktop.documents import paper as says
from coprod_desktop.documents.editions import word_pictures as pictures
from coprod_desktop.documents.editions.word_tables import (
    a_table,
    figures,
    records,
    table,
)
from coprod_desktop.documents.editions.word_writing import (
    ROOM,
    Place,
    at_right,
    box,
    first_paragraph,
    kept,
    paragraph,
    right_tab,
    rule,
    show,
    write,
)
from coprod_desktop.documents.pictures import meaning
from coprod_desktop.i18n import _

_HAND = 12.0
_PICTURE, _PICTURE_COLUMN = 34.0, 42.0
_CODE = 34.0
_BESIDE = 52  # letters that have room on one line, with a gap between them


def part(place: Place, each: says.Part, level: int = 2) -> None:
    """Write a part below headings of the level above `level`."""
    match each:
        case says.Opening():
            _opening(place, each)
        case says.Letterhead():
            _letterhead(place, each)
        case says.Section():
            rule(kept(paragraph(place, each.heading, f"Heading {level}")), "top")
            for inner in each.parts:
                part(place, inner, level + 1)
        case says.Heading():
            paragraph(place, each.text, f"Heading {level}")
        case says.Notice():
            _notice(place, each, level)
        case says.Summary():
            _summary(place, each, level)
        case says.Entries():
            (records if place.is_large else table)(place, each)
        case _:
            _words(place, each)


def _words(place: Place, each: says.Part) -> None:
    """Write a part that has no headings of its own."""
    match each:
        case says.Text():
            written = paragraph(place, style="Note" if each.is_small else "Normal")
            write(place, written, each.text, is_strong=each.is_strong)
        case says.Bullets():
            for said in each.texts:
                paragraph(place, said, "List Bullet")
        case says.Named():
            written = paragraph(place)
            write(place, written, each.name, is_strong=True)
            write(place, written, f" {each.text}")
        case says.Chart():
            _chart(place, each)
        case says.Ticks():
            _ticks(place, each)
        case says.Blank():
            _blank(place, each)
        case says.Signature():
            _signature(place, each)
        case says.Code():
            drawn = _("A square code for a telephone. It says what stands beside it.")
            show(kept(paragraph(place)), pictures.code(each.content), drawn, wide=_CODE)
            paragraph(place, each.says)
        case says.Pictured():
            _pictured(place, each)
        case _:
            raise TypeError(type(each).__name__)


# --- the head -----------------------------------------------------------------------------------


def _opening(place: Place, each: says.Opening) -> None:
    sender = paragraph(place, style="Lead")
    if each.logo:
        show(sender, each.logo, each.organisation, wide=50, high=20)
        write(place, sender, "\N{NO-BREAK SPACE} ")
    write(place, sender, each.organisation)
    _beside(place, sender, each.organisation, each.number)
    if each.charity_number:
        charity = _("Registered charity {number}").format(number=each.charity_number)
        paragraph(place, charity, "Note")
    paragraph(place, each.title, "Heading 1")
    if not each.name:
        if each.when:
            paragraph(place, each.when)
        return
    whose = kept(paragraph(place, each.name, "Person"))
    if each.name_in_script:
        write(place, whose, f" \N{NO-BREAK SPACE}{each.name_in_script}", is_strong=False)
    # A number after a name that is read from the right would be drawn into it.
    _beside(place, whose, "" if each.name_in_script else each.name, each.when)


def _beside(place: Place, into: Paragraph, left: str, right: str) -> None:
    """Write at the right of a line where both have room, below it otherwise."""
    if not right:
        return
    if not left or place.is_large or len(left) + len(right) > _BESIDE:
        paragraph(place, right)
        return
    right_tab(into)
    before = len(into.runs)
    write(place, into, f"\t{right}", is_strong=False)
    for run in into.runs[before:]:
        run.font.size = Pt(place.letters.body[0])


def _letterhead(place: Place, each: says.Letterhead) -> None:
    sender = paragraph(place, style="Lead")
    if each.logo:
        show(sender, each.logo, each.organisation, wide=50, high=20)
        write(place, sender, "\N{NO-BREAK SPACE} ")
    write(place, sender, each.organisation)
    for said in each.address:
        at_right(paragraph(place, said, "Note"))
    lines = [paragraph(place, said, "Note") for said in each.to]
    for said in filter(None, (each.day, each.number)):
        lines.append(at_right(paragraph(place, said, "Note")))
    if lines:
        rule(lines[0], "top")
    paragraph(place, each.title, "Heading 1")


# --- what says the most -------------------------------------------------------------------------


def _notice(place: Place, each: says.Notice, level: int) -> None:
    heading = paragraph(place, each.heading, f"Heading {level}")
    written = [heading, *(paragraph(place, said) for said in each.texts)]
    rule(written[0], "top", 8)
    rule(written[-1], "bottom", 8)


def _summary(place: Place, each: says.Summary, level: int) -> None:
    if each.headline:
        paragraph(place, each.headline, f"Heading {level}")
    bar = each.bar
    if bar and bar.minutes_paid + bar.minutes_unpaid:
        whole = bar.minutes_paid + bar.minutes_unpaid
        _bar(place, (bar.minutes_paid, bar.minutes_unpaid, whole), bar.says)
    figures(place, bar.says if bar else each.headline, each.rows)


def _bar(place: Place, minutes: tuple[int, int, int], said: str) -> None:
    """Draw minutes, given as paid, unpaid and those of the whole width."""
    drawn = pictures.bar(*minutes, (ROOM, place.letters.bar))
    show(kept(paragraph(place)), drawn, said, wide=ROOM)


def _chart(place: Place, each: says.Chart) -> None:
    """List bars of time under one another, each with its numbers below it."""
    kept(paragraph(place, each.says))
    most = max((row.minutes_paid + row.minutes_unpaid for row in each.stripes), default=0)
    for row in each.stripes:
        written = paragraph(place, style="Note")
        write(place, written, row.label, is_strong=True)
        write(place, written, f" {row.says}")
        if row.minutes_paid + row.minutes_unpaid:
            kept(written)
            _bar(place, (row.minutes_paid, row.minutes_unpaid, most), f"{row.label}: {row.says}")


# --- what is written on by hand -----------------------------------------------------------------


def _ticks(place: Place, each: says.Ticks) -> None:
    for number, said in enumerate(each.texts):
        written = paragraph(place)
        written.paragraph_format.left_indent = Mm(9)
        written.paragraph_format.first_line_indent = Mm(-9)
        box(written)
        sign = each.blanks[number] if number < len(each.blanks) else None
        write(place, written, said if sign is None else f"{said} {sign}")
        if sign is not None:
            right_tab(written, has_line=True)
            written.add_run("\t")


def _blank(place: Place, each: says.Blank) -> None:
    """Leave lines to write on, or say what stands there already."""
    written = paragraph(place)
    write(place, written, each.label, is_strong=True)
    write(place, written, f" {each.filled}" if each.filled else " ")
    right_tab(written, has_line=True)
    written.add_run("\t")
    for __ in range(each.lines - 1):
        more = paragraph(place)
        right_tab(more, has_line=True)
        more.add_run("\t")


def _signature(place: Place, each: says.Signature) -> None:
    """Show a signature or leave room for one, over the name and the role."""
    if not each.name and not each.picture:
        _blank(place, says.Blank(label=each.role or _("Signature")))
        _blank(place, says.Blank(label=_("Date")))
        return
    hand = kept(paragraph(place))
    if each.picture:
        alternative = _("Signature of {name}").format(name=each.name or each.role)
        show(hand, each.picture, alternative, wide=70, high=16)
    else:
        hand.paragraph_format.space_before = Mm(_HAND)
    if each.name:
        kept(paragraph(place, each.name, "Lead"))
    paragraph(place, each.role)


def _pictured(place: Place, each: says.Pictured) -> None:
    """Put a picture at the left of its sentences."""
    words = meaning(each.picture)
    made = a_table(place, words, [_PICTURE_COLUMN, ROOM - _PICTURE_COLUMN])
    left, right = made.rows[0].cells
    show(left.paragraphs[0], pictures.easy_read(each.picture), words, wide=_PICTURE)
    said = [(text, "Normal") for text in each.texts]
    said += [(each.figure, "Big figure")] if each.figure else []
    said += [(text, "Normal") for text in each.after]
    for number, (text, style) in enumerate(said):
        if number:
            paragraph(place.within(right), text, style)
        else:
            first_paragraph(place, right, text, style)
    paragraph(place, style="Table text")
