"""Write rows as a table, or as a list of records where letters are large."""

from coprod_desktop.documents.editions.web_figures import key
from coprod_desktop.documents.editions.web_text import attribute, paragraph, text
from coprod_desktop.documents.paper import Cell, Column, Entries, Entry, Pair

_ROOM = 170.0  # millimetres between the margins of a page
_LEAST = 30.0  # millimetres of a column that takes what is left
_TO_EM = 72 / 25.4 / 12  # columns are measured for letters of 12 points


def table(part: Entries) -> str:
    """Write a table that says by its elements and by its roles which heading is whose.

    A narrow screen shows each row as a list; the roles keep the table for those who hear it.
    """
    heads = "".join(
        f'<th scope="col" role="columnheader"{_kind(column)}>{text(column.heading)}</th>'
        for column in part.columns
    )
    rows = "".join(_row(row, part.columns) for row in part.rows)
    totals = "".join(_row(row, part.columns) for row in part.totals)
    foot = f'<tbody class="totals" role="rowgroup">{totals}</tbody>' if totals else ""
    return (
        f'<table role="table"><caption class="unseen">{text(part.caption)}</caption>'
        f"<colgroup>{_widths(part.columns)}</colgroup>"
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody>{foot}</table>'
    )


def _widths(columns: tuple[Column, ...]) -> str:
    """Share the width of the page as on paper, in per cent, so that no table is too wide."""
    open_columns = sum(1 for column in columns if not column.millimetres)
    taken = sum(column.millimetres for column in columns)
    rest = max(_ROOM - taken, _LEAST * open_columns) if open_columns else 0.0
    whole = taken + rest
    return "".join(
        f'<col style="width: {100 * (column.millimetres or rest / open_columns) / whole:.2f}%">'
        for column in columns
    )


def _kind(column: Column, cell: Cell | None = None) -> str:
    """Say how a cell is set: at the right, figures below one another, a gap at its left.

    A column that takes what is left may break long words, the others keep theirs whole.
    """
    kinds = (
        ("right", column.is_right),
        ("figures", cell is not None and cell.is_figures),
        ("open", not column.millimetres),
    )
    said = " ".join(kind for kind, is_so in kinds if is_so)
    written = f' class="{said}"' if said else ""
    if column.gap:
        written += f' style="--gap: {column.gap * _TO_EM:.2f}em"'
    return written


def _row(row: Entry, columns: tuple[Column, ...]) -> str:
    """Write a row and, across the table, what stands below it."""
    cells: list[str] = []
    place = 0
    for cell in row.cells:
        cells.append(_cell(cell, columns[place]))
        place += cell.columns
    kind = ' class="with-more"' if row.below else ""
    written = f'<tr role="row"{kind}>{"".join(cells)}</tr>'
    if row.below:
        written += (
            f'<tr role="row" class="more"><td role="cell" colspan="{len(columns)}">'
            f"{text(row.below)}</td></tr>"
        )
    return written


def _cell(cell: Cell, column: Column) -> str:
    """Write a cell that knows its heading, for screens too narrow for columns."""
    lines = [
        f"<strong>{text(line)}</strong>" if number < len(cell.strong) and cell.strong[number]
        else text(line)
        for number, line in enumerate(cell.texts)
    ]  # fmt: skip
    span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    kind = _kind(column, cell)
    inside = "<br>".join(lines)
    if cell.is_heading:
        return f'<th scope="row" role="rowheader"{span}{kind}>{inside}</th>'
    name = f' data-name="{attribute(column.heading)}"' if column.heading else ""
    return f'<td role="cell"{name}{span}{kind}>{inside}</td>'


def records(part: Entries) -> str:
    """Write each row as a record in full words, the totals last."""
    rows = "".join(_record(row, "") for row in part.rows)
    totals = "".join(_record(row, ' class="total"') for row in part.totals)
    caption = attribute(part.caption)
    return f'<ul class="records" role="list" aria-label="{caption}">{rows}{totals}</ul>'


def _record(row: Entry, kind: str) -> str:
    pairs = "".join(_pair(pair) for pair in row.pairs)
    return (
        f"<li{kind}>{paragraph(row.title, 'strong')}"
        f"{''.join(paragraph(line) for line in row.lines)}"
        f"{f'<dl>{pairs}</dl>' if pairs else ''}</li>"
    )


def _pair(pair: Pair) -> str:
    return f"<div><dt>{key(pair.mark)}{text(pair.label)}</dt> <dd>{text(pair.text)}</dd></div>"
