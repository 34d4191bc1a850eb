"""A warning with its reason and what can be done; it explains and never blocks."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label


class NoticeCard(QFrame):
    """Show what is worth knowing, why, who can see it, and links to act on it.

    `privacy` is the quiet last line, such as who may read it. `is_tinted` fills the ground, for
    use inside a panel.
    """

    def __init__(
        self,
        heading: str,
        reason: str,
        privacy: str = "",
        actions: Sequence[tuple[str, Callable[[], None]]] = (),
        *,
        is_tinted: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("kind", "tinted" if is_tinted else "plain")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(f"{reason} {privacy}".strip())
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(IconMark("triangle-alert", "warn"))
        head.addWidget(label(heading, "strong", wraps=True), stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, M)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(label(reason, wraps=True))
        if privacy:
            column.addWidget(label(privacy, "quiet", wraps=True))
        if actions:
            row = QHBoxLayout()
            row.setSpacing(L)
            for words, do in actions:
                button = link_button(words)
                button.clicked.connect(lambda _checked=False, do=do: do())
                row.addWidget(button)
            row.addStretch()
            column.addLayout(row)
