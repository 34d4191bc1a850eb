"""Build the Windows setup program and the portable ZIP: `python3 -m installer.windows.build`."""

import argparse
import hashlib
import shutil
import sys
import time
from pathlib import Path

from installer.console import ROOT, SetUpError, say
from installer.debian import install
from installer.environment import prepare
from installer.windows import signing
from installer.windows.assembling import assemble, check
from installer.windows.packing import make_portable, make_setup
from installer.windows.places import BUNDLE, DELIVERED, PORTABLE, PROGRAM, SETUP, VERSION, WORK
from installer.windows.wine import PACKAGES, for_building

LARGEST_SETUP = 45_000_000
_PROGRAMS = (
    "makensis",
    "wine",
    "Xvfb",
    "osslsigncode",
    "openssl",
    "x86_64-w64-mingw32-gcc",
    "xdotool",
    "xclip",
    "import",
)


def main(arguments: list[str]) -> int:
    """Build, check, and say what was made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args(arguments)
    began = time.monotonic()
    try:
        get_ready()
        build()
    except SetUpError as error:
        say(str(error))
        return 1
    say(f"Built in {time.monotonic() - began:.0f} seconds.")
    return 0


def get_ready() -> None:
    """Install what the build needs: Debian's packages, and `.venv`."""
    if not all(shutil.which(name) for name in _PROGRAMS):
        install(PACKAGES)
    prepare(with_tools=False)
    WORK.mkdir(parents=True, exist_ok=True)
    DELIVERED.mkdir(exist_ok=True)


def build() -> None:
    """Make the bundle, the setup program and the portable ZIP; raises SetUpError."""
    say("Putting the bundle together.")
    counts = assemble(BUNDLE)
    say(f"{counts['signed']} files of Python are signed as they should be.")
    say(f"{counts['parts']} parts are listed with their licences.")
    if signing.has_certificate():
        signing.sign(BUNDLE / PROGRAM)
    compile_python(BUNDLE)
    say(f"{check(BUNDLE)} program files find all they need.")
    say("Packing.")
    make_setup(BUNDLE, SETUP, VERSION)
    make_portable(BUNDLE, PORTABLE)
    if SETUP.stat().st_size > LARGEST_SETUP:
        raise SetUpError(f"{SETUP.name} has {SETUP.stat().st_size:,} bytes; that is too large.")
    for path in (SETUP, PORTABLE):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        say(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes, SHA-256 {digest}")


def compile_python(bundle: Path) -> None:
    """Compile every Python file with the Python that will run it, so that it starts at once.

    The libraries are delivered compiled only; our own program keeps its source beside.
    """
    words = ("-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash")
    python, libraries = bundle / "runtime" / "python.exe", bundle / "lib" / "site-packages"
    with for_building() as wine:
        # Relative paths, so that the compiled files do not tell where they were made.
        wine.must_run(python, *words, "-b", "lib/site-packages", seconds=900, folder=bundle)
        wine.must_run(python, *words, "lib/coprod_desktop", seconds=900, folder=bundle)
    for source in libraries.rglob("*.py"):
        source.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
