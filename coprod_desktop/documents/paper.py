"""Say what stands on a paper, apart from how an edition sets it."""

import dataclasses
import enum
from typing import Protocol


class Mark(enum.StrEnum):
    """The sign of paid or unpaid work, always beside its word."""

    NONE = ""
    PAID = "paid"
    UNPAID = "unpaid"


class Part(Protocol):
    """One part of a paper, in the order in which it is read."""

    __slots__ = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The head of a paper for a person: who it is from, its number, its name, for whom and when.

    `logo` is the charity's picture (PNG or JPEG), empty where it has none.
    """

    organisation: str
    charity_number: str
    number: str
    title: str
    name: str
    name_in_script: str = ""
    when: str = ""
    logo: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of a letter: the charity's address at the right, then whom the letter is for."""

    organisation: str
    address: tuple[str, ...]
    to: tuple[str, ...]
    number: str
    day: str
    title: str
    logo: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What must be read before anything else, between two strong rules."""

    heading: str
    texts: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One big figure: what it is, how much, and a note; `mark` is its sign."""

    label: str
    amount: str
    note: str = ""
    mark: Mark = Mark.NONE


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Paid and unpaid minutes drawn as one bar, and the words that say the same."""

    minutes_paid: int
    minutes_unpaid: int
    says: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The box that says the most; the two figures of a row have the same size and width."""

    rows: tuple[tuple[Figure, Figure], ...]
    headline: str = ""
    bar: Bar | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading over what follows."""

    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; a small one has the size of a table's text, and a closing one ends a letter.

    What closes stands on the page of what is said before it, as the signature after it does.
    """

    text: str
    is_strong: bool = False
    is_small: bool = False
    is_closing: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list."""

    texts: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A paragraph that begins with what it is about, in heavier letters."""

    name: str
    text: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its heading and its width in millimetres; 0 takes what is left.

    `gap` of it, in millimetres, stays empty at its left.
    """

    heading: str
    millimetres: float = 0.0
    is_right: bool = False
    gap: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell, line under line; figures line up below one another.

    `columns` is how many columns it spans, `is_heading` makes it the heading of its row.
    """

    texts: tuple[str, ...] = ()
    strong: tuple[bool, ...] = ()
    is_figures: bool = False
    columns: int = 1
    is_heading: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and what it says, with its sign."""

    label: str
    text: str
    mark: Mark = Mark.NONE


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row, in both of its forms: cells of a table, or where there is no room for one, a list.

    As a list it is a `title` in heavier letters, `lines` below it, and `pairs`, all in full words.
    `below` stands under the row, across the table.
    """

    cells: tuple[Cell, ...]
    title: str
    lines: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    below: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Rows with the same columns, and their totals; a table, or a list of records.

    `caption` says what it lists, for those who hear it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Entry, ...]
    totals: tuple[Entry, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Stripe:
    """One bar of a chart, and its numbers in words; beside paid stands unpaid, never over it."""

    label: str
    minutes_paid: int
    minutes_unpaid: int = 0
    says: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars of time under one another, each with its numbers; `says` is the whole in words."""

    stripes: tuple[Stripe, ...]
    says: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Boxes to tick; `blanks` says after which of them there is room to write, with its sign."""

    texts: tuple[str, ...]
    blanks: tuple[str | None, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """Room to write: a label, the lines it takes, and what stands in it already."""

    label: str
    lines: int = 1
    filled: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Where somebody signs: their role and name; `picture` is a signature already made."""

    role: str
    name: str = ""
    picture: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A square code that a telephone reads, and the words that say what is in it."""

    content: str
    says: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """A picture at the left and short sentences at the right; `figure` is the big one among them.

    `picture` is the name of a file of `resources/easy-read-pictures`.
    """

    picture: str
    texts: tuple[str, ...]
    figure: str = ""
    after: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part with its heading, set apart by a rule."""

    heading: str
    parts: tuple[Part, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Everything that stands on a paper in one language.

    `foot` is the number at the foot of each page, `author` the charity, `language` "en" or "cy".
    The first part is an Opening or a Letterhead.
    """

    title: str
    foot: str
    author: str
    language: str
    parts: tuple[Part, ...]
