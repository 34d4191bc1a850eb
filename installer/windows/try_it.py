"""Try the setup program under Wine: `python3 -m installer.windows.try_it [--self-tests N]`.

Wine is not Windows; what only a person on Windows can see is in docs/windows-checklist.md.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

from installer.console import SetUpError, say
from installer.debian import install
from installer.environment import missing_qt_packages, program
from installer.windows.build import get_ready
from installer.windows.hand import Hand
from installer.windows.packing import make_setup
from installer.windows.places import BUNDLE, PORTABLE, PROGRAM, SETUP, VERSION, WORK
from installer.windows.signatures import verified
from installer.windows.signing import certificate_for_trials
from installer.windows.try_ways import try_the_ways
from installer.windows.try_window import (
    FILE_KEYS,
    copies_in,
    double_click,
    drive_the_window,
    names_in,
    start_again,
)
from installer.windows.wine import Wine

_BEFORE = "0.0.9"
_RUNNING, _NOT_EMPTY = 3, 4  # the exit codes of setup.nsi
_UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Coprod Desktop"
_KEYS = (
    _UNINSTALL_KEY,
    r"HKCU\Software\Coprod Desktop",
    *(rf"HKCU\{key}" for key in FILE_KEYS),
)
_RESULT = "self-test.json"
_LOADING = """
import PIL._imaging, alembic, arabic_reshaper, bidi, defusedxml, docx, holidays, lxml.etree
import openpyxl, pikepdf, platformdirs, psycopg, python_calamine, rapidfuzz, reportlab, sqlalchemy
import sqlcipher3, ssl, tzdata, uharfbuzz, zoneinfo
from cryptography.hazmat.bindings import _rust
from PySide6 import QtCore, QtGui, QtNetwork, QtPdf, QtPdfWidgets, QtPrintSupport, QtSvg
from PySide6 import QtWidgets
zoneinfo.ZoneInfo("Europe/London")
print(psycopg.pq.__impl__)
"""
# Reads what an earlier Python kept and takes it away; where there is nothing, keeps it.
_SECRET = "pafiliwn ŵyl"  # noqa: S105  it opens nothing
_KEEPING = """
import json, pathlib
from coprod_desktop.storage.keychain import of_this_computer
place = of_this_computer()
found = place.read("trial")
place.keep("trial", "pafiliwn \\u0175yl") if found is None else place.forget("trial")
told = json.dumps([found, place.read("trial")])
pathlib.Path(r"C:\\keychain.json").write_text(told, encoding="utf-8")
"""


def main(arguments: list[str]) -> int:
    """Go through the life of an installed program and say what was seen."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--self-tests", type=int, default=1, metavar="N", help="how often (1)")
    parser.add_argument("--pictures", type=Path, default=WORK / "pictures", metavar="DIR")
    wishes = parser.parse_args(arguments)
    began = time.monotonic()
    try:
        get_ready()
        install(missing_qt_packages(screen="offscreen"))  # the self-test runs on Linux as well
        if not SETUP.exists():
            raise SetUpError("There is no setup program yet: python3 -m installer.windows.build")
        prefix = WORK / "wine-trial"
        shutil.rmtree(prefix, ignore_errors=True)
        with Wine(prefix) as wine:
            go_through(wine, wishes.self_tests, wishes.pictures)
    except SetUpError as error:
        say(str(error))
        return 1
    say(f"Tried in {time.monotonic() - began:.0f} seconds.")
    return 0


def go_through(wine: Wine, self_tests: int, pictures: Path) -> None:
    """Install, use, upgrade and uninstall; raises SetUpError at the first thing that is wrong."""
    place = wine.home / "AppData" / "Local" / "Programs" / "Coprod"
    kept = _install_and_upgrade(wine, place)
    _load_libraries(wine, place)
    _keep_a_passphrase(wine, place)
    _test_itself(wine, place, self_tests)
    hand = Hand(wine, pictures)
    _try_setup_while_open(wine, hand, place)
    file = drive_the_window(wine, hand, shortcut(wine))
    double_click(wine, hand, file)
    start_again(wine, hand, place / PROGRAM)
    kept += copies_in(wine)
    try_the_ways(wine, hand, place)
    names = names_in(file)
    _try_portable(wine, hand)

    wine.must_run(place / "Uninstall.exe", "/S", seconds=400)
    wine.wait_until_idle()
    _require(not place.exists(), "the program is gone")
    _require(not shortcut(wine).exists(), "the shortcut is gone")
    left = [key for key in _KEYS if wine.run("reg", "query", key, seconds=200)[0] == 0]
    _require(left == [], "the keys are gone")
    _require(all(path.exists() for path in kept), "what people made is still there")
    _require(names_in(file) == names, "the file made in the window still opens, on Linux too")


def _install_and_upgrade(wine: Wine, place: Path) -> list[Path]:
    """Install the version before and put ours over it; gives what it has to keep."""
    setup_before = WORK / f"before-{_BEFORE}.exe"
    with certificate_for_trials(WORK) as certificate:
        make_setup(BUNDLE, setup_before, _BEFORE, is_fast=True)
    wine.must_run(setup_before, "/S", seconds=600)
    wine.wait_until_idle()
    signed = (setup_before, place / "Uninstall.exe")
    is_signed = all(verified(path, certificate)[0] for path in signed)
    _require(is_signed, "with a certificate of the trial, setup and uninstaller are signed")
    _require(same_files(BUNDLE, place) == [], "what is installed is what was built")
    _require(_version(wine) == _BEFORE, f"version {_BEFORE} is installed")
    _try_a_folder_of_somebody(wine)
    kept = _keep_something(wine)

    stale = place / "lib" / "stale.py"
    stale.touch()
    wine.must_run(SETUP, "/S", seconds=600)
    wine.wait_until_idle()
    _require(_version(wine) == VERSION, f"it was upgraded to version {VERSION}")
    _require(not stale.exists(), "a file of the version before is gone")
    _require(same_files(BUNDLE, place) == [], "what is installed is what was built")
    _require(all(path.exists() for path in kept), "what people made is kept")
    return kept


