"""Set up and do the main job once: `python3 installer/try_it.py [--window]`.

An invented charity's file is made, and from it the statements for its participants and the payment
sheet, bank file and remittances for its finance worker, all in the folder `out`.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # the project's folder, not installer/, is where modules are looked for
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from installer.console import ROOT, SetUpError, say, show
from installer.debian import install
from installer.environment import missing_qt_packages, prepare, program

# The file holds invented people only, so its passphrase is no secret.
PASSPHRASE = {"COPROD_PASSPHRASE": "invented people only"}
QUARTER = ("--from", "2026-07-01", "--to", "2026-09-30")
UP_TO = ("--up-to", "2026-11-30")
# Nobody passes their own payments: one approves the work, one prepares, one approves the run.
COORDINATOR, TREASURER, TRUSTEE = (
    ("--operator", name) for name in ("Bethan Pryce", "Farida Karim", "Gwyn Llwyd")
)


def main(arguments: list[str]) -> int:
    """Set up, make the papers and the files, and open the window if asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--window", action="store_true", help="open the window afterwards")
    wishes = parser.parse_args(arguments)
    try:
        prepare(with_tools=False)
        file = do_the_main_job(ROOT / "out")
        if wishes.window:
            install(missing_qt_packages(screen="window"))
            say("The window asks for the passphrase above.")
            show(program("coprod-desktop"), file)
    except SetUpError as error:
        say(str(error))
        return 1
    return 0


def do_the_main_job(out: Path) -> Path:
    """Make a charity's file, its statements and a pay run in `out`, and give the file."""
    file, papers, finance = out / "Demo.coprod", out / "statements", out / "pay-run"
    clear(out, file, papers, finance)
    coprod("demo", file)
    issued = coprod("statements", file, *QUARTER, "--out", papers, "--html")["issued"]
    coprod("approve", file, *UP_TO, *TRUSTEE)
    prepared = coprod("pay-run", file, "prepare", *UP_TO, *COORDINATOR)
    run = str(prepared["run"])
    coprod("pay-run", file, "approve", run, *TREASURER)
    coprod("pay-run", file, "export", run, "--out", finance, "--layout", "plain")
    pounds = prepared["total_pence"] / 100
    say(f"""
{len(issued)} statements for participants:   {papers}
{len(prepared["payments"])} payments, {pounds:,.2f} pounds, for finance:   {finance}
The charity's file:   {file}
Its passphrase:   {PASSPHRASE["COPROD_PASSPHRASE"]}""")
    return file


def clear(out: Path, file: Path, *folders: Path) -> None:
    """Remove what an earlier run made, and nothing else; raises SetUpError while it is open."""
    out.mkdir(parents=True, exist_ok=True)
    try:
        for old in out.glob(f"{file.name}*"):
            old.unlink()
        for folder in folders:
            if folder.exists():
                shutil.rmtree(folder)
    except OSError as error:
        raise SetUpError(
            f"Please close {error.filename}, which is open, and start again."
        ) from error


def coprod(*words: str | Path) -> dict[str, Any]:
    """Run our own command line in sight of the person and give its answer."""
    say("> coprod " + " ".join(_short(word) for word in words))
    done = subprocess.run(
        [program("coprod"), *words, "--json"],
        env={**os.environ, "PYTHONUTF8": "1", **PASSPHRASE},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SetUpError("The program said no (its own words are above).")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _short(word: str | Path) -> str:
    """Write a word as it is typed in the project's folder."""
    if isinstance(word, Path) and word.is_relative_to(ROOT):
        word = word.relative_to(ROOT)
    return f'"{word}"' if " " in str(word) else str(word)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
