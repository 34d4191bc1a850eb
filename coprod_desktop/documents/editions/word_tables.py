"""Write rows as a table of a word processor, or as records where letters are large."""

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from coprod_desktop.documents.editions.word_writing import (
    ROOM,
    Place,
    W,
    at_right,
    first_paragraph,
    kept,
    key,
    paragraph,
    rule,
    write,
)
from coprod_desktop.documents.paper import Cell, Column, Entries, Entry, Figure

_LEAST = 30.0
_THIN, _STRONG = 4, 8  # eighths of a point
_TAB = 62.0
_BOXED = 2.0  # wider side margins than this are those of a box
# What follows the borders of a cell or of a table, as the format orders them.
_AFTER_CELL_BORDERS = ("w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:vAlign")


def table(place: Place, part: Entries) -> None:
    """Write a table whose head comes again on each page, and none of whose rows is cut."""
    made = a_table(place, part.caption, _widths(part.columns))
    head = made.rows[0]
    _mark_row(head, "w:tblHeader")
    for cell, column in zip(head.cells, part.columns, strict=True):
        written = first_paragraph(place, cell, column.heading, "Table head")
        _stand(written, column)
    line(head, "bottom", _STRONG)
    for row in part.rows:
        _row(place, made, row, part.columns, is_total=False)
    for number, row in enumerate(part.totals):
        if not number:
            line(made.rows[-1], "bottom", _STRONG)
        _row(place, made, row, part.columns, is_total=True)
    paragraph(place, style="Table text")


def a_table(
    place: Place, says: str, widths: list[float], margins: tuple[float, float] = (0.7, 1.2)
) -> Table:
    """Begin a table with one row and say what it is; all measures are millimetres.

    `margins` are those above and below the words of a cell, and those at their sides.
    """
    made: Table = place.file.add_table(1, len(widths))
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    properties = made._tbl.tblPr
    upright, sides = (Mm(each).twips for each in margins)
    is_boxed = margins[1] > _BOXED
    room = {"top": upright, "left": sides if is_boxed else 0, "bottom": upright, "right": sides}
    inside = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in room.items())
    properties.insert_element_before(
        parse_xml(f'<w:tblCellMar xmlns:w="{W}">{inside}</w:tblCellMar>'), "w:tblLook"
    )
    for name in ("w:tblCaption", "w:tblDescription"):
        said = OxmlElement(name)
        said.set(qn("w:val"), says)
        properties.append(said)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    _size(made.rows[0], widths)
    _mark_row(made.rows[0], "w:cantSplit")
    return made


def _size(row: _Row, widths: list[float]) -> None:
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)


def _widths(columns: tuple[Column, ...]) -> list[float]:
    """Share the room between the margins as on paper, in millimetres."""
    taken = sum(column.millimetres for column in columns)
    open_columns = sum(1 for column in columns if not column.millimetres)
    rest = max(ROOM - taken, _LEAST * open_columns) if open_columns else 0.0
    scale = ROOM / (taken + rest)
    return [(column.millimetres or rest / open_columns) * scale for column in columns]


def _mark_row(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def line(row: _Row, side: str, eighths: int) -> None:
    """Draw a rule at a side of every cell of a row, or none at 0 eighths of a point."""
    for cell in row._tr.tc_lst:
        properties = cell.get_or_add_tcPr()
        borders = properties.find(qn("w:tcBorders"))
        if borders is None:
            borders = parse_xml(f'<w:tcBorders xmlns:w="{W}"/>')
            properties.insert_element_before(borders, *_AFTER_CELL_BORDERS)
        for old in borders.findall(qn(f"w:{side}")):
            borders.remove(old)
        kind = "single" if eighths else "nil"
        xml = f'<w:{side} xmlns:w="{W}" w:val="{kind}" w:sz="{eighths}" w:color="000000"/>'
        borders.append(parse_xml(xml))


def _row(
    place: Place, made: Table, row: Entry, columns: tuple[Column, ...], *, is_total: bool
) -> None:
    """Write a row and, across the table, what stands below it."""
    written = _new_row(made)
    at = 0
    for cell in row.cells:
        whole = written.cells[at]
        if cell.columns > 1:
            whole = whole.merge(written.cells[at + cell.columns - 1])
        lines = _cell(place, whole, cell, columns[at], "Table total" if is_total else "Table text")
        if row.below:
            kept(lines[-1])
        at += cell.columns
    if row.below:
        below = _new_row(made)
        whole = below.cells[0].merge(below.cells[-1])
        first_paragraph(place, whole, row.below, "Table text")
        line(below, "bottom", _THIN)
    elif not is_total:
        line(written, "bottom", _THIN)


def _new_row(made: Table) -> _Row:
    widths = [column.width for column in made.columns]
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it so
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = width or Mm(0)
    _mark_row(row, "w:cantSplit")
    return row


def _cell(place: Place, into: _Cell, cell: Cell, column: Column, style: str) -> list[Paragraph]:
    """Write the lines of a cell under one another."""
    written = [first_paragraph(place, into, "", style)]
    written += [paragraph(place.within(into), style=style) for __ in cell.texts[1:]]
    for number, said in enumerate(cell.texts):
        is_strong = number < len(cell.strong) and cell.strong[number]
        write(place, written[number], said, is_strong=is_strong or None)
    for line_of_it in written:
        _stand(line_of_it, column)
    return written


def _stand(written: Paragraph, column: Column) -> None:
    """Set words at the side of their column, past the gap at its left."""
    if column.is_right:
        at_right(written)
    if column.gap:
        written.paragraph_format.left_indent = Mm(column.gap)


def figures(place: Place, says: str, rows: tuple[tuple[Figure, Figure], ...]) -> None:
    """Put the figures of a row side by side in a box, the same size and width.

    Large letters have no room for two, so all stand under one another.
    """
    columns = 1 if place.is_large else 2
    in_order = [figure for row in rows for figure in row]
    made = a_table(place, says, [ROOM / columns] * columns, (1.6, 4))
    for at in range(0, len(in_order), columns):
        row = _new_row(made) if at else made.rows[0]
        for cell, figure in zip(row.cells, in_order[at : at + columns], strict=True):
            _figure(place, cell, figure)
        for side in ("top", "left", "bottom", "right"):
            line(row, side, _STRONG)
    paragraph(place, style="Table text")


def _figure(place: Place, cell: _Cell, figure: Figure) -> None:
    label = first_paragraph(place, cell, "", "Lead")
    key(label, figure.mark)
    write(place, label, figure.label)
    inside = place.within(cell)
    kept(paragraph(inside, figure.amount, "Big figure"))
    if figure.note:
        paragraph(inside, figure.note, "Note")


def records(place: Place, part: Entries) -> None:
    """Write each row as a record in full words, the totals last."""
    for row in part.rows:
        _record(place, row, _THIN)
    for row in part.totals:
        _record(place, row, _STRONG)


def _record(place: Place, row: Entry, eighths: int) -> None:
    title = kept(paragraph(place, row.title, "Lead"))
    rule(title, "top", eighths)
    for said in row.lines:
        kept(paragraph(place, said, "Note"))
    for number, pair in enumerate(row.pairs):
        written = paragraph(place, style="Note")
        written.paragraph_format.tab_stops.add_tab_stop(Mm(_TAB))
        written.paragraph_format.left_indent = Mm(_TAB)
        written.paragraph_format.first_line_indent = Mm(-_TAB)
        key(written, pair.mark)
        write(place, written, f"{pair.label}\t{pair.text}")
        if number < len(row.pairs) - 1:
            kept(written)
