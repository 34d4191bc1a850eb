"""Steps or filters in a row, of which one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar

from coprod_desktop.ui.icons import icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import FOCUS_WIDTH, ICON, grown


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One step or filter; `count` stands after its words, `icon` before them."""

    key: str
    text: str
    count: int | None = None
    icon: str = ""
    colour: str = "ink"
    is_enabled: bool = True


class SegmentedBar(QTabBar):
    """Choose one of a few; the arrow keys move along. `chosen(key)` comes when it changes."""

    chosen = Signal(str)

    def __init__(self, name: str, segments: Sequence[Segment] = ()) -> None:
        super().__init__()
        self._keys: list[str] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_segments(segments)
        self.currentChanged.connect(self._tell)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show these; the chosen one stays chosen if it is still there. Nothing is announced."""
        chosen = self.chosen_key
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._keys = [segment.key for segment in segments]
        self.setIconSize(QSize(grown(ICON), grown(ICON)))
        for at, segment in enumerate(segments):
            words = segment.text.replace("&", "&&")
            self.addTab(words if segment.count is None else f"{words} {segment.count}")
            if segment.icon:
                self.setTabIcon(at, icon(segment.icon, segment.colour))
            self.setTabEnabled(at, segment.is_enabled)
        if chosen in self._keys:
            self.setCurrentIndex(self._keys.index(chosen))
        self.blockSignals(False)

    @property
    def chosen_key(self) -> str:
        """Return the key of what is chosen; empty while there is nothing to choose."""
        at = self.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    def choose(self, key: str) -> None:
        """Choose one; raises ValueError for a key that is not there."""
        self.setCurrentIndex(self._keys.index(key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, and the focus inside the chosen segment."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex() >= 0:
            painter = QPainter(self)
            painter.setPen(QPen(current_tokens().color("accent"), FOCUS_WIDTH))
            painter.drawRect(self.tabRect(self.currentIndex()).adjusted(4, 4, -4, -6))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIconSize(QSize(grown(ICON), grown(ICON)))

    def _tell(self, at: int) -> None:
        if 0 <= at < len(self._keys):
            self.chosen.emit(self._keys[at])
