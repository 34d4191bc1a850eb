"""A page of the import that scrolls instead of crushing its parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.ui.scale import XL, L, S


class ScrolledPage(QScrollArea):
    """Lay parts out below one another; `body` takes them."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(XL, S, XL, S)
        self.body.setSpacing(L)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
