"""See under Wine whether the program follows the ways of Windows: places, colours, size."""

import json
import struct
from pathlib import Path

from installer.console import SetUpError, say
from installer.windows.hand import Hand
from installer.windows.places import PROGRAM
from installer.windows.wine import Wine

_WINDOW_PROGRAM = 2  # IMAGE_SUBSYSTEM_WINDOWS_GUI: Windows opens no console for it
_HEADER_AT, _SUBSYSTEM_AT = 0x3C, 0x5C  # bytes, as the format of program files has them
_COLOURS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
_SIZE = r"HKCU\Control Panel\Desktop"
_NUMBER = ("/t", "REG_DWORD", "/f")
_USUAL_SIZE, _LARGER_SIZE = "96", "144"  # points in an inch: 100 % and 150 %
_DARK, _LIGHT = 0.35, 0.65  # the mean of all points of the screen: 0 is black, 1 is white
# What Windows itself tells all windows when somebody changes the colours in its settings.
_TELL_COLOURS = """
import ctypes
ctypes.windll.user32.SendMessageTimeoutW(0xFFFF, 0x1A, 0, "ImmersiveColorSet", 2, 20000, 0)
"""
# A folder of this computer, one that OneDrive copies, a share, a drive from another computer.
_PLACES = (
    r"C:\Coprod\a.coprod",
    r"C:\users\somebody\OneDrive\a.coprod",
    r"\\server\share\a.coprod",
    r"N:\a.coprod",
)
_ASK_PLACES = """
import json, pathlib
from coprod_desktop.ui.start.place_note import place_words
told = [place_words(pathlib.Path(one)) for one in PLACES]
pathlib.Path(r"C:\\places.json").write_text(json.dumps(told), encoding="utf-8")
"""
_ASK_SIZE = """
import pathlib
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
told = str(app.primaryScreen().devicePixelRatio())
pathlib.Path(r"C:\\size.txt").write_text(told, encoding="utf-8")
"""


def try_the_ways(wine: Wine, hand: Hand, place: Path) -> None:
    """Look for a console, ask about places, change colours and size; raises SetUpError."""
    if subsystem(place / PROGRAM) != _WINDOW_PROGRAM:
        raise SetUpError(f"{PROGRAM} would open a console.")
    say(f"Seen: {PROGRAM} is a program for windows, for which Windows opens no console.")
    _ask_about_places(wine, place)
    _change_the_colours(wine, hand, place)
    _change_the_size(wine, hand, place)


def subsystem(program: Path) -> int:
    """Read what kind of program a program file says it is, as Windows numbers the kinds."""
    content = program.read_bytes()
    (header,) = struct.unpack_from("<I", content, _HEADER_AT)
    (kind,) = struct.unpack_from("<H", content, header + _SUBSYSTEM_AT)
    return int(kind)


def _ask_about_places(wine: Wine, place: Path) -> None:
    """Ask the installed program what it says of a folder that is copied or lies elsewhere."""
    drive = wine.prefix / "dosdevices" / "n:"
    drive.unlink(missing_ok=True)
    drive.symlink_to(wine.drive)
    key = r"HKLM\Software\Wine\Drives"
    wine.must_run("reg", "add", key, "/v", "n:", "/t", "REG_SZ", "/d", "network", "/f", seconds=200)
    wine.wait_until_idle()
    _ask(wine, place, _ASK_PLACES.replace("PLACES", repr(_PLACES)))
    here, copied, share, other = json.loads((wine.drive / "places.json").read_text("utf-8"))
    drive.unlink()
    if here or "OneDrive" not in copied or not share or share != other:
        raise SetUpError(f"Of places it says: {(here, copied, share, other)}")
    say("Seen: it knows a folder of OneDrive, a share and a network drive, and says what to mind.")


def _change_the_colours(wine: Wine, hand: Hand, place: Path) -> None:
    """Change the colours of Windows while the window is there, and back."""
    with wine.started(place / PROGRAM):
        hand.wait_for("Coprod", seconds=180)
        hand.wait_until(lambda: hand.brightness() > _LIGHT, "the light window", seconds=120)
        _set_light(wine, place, "0")
        hand.wait_until(lambda: hand.brightness() < _DARK, "a dark window", seconds=120)
        hand.take("dark")
        _set_light(wine, place, "1")
        hand.wait_until(lambda: hand.brightness() > _LIGHT, "a light window again", seconds=120)
        wine.end_all()
    say("Seen: the open window turns dark with Windows, and light again.")


def _set_light(wine: Wine, place: Path, answer: str) -> None:
    words = ("/v", "AppsUseLightTheme", "/d", answer, *_NUMBER)
    wine.must_run("reg", "add", _COLOURS, *words, seconds=200)
    _ask(wine, place, _TELL_COLOURS)


def _change_the_size(wine: Wine, hand: Hand, place: Path) -> None:
    """Start the program in a Windows that shows everything at 150 %."""
    try:
        _set_size(wine, _LARGER_SIZE)
        _ask(wine, place, _ASK_SIZE)
        told = (wine.drive / "size.txt").read_text("utf-8")
        if told != "1.5":
            raise SetUpError(f"At 150 % Windows' screen counts as {told}.")
        with wine.started(place / PROGRAM):
            hand.wait_for("Coprod", seconds=180)
            hand.take("at-150-percent", after=20)  # what comes late has come
            wine.end_all()
    finally:
        _set_size(wine, _USUAL_SIZE)
    say("Seen: at 150 % the program starts larger.")


def _set_size(wine: Wine, points: str) -> None:
    wine.must_run("reg", "add", _SIZE, "/v", "LogPixels", "/d", points, *_NUMBER, seconds=200)
    wine.wait_until_idle()


def _ask(wine: Wine, place: Path, question: str) -> None:
    wine.must_run(place / "runtime" / "python.exe", "-c", question, seconds=300)
