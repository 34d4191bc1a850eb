"""Pack the bundle as a setup program and as a ZIP, the same bytes for the same bundle."""

import itertools
import shlex
import sys
import zipfile
from pathlib import Path, PurePosixPath

from installer.console import ROOT, SetUpError, run
from installer.windows import signing
from installer.windows.places import HERE, STAMP, STAMP_SECONDS, WORK

_ODD = frozenset('$"`')


def make_setup(bundle: Path, made: Path, version: str, *, is_fast: bool = False) -> None:
    """Pack `bundle` as a setup program, signed where there is a certificate.

    `is_fast` is for a trial, where size does not matter. Raises SetUpError.
    """
    listed = WORK / f"{made.stem}.nsh"
    listed.write_text(file_list(bundle), encoding="utf-8")
    definitions: dict[str, object] = {
        "FILES": listed,
        "OUT": made,
        "VERSION": version,
        "ICONS": ROOT / "resources" / "icons",
    }
    if signing.has_certificate():
        command = (sys.executable, str(HERE / "signing.py"))
        definitions["SIGN"] = shlex.join(command)
    words = [f"-D{name}={value}" for name, value in definitions.items()]
    words += ["-DFAST"] if is_fast else []
    stamp = {"SOURCE_DATE_EPOCH": str(STAMP_SECONDS)}
    run("makensis", "-V2", "-WX", *words, HERE / "setup.nsi", environment=stamp)


def file_list(bundle: Path) -> str:
    """Write what is in the bundle as the setup compiler reads it, in an order of our own.

    Folders list their files in another order on every disk.
    Raises SetUpError for a name that the compiler would misread.
    """
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    lines = []
    for folder, inside in itertools.groupby(files, key=lambda path: path.parent):
        below = PurePosixPath(folder.relative_to(bundle).as_posix())
        place = "\\".join(("$INSTDIR", *below.parts))
        lines.append(f'SetOutPath "{place}"')
        for path in inside:
            if _ODD & set(str(path)):
                raise SetUpError(f"The setup compiler would misread the name {path}.")
            lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


def make_portable(bundle: Path, made: Path) -> None:
    """Pack `bundle` as a ZIP that runs from wherever it is unpacked."""
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(bundle.rglob("*")):
            if path.is_file():
                name = PurePosixPath("Coprod", path.relative_to(bundle).as_posix())
                entry = zipfile.ZipInfo(str(name), STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, path.read_bytes())
