"""Make the folder `.venv` with everything that the program needs, using only Python itself."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from installer import debian
from installer.console import ROOT, SetUpError, run, say

VENV = ROOT / ".venv"
_STAMP = VENV / "installed.txt"
# The first pip that can install into an environment other than its own.
_PIP_FOR_OTHERS = (22, 3)


def program(name: str) -> Path:
    """Name a program of the environment, such as `coprod` or `pytest`."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def prepare(*, with_tools: bool) -> None:
    """Make `.venv` and install the program from its source, with the developers' tools if asked."""
    _make_venv()
    asked = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted, fullest = stamp(asked, with_tools=with_tools), stamp(asked, with_tools=True)
    if _STAMP.exists() and _STAMP.read_text(encoding="utf-8") in (wanted, fullest):
        return
    say("Installing the libraries into .venv. The first time takes a few minutes.")
    pip = (program("python"), "-m", "pip", "install", "--disable-pip-version-check")
    run(*pip, "--editable", ".[dev]" if with_tools else ".")
    _STAMP.write_text(wanted, encoding="utf-8")


def missing_qt_packages(*, screen: str) -> set[str]:
    """Name what Qt lacks for `screen`, "offscreen" or "window"; raises SetUpError."""
    question = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([program("python"), "-c", question], capture_output=True, check=True)
    place = Path(os.fsdecode(answer.stdout).strip())
    return debian.missing_qt_packages(place, screen=screen)


def stamp(pyproject: str, *, with_tools: bool) -> str:
    """Sum up what an environment depends on: the libraries asked for, the Python and the place."""
    tables = tomllib.loads(pyproject)
    parts = [tables["project"], tables["build-system"], sys.version, str(ROOT)]
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()
    return f"{'with tools' if with_tools else 'program only'} {digest}\n"


def _make_venv() -> None:
    """Make `.venv` with its own pip, also where Debian keeps `ensurepip` in a package apart."""
    if _works(program("python")):
        return
    say("Making the folder .venv.")
    clear(VENV)
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    if not has_ensurepip and _system_pip() < _PIP_FOR_OTHERS:
        debian.install(["python3-venv"])
        has_ensurepip = True
    if has_ensurepip:
        run(sys.executable, "-m", "venv", VENV)
    else:
        run(sys.executable, "-m", "venv", "--without-pip", VENV)
        run(sys.executable, "-m", "pip", "--python", program("python"), "install", "pip")


def _works(python: Path) -> bool:
    """Tell whether this is a running Python of our own version that has pip."""
    if not python.exists():
        return False
    question = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return (
        subprocess.run([python, "-c", question], capture_output=True, check=False).returncode == 0
    )


def _system_pip() -> tuple[int, int]:
    """Give the version of the pip beside the running Python; (0, 0) without one."""
    command = [sys.executable, "-m", "pip", "--version"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.match(r"pip (\d+)\.(\d+)", answer)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def clear(folder: Path) -> None:
    """Remove a half-made environment, but nothing that is not one."""
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / "pyvenv.cfg").exists():
        raise SetUpError(f"{folder} is not a Python environment. Please move it out of the way.")
    shutil.rmtree(folder)
