"""What could be plainer in a sentence: which words, why, and what to say instead."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.plain_language import RemarkKind
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.plain_language import Remark
from coprod_desktop.ui.scale import XS, S
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label

_QUIET_MS = 900
_LONGEST_LINK = 24


class WordingRemarks(QWidget):
    """List remarks on a sentence; `chosen(remark)` asks to go to its words.

    They are read aloud once the typing has paused, and not in the middle of a word.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._remarks: tuple[Remark, ...] = ()
        self._text, self._language = "", "en"
        self._mark = IconMark("circle-check", "good")
        self._found = label("", "strong", wraps=True)
        self._rows: QWidget | None = None
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._found, stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._column.addLayout(head)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET_MS)
        self._later.timeout.connect(lambda: announce(self, self.words))
        self._write()

    @property
    def words(self) -> str:
        """Return everything that it says."""
        return " ".join([self._found.text(), *(one.sentence for one in self._remarks)])

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return the remarks on show."""
        return self._remarks

    def show_remarks(
        self, text: str, remarks: Sequence[Remark], language: str, *, is_read: bool = True
    ) -> None:
        """Show these remarks on a text; `is_read` has new ones read aloud after a pause."""
        before = (self._remarks, self._language)
        self._text, self._remarks, self._language = text, tuple(remarks), language
        if (self._remarks, language) == before:
            return
        self._write()
        if is_read:
            self._later.start()
        else:
            self._later.stop()

    def _write(self) -> None:
        count = len(self._remarks)
        self._mark.set_icon(*(("info", "warn") if count else ("circle-check", "good")))
        self._found.setText(_count_words(count, self._language))
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(XS)
        for remark in self._remarks:
            rows.addLayout(self._row(remark))
        self._column.addWidget(self._rows)
        self._rows.setVisible(bool(count))

    def _row(self, remark: Remark) -> QLayout:
        row = QVBoxLayout()
        row.setSpacing(0)
        said = " ".join(self._text[remark.start : remark.end].split())
        if remark.kind is RemarkKind.READING_AGE:
            said = _("The whole sentence")
        elif len(said) > _LONGEST_LINK:
            said = f"{said[:_LONGEST_LINK].rstrip()}…"
        link = link_button(said)
        link.setAccessibleName(_("Go to: {words}").format(words=said))
        link.setAccessibleDescription(remark.sentence)
        link.clicked.connect(lambda: self.chosen.emit(remark))
        row.addWidget(link)
        row.addWidget(label(remark.sentence, wraps=True))
        return row


def _count_words(count: int, language: str) -> str:
    if not count and language != "en":
        return _("No sentence is too long. Nothing else is looked at in Welsh.")
    if not count:
        return _("Nothing stands out that could be plainer.")
    words = ngettext(
        "{count} thing could be plainer. You can save it as it is.",
        "{count} things could be plainer. You can save it as it is.",
        count,
    )
    return words.format(count=count)
