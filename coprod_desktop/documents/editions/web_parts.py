"""Write each part of a paper as an element of a page."""

from typing import NamedTuple

from coprod_desktop.documents import paper as says
from coprod_desktop.documents.editions import web_figures as figures
from coprod_desktop.documents.editions.web_tables import records, table
from coprod_desktop.documents.editions.web_text import attribute, image, paragraph, text
from coprod_desktop.documents.pictures import svg
from coprod_desktop.i18n import _


class Head(NamedTuple):
    """The head of a paper: who it is from, and below it the title and whom it is for."""

    sender: str
    title: str


def head(part: says.Part, level: int, name: str) -> Head:
    """Write the head of a paper; its title is a heading of `level` called `name`."""
    if isinstance(part, says.Opening):
        return _opening(part, level, name)
    if isinstance(part, says.Letterhead):
        return _letterhead(part, level, name)
    return Head("", "")


def _opening(part: says.Opening, level: int, name: str) -> Head:
    charity = ""
    if part.charity_number:
        charity = _("Registered charity {number}").format(number=part.charity_number)
    sender = (
        f'<div class="line"><p class="from">{image(part.logo, "", "logo")}'
        f"{text(part.organisation)}</p>{paragraph(part.number)}</div>"
        f"{paragraph(charity, 'small')}"
    )
    own_script = ""
    if part.name_in_script:
        own_script = f' <bdi class="script">{text(part.name_in_script)}</bdi>'
    whose = f'<p class="name">{text(part.name)}{own_script}</p>' if part.name else ""
    line = f'<div class="line">{whose}{paragraph(part.when)}</div>' if whose or part.when else ""
    return Head(sender, f"{_title(part.title, level, name)}{line}")


def _letterhead(part: says.Letterhead, level: int, name: str) -> Head:
    address = "".join(paragraph(line) for line in part.address)
    sender = (
        f'<div class="line"><p class="from">{image(part.logo, "", "logo")}'
        f"{text(part.organisation)}</p>"
        f"{f'<address>{address}</address>' if address else ''}</div>"
    )
    to = "".join(paragraph(line) for line in part.to)
    when = f"{paragraph(part.day)}{paragraph(part.number)}"
    line = f'<div class="line"><div>{to}</div><div class="when">{when}</div></div>'
    return Head(sender, f"{line}{_title(part.title, level, name)}")


def _title(title: str, level: int, name: str) -> str:
    return f'<h{level} class="title" id="{name}">{text(title)}</h{level}>'


def write(part: says.Part, level: int, *, has_records: bool) -> str:
    """Write a part below headings of the level above `level`; rows as records where asked."""
    if isinstance(part, says.Section):
        inside = "".join(write(each, level + 1, has_records=has_records) for each in part.parts)
        heading = f"<h{level}>{text(part.heading)}</h{level}>"
        return f"<section>{heading}{inside}</section>"
    if isinstance(part, says.Entries):
        return records(part) if has_records else table(part)
    if isinstance(part, says.Summary):
        return figures.summary(part, level)
    if isinstance(part, says.Notice):
        heading = f"<h{level}>{text(part.heading)}</h{level}>"
        return f'<div class="notice">{heading}{"".join(map(paragraph, part.texts))}</div>'
    if isinstance(part, says.Heading):
        return f"<h{level}>{text(part.text)}</h{level}>"
    return _words(part)


def _words(part: says.Part) -> str:
    """Write a part that has no headings of its own."""
    match part:
        case says.Text():
            kinds = (("strong", part.is_strong), ("small", part.is_small))
            return paragraph(part.text, " ".join(kind for kind, is_so in kinds if is_so))
        case says.Bullets():
            return f"<ul>{''.join(f'<li>{text(each)}</li>' for each in part.texts)}</ul>"
        case says.Named():
            return f"<p><strong>{text(part.name)}</strong> {text(part.text)}</p>"
        case says.Chart():
            return figures.chart(part)
        case says.Code():
            return figures.code(part)
        case says.Ticks():
            return _ticks(part)
        case says.Blank():
            return _blank(part)
        case says.Signature():
            return _signature(part)
        case says.Pictured():
            return _pictured(part)
    raise TypeError(type(part).__name__)


def _ticks(part: says.Ticks) -> str:
    """Draw boxes to tick with a pen; where one asks for more, there is room after it."""
    box = f'<span class="box" role="img" aria-label="{attribute(_("A box to tick"))}"></span>'
    rows = []
    for number, said in enumerate(part.texts):
        sign = part.blanks[number] if number < len(part.blanks) else None
        room = "" if sign is None else f' <span class="room">{text(sign)}</span>'
        rows.append(f"<li>{box} <span>{text(said)}{room}</span></li>")
    return f'<ul class="ticks" role="list">{"".join(rows)}</ul>'


def _blank(part: says.Blank) -> str:
    room = f'<span class="room" style="--lines: {part.lines}">{text(part.filled)}</span>'
    return f'<p class="blank"><span class="strong">{text(part.label)}</span> {room}</p>'


def _signature(part: says.Signature) -> str:
    """Show a signature, or leave room for one: a line over a name, or boxes to sign and date in."""
    if not part.name and not part.picture:
        rooms = (
            says.Blank(label=part.role or _("Signature"), lines=2),
            says.Blank(label=_("Date")),
        )
        return f'<div class="signature">{"".join(map(_blank, rooms))}</div>'
    alternative = _("Signature of {name}").format(name=part.name or part.role)
    signed = image(part.picture, alternative, "signed") or '<span class="line-to-sign"></span>'
    name = paragraph(part.name, "strong")
    return f'<div class="signature"><p>{signed}</p>{name}{paragraph(part.role)}</div>'


def _pictured(part: says.Pictured) -> str:
    before = "".join(map(paragraph, part.texts))
    after = "".join(map(paragraph, part.after))
    return (
        f'<div class="pictured"><div class="picture">{svg(part.picture)}</div>'
        f"<div>{before}{paragraph(part.figure, 'figure')}{after}</div></div>"
    )
