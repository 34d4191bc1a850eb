"""Paid and unpaid work side by side: the same size, the same weight, paid first, never ranked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import CARD_RADIUS, L, M, S
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.swatch import Swatch, SwatchMark

RULE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one half says: the time in one line, then lines such as what it is worth."""

    figure: str
    lines: Sequence[str] = ()


class PaidUnpaidPair(QWidget):
    """Show two equal halves under a rule of their colour, each swatch beside its word."""

    def __init__(self, *, figure_role: str = "section") -> None:
        super().__init__()
        self._halves = (
            _Half(Swatch.PAID, _("Paid work"), figure_role),
            _Half(Swatch.UNPAID, _("Unpaid work"), figure_role),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for half in self._halves:
            row.addWidget(half, stretch=1)

    def show_sides(self, paid: Side, unpaid: Side) -> None:
        """Fill both halves; they keep the same number of lines, so that neither looks larger."""
        count = max(len(paid.lines), len(unpaid.lines))
        for half, side in zip(self._halves, (paid, unpaid), strict=True):
            half.show_side(side, count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the two rules and the line between."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline.addRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        painter.fillPath(outline, tokens.color("surface"))
        painter.setPen(QPen(tokens.color("line"), 1))
        painter.drawPath(outline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        middle = self._halves[1].x()
        painter.drawLine(middle, RULE, middle, self.height() - 2)
        painter.fillRect(0, 0, middle, RULE, tokens.color("paid"))
        painter.fillRect(middle, 0, self.width() - middle, RULE, tokens.color("unpaid"))


class _Half(QWidget):
    def __init__(self, swatch: Swatch, word: str, figure_role: str) -> None:
        super().__init__()
        self._word = word
        self._figure = label("", figure_role)
        self._lines: list[QLabel] = []
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(SwatchMark(swatch))
        head.addWidget(label(word))
        head.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(L, RULE + S, L, M)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self._figure)

    def show_side(self, side: Side, count: int) -> None:
        self._figure.setText(side.figure)
        while len(self._lines) < count:
            line = label("", "quiet" if self._lines else "", wraps=True)
            self._column.addWidget(line)
            self._lines.append(line)
        for at, line in enumerate(self._lines):
            line.setText(side.lines[at] if at < len(side.lines) else "")
            line.setVisible(at < count)
        self.setAccessibleName(", ".join((self._word, side.figure, *side.lines)))
