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

from coprod_desktop.documents import statement_sections as sections
from coprod_desktop.documents import statement_words as words
from coprod_desktop.documents.statement import statement_pdf
from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.domain.time import short_hours
from coprod_desktop.paths import resource
from tests.builders import a_statement_content, a_statement_work, unpaid_statement_work

LINES = 40
STATEMENTS = 40
ROUNDS = 5
_WORDS = (
    "planned met wrote read phoned leaflet ward group visitors about leaving hospital draft "
    "comments women translated interview panel nurses talk mentored new member design workshop"
).split()
_RULES = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
)


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
    body = ParagraphStyle("body", fontName="Plain", fontSize=14, leading=19)
    small = ParagraphStyle("small", fontName="Plain", fontSize=12, leading=15)
    title = ParagraphStyle("title", fontName="PlainBold", fontSize=24, leading=29)
    right = ParagraphStyle("right", parent=small, alignment=2)
    figures = (
        words.paid_work(content),
        words.unpaid_work(content),
        words.payments(content),
        words.expenses(content),
    )
    flow: list[Flowable] = [
        Paragraph(content.organisation, body),
        Paragraph("The work you did", title),
        Paragraph(f"{content.name}, {format_period(content.from_on, content.to_on)}", body),
        Paragraph(words.headline(content), title),
    ]
    cells = [[Paragraph(text, body) for text in figure] for figure in figures]
    flow.append(Table([[cells[0], cells[1]], [cells[2], cells[3]]], style=_RULES))
    rows = [[Paragraph(text, small) for text in ("Date", "What", "Paid", "Unpaid", "Payment")]]
    for work in content.work:
        said = words.payment(work, content)
        time_words = Paragraph(short_hours(work.minutes), right)
        rows.append(
            [
                Paragraph(" ".join(words.work_day(work.worked_on, content)), small),
                Paragraph(words.what_was_done(work), small),
                time_words if work.is_paid else Paragraph("", small),
                Paragraph("", small) if work.is_paid else time_words,
                Paragraph("<br/>".join([said.amount, *said.lines]), right),
            ]
        )
    widths = [26 * mm, 69 * mm, 17 * mm, 18 * mm, 40 * mm]
    flow.append(Table(rows, colWidths=widths, repeatRows=1, style=_RULES))
    spent = [[expense.what, format_pounds(expense.agreed_pence)] for expense in content.expenses]
    flow.append(Table([[Paragraph(text, small) for text in row] for row in spent], style=_RULES))
    value = sections.value_section(content)
    after = [*([value] if value else []), *sections.sections_after_expenses(content)]
    for section in after:
        flow += [Paragraph(text, body) for text in (section.heading, *section.paragraphs)]
        flow.append(Spacer(1, 10))
    made = io.BytesIO()
    paper = SimpleDocTemplate(
        made, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, initialFontName="Plain"
    )
    paper.build(flow)
    return made.getvalue()


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
