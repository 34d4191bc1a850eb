"""Say where the Windows build keeps what it fetched, what it puts together and what it delivers."""

from coprod_desktop import __version__
from installer.console import ROOT

HERE = ROOT / "installer" / "windows"
WORK = ROOT / "build" / "windows"
FETCHED = WORK / "fetched"
BUNDLE = WORK / "bundle"
DELIVERED = ROOT / "dist"
VERSION = __version__
SETUP = DELIVERED / f"Coprod-Desktop-Setup-{VERSION}.exe"
PORTABLE = DELIVERED / f"Coprod-Desktop-Portable-{VERSION}.zip"
PROGRAM = "Coprod.exe"
# Every time stamp in what is delivered, so that two builds are the same byte for byte.
STAMP = (2026, 1, 1, 0, 0, 0)
STAMP_SECONDS = 1_767_225_600
