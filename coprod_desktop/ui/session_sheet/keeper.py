"""Keep the sheet in the file while somebody types, and bring it back the next time."""

import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.kept_draft import draft_text, read_draft
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.widgets.message_bar import MessageKind

_PAUSE_MS = 1000  # so much typing may be lost at most when the power goes


class KeptSheet(Protocol):
    """What is needed of the sheet."""

    sheet: SheetModel

    def head(self) -> Head:
        """Return what stands in the fields."""

    def show_head(self, head: Head) -> None:
        """Put values into the fields."""

    def show_keeping(self, words: str) -> None:
        """Say under the title what becomes of what is typed."""


class DraftKeeper(QObject):
    """Keep what is typed after each pause, under whoever sits at the keyboard.

    Call `flush` before the file is closed. `is_safe` says whether everything typed is kept.
    """

    def __init__(self, page: KeptSheet, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._context = page, context
        self._kept = ""
        self._kept_by: int | None = None
        self._is_failing = False
        self._is_restored = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def is_safe(self) -> bool:
        """Say whether what is typed could be kept when this was tried last."""
        return not self._is_failing

    def note_change(self) -> None:
        """Wait for a pause in the typing; the sheet that was saved is forgotten at once."""
        if self._page.sheet.rows:
            self._pause.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._pause.stop()
        text = draft_text(self._page.head(), self._page.sheet.rows)
        office, operator_id = self._context.office, self._context.office.desk.operator.operator_id
        if text == self._kept and self._kept_by in (operator_id, None):
            return
        before, self._kept, self._kept_by = self._kept_by, text, operator_id

        def done(_nothing: None) -> None:
            self._is_failing = False
            self._page.show_keeping(kept_words(datetime.datetime.now().astimezone(), text))

        self._context.tasks.run(
            lambda: office.sheet_drafts.keep(text, former_id=before), done, self._fail
        )

    def restore(self) -> None:
        """Bring the kept sheet back, once, where nothing is typed yet."""
        if self._is_restored:
            return
        self._is_restored = True
        self._context.tasks.run(self._context.office.sheet_drafts.kept, self._show)

    def _show(self, text: str) -> None:
        page = self._page
        if not text or page.sheet.rows:
            return
        setting = page.sheet.setting
        found = read_draft(text, setting.names, setting.word_error)
        if found is None or not found.rows:
            return
        self._kept, self._kept_by = text, self._context.office.desk.operator.operator_id
        page.show_head(found.head)
        page.sheet.show_kept(found.rows)
        words = _("The sheet is as you left it. It counts once you save it.")
        self._context.say(MessageKind.INFO, words, ())

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._kept, self._is_failing = "", True
        words = _("This draft could not be kept, and is only here. {why}")
        self._page.show_keeping(words.format(why=self._context.word_error(error)))


def kept_words(now: datetime.datetime, text: str = "") -> str:
    """Say what becomes of what is typed; `text` is what was kept, if anything."""
    if not text:
        return _("A draft, kept as you type. It counts once you save it.")
    words = _("A draft, kept at {time}. It counts once you save it.")
    return words.format(time=f"{now:%H:%M}")
