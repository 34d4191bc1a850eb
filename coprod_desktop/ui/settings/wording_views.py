"""The list, the sentence and the page side by side, or one at a time where room is short."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import L, M, em, type_font
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

_ROOM_EM = 78
"""The width in em from which all three stand side by side."""
_SHARES = (5, 6, 6)


class WordingViews(QWidget):
    """Show three views by key; `show_view` matters where there is room for one only."""

    def __init__(self, views: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._views = dict(views)
        self._is_narrow: bool | None = None
        words = {"list": _("Sentences"), "sentence": _("Words"), "page": _("Page")}
        segments = [Segment(key=key, text=words[key]) for key in views]
        self.bar = SegmentedBar(_("What to look at"), segments)
        self._row = QHBoxLayout()
        self._row.setSpacing(L)
        for view, share in zip(views.values(), _SHARES, strict=True):
            self._row.addWidget(view, stretch=share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.bar)
        column.addLayout(self._row, stretch=1)
        self.bar.chosen.connect(lambda _key: self._show())
        self._fit()

    @property
    def is_narrow(self) -> bool:
        """Say whether only one view is shown at a time."""
        return bool(self._is_narrow)

    def show_view(self, key: str) -> None:
        """Show a view where they are shown one at a time."""
        self.bar.choose(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < _ROOM_EM * em(type_font())
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show()

    def _show(self) -> None:
        self.bar.setVisible(self.is_narrow)
        for key, view in self._views.items():
            view.setVisible(not self._is_narrow or key == self.bar.chosen_key)
