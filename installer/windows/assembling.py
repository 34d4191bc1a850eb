"""Put the bundle together: Python, the libraries, the program and what it reads."""

import shutil
from pathlib import Path

from installer.console import ROOT, SetUpError
from installer.windows import closure
from installer.windows.fetching import fetch_python, fetch_wheels
from installer.windows.launcher import make_launcher
from installer.windows.papers import write_papers
from installer.windows.places import PROGRAM
from installer.windows.signatures import check_python
from installer.windows.trimming import trim_others, trim_python, trim_qt

LONGEST_PATH = 150
# The Visual C++ runtime beside the launcher and Python; the newer one, which Qt brings.
_RUNTIME = ("msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll")
_PATHS = "python313.zip\r\n.\r\n..\\lib\r\n..\\lib\\site-packages\r\n"


def assemble(bundle: Path) -> dict[str, int]:
    """Make the bundle anew, not yet compiled; gives the counts of signatures and of parts."""
    shutil.rmtree(bundle, ignore_errors=True)
    runtime, libraries = bundle / "runtime", bundle / "lib" / "site-packages"
    fetch_python(runtime)
    signed = check_python(runtime)
    trim_python(runtime)
    (runtime / "python313._pth").write_bytes(_PATHS.encode())
    fetch_wheels(libraries)
    trim_qt(libraries / "PySide6")
    trim_others(libraries)
    parts = write_papers(bundle, libraries)
    for folder in ("coprod_desktop", "resources"):
        _copy_source(folder, bundle / "lib")
    for name in _RUNTIME:
        for place in (bundle, runtime):
            shutil.copyfile(libraries / "shiboken6" / name, place / name)
    shutil.copyfile(ROOT / "resources" / "icons" / "coprod-file.ico", bundle / "coprod-file.ico")
    make_launcher(bundle / PROGRAM)
    return {"signed": signed, "parts": parts}


def check(bundle: Path) -> int:
    """Check what Wine would not notice and count the program files; raises SetUpError."""
    lacks = closure.missing(bundle)
    if lacks:
        raise SetUpError("The bundle is not complete:\n" + "\n".join(lacks))
    longest = max(len(path.relative_to(bundle).as_posix()) for path in bundle.rglob("*"))
    if longest >= LONGEST_PATH:
        raise SetUpError(f"A path of the bundle has {longest} characters; Windows may refuse it.")
    return len(closure.binaries(bundle))


def _copy_source(folder: str, target: Path) -> None:
    """Copy a folder of the project without what other runs left in it."""
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / folder, target / folder, ignore=ignore)
