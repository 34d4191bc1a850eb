"""Set up and run every check of the project: `python3 tests/run.py [arguments for pytest]`."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":  # the project's folder, not tests/, is where modules are looked for
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from installer.console import SetUpError, say, show
from installer.debian import install, missing_test_packages
from installer.environment import missing_qt_packages, prepare, program

_GATES = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)


# Spreadsheets that nobody here wrote; people have them beside the project, never inside it.
_REAL_SHEETS = Path(__file__).resolve().parents[2] / "shared" / "data"


def main(arguments: list[str]) -> int:
    """Run the gates, then the tests; 0 when all of them are content."""
    try:
        prepare(with_tools=True)
        install(missing_qt_packages(screen="offscreen") | missing_test_packages())
    except SetUpError as error:
        say(str(error))
        return 1
    if _REAL_SHEETS.is_dir():
        os.environ.setdefault("COPROD_REAL_SHEETS", str(_REAL_SHEETS))
    broken = []
    for name, *words in _GATES:
        say(f"\n> {' '.join([name, *words])}")
        if show(program(name), *words):
            broken.append(name)
    words = ["-n", "2", *arguments]
    say(f"\n> {' '.join(['pytest', *words])}")
    if show(program("pytest"), *words):
        broken.append("pytest")
    if broken:
        say(f"Not content: {', '.join(broken)}. Their words are above.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
