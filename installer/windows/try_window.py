"""Use the installed program's window under Wine as a person would, and take pictures of it."""

import re
import shutil
import subprocess
from pathlib import Path

from installer.console import SetUpError, run, say
from installer.environment import program
from installer.windows.hand import Hand
from installer.windows.places import BUNDLE
from installer.windows.wine import Wine

# Everything here is invented. What an English keyboard lacks comes by the clipboard.
ORGANISATION, SEEN_OF_IT = "Cwmni Tŷ’r Afon", "Cwmni"
WELSH, ARABIC = "Siân Llŷr-Ŵyn", "مريم الصالح"
FILE_KEYS = (r"Software\Classes\.coprod", r"Software\Classes\Coprod.File")
_PASSPHRASE = "invented people only"  # noqa: S105  it locks a file of invented people
_DEMO_TITLE = "Pontarfon"  # a part of the invented charity's name
_SCREENS = ("contributions", "participants", "pay_runs")
_MAKING = "Make "  # so begins the title of the dialog that makes statements
_NOWHERE = (640, 812)  # in the bar at the foot of the window; gives the window the keys again
_ASK_NAMES = """
import sys
from coprod_desktop.services.office import open_office
office = open_office(sys.argv[1], sys.argv[2])
print("\\n".join(one.name for one in office.participants.everybody()))
office.close()
"""


def drive_the_window(wine: Wine, hand: Hand, shortcut: Path) -> Path:
    """Start from the Start menu, look round the demo, make a file of one's own; gives that file.

    Judged: that each window comes, that the statements are sealed PDFs, and that the file holds
    the names that were put in. The pictures are for a person. Raises SetUpError.
    """
    with wine.started("start", "/wait", "/unix", shortcut):
        hand.wait_for("Coprod", seconds=180)
        hand.take("start", after=6)
        _look_round_the_demo(hand)
        _print_statements(wine, hand)
        hand.press("ctrl+F4")
        _make_a_file(hand)
        _add_people(hand)
        _leave(hand)
    wine.wait_until_idle()
    made = wine.home / "Documents" / "Coprod" / f"{ORGANISATION}.coprod"
    names = names_in(made)
    if names != sorted((WELSH, ARABIC)):
        raise SetUpError(f"The file made in the window holds {names}.")
    say(f"Seen: the file made in the window holds {' and '.join(names)}, read here on Linux.")
    copies = copies_in(wine)
    if not copies or names_in(copies[-1]) != names:
        raise SetUpError(f"No copy of the closed file holds the same names: {copies}")
    say(f"Seen: {len(copies)} copies were kept; the newest opens on Linux with the same names.")
    return made


def double_click(wine: Wine, hand: Hand, file: Path) -> None:
    """Open a charity's file as a double click does, and type its passphrase; raises SetUpError."""
    # Wine 8 looks only at what is known for all people; Windows itself at one person's first.
    for key in FILE_KEYS:
        words = ("reg", "copy", rf"HKCU\{key}", rf"HKLM\{key}", "/s", "/f")
        wine.must_run(*words, seconds=200)
    with wine.started("start", "/wait", "/unix", file):
        hand.wait_for("Coprod", seconds=180)
        hand.take("double-clicked", after=4)
        hand.type(_PASSPHRASE)
        hand.press("Return")
        hand.wait_for(SEEN_OF_IT, seconds=180)
        hand.take("opened", after=6)
        hand.press(keys_of("participants"))
        hand.take("own-file")
        _leave(hand)
    wine.wait_until_idle()
    say("Seen: a double-clicked file opens the program, and with its passphrase the file.")


def start_again(wine: Wine, hand: Hand, started: Path) -> None:
    """Start the program a second time with a file, which the first window takes; raises SetUpError.

    The file is the demo that the self-test left. The first window has no file open at first, and
    opens it; at the next start it has one, and what it says then is for a person to see.
    """
    other = wine.drive / "self-test" / "Other.coprod"
    shutil.copyfile(other.with_name("Demo.coprod"), other)
    with wine.started(started):
        hand.wait_for("Coprod", seconds=180)
        hand.take("second-start-before", after=10)
        _hand_over(wine, hand, started, "Demo.coprod")
        hand.take("second-start")
        hand.type(_PASSPHRASE)
        hand.press("Return")
        hand.wait_for(_DEMO_TITLE, seconds=180)
        _hand_over(wine, hand, started, "Other.coprod")
        hand.take("second-start-with-a-file-open")
        _leave(hand)
    wine.wait_until_idle()
    say("Seen: a second start ends by itself, and the first window opens the file that it had.")


