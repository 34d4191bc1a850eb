"""Break text into lines that fit, without splitting a date, an amount or a phone number."""

import re
from typing import NamedTuple

from coprod_desktop.documents.fonts import (
    ARABIC_FACES,
    Face,
    Run,
    Runs,
    set_name,
    set_text,
    shaped,
    width,
)
from coprod_desktop.documents.styles import Style

# Atkinson Hyperlegible Next reaches this far above and below its base line, in sizes.
_ASCENT = 0.984
_HEIGHT = 1.3
# A line may end after spaces, and after a hyphen or dash with three letters before it: "co-author"
# and the Welsh "di-dâl" stay whole.
_PIECES = re.compile(r"[^ \n]*?(?:[^\W\d_]{3}[-–](?=[^\W\d_])| +|$|(?=\n))|\n")


class Stretch(NamedTuple):
    """Letters of one face as they are drawn, and as they are read where that differs."""

    face: Face
    text: str
    spoken: str


class Line(NamedTuple):
    """One line of text and its width in points; `language` where it is not the paper's own.

    `goes_on` where its last word goes on in the next line, after a hyphen or without one.
    """

    stretches: tuple[Stretch, ...]
    width: float
    language: str = ""
    goes_on: bool = False


class Block(NamedTuple):
    """Lines of one style; `height` in points."""

    lines: tuple[Line, ...]
    style: Style

    @property
    def height(self) -> float:
        """The room the lines take, in points."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """The width of the longest line, in points."""
        return max((line.width for line in self.lines), default=0.0)


class Stacked(str):
    """The same in two languages, to be set under one another, each read aloud in its own."""

    said: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, *said: tuple[str, str]) -> str:
        """Stack pairs of a language ("cy-GB") and a text; what is the same in all stands once."""
        texts = list(dict.fromkeys(text for __, text in said))
        if len(texts) == 1:
            return texts[0]
        stacked = cls("\n".join(texts))
        stacked.said = said
        return stacked


def base_line(style: Style) -> float:
    """Say how far below the top of its line the letters stand, in points."""
    return (style.leading - _HEIGHT * style.size) / 2 + _ASCENT * style.size


def set_block(text: str, style: Style, room: float, *, is_figures: bool = False) -> Block:
    """Break ordinary text to `room` points."""
    if isinstance(text, Stacked):
        blocks = [
            _spoken(set_block(each, style, room, is_figures=is_figures), code)
            for code, each in text.said
        ]
        return Block(tuple(line for block in blocks for line in block.lines), style)
    return break_lines(set_text(text, style.weight, is_figures=is_figures), style, room)


def set_name_block(name: str, style: Style, room: float) -> Block:
    """Break a name to `room` points; raises LetterMissingError."""
    if isinstance(name, Stacked):
        blocks = [_spoken(set_name_block(each, style, room), code) for code, each in name.said]
        return Block(tuple(line for block in blocks for line in block.lines), style)
    return break_lines(set_name(name, style.weight), style, room)


def _spoken(block: Block, code: str) -> Block:
    """Have the lines of a block read aloud in a language."""
    return Block(tuple(line._replace(language=code) for line in block.lines), block.style)


def break_lines(runs: Runs, style: Style, room: float) -> Block:
    """Break runs to `room` points; a word too long for a line is broken where the line ends."""
    if len(runs) == 1 and "\n" not in runs[0].text:
        whole = width(*runs[0]) * style.size / 1000
        if whole <= room:
            return Block((Line(_stretches(runs), whole),), style)
    return Block(tuple(_Breaker(style.size, room).take(runs)), style)


class _Breaker:
    """Gather pieces of text until a line is full."""

    def __init__(self, size: float, room: float) -> None:
        self._scale = size / 1000
        self._room = room / self._scale
        self._lines: list[Line] = []
        self._pieces: list[Run] = []
        self._width = 0.0

    def take(self, runs: Runs) -> list[Line]:
        """Return the lines that hold the runs."""
        for face, text in runs:
            for piece in _PIECES.findall(text):
                if piece == "\n":
                    self._end_line()
                elif piece:
                    self._place(Run(face, piece))
        if self._pieces or not self._lines:
            self._end_line()
        return self._lines

    def _place(self, piece: Run) -> None:
        """Put a piece on the line, or on the next one where it does not fit."""
        bare = width(piece.face, piece.text.rstrip(" "))
        if self._pieces and self._width + bare > self._room:
            self._end_line(goes_on=not self._pieces[-1].text.endswith(" "))
        while bare > self._room and len(piece.text) > 1:
            piece = self._cut(piece)
            bare = width(piece.face, piece.text.rstrip(" "))
        if bare or self._pieces:  # a line never begins with a space
            self._pieces.append(piece)
            self._width += width(*piece)

    def _cut(self, piece: Run) -> Run:
        """Fill a line with the beginning of an endless word and return its rest."""
        count = max(1, int(len(piece.text) * self._room / width(*piece)))
        while count > 1 and width(piece.face, piece.text[:count]) > self._room:
            count -= 1
        # A date or amount that is too long for its column breaks between its words.
        count = piece.text.rfind("\N{NO-BREAK SPACE}", 1, count) + 1 or count
        self._pieces = [Run(piece.face, piece.text[:count])]
        self._end_line(goes_on=True)
        return Run(piece.face, piece.text[count:])

    def _end_line(self, *, goes_on: bool = False) -> None:
        runs = _joined(self._pieces)
        total = sum(width(*run) for run in runs)
        self._lines.append(Line(_stretches(runs), total * self._scale, goes_on=goes_on))
        self._pieces = []
        self._width = 0.0


def _joined(pieces: list[Run]) -> Runs:
    """Join neighbours of one face again, without the spaces at the end of the line."""
    runs: list[Run] = []
    for face, text in pieces:
        if runs and runs[-1].face is face:
            runs[-1] = Run(face, runs[-1].text + text)
        else:
            runs.append(Run(face, text))
    if runs:
        runs[-1] = Run(runs[-1].face, runs[-1].text.rstrip(" "))
    return tuple(runs)


def _stretches(runs: Runs) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(face, shaped(text), text) if face in ARABIC_FACES else Stretch(face, text, "")
        for face, text in runs
        if text
    )
