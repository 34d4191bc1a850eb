"""The usual shape of a page: head over everything, body, and a panel beside the body."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.ui.scale import XL, XS, L, M
from coprod_desktop.ui.widgets.page_header import PageHeader


class Page(QWidget):
    """Lay out a page; subclass it, fill `header`, and add widgets to `body`.

    With `scrolls` the body scrolls where the window is too low for it; use it on every page
    that is not mainly a list. A side panel stands below the head, so that the primary action
    never moves.
    """

    def __init__(self, title: str, sub_line: str = "", *, scrolls: bool = False) -> None:
        super().__init__()
        self.header = PageHeader(title, sub_line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(XL, L, XL, L)
        outer.setSpacing(M)
        outer.addWidget(self.header)
        below = QWidget()  # holds its place also while there is nothing in it
        self._beside = QHBoxLayout(below)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(L)
        self.body = QVBoxLayout()
        self.body.setSpacing(M)
        if scrolls:
            self._beside.addWidget(_scrolling(self.body), stretch=1)
        else:
            self._beside.addLayout(self.body, stretch=1)
        outer.addWidget(below, stretch=1)

    def set_side_panel(self, panel: QWidget) -> None:
        """Put a panel at the right of the body; show and hide it as you like."""
        self._beside.addWidget(panel)


def _scrolling(body: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("scrolled")
    inside.setLayout(body)
    # Room for the focus ring of what stands at the edge.
    body.setContentsMargins(XS, XS, M, XS)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
