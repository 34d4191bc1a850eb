"""The ways to look at the rules in one place, with the example beside them where there is room."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import NARROW_EM, SIDE_PANEL, L, M, em, scaled, type_font
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

_WIDEST = 16_777_215


class PolicyViews(QWidget):
    """Show one view of a few, by its key; `chosen(key)` asks for another.

    The example has a side of its own, or is a view of its own where there is no room.
    """

    chosen = Signal(str)

    def __init__(self, views: Mapping[str, QWidget], example: QWidget, versions: int) -> None:
        super().__init__()
        self._views = dict(views)
        self._example = example
        self._versions = versions
        self._is_narrow: bool | None = None
        self.bar = SegmentedBar(_("How to look at the rules"))
        # The chosen words are bolder: there must be room for whichever they are.
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stack = QStackedWidget()
        for view in views.values():
            self._stack.addWidget(view)
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.bar)
        left.addWidget(self._stack, stretch=1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(L)
        self._row.addLayout(left, stretch=1)
        self.bar.chosen.connect(self.chosen)
        self.setFocusProxy(self.bar)
        self._fit()

    @property
    def shown_key(self) -> str:
        """Return the key of the view that is shown."""
        now = self._stack.currentWidget()
        found = [key for key, view in self._views.items() if view is now]
        return found[0] if found else "example"

    def show_view(self, key: str) -> None:
        """Show a view, and mark it as chosen without asking for it again."""
        self.bar.blockSignals(True)
        self.bar.choose(key)
        self.bar.blockSignals(False)
        self._stack.setCurrentWidget(self._views.get(key, self._example))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the example in."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < NARROW_EM * em(type_font())
        if not is_narrow:
            self._example.setFixedWidth(scaled(SIDE_PANEL))
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        shown = self.shown_key if self.bar.count() else ""
        if is_narrow:
            self._row.removeWidget(self._example)
            self._example.setMinimumWidth(0)
            self._example.setMaximumWidth(_WIDEST)
            self._stack.addWidget(self._example)
        else:
            self._stack.removeWidget(self._example)
            self._row.addWidget(self._example)
            self._example.show()
        self.bar.set_segments(self._segments())
        if shown:
            self.show_view(shown if shown in self._views or is_narrow else next(iter(self._views)))

    def _segments(self) -> list[Segment]:
        found = [
            Segment(key="simple", text=_("Simple")),
            Segment(key="rules", text=_("All rules")),
            Segment(key="history", text=_("History"), count=self._versions),
        ]
        if self._is_narrow:
            found.append(Segment(key="example", text=_("Example")))
        return found
