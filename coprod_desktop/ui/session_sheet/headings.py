"""Know the headings that sheets usually have over names, hours, fares and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.ui.session_sheet.draft import Place

_BRACKETS = re.compile(r"\([^)]*\)|[:*?£]")
_USUAL = {
    Place.NAME: (
        "name|names|full name|person|participant|who|attendee|contributor|member|volunteer|"
        "participant name|name of participant|name of person"
    ),
    Place.CAPACITY: "taking part as|as|role|capacity|here as|type of participant",
    Place.PREPARED: (
        "prep|preparation|prep time|prep hours|preparation time|preparation hours|reading|"
        "hours prep|hours preparation"
    ),
    Place.MET: (
        "meeting|hours|time|duration|meeting time|meeting hours|session|session time|hrs|"
        "hours worked|time worked|work|worked|hours attended|attended|total hours|length"
    ),
    Place.TRAVELLED: "travel|travel time|travel hours|travelling|travelling time|journey",
    Place.SKILLS: "skills|skill|skills used|what they brought|contribution",
    Place.ANSWER: (
        "paid or unpaid|paid|paid/unpaid|paid unpaid|pay|payment|paid y/n|unpaid or paid|"
        "accepts payment|wants payment|choice|payment choice"
    ),
    Place.OFFER: "offer|offered|fee|fees",
    Place.EXPENSE: (
        "expense|expenses|fare|fares|travel cost|travel costs|travel expenses|cost|costs|"
        "out of pocket|expenses claimed"
    ),
    Place.NOTE: "note|notes|comment|comments|remark|remarks|details",
}
_WITH_KIND = {
    "bus": "bus", "bus fare": "bus", "bus fares": "bus", "train": "train", "train fare": "train",
    "train fares": "train", "taxi": "taxi", "taxi fare": "taxi", "parking": "parking",
    "miles": "miles car", "mileage": "miles car", "car miles": "miles car",
    "childcare": "childcare",
}  # fmt: skip
_FIRST = frozenset("first name|forename|given name|first|firstname|christian name".split("|"))
_LAST = frozenset("surname|last name|family name|last|lastname|second name".split("|"))


class Part(Enum):
    """Which part of a name a column holds."""

    WHOLE = "whole"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Where a column belongs; `kind` is said of numbers alone, as "bus" for "4.60"."""

    place: Place
    kind: str = ""
    part: Part = Part.WHOLE


def read_headings(cells: Sequence[str], kind_of_work: str = "") -> tuple[Heading | None, ...]:
    """Return where each column belongs, or nothing at all if the cells are no headings.

    A column whose heading is not known belongs nowhere.
    """
    known = _known(kind_of_work)
    found = tuple(known.get(_plain(cell)) for cell in cells)
    count = sum(one is not None for one in found)
    has_name = any(one is not None and one.place is Place.NAME for one in found)
    has_numbers = any(letter.isdigit() for cell in cells for letter in cell)
    filled = sum(bool(cell.strip()) for cell in cells)
    is_head = count >= 2 or count == 1 == filled or (has_name and not has_numbers)
    return _each_place_once(found) if is_head else ()


def _known(kind_of_work: str) -> dict[str, Heading]:
    known = {
        _plain(words): Heading(place=place)
        for place, usual in _USUAL.items()
        for words in usual.split("|")
    }
    known |= {words: Heading(place=Place.EXPENSE, kind=kind) for words, kind in _WITH_KIND.items()}
    known |= {words: Heading(place=Place.NAME, part=Part.FIRST) for words in _FIRST}
    known |= {words: Heading(place=Place.NAME, part=Part.LAST) for words in _LAST}
    for kind in KINDS_OF_WORK:
        known.setdefault(_plain(kind), Heading(place=Place.MET))
    own = {_plain(kind_of_work): Heading(place=Place.MET)} if kind_of_work else {}
    return known | _own_titles() | own


def _own_titles() -> dict[str, Heading]:
    """Return the titles of the sheet itself, in the language in use."""
    titles = {
        Place.NAME: _("Name"),
        Place.CAPACITY: _("Taking part as"),
        Place.PREPARED: _("Prep"),
        Place.TRAVELLED: _("Travel"),
        Place.SKILLS: _("Skills used"),
        Place.ANSWER: _("Paid or unpaid"),
        Place.OFFER: _("Offer"),
        Place.EXPENSE: _("Expense"),
        Place.NOTE: _("Note"),
    }
    return {_plain(title): Heading(place=place) for place, title in titles.items()}


def _each_place_once(found: Sequence[Heading | None]) -> tuple[Heading | None, ...]:
    """Keep the first column of each kind; a second one has no place, and that is said."""
    seen: set[tuple[Place, Part]] = set()
    kept: list[Heading | None] = []
    for one in found:
        if one is None or (one.place, one.part) in seen:
            kept.append(None)
        else:
            seen.add((one.place, one.part))
            kept.append(one)
    return tuple(kept)


def _plain(words: str) -> str:
    return " ".join(_BRACKETS.sub(" ", fold(words)).replace("_", " ").split()).strip(" .-")
