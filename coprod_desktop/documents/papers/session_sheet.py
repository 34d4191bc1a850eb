"""Set what the two sheets of a session have alike: the head, the names and the rows to write in."""

from coprod_desktop.documents.finance import LANDSCAPE, head_piece
from coprod_desktop.documents.fonts import Weight, set_name
from coprod_desktop.documents.lines import break_lines, set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.papers import session_words as words
from coprod_desktop.documents.spoken import weekday_day
from coprod_desktop.documents.styles import SHEET, SHEET_STRONG
from coprod_desktop.documents.table import Cell, Column
from coprod_desktop.domain.papers import Sender
from coprod_desktop.domain.session_papers import Session, SessionPerson


def opening(sender: Sender, session: Session, title: str) -> Piece:
    """Set the charity and the title at the left, and when and where at the right."""
    room = LANDSCAPE.room * 0.45
    place = ", ".join(filter(None, (words.clock(session), session.place)))
    lines = [place, words.activity(session)]
    right = [set_block(weekday_day(session.held_on), SHEET_STRONG, room)]
    right += [set_block(line, SHEET, room) for line in lines if line]
    return head_piece(LANDSCAPE, sender.organisation, sender.charity_number, title, right)


def name_cell(person: SessionPerson, column: Column, weight: Weight) -> Cell:
    """Set a name and, after it, the name in its own script; raises LetterMissingError."""
    style = SHEET_STRONG if weight is Weight.SEMIBOLD else SHEET
    name = " ".join(filter(None, (person.name, person.name_in_script)))
    return Cell((break_lines(set_name(name, weight), style, column.room),), scope="Row")