def copies_in(wine: Wine) -> list[Path]:
    """Name the copies that the program kept of the file made in the window, the newest last."""
    folder = wine.home / "AppData" / "Local" / "Coprod" / "Backups"
    copies = folder.glob(f"{ORGANISATION} */*.coprod")
    return sorted(copies, key=lambda one: one.stat().st_mtime_ns)


def keys_of(screen: str) -> str:
    """Say which keys show a screen: the window numbers its screens in their order."""
    source = BUNDLE / "lib" / "coprod_desktop" / "ui" / "assembly.py"
    screens = re.findall(r'\brow\(\s*"(\w+)"', source.read_text(encoding="utf-8"))
    return f"ctrl+{screens.index(screen) + 1}"


def names_in(file: Path) -> list[str]:
    """Read with Linux' own program who stands in a file made in the window."""
    words = [str(program("python")), "-c", _ASK_NAMES, str(file), _PASSPHRASE]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpError(f"{done.stderr}\nThe file made in the window does not open here: {file}")
    return sorted(done.stdout.split("\n")[:-1])


def _look_round_the_demo(hand: Hand) -> None:
    hand.press("Down", "Down", "Tab", "space")
    hand.wait_for(_DEMO_TITLE, seconds=400)
    hand.take("demo")
    for name in _SCREENS:
        hand.press(keys_of(name))
        hand.take(name.replace("_", "-"), after=10)
    say("Seen: the demo opens, and three screens of it.")


def _print_statements(wine: Wine, hand: Hand) -> None:
    """Make everybody's statement as a PDF, in a folder chosen in the system's own dialog."""
    folder = wine.drive / "printed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    hand.press(keys_of("statements"))
    hand.take("statements", after=12)
    hand.press("Tab", "space")
    hand.wait_for(_MAKING, seconds=120)
    count = next(int(one.split()[1]) for one in hand.titles() if one.startswith(_MAKING))
    hand.press("Return")
    hand.wait_for("Select Folder", seconds=120)
    hand.take("choose-folder")
    hand.type("C:\\printed")
    hand.press("Return")
    hand.wait_until(
        lambda: len(list(folder.glob("*.pdf"))) == count, f"{count} statements", seconds=400
    )
    hand.take("statements-made", after=4)
    hand.click(*_NOWHERE)
    hand.press("ctrl+p")
    hand.take("no-printer")
    for paper in sorted(folder.glob("*.pdf")):
        run(program("coprod"), "verify", paper)
    say(f"Seen: {count} statements are PDFs with their seals, verified here on Linux.")


def _hand_over(wine: Wine, hand: Hand, started: Path, name: str) -> None:
    """Start the program while its window is there; only that window may stay."""
    code, written = wine.run(started, rf"C:\self-test\{name}", seconds=200)
    windows = [title for title in hand.titles() if "Coprod" in title]
    if code or len(windows) != 1:
        raise SetUpError(f"{written}\nA second start ended with {code}; windows: {windows}")


def _make_a_file(hand: Hand) -> None:
    hand.wait_until_gone(_DEMO_TITLE, seconds=120)
    hand.take("start-again")
    hand.press("Up", "Up", "Tab")
    hand.paste(ORGANISATION)
    hand.press("Tab")
    hand.type("Bethan Pryce")
    hand.press("Tab")
    hand.type("15")
    hand.press("Tab", "Tab", "Tab", "Tab")
    hand.type(_PASSPHRASE)
    hand.press("Tab")
    hand.type(_PASSPHRASE)
    hand.take("new-file")
    hand.press("Return")
    hand.wait_for(SEEN_OF_IT, seconds=180)


def _add_people(hand: Hand) -> None:
    for name, picture in ((WELSH, "welsh-name"), (ARABIC, "arabic-name")):
        hand.insist("Add a participant", keys_of("participants"), "ctrl+n")
        hand.take("add-a-participant", after=2)
        hand.paste(name)
        hand.take(picture)
        hand.press("Return")
        hand.wait_until_gone("Add a participant", seconds=120)
    hand.take("both-names")


def _leave(hand: Hand) -> None:
    hand.press("ctrl+q")
    hand.wait_until_gone("Coprod", seconds=180)