def _load_libraries(wine: Wine, place: Path) -> None:
    """Load every library, also those that the self-test does without, as for a shared database."""
    told = wine.must_run(place / "runtime" / "python.exe", "-c", _LOADING, seconds=300)
    _require(told.split()[-1:] == ["binary"], "every library loads, also the one for PostgreSQL")


def _keep_a_passphrase(wine: Wine, place: Path) -> None:
    """Keep a passphrase with one Python; read it and take it away with the next."""
    told = wine.drive / "keychain.json"
    seen = []
    for _python in range(2):
        told.unlink(missing_ok=True)
        wine.must_run(place / "runtime" / "python.exe", "-c", _KEEPING, seconds=200)
        seen.append(json.loads(told.read_text(encoding="utf-8")))
    is_so = seen == [[None, _SECRET], [_SECRET, None]]
    _require(is_so, "a passphrase is kept, read by the next start, and forgotten")


def _test_itself(wine: Wine, place: Path, times: int) -> None:
    """Run the installed program's self-test, and compare its figures with those of Linux."""
    expected = linux_figures(WORK / "self-test-linux")
    for number in range(1, times + 1):
        seconds, figures = self_test(wine, place)
        other = [name for name in expected if figures.get(name) != expected[name]]
        told = f"self-test {number} in {seconds:.0f} s, every figure as on Linux"
        _require(figures == expected, f"{told} {other}" if other else told)


def _try_setup_while_open(wine: Wine, hand: Hand, place: Path) -> None:
    with wine.started(place / PROGRAM):
        hand.wait_for("Coprod", seconds=180)
        code, _written = wine.run(SETUP, "/S", seconds=400)
        _require(code == _RUNNING, "setup refuses while the program is open")
        wine.end_all()


def _try_portable(wine: Wine, hand: Hand) -> None:
    """Unpack the portable ZIP beside the installed program, and start it."""
    folder = wine.drive / "Ffôn y tŷ"
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(PORTABLE) as packed:
        packed.extractall(folder)
    with wine.started(folder / "Coprod" / PROGRAM):
        hand.wait_for("Coprod", seconds=180)
        hand.take("portable", after=4)
        wine.end_all()
    say("Seen: the portable program starts from the folder it was unpacked into.")


def _try_a_folder_of_somebody(wine: Wine) -> None:
    """Ask setup to install among somebody's own files, which it must leave alone."""
    own = wine.drive / "own" / "lib" / "own.txt"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.touch()
    code, _written = wine.run(SETUP, "/S", r"/D=C:\own", seconds=600)
    wine.wait_until_idle()
    is_left_alone = own.exists() and not (own.parents[1] / PROGRAM).exists()
    _require(code == _NOT_EMPTY and is_left_alone, "setup refuses a folder with other files in it")


def shortcut(wine: Wine) -> Path:
    """Name the entry of the Start menu."""
    menu = wine.home / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    return menu / "Coprod Desktop.lnk"


def self_test(wine: Wine, place: Path) -> tuple[float, Any]:
    """Run the installed program's self-test; gives its seconds and the figures it wrote.

    The written result counts. The exit code does not: Qt sometimes trips under Wine when it ends.
    """
    folder = wine.drive / "self-test"
    (folder / _RESULT).unlink(missing_ok=True)
    began = time.monotonic()
    _code, written = wine.run(place / PROGRAM, "--self-test", r"C:\self-test", seconds=1500)
    return time.monotonic() - began, figures_of(folder / _RESULT, written)


def linux_figures(folder: Path) -> Any:
    """Run the same self-test here, with the source that is in the bundle."""
    words = [str(program("python")), "-B", "-m", "coprod_desktop", "--self-test", str(folder)]
    there = BUNDLE / "lib"
    done = subprocess.run(words, cwd=there, capture_output=True, text=True, check=False)
    return figures_of(folder / _RESULT, done.stderr)


def figures_of(result: Path, written: str) -> Any:
    """Read what a self-test came to; raises SetUpError where it is not right."""
    if not result.exists():
        raise SetUpError(f"{written}\nThe self-test wrote no result.")
    told = json.loads(result.read_text(encoding="utf-8"))
    if not told["is_right"]:
        raise SetUpError(f"{json.dumps(told['steps'], indent=1)}\nThe self-test failed.")
    return told["steps"]


def same_files(built: Path, installed: Path) -> list[str]:
    """Name the files that differ; the uninstaller is in one folder only."""
    mine, theirs = _contents(built), _contents(installed)
    theirs.pop("Uninstall.exe", None)
    return sorted(name for name in mine | theirs if mine.get(name) != theirs.get(name))


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _keep_something(wine: Wine) -> list[Path]:
    """Put down what a charity would have: a file among its documents, and window settings."""
    file = wine.home / "Documents" / "Coprod" / "Rivermead.coprod"
    settings = wine.home / "AppData" / "Local" / "Coprod" / "kept.ini"
    for path in (file, settings):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("kept", encoding="utf-8")
    return [file, settings]


def _version(wine: Wine) -> str:
    told = wine.must_run("reg", "query", _UNINSTALL_KEY, "/v", "DisplayVersion", seconds=200)
    return told.split()[-1]


def _require(is_so: bool, sentence: str) -> None:
    if not is_so:
        raise SetUpError(f"This is not so: {sentence}.")
    say(f"Seen: {sentence}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
