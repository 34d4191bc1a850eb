"""Choose the letters of a paper: one family for everything, others only where it lacks a letter.

A letter that Atkinson Hyperlegible Next has not is found in Noto Sans or, for Arabic, in Noto
Naskh. Every face is embedded. Faces are read once, when the first paper is made.
"""

import enum
import functools
import re
import unicodedata
from typing import NamedTuple

import arabic_reshaper
from bidi import get_display
from reportlab.pdfbase import pdfmetrics

from coprod_desktop.documents.embedding import SharedFont
from coprod_desktop.domain.errors import LetterMissingError
from coprod_desktop.paths import resource


class Weight(enum.StrEnum):
    """How heavy letters are; papers have no italics, underlines or capitals for emphasis."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Face(enum.StrEnum):
    """A font file of `resources/fonts`, by its name without ending."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    SEMIBOLD = "AtkinsonHyperlegibleNext-SemiBold"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    FIGURES = "AtkinsonHyperlegibleNextTabular-Regular"
    FIGURES_SEMIBOLD = "AtkinsonHyperlegibleNextTabular-SemiBold"
    SANS = "NotoSans-Regular"
    SANS_SEMIBOLD = "NotoSans-SemiBold"
    SANS_BOLD = "NotoSans-Bold"
    ARABIC = "NotoNaskhArabic-Regular"
    ARABIC_BOLD = "NotoNaskhArabic-Bold"


class Run(NamedTuple):
    """A stretch of text in one face; Arabic stands in the order in which it is read."""

    face: Face
    text: str


Runs = tuple[Run, ...]

_FAMILIES: dict[Weight, tuple[Face, Face, Face]] = {
    Weight.REGULAR: (Face.REGULAR, Face.SANS, Face.ARABIC),
    Weight.SEMIBOLD: (Face.SEMIBOLD, Face.SANS_SEMIBOLD, Face.ARABIC_BOLD),
    Weight.BOLD: (Face.BOLD, Face.SANS_BOLD, Face.ARABIC_BOLD),
}
_FIGURES = {Weight.REGULAR: Face.FIGURES, Weight.SEMIBOLD: Face.FIGURES_SEMIBOLD}
ARABIC_FACES = frozenset({Face.ARABIC, Face.ARABIC_BOLD})
_ARABIC = r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
# Words of Arabic stay together with the spaces between them.
_STRETCHES = re.compile(rf"[{_ARABIC}]+(?:[ \u00a0]+[{_ARABIC}]+)*|[^{_ARABIC}]+")
# Noto Sans has Devanagari letters, but joining them needs more than a font; better to say so.
_NEEDS_SHAPING = range(0x0900, 0x0E80)
# Signs that say how to read and are not drawn, the joiners of emoji among them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
# Letters that no font here has and that another sign replaces without loss.
_ALIKE = str.maketrans(
    {"\N{NON-BREAKING HYPHEN}": "-", "\N{NARROW NO-BREAK SPACE}": "\u00a0", "\t": " "}
)


@functools.cache
def font(face: Face) -> SharedFont:
    """Register a face on its first use and return it."""
    found = SharedFont(face.value, str(resource("fonts", f"{face.value}.ttf")))
    pdfmetrics.registerFont(found)
    return found


@functools.lru_cache(maxsize=2_000)
def shaped(text: str) -> str:
    """Join Arabic letters and put them in the order in which they are drawn, left to right."""
    return str(get_display(arabic_reshaper.reshape(text)))


@functools.lru_cache(maxsize=8_000)
def width(face: Face, text: str) -> float:
    """Measure text in thousandths of its size."""
    widths = font(face).face.charWidths
    seen = shaped(text) if face in ARABIC_FACES else text
    return float(sum([widths[ord(letter)] for letter in seen]))


def _has(face: Face, text: str) -> bool:
    glyphs = font(face).face.charToGlyph
    seen = shaped(text) if face in ARABIC_FACES else text
    return all(
        (ord(letter) in glyphs and ord(letter) not in _NEEDS_SHAPING) or letter == "\n"
        for letter in seen
    )


def _tidy(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_ALIKE)


@functools.lru_cache(maxsize=2_000)
def set_name(name: str, weight: Weight = Weight.REGULAR) -> Runs:
    """Set a name with every one of its letters, in Noto Sans as a whole where one is missing.

    Raises LetterMissingError (`letter`): a name is never printed without one of its letters.
    """
    runs = [_set_name_part(part, weight) for part in _STRETCHES.findall(_tidy(name))]
    return tuple(runs)


def _set_name_part(part: str, weight: Weight) -> Run:
    """Set a part of a name that is Arabic throughout, or not at all."""
    own, sans, arabic = _FAMILIES[weight]
    if re.match(f"[{_ARABIC}]", part):
        if _has(arabic, part):
            return Run(arabic, part)
        raise LetterMissingError(letter=_missing(arabic, part))
    face = own if _has(own, part) else sans
    if not _has(face, part):
        raise LetterMissingError(letter=_missing(face, part))
    return Run(face, part)


def _missing(face: Face, part: str) -> str:
    """Find the first letter that a face has not."""
    return next((letter for letter in part if not _has(face, letter)), part[0])


@functools.lru_cache(maxsize=2_000)
def set_text(text: str, weight: Weight = Weight.REGULAR, *, is_figures: bool = False) -> Runs:
    """Set ordinary text; a word with a missing letter changes face, a sign nobody has is left out.

    So a picture sign in a description never stops a paper. `is_figures` lines up columns.
    """
    own = _FIGURES[weight] if is_figures else _FAMILIES[weight][0]
    tidy = _tidy(text)
    if _has(own, tidy):
        return (Run(own, tidy),) if tidy else ()
    runs: list[Run] = []
    for part in re.findall(rf"[{_ARABIC}]+|[^{_ARABIC}\s]+|\s+", tidy):
        face, kept = _set_word(part, own, weight)
        if kept and runs and runs[-1].face is face:
            runs[-1] = Run(face, runs[-1].text + kept)
        elif kept:
            runs.append(Run(face, kept))
    return _single_spaces(runs)


def _set_word(word: str, own: Face, weight: Weight) -> tuple[Face, str]:
    """Choose the face that has a word, or most of it."""
    __, sans, arabic = _FAMILIES[weight]
    for face in (own, sans, arabic):
        if _has(face, word):
            return face, word
    best = arabic if re.match(f"[{_ARABIC}]", word) else sans
    return best, "".join(letter for letter in word if _has(best, letter))


def _single_spaces(runs: list[Run]) -> Runs:
    """Close the gap that a sign left behind."""
    closed = [Run(face, re.sub(r" {2,}", " ", text)) for face, text in runs]
    return tuple(closed)
