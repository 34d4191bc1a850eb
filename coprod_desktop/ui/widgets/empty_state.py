"""What a list says while there is nothing in it, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.ui.scale import XL, XXL, M
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label


class EmptyState(QWidget):
    """Show an icon, a sentence, perhaps a second one, and perhaps a button."""

    def __init__(
        self, icon_name: str, sentence: str, hint: str = "", action: Button | None = None
    ) -> None:
        super().__init__()
        self._sentence = label(sentence, "strong", wraps=True)
        self._hint = label(hint, "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addStretch()
        middle = Qt.AlignmentFlag.AlignCenter
        column.addWidget(IconMark(icon_name, "ink_2", XXL), alignment=middle)
        for words in (self._sentence, self._hint):
            words.setAlignment(middle)
            column.addWidget(words)
        self._hint.setVisible(bool(hint))
        if action is not None:
            column.addWidget(action, alignment=middle)
        column.addStretch()

    def offer(self, action: Button) -> None:
        """Put one more button below the words."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            middle = Qt.AlignmentFlag.AlignCenter
            column.insertWidget(column.count() - 1, action, alignment=middle)

    def set_words(self, sentence: str, hint: str = "") -> None:
        """Change what it says, as "Nothing matches “bus”."."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
