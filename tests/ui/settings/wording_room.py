"""The dialog about words with its presenter, as the menu puts them together."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from coprod_desktop.ui.settings.wording_dialog import WordingDialog
from coprod_desktop.ui.settings.wording_presenter import WordingPresenter
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.rooms import Room

PAUSE_MS = 400
PRESSED_MS = 200
CORRECT = "Please tell us by {day}, and we will give you a corrected statement."
HEADING = "The work you did"


class WordingDesk:
    """The open dialog and its presenter."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.dialog = WordingDialog(room.context.tasks, room.context.word_error)
        self.presenter = WordingPresenter(self.dialog, room.context)
        self.presenter.refresh()
        self.dialog.open()
        self.dialog.resize(1320, 820)
        self.dialog.activateWindow()
        QTest.qWaitForWindowActive(self.dialog)  # shortcuts work in the active window

    def choose(self, sentence: str) -> None:
        """Find a sentence by its words and choose it in the list."""
        self.dialog.sentences.search.setText(sentence.split("{")[0])
        QTest.keyClick(self.dialog.sentences.search, Qt.Key.Key_Return)  # searches at once
        self.dialog.sentences.list.select_key(sentence)

    def write(self, text: str) -> None:
        """Replace the words of the sentence on show."""
        self.dialog.editor.edit.replace_text(text)

    def settle(self) -> None:
        """Wait for the pause after which the page is made."""
        QTest.qWait(PAUSE_MS)

    def press_save(self) -> None:
        """Press Ctrl+S where the keyboard is."""
        at = self.dialog.focusWidget() or self.dialog
        QTest.keyClick(at, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        QTest.qWait(PRESSED_MS)  # Qt shows the button pressed for a moment

    def own(self, sentence: str, language: str = "en") -> str:
        """Return the charity's own words as the file has them."""
        return self.room.office.wordings.one(sentence, language).own

    def words(self, part: QWidget | None = None) -> str:
        """Return what the dialog says."""
        return " ".join(one.text() for one in (part or self.dialog).findChildren(QLabel))

    def press(self, words: str) -> None:
        """Press the button that has these words."""
        found = [
            one
            for one in self.dialog.findChildren(Button)
            if one.words == words and one.isVisibleTo(self.dialog)
        ]
        found[-1].click()

    def close(self) -> None:
        """Close the dialog whatever is not saved."""
        self.presenter.stop()
        self.dialog._leave()
