"""Use the installed program's window under Wine as a person would, and take pictures of it."""

import time
from pathlib import Path

from installer.console import SetUpError, say
from installer.windows.wine import Wine

_DEMO_CARD = (275, 397)  # where the first page shows it on a screen of 1280 × 800
_DEMO_TITLE = "Pontarfon"  # a part of the invented charity's name
_SCREENS = {"2": "contributions", "4": "participants", "6": "pay-runs"}


def drive_the_window(wine: Wine, shortcut: Path, file: Path, pictures: Path) -> None:
    """Start from the Start menu, open the demo, look at screens; then open `file`.

    Judged here: that each window comes and that the demo opens. The pictures are for a person.
    Raises SetUpError.
    """
    pictures.mkdir(parents=True, exist_ok=True)
    with wine.started("start", "/unix", shortcut):
        window = wait_for(wine, "Coprod", seconds=60)
        time.sleep(2)
        _take(wine, pictures / "start.png")
        wine.on_screen("xdotool", "mousemove", *map(str, _DEMO_CARD), "click", "1")
        time.sleep(1)
        _press(wine, "Tab", "space")
        wait_for(wine, _DEMO_TITLE, seconds=120)
        say(f"Seen: the demo opens in the window {window}.")
        time.sleep(2)
        _take(wine, pictures / "demo.png")
        for number, name in _SCREENS.items():
            _press(wine, f"ctrl+{number}")
            time.sleep(3)
            _take(wine, pictures / f"{name}.png")
        wine.end_all()
    with wine.started("start", "/unix", file):
        wait_for(wine, "Coprod", seconds=60)
        time.sleep(2)
        _take(wine, pictures / "double-clicked.png")
        wine.end_all()
    say(f"Seen: a double-clicked file opens the program. Pictures: {pictures}")


def wait_for(wine: Wine, title: str, *, seconds: int) -> str:
    """Wait for a window with these words in its title and name it; raises SetUpError."""
    for _second in range(seconds):
        found = wine.on_screen("xdotool", "search", "--onlyvisible", "--name", title).split()
        if found:
            return found[-1]
        time.sleep(1)
    raise SetUpError(f"No window with the title “{title}” came in {seconds} seconds.")


def _press(wine: Wine, *keys: str) -> None:
    for key in keys:
        wine.on_screen("xdotool", "key", key)
        time.sleep(0.5)


def _take(wine: Wine, picture: Path) -> None:
    wine.on_screen("import", "-window", "root", picture)
