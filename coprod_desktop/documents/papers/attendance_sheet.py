"""Set the sheet on which people say that they were here, and when they came and left."""

from coprod_desktop.documents.boxed_rows import boxed
from coprod_desktop.documents.editions.voice import spoken_code
from coprod_desktop.documents.finance import LANDSCAPE, PAD, heading_blocks, sentence_pieces
from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.page import Piece, compose, print_pages
from coprod_desktop.documents.papers import session_sheet
from coprod_desktop.documents.papers import session_words as words
from coprod_desktop.documents.spoken import hours, pounds
from coprod_desktop.documents.styles import MM, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.session_papers import AttendanceContent, SessionOffer, SessionPerson
from coprod_desktop.i18n import _, language

_LEFT = LANDSCAPE.margin
_TOP = 15 * MM
_ROW = 8.7 * MM
_BOX = 5 * MM
_GAP = 2 * MM
_TO_WRITE = (
    Column(25 * MM, gap=_GAP),
    Column(25 * MM, gap=_GAP),
    Column(34 * MM, gap=_GAP),
    Column(24 * MM, gap=_GAP),
    Column(79 * MM, gap=_GAP),
)
_TICK = 3  # the column of the box to tick, among those to write in
_COLUMNS = (Column(LANDSCAPE.room - sum(column.width for column in _TO_WRITE)), *_TO_WRITE)


def attendance_sheet_pdf(content: AttendanceContent) -> bytes:
    """Print the sheet of who was here as tagged PDF; raises LetterMissingError for a name."""
    session = content.session
    title = _("Who was here: {title}").format(title=session.title)
    foot = words.foot(session, _("Attendance sheet {number}"), _("Attendance sheet"))
    sender, code = content.sender, spoken_code(language())
    pen = Pen(f"{foot}, {title}", sender.organisation, LANDSCAPE.size, code)
    said = sentence_pieces(LANDSCAPE, _promise(content.offer), space=2 * MM)
    pieces = [
        session_sheet.opening(sender, session, title),
        *(piece._replace(is_kept=True) for piece in said),
        *_rows(content),
    ]
    pages = compose(pieces, _TOP, _TOP, LANDSCAPE.bottom)
    return print_pages(pen, LANDSCAPE, pages, foot)


def _promise(offer: SessionOffer) -> str:
    """Say what was promised before the session, where it is the same for everybody."""
    if not offer.offered_pence:
        return _("Please sign beside your name. Your time counts, paid or unpaid.")
    if offer.rate_pence and offer.minutes:
        said = _("Payment offered: {pounds} for {hours} ({rate} an hour).")
    elif offer.minutes:
        said = _("Payment offered: {pounds} for {hours}.")
    else:
        said = _("Payment offered: {pounds}.")
    promised = said.format(
        pounds=pounds(offer.offered_pence),
        hours=hours(offer.minutes),
        rate=pounds(offer.rate_pence),
    )
    choice = _("You can take all, part or none of it. Your time counts either way.")
    return f"{promised} {choice}"


def _rows(content: AttendanceContent) -> list[Piece]:
    """Set a row for each person, and empty ones for those whom nobody expected."""
    table = Table(_LEFT, _COLUMNS, pad=PAD)
    head = table.head(heading_blocks(_headings(), _COLUMNS), space=3 * MM)
    people = [*content.people, *[SessionPerson(name="")] * content.blank_rows]
    rows = []
    for number, person in enumerate(people, 1):
        rule = STRONG_RULE if number == len(people) else ROW_RULE
        name = session_sheet.name_cell(person, _COLUMNS[0], Weight.REGULAR)
        if not person.name:
            name = Cell()
        row = table.row([name, *[Cell()] * len(_TO_WRITE)], rule=rule, least=_ROW)
        rows.append(_with_box(boxed(row, _LEFT + LANDSCAPE.room, _TO_WRITE)))
    return [head, *rows]


def _headings() -> list[str]:
    return [
        _("Name"),
        _("Arrived"),
        # Translators: when the person went home.
        _("Left"),
        _("Work at home before today"),
        _("Claim slip given"),
        _("Signature or initials"),
    ]


def _with_box(row: Piece) -> Piece:
    """Draw the box to tick in the middle of its column, for the eye only."""
    left = _LEFT + sum(column.width for column in _COLUMNS[: _TICK + 1])
    x = left + (_TO_WRITE[_TICK].width - _BOX) / 2

    def paint(pen: Pen, top: float) -> None:
        row.paint(pen, top)
        y = pen.height - top - (row.height + _BOX) / 2
        with pen.artefact():
            pen.draw(f"{STRONG_RULE} w {x:.2f} {y:.2f} {_BOX:.2f} {_BOX:.2f} re S")

    return row._replace(paint=paint)
