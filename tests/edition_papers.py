"""Papers that hold every part there is, and names that are hard to set, for the tests of editions.

Everybody on them is invented.
"""

import io

from PIL import Image

from coprod_desktop.documents.paper import (
    Bar,
    Blank,
    Bullets,
    Cell,
    Chart,
    Code,
    Column,
    Entries,
    Entry,
    Figure,
    Heading,
    Letterhead,
    Mark,
    Named,
    Notice,
    Opening,
    Pair,
    Paper,
    Part,
    Pictured,
    Section,
    Signature,
    Stripe,
    Summary,
    Text,
    Ticks,
)

LONG_NAME = (
    "Aleksandra-Wilhelmina Ó Fearghail-Mac Giolla Phádraig von und zu Hohenlohe-Bartenstein III"
)


def a_picture(colour: str = "#0b666a", size: tuple[int, int] = (120, 60)) -> bytes:
    """Make a small picture, as a logo or a signature is."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, format="PNG")
    return written.getvalue()


def an_opening(**override: object) -> Opening:
    """Open a paper for Salma."""
    said: dict[str, object] = {
        "organisation": "Common Table Cardiff",
        "charity_number": "1100099",
        "number": "Statement S-2026-0147",
        "title": "The work you did",
        "name": "Salma Al-Haddad",
        "name_in_script": "سلمى الحداد",
        "when": "1 July to 30 September 2026",
        "logo": a_picture(),
    }
    return Opening(**(said | override))  # type: ignore[arg-type]  # any field may be given


def a_summary() -> Summary:
    """Sum up paid and unpaid work alike."""
    paid = Figure(label="Paid work", amount="12 hours", note="Paid at £15.00.", mark=Mark.PAID)
    unpaid = Figure(label="Unpaid work", amount="4 hours", note="", mark=Mark.UNPAID)
    money = (Figure(label="Payments", amount="£180.00"), Figure(label="Expenses", amount="£0.00"))
    bar = Bar(minutes_paid=720, minutes_unpaid=240, says="12 hours were paid, 4 hours unpaid.")
    return Summary(rows=((paid, unpaid), money), headline="You did 16 hours of work", bar=bar)


def an_entry(number: int = 1, *, below: str = "") -> Entry:
    """List one piece of work, in both forms."""
    return Entry(
        cells=(
            Cell(texts=(f"Thu\u00a0{number}\u00a0Jul",)),
            Cell(texts=("Planned the leaflet", "with سلمى الحداد, twice")),
            Cell(texts=("2\u00a0h\u00a000",), is_figures=True),
            Cell(),
            Cell(texts=("£30.00", "paid 17 July"), strong=(True,), is_figures=True),
        ),
        title=f"Thursday {number} July",
        lines=("Planned the leaflet",),
        pairs=(
            Pair(label="Paid", text="2 hours", mark=Mark.PAID),
            Pair(label="Payment", text="£30.00, paid 17 July"),
        ),
        below=below,
    )


def entries(count: int = 2) -> Entries:
    """List pieces of work, with their total."""
    total = Entry(
        cells=(
            Cell(texts=("In all: 16 hours",), strong=(True,), columns=2, is_heading=True),
            Cell(texts=("12\u00a0h\u00a000",), strong=(True,), is_figures=True),
            Cell(texts=("4\u00a0h\u00a000",), strong=(True,), is_figures=True),
            Cell(texts=("£180.00 paid",), strong=(True,), is_figures=True),
        ),
        title="In all: 16 hours",
        pairs=(Pair(label="Unpaid", text="4 hours", mark=Mark.UNPAID),),
    )
    return Entries(
        caption="Each piece of work, paid and unpaid",
        columns=(
            Column(heading="Date", millimetres=26),
            Column(heading="What you did"),
            Column(heading="Paid", millimetres=17, is_right=True),
            Column(heading="Unpaid", millimetres=18, is_right=True),
            Column(heading="Payment", millimetres=40, is_right=True, gap=3),
        ),
        rows=(
            an_entry(below="We agreed less than you asked for."),
            *(an_entry(number) for number in range(2, count + 1)),
        ),
        totals=(total,),
    )


def parts() -> tuple[Part, ...]:
    """Say one of everything that can stand below the head of a paper."""
    stripes = (
        Stripe(label="July", minutes_paid=300, minutes_unpaid=120, says="5 hours, 2 hours"),
        Stripe(label="August", minutes_paid=0, says="0 hours"),
    )
    return (
        Notice(heading="This replaces statement S-2026-0101.", texts=("One sum was wrong.",)),
        a_summary(),
        Heading(text="Your work, day by day"),
        Text(text="Project: First appointment", is_small=True),
        entries(),
        Section(
            heading="Your time, month by month",
            parts=(Chart(stripes=stripes, says="Your work from July to August"),),
        ),
        Section(
            heading="Skills you used",
            parts=(
                Heading(text="In your words"),
                Bullets(texts=("Listening", "Llŷr’s ŵyl <b>")),
                Named(name="Leaflet.", text="You wrote it."),
                Text(text="It counts.", is_strong=True),
            ),
        ),
        Section(
            heading="Please tell us",
            parts=(
                Ticks(texts=("All of it is right.", "This much:"), blanks=(None, "£")),
                Blank(label="What is wrong", lines=3),
                Blank(label="Your name", filled="Llŷr ap Gwilym"),
                Signature(role="Involvement lead", name="Bethan Rees", picture=a_picture("black")),
                Signature(role="Treasurer", name="Owen Price"),
                Signature(role="Your signature"),
                Code(content="S-2026-0147", says="This code holds the number."),
            ),
        ),
        Section(
            heading="In pictures",
            parts=(
                Pictured(
                    picture="pound",
                    texts=("We paid you this money:",),
                    figure="£172.50",
                    after=("It is for your work.",),
                ),
            ),
        ),
    )


def a_paper(language: str = "en", **override: object) -> Paper:
    """Say everything on one paper."""
    opening = an_opening()
    said: dict[str, object] = {
        "title": "The work you did, Salma Al-Haddad",
        "foot": 'Statement "S-2026-0147"',
        "author": "Common Table Cardiff",
        "language": language,
        "parts": (opening, *parts()),
    }
    return Paper(**(said | override))  # type: ignore[arg-type]  # any field may be given


def a_letter() -> Paper:
    """Write a letter with a list and a signature."""
    head = Letterhead(
        organisation="Common Table Cardiff",
        address=("The Old Library, Wharf Street", "Cardiff CF99 9ZZ", "hello@commontable.example"),
        to=("Jobcentre Plus", "For the work coach of Małgorzata Zając"),
        number="Letter L-2026-0052",
        day="Thursday 8 October 2026",
        title="Małgorzata Zając: payments and expenses",
    )
    return a_paper(
        foot="Letter L-2026-0052",
        parts=(
            head,
            Text(text="Małgorzata Zając takes part in our project."),
            Heading(text="Payments for involvement"),
            entries(3),
            Text(text="Yours faithfully"),
            Signature(role="Coordinator", name="Bethan Rees"),
        ),
    )


def a_hard_paper() -> Paper:
    """Put what is hard to set on one paper: a long name, one long word, nothing at all, 40 rows."""
    opening = an_opening(name=LONG_NAME, name_in_script="", logo=b"", charity_number="", when="")
    long_word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
    nothing = Summary(rows=((Figure(label="Paid work", amount="0 hours"),) * 2,))
    row = Entry(
        cells=(Cell(texts=("1 Jul",)), Cell(texts=(long_word,)), Cell(), Cell(), Cell()),
        title=long_word,
    )
    table = entries(40)
    longer = Entries(
        caption=table.caption,
        columns=table.columns,
        rows=(*table.rows, row),
        totals=table.totals,
    )
    none = Chart(stripes=(Stripe(label="May", minutes_paid=0, says="0 hours"),), says="No work")
    return a_paper(parts=(opening, nothing, longer, none, Text(text=long_word)))
