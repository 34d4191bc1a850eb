"""Use windows under Wine as a person does: with keys, the clipboard, and eyes."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from installer.console import SetUpError
from installer.windows.wine import Wine

_BETWEEN = 0.4  # seconds from one key to the next; a person is no faster
_LOOKS = 4  # in a second
_ATTEMPTS = 6
_EMPTY_PICTURE = 8_000  # bytes; an empty screen makes a small file


class Hand:
    """The hand and the eyes of a person before the screen of one Windows."""

    def __init__(self, wine: Wine, pictures: Path) -> None:
        self._wine = wine
        self._pictures = pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X names them: "Tab", "ctrl+4"."""
        for key in keys:
            self._wine.on_screen("xdotool", "key", "--clearmodifiers", key)
            time.sleep(_BETWEEN)

    def click(self, right: int, down: int) -> None:
        """Click at a place of the screen, in points from its upper left corner."""
        self._wine.on_screen("xdotool", "mousemove", str(right), str(down), "click", "1")
        time.sleep(_BETWEEN)

    def type(self, text: str) -> None:
        """Type letters that an English keyboard has."""
        self._wine.on_screen("xdotool", "type", "--delay", "60", text)
        time.sleep(_BETWEEN)

    def paste(self, text: str) -> None:
        """Put letters that an English keyboard lacks on the clipboard, and press Ctrl+V."""
        self._wine.copy(text)
        time.sleep(2 * _BETWEEN)
        self.press("ctrl+v")

    def wait_for(self, title: str, *, seconds: int) -> None:
        """Wait for a window with these words in its title; raises SetUpError."""
        self.wait_until(lambda: self.sees(title), f"the window “{title}”", seconds=seconds)

    def wait_until_gone(self, title: str, *, seconds: int) -> None:
        """Wait until no window has these words in its title; raises SetUpError."""
        self.wait_until(lambda: not self.sees(title), f"the end of “{title}”", seconds=seconds)

    def wait_until(self, is_so: Callable[[], bool], what: str, *, seconds: int) -> None:
        """Wait until something is so; raises SetUpError, and leaves a picture, where it is not."""
        for _look in range(seconds * _LOOKS):
            if is_so():
                return
            time.sleep(1 / _LOOKS)
        self.take("what-was-there-instead", after=0)
        raise SetUpError(f"In {seconds} seconds this did not come: {what}.")

    def insist(self, title: str, *keys: str) -> None:
        """Press keys again until their window comes; a busy window loses the first ones.

        Raises SetUpError.
        """
        for _attempt in range(_ATTEMPTS - 1):
            self.press(*keys)
            with contextlib.suppress(SetUpError):
                return self.wait_for(title, seconds=20)
        self.press(*keys)
        return self.wait_for(title, seconds=20)

    def sees(self, title: str) -> bool:
        """Tell whether a window with these words in its title is on the screen."""
        return any(title in one for one in self.titles())

    def titles(self) -> list[str]:
        """Read the titles of all windows on the screen."""
        found = self._wine.on_screen("xdotool", "search", "--onlyvisible", "--name", ".").split()
        return [self._wine.on_screen("xdotool", "getwindowname", one).strip() for one in found]

    def brightness(self) -> float:
        """Give the mean of all points of the screen, from 0 for black to 1 for white."""
        words = ("import", "-window", "root", "-colorspace", "Gray", "-format", "%[fx:mean]")
        return float(self._wine.on_screen(*words, "info:") or 0)

    def take(self, name: str, *, after: float = 4.0) -> None:
        """Take a picture of the whole screen, `after` so many seconds, once anything is on it."""
        picture = self._pictures / f"{name}.png"
        time.sleep(after)
        for _look in range(60):
            self._wine.on_screen("import", "-window", "root", picture)
            if picture.stat().st_size > _EMPTY_PICTURE:
                return
            time.sleep(0.5)
