"""Find and install what the program needs from Debian itself: Qt's libraries and test programs."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.console import SetUpError, run, say

# Qt's wheels bring Qt, but expect these from the system: library file → Debian package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# What a window loads; the tests' invisible screen needs a part of it only.
_QT_PARTS = ("QtWidgets.abi3.so", "QtPdfWidgets.abi3.so", "QtPrintSupport.abi3.so")
_QT_SCREENS = {"offscreen": "libqoffscreen.so", "window": "libqxcb.so"}


@dataclass(frozen=True, kw_only=True)
class TestProgram:
    """A program that some tests ask for a second opinion."""

    package: str
    purpose: str
    is_there: Callable[[], bool]


def _has(*names: str) -> bool:
    return any(shutil.which(name) for name in names)


def _any(folder: str, pattern: str) -> bool:
    return any(Path(folder).glob(pattern))


TEST_PROGRAMS = (
    TestProgram(
        package="postgresql",
        purpose="the shared database",
        is_there=lambda: _any("/usr/lib/postgresql", "*/bin/initdb") or _has("initdb"),
    ),
    TestProgram(
        package="libreoffice-calc-nogui",
        purpose="recalculating spreadsheets",
        is_there=lambda: _has("soffice", "libreoffice"),
    ),
    TestProgram(
        package="libreoffice-writer-nogui",
        purpose="opening papers in a word processor",
        is_there=lambda: _any("/usr/lib/libreoffice/program", "libswlo.so"),
    ),
    TestProgram(
        package="chromium-headless-shell",  # 96 MB to fetch; needs neither GTK nor a screen
        purpose="looking at web pages",
        is_there=lambda: _has("chromium-headless-shell", "chromium", "google-chrome"),
    ),
    TestProgram(
        package="poppler-utils",
        purpose="reading papers back",
        is_there=lambda: _has("pdftotext"),
    ),
    TestProgram(
        package="nsis",
        purpose="packing a small Windows setup program",
        is_there=lambda: _has("makensis"),
    ),
    TestProgram(
        package="osslsigncode",
        purpose="signing and checking it",
        is_there=lambda: _has("osslsigncode"),
    ),
    TestProgram(
        package="fonts-noto-core",
        purpose="names in Arabic script",
        is_there=lambda: _any("/usr/share/fonts", "**/NotoNaskhArabic-Regular.ttf"),
    ),
)


def missing_test_packages() -> set[str]:
    """Name the packages of the programs that the tests need and this computer lacks."""
    missing = [program for program in TEST_PROGRAMS if not program.is_there()]
    if missing and not _has("apt-get"):
        purposes = ", ".join(f"{program.package} ({program.purpose})" for program in missing)
        say(f"Not on this computer, so their tests are skipped: {purposes}.")
        return set()
    return {program.package for program in missing}


def missing_qt_packages(site_packages: Path, *, screen: str) -> set[str]:
    """Name the packages that Qt lacks for `screen`, "offscreen" or "window"; only Linux needs any.

    Raises SetUpError where Debian's package is not known.
    """
    if not sys.platform.startswith("linux"):
        return set()
    qt = site_packages / "PySide6"
    parts = [qt / name for name in _QT_PARTS]
    missing = missing_libraries([*parts, qt / "Qt" / "plugins" / "platforms" / _QT_SCREENS[screen]])
    unknown = sorted(missing - QT_LIBRARIES.keys())
    if missing and (unknown or not _has("apt-get")):
        words = ", ".join(sorted(missing))
        raise SetUpError(f"Qt needs these libraries of the system: {words}. Please install them.")
    return {QT_LIBRARIES[name] for name in missing}


def missing_libraries(binaries: Iterable[Path]) -> set[str]:
    """Ask the dynamic linker which libraries of these files are nowhere to be found."""
    command = ["ldd", *(str(binary) for binary in binaries)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"(\S+) => not found", answer))


def install(packages: Iterable[str]) -> None:
    """Install Debian packages as root; raises SetUpError with the line to type when not root."""
    names = sorted(set(packages))
    if not names:
        return
    words = ["install", "--yes", "--no-install-recommends", *names]
    if not _has("apt-get") or os.geteuid() != 0:
        line = f"sudo apt-get update && sudo apt-get {' '.join(words)}"
        raise SetUpError(f"Debian packages are missing. Please type\n    {line}\nand start again.")
    say(f"Installing Debian packages: {', '.join(names)}.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(SetUpError):  # one source out of reach need not matter
        run("apt-get", "update", environment=quiet)
    run("apt-get", *words, environment=quiet)
