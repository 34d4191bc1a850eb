"""The answer to "why this amount?", line by line, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XS, S
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.side_panel import SidePanel
from coprod_desktop.ui.widgets.swatch import Swatch, SwatchMark


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One step of the sum: what, how much, and why. A `swatch` begins a part of its own."""

    what: str
    amount: str = ""
    because: str = ""
    swatch: Swatch | None = None


class WhyPanel(SidePanel):
    """Show how an amount came about, and where its rules come from; it can be copied as text."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._content: QWidget | None = None
        self._copy = Button(_("Copy as text"), icon_name="copy")
        self._copy.clicked.connect(self._copy_text)
        self.body.addStretch()
        self.body.addWidget(self._copy)

    def explain(
        self,
        heading: str,
        sub_line: str,
        lines: Sequence[WhyLine],
        sources: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show an explanation; `sources` are (icon, sentence) on where it comes from."""
        self.set_words(heading, sub_line)
        spoken = [f"{line.what}: {line.amount}\n{line.because}".strip() for line in lines]
        self._text = "\n".join((heading, sub_line, *spoken, *(words for _icon, words in sources)))
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
        _add_sources(grid, sources)
        self.body.insertWidget(0, self._content)
        self._content.show()
        self.open_panel()

    @property
    def text(self) -> str:
        """Return the explanation as plain text."""
        return self._text

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _add_line(grid: QGridLayout, line: WhyLine) -> None:
    at = grid.rowCount()
    if at > 1:
        grid.addWidget(rule(), at, 0, 1, 2)
        at += 1
    head = QHBoxLayout()
    head.setSpacing(S)
    if line.swatch is not None:
        head.addWidget(SwatchMark(line.swatch))
    head.addWidget(label(line.what, "strong", wraps=True), stretch=1)
    grid.addLayout(head, at, 0)
    top_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    grid.addWidget(label(line.amount, "strong"), at, 1, top_right)
    if line.because:
        grid.addWidget(label(line.because, "quiet", wraps=True), at + 1, 0, 1, 2)


def _add_sources(grid: QGridLayout, sources: Sequence[tuple[str, str]]) -> None:
    if not sources:
        return
    grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
    grid.addWidget(label(_("Where this comes from"), "strong"), grid.rowCount(), 0, 1, 2)
    for icon_name, words in sources:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(IconMark(icon_name), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, wraps=True), stretch=1)
        grid.addLayout(row, grid.rowCount(), 0, 1, 2)
