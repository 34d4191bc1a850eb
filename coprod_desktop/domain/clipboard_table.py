"""Tables on the clipboard: written so that Excel and LibreOffice take each cell for what it is."""

import dataclasses
import datetime
import html
import html.parser
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

_ZERO_DAY = datetime.date(1899, 12, 30)  # day 0 of spreadsheets
_MINUTES_IN_DAY = 1440
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_BLANKS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} \t\r\n\ufeff"
_FORMULA = ("=", "+", "-", "@")
_ENGLISH = 2057  # the number that LibreOffice gives to British English


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CellValue:
    """What a cell says, and what it means besides: minutes, pence, a day or another number."""

    text: str
    minutes: int | None = None
    pence: int | None = None
    day: datetime.date | None = None
    number: Decimal | int | None = None


Cell = CellValue


def to_tsv(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return the table as text with tabs; without headings where none are given.

    Days are year-month-day and amounts have no sign of currency, so that no computer's country
    settings can read them wrongly. Text that a spreadsheet would work out gets an apostrophe.
    """
    lines = ["\t".join(_tsv_text(title) for title in headings)] if headings else []
    lines.extend("\t".join(_tsv_cell(cell) for cell in row) for row in rows)
    return "".join(f"{line}\r\n" for line in lines)


def to_html(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return the table as a web page, with the kind of each cell for Excel and LibreOffice."""
    head = "".join(f"<th>{_escaped(title)}</th>" for title in headings)
    parts = [f"<tr>{head}</tr>"] if headings else []
    parts.extend("<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>" for row in rows)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<head><meta charset="utf-8"></head>'
        "<body><table>" + "\n".join(parts) + "</table></body></html>"
    )


def read_table(text: str, html_text: str = "") -> tuple[tuple[str, ...], ...]:
    """Return the rows and cells of what was copied; rows may be of different lengths.

    A web page is read only where the plain text has no table in it.
    """
    rows = _read_lines(text)
    is_one_column = all(len(row) < 2 for row in rows)
    if html_text and is_one_column:
        found = _HtmlRows()
        found.feed(html_text)
        if any(len(row) > 1 for row in found.rows) or not rows:
            return tuple(tuple(_tidy(cell) for cell in row) for row in found.rows)
    return rows


# --- writing -----------------------------------------------------------------------------------


def plain_text(cell: Cell) -> str:
    """Return what stands for a cell in plain text, such as "7:30" or "2026-11-21"."""
    if cell.day is not None:
        return cell.day.isoformat()
    if cell.minutes is not None:
        sign, minutes = "-" if cell.minutes < 0 else "", abs(cell.minutes)
        return f"{sign}{minutes // 60}:{minutes % 60:02d}"
    if cell.pence is not None:
        return f"{Decimal(cell.pence) / 100:.2f}"
    if cell.number is not None:
        return format(cell.number, "f") if isinstance(cell.number, Decimal) else str(cell.number)
    return cell.text


def _is_text(cell: Cell) -> bool:
    return cell.day is None and cell.minutes is None and cell.pence is None and cell.number is None


def _tsv_cell(cell: Cell) -> str:
    return _tsv_text(cell.text) if _is_text(cell) else plain_text(cell)


def _tsv_text(text: str) -> str:
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    if any(sign in safe for sign in "\t\r\n") or safe.startswith('"'):
        doubled = safe.replace('"', '""')
        return f'"{doubled}"'
    return safe


def _html_cell(cell: Cell) -> str:
    text = _escaped(plain_text(cell))
    if cell.day is not None:
        serial = (cell.day - _ZERO_DAY).days
        return _typed(text, str(serial), r"dd\/mm\/yyyy", f"{_ENGLISH};DD/MM/YYYY")
    if cell.minutes is not None:
        part = Decimal(cell.minutes) / _MINUTES_IN_DAY
        return _typed(text, f"{part:.12f}", r"\[h\]\:mm", "0;[HH]:MM:SS")
    if cell.pence is not None:
        return _typed(text, plain_text(cell), "0.00", "0;0.00")
    if cell.number is not None:
        return _typed(text, plain_text(cell), "General", "0;General")
    style = "mso-number-format:'\\@'"
    return f'<td style="{style}" sdnum="{_ENGLISH};0;@">{text}</td>'


def _typed(text: str, value: str, excel: str, libre: str) -> str:
    """Return a cell with its value and its format, as either program writes them itself."""
    style = f"mso-number-format:'{excel}';text-align:right"
    sd = f'sdval="{value}" sdnum="{_ENGLISH};{libre}"'
    return f'<td style="{style}" x:num="{value}" {sd}>{text}</td>'


def _escaped(text: str) -> str:
    # A new line stays a blank here: LibreOffice would take <br> for a new row.
    return html.escape(" ".join(text.split()))


# --- reading -----------------------------------------------------------------------------------


def _read_lines(text: str) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    at, end = 0, len(text)
    while at < end:
        quoted = _QUOTED.match(text, at)
        if quoted is not None:
            cells.append(_tidy(quoted.group(1).replace('""', '"')))
            at = quoted.end()
        else:
            at_end = _end_of_plain(text, at)
            cells.append(_tidy(text[at:at_end]))
            at = at_end
        sign = text[at : at + 1]
        if sign == "\t":
            at += 1
            if at == end:
                cells.append("")
        elif sign:
            at += 2 if text.startswith("\r\n", at) else 1
            rows.append(tuple(cells))
            cells = []
    if cells:
        rows.append(tuple(cells))
    return tuple(rows)


def _end_of_plain(text: str, at: int) -> int:
    found = _PLAIN.match(text, at)
    return at if found is None else found.end()


def _tidy(cell: str) -> str:
    """Take blanks off both ends, and the apostrophe that keeps text from being worked out."""
    bare = cell.replace("\r\n", "\n").strip(_BLANKS)
    return bare[1:] if bare.startswith("'") and bare[1:].startswith(_FORMULA) else bare


class _HtmlRows(html.parser.HTMLParser):
    """Collect the cells of the tables in a web page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; a cell over several columns leaves the others empty."""
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            wide = dict(attrs).get("colspan") or "1"
            self.rows[-1].append("")
            self._is_in_cell = True
            self._spare = min(int(wide), 100) - 1 if wide.isdecimal() else 0
        elif tag == "br" and self._is_in_cell:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in ("td", "th") and self._is_in_cell:
            self._is_in_cell = False
            self.rows[-1].extend([""] * self._spare)

    def handle_data(self, data: str) -> None:
        """Take the words of a cell; line ends of the page itself are only blanks."""
        if self._is_in_cell:
            self.rows[-1][-1] += re.sub(r"[ \t\r\n]+", " ", data)
