"""Time the making of statements beside plain platypus, untagged, with the same words and font.

Run it with `python -m tests.benchmarks.bench_papers`. Both make the same statements of forty lines
in turns in one process; only the ratio is worth keeping.
"""

import dataclasses
import datetime
import io
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from coprod_desktop.documents.paper import (
    Bullets,
    Entries,
    Heading,
    Part,
    Section,
    Summary,
    Text,
)
from coprod_desktop.documents.papers.statement import statement_paper
from coprod_desktop.documents.statement import statement_pdf
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.paths import resource
from tests.builders import a_statement_content, a_statement_work, unpaid_statement_work

LINES = 40
STATEMENTS = 40
ROUNDS = 5
_WORDS = (
    "planned met wrote read phoned leaflet ward group visitors about leaving hospital draft "
    "comments women translated interview panel nurses talk mentored new member design workshop"
).split()
RULES = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
)
BODY = ParagraphStyle("body", fontName="Plain", fontSize=14, leading=19)
SMALL = ParagraphStyle("small", fontName="Plain", fontSize=12, leading=15)
TITLE = ParagraphStyle("title", fontName="PlainBold", fontSize=24, leading=29)
RIGHT = ParagraphStyle("right", parent=SMALL, alignment=2)


def some_content(seed: int) -> StatementContent:
    """Invent a statement of forty lines, unlike every other."""
    chance = random.Random(seed)
    work = []
    for number in range(LINES):
        build = unpaid_statement_work if chance.random() < 0.3 else a_statement_work
        day = datetime.date(2026, 10, 1) + datetime.timedelta(days=2 * number)
        what = " ".join(chance.choices(_WORDS, k=chance.randint(3, 9))).capitalize()
        work.append(build(worked_on=day, what=what, minutes=15 * chance.randint(1, 20)))
    name = " ".join(chance.choices(_WORDS, k=2)).title()
    return a_statement_content(number=f"2026-{seed:04}", name=name, work=tuple(work))


def platypus_pdf(content: StatementContent) -> bytes:
    """Make the same statement as platypus is commonly used: paragraphs in tables, untagged."""
    opening, *parts = statement_paper(content).parts
    flow: list[Flowable] = [
        Paragraph(content.organisation, BODY),
        Paragraph("The work you did", TITLE),
        Paragraph(f"{content.name}, {getattr(opening, 'when', '')}", BODY),
    ]
    for part in parts:
        flow += _flowables(part)
        flow.append(Spacer(1, 10))
    made = io.BytesIO()
    paper = SimpleDocTemplate(
        made, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, initialFontName="Plain"
    )
    paper.build(flow)
    return made.getvalue()


def _flowables(part: Part) -> list[Flowable]:
    """Turn one part of a paper into paragraphs and tables."""
    match part:
        case Summary():
            cells = [
                [
                    [Paragraph(text, BODY) for text in (one.label, one.amount, one.note)]
                    for one in row
                ]
                for row in part.rows
            ]
            return [Paragraph(part.headline, TITLE), Table(cells, style=RULES)]
        case Section():
            inside = [one for each in part.parts for one in _flowables(each)]
            return [Paragraph(part.heading, BODY), *inside]
        case Entries():
            return [_table(part)]
        case Bullets():
            return [Paragraph(text, BODY) for text in part.texts]
        case Heading() | Text():
            return [Paragraph(part.text, BODY)]
    return []


def _table(part: Entries) -> Table:
    """Set the rows of a list; a cell that spans others is followed by empty ones."""
    rows = [[Paragraph(column.heading, SMALL) for column in part.columns]]
    for entry in (*part.rows, *part.totals):
        row = []
        for cell in entry.cells:
            style = RIGHT if cell.is_figures else SMALL
            row.append(Paragraph("<br/>".join(cell.texts), style))
            row += [Paragraph("", SMALL) for __ in range(cell.columns - 1)]
        rows.append(row)
    widths = [column.millimetres * mm or None for column in part.columns]
    return Table(rows, colWidths=widths, repeatRows=1, style=RULES)


def per_second(
    make: Callable[[StatementContent], bytes], contents: list[StatementContent]
) -> float:
    """Say how many statements are made in a second of this process's own time."""
    start = time.process_time()
    for content in contents:
        make(content)
    return len(contents) / (time.process_time() - start)


def main() -> None:
    """Print statements a second for both, and the ratio."""
    for name, file in (("Plain", "Regular"), ("PlainBold", "Bold")):
        path = resource("fonts", f"AtkinsonHyperlegibleNext-{file}.ttf")
        pdfmetrics.registerFont(TTFont(name, str(path)))
    seeds = itertools.count()
    ours, theirs = [], []
    for __ in range(ROUNDS + 1):
        contents = [some_content(next(seeds)) for __ in range(STATEMENTS)]
        contents = [dataclasses.replace(content) for content in contents]
        theirs.append(per_second(platypus_pdf, contents))
        ours.append(per_second(statement_pdf, contents))
    # The first round reads fonts; it is left out.
    tagged, plain = statistics.median(ours[1:]), statistics.median(theirs[1:])
    sys.stdout.write(
        f"tagged statements a second       {tagged:8.1f}\n"
        f"untagged platypus a second       {plain:8.1f}\n"
        f"ratio (1.3 or more is wished)    {tagged / plain:8.2f}\n"
    )


if __name__ == "__main__":
    main()
