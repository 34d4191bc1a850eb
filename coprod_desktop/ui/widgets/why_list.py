"""Amounts one under another, each with its reason: what a "why?" and a trial of rules show."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XS, S
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.swatch import Swatch, SwatchMark

Source = tuple[str, str]
"""The name of an icon, and a sentence on where something comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One step of the sum: what, how much, and why. A `swatch` begins a part of its own.

    Every line of `because` is set as a paragraph. `icon` is (name, colour) before the words.
    """

    what: str
    amount: str = ""
    because: str = ""
    swatch: Swatch | None = None
    icon: tuple[str, str] | None = None


class WhyList(QWidget):
    """Show lines with their reasons, and below them where it all comes from."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None

    def show_lines(
        self, lines: Sequence[WhyLine], sources: Sequence[Source] = (), *, heading: str = ""
    ) -> None:
        """Show these instead of what stood there; `heading` stands above the sources."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        grid = QGridLayout(self._content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(0, 1)
        for line in lines:
            _add_line(grid, line)
        _add_sources(grid, sources, heading or _("Where this comes from"))
        self._column.addWidget(self._content)
        self._content.show()


def text_of_lines(lines: Sequence[WhyLine]) -> list[str]:
    """Write lines as plain text, to be copied."""
    return [f"{line.what}: {line.amount}\n{line.because}".strip() for line in lines]


def _add_line(grid: QGridLayout, line: WhyLine) -> None:
    at = grid.rowCount()
    if at > 1:
        grid.addWidget(rule(), at, 0, 1, 2)
        at += 1
    head = QHBoxLayout()
    head.setSpacing(S)
    if line.swatch is not None:
        head.addWidget(SwatchMark(line.swatch))
    if line.icon is not None:
        head.addWidget(IconMark(*line.icon), alignment=Qt.AlignmentFlag.AlignTop)
    head.addWidget(label(line.what, "strong", wraps=True), stretch=1)
    grid.addLayout(head, at, 0)
    top_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    grid.addWidget(label(line.amount, "strong"), at, 1, top_right)
    for paragraph in filter(None, line.because.splitlines()):
        grid.addWidget(label(paragraph, "quiet", wraps=True), grid.rowCount(), 0, 1, 2)


def _add_sources(grid: QGridLayout, sources: Sequence[Source], heading: str) -> None:
    if not sources:
        return
    grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
    grid.addWidget(label(heading, "strong"), grid.rowCount(), 0, 1, 2)
    for icon_name, words in sources:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(IconMark(icon_name), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, wraps=True), stretch=1)
        grid.addLayout(row, grid.rowCount(), 0, 1, 2)
