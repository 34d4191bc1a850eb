"""Plain fields for text, named for those who hear the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coprod_desktop.ui.scale import grown

LINES_HIGH = 60
LONGEST_PIN = 12
LONGEST_PASSWORD = 100


def line_field(name: str, text: str = "") -> QLineEdit:
    """Return a field of one line."""
    line = QLineEdit(text)
    line.setAccessibleName(name)
    return line


def text_field(name: str, text: str = "", *, height: int = LINES_HIGH) -> QPlainTextEdit:
    """Return a field of several lines; Tab leaves it."""
    field = QPlainTextEdit(text)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(grown(height))
    return field


def pin_field(name: str) -> QLineEdit:
    """Return a field for a PIN; what is typed in it is not shown."""
    line = line_field(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
    line.setMaxLength(LONGEST_PIN)
    return line


def password_field(name: str) -> QLineEdit:
    """Return a field for a password; what is typed in it is neither shown nor learnt."""
    line = line_field(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    )
    line.setMaxLength(LONGEST_PASSWORD)
    return line
