"""Dress the whole window: light or dark, the size of text, and one style sheet."""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coprod_desktop.ui.focus_ring import FocusRing
from coprod_desktop.ui.palette import DARK, LIGHT, Tokens, from_qpalette, to_qpalette
from coprod_desktop.ui.preferences import TEXT_PERCENTS, ThemeChoice
from coprod_desktop.ui.scale import BODY
from coprod_desktop.ui.stylesheet import stylesheet

_WINDOWS_FACES = ("Segoe UI Variable Text", "Segoe UI Variable", "Segoe UI")


class Theme(QObject):
    """Keep the application's palette, font and style sheet as the person and computer wish.

    Make it before the first window and keep a reference; the application itself is made with the
    style Fusion. `changed` comes after each re-dressing;
    widgets that paint ask `palette.current_tokens()` and need not listen.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_percent: int = 100,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_percent = text_percent
        self._families = _families()
        self._ring = FocusRing(app)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self.apply()

    @property
    def choice(self) -> ThemeChoice:
        """Return what the person chose."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """Return the size of text, one of TEXT_PERCENTS."""
        return self._text_percent

    def choose(self, choice: ThemeChoice) -> None:
        """Change to light, to dark, or to what the computer does."""
        self._choice = choice
        self.apply()

    def set_text_percent(self, percent: int) -> None:
        """Change the size of all text, 100 to 200."""
        self._text_percent = percent
        self.apply()

    def step_text(self, steps: int) -> None:
        """Make text one step larger (1) or smaller (-1), within TEXT_PERCENTS."""
        at = TEXT_PERCENTS.index(self._text_percent) + steps
        self.set_text_percent(TEXT_PERCENTS[max(0, min(at, len(TEXT_PERCENTS) - 1))])

    def apply(self) -> None:
        """Dress every window again."""
        self._app.setFont(self._font())
        tokens = self._own_tokens()
        if tokens is None:
            self._app.setPalette(QPalette())
            tokens = from_qpalette(QGuiApplication.palette())
        else:
            self._app.setPalette(to_qpalette(tokens))
        self._app.setStyleSheet(stylesheet(tokens))
        self.changed.emit()

    def _own_tokens(self) -> Tokens | None:
        """Choose our colours; None where the person asked the computer for high contrast."""
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return None
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _follow_system(self) -> None:
        self.apply()

    def _font(self) -> QFont:
        font = QFont()
        font.setFamilies(list(self._families))
        font.setPointSizeF(BODY * self._text_percent / 100)
        return font


def _families() -> tuple[str, ...]:
    """Name the system's own face, and Noto Sans first where the system's lacks many letters."""
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return (*_WINDOWS_FACES, general) if sys.platform == "win32" else ("Noto Sans", general)
