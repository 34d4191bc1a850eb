"""What lists say of drafts: a segment of their own while there are any, and a note in the panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.columns import Mark
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

DRAFT_MARK = Mark("pencil", "ink")
KEEP_KEYS = "Ctrl+Shift+S"
SEND_KEYS = "Ctrl+Shift+A"
_KEY = WorkState.DRAFT.value


def keep_words() -> str:
    """Word the button that saves without asking anybody for approval."""
    return _("Keep as draft")


class DraftSegment:
    """Offer drafts behind the first segment while there are any, or while they are looked at."""

    def __init__(self, bar: SegmentedBar, others: Sequence[Segment]) -> None:
        self._bar = bar
        self._others = tuple(others)
        self._count = 0
        self._shown: int | None = None
        bar.chosen.connect(self._fit)

    def show(self, count: int) -> None:
        """Show how many drafts there are."""
        self._count = count
        self._fit()

    def _fit(self, _key: str = "") -> None:
        is_shown = self._count or self._bar.chosen_key == _KEY
        shown = self._count if is_shown else None
        if shown == self._shown:  # so that the keyboard's place in the bar is left alone
            return
        self._shown = shown
        segments = list(self._others)
        if shown is not None:
            segments.insert(1, Segment(key=_KEY, text=_("Drafts"), count=shown))
        self._bar.set_segments(segments)


def send_button() -> Button:
    """Return the button of a page that sends selected drafts for approval."""
    return Button(_("Send for approval"), icon_name="send", shortcut=SEND_KEYS)


def send_all_button() -> Button:
    """Return the button of a page that sends all drafts of its list for approval."""
    return Button(_("Send all shown"), icon_name="list-checks")


class DraftNote(QWidget):
    """Say in a panel that something is a draft; `send_requested` wants it approved."""

    send_requested = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(IconMark(DRAFT_MARK.icon, DRAFT_MARK.colour))
        head.addWidget(label(_("Draft"), "strong"), stretch=1)
        self.send = Button(_("Send for approval"), icon_name="send")
        self.send.clicked.connect(self.send_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(label(words, "quiet", wraps=True))
        column.addWidget(self.send)
