"""Put the licences of everything delivered, and the list of it, beside the program."""

import json
import re
import shutil
from email.message import Message
from email.parser import Parser
from pathlib import Path

from installer.console import ROOT
from installer.windows.places import VERSION

_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_PYTHON_VERSION = "3.13.2"
# The Qt wheels bring no text of the licence that we take them under.
_LGPL = Path("/usr/share/common-licenses/LGPL-3")
_GPL = Path("/usr/share/common-licenses/GPL-3")


def write_papers(bundle: Path, libraries: Path) -> int:
    """Gather licences and write the list of parts (CycloneDX); gives how many parts there are.

    What the libraries' own `dist-info` folders hold beyond that is of no use to the program, except
    the names and versions that some ask for.
    """
    licences = bundle / "licences"
    parts = [_part("python", _PYTHON_VERSION, "PSF-2.0")]
    _copy(bundle / "runtime" / "LICENSE.txt", licences / "python" / "LICENSE.txt")
    _copy(ROOT / "LICENSE", licences / "coprod-desktop" / "LICENSE")
    for path in (_LGPL, _GPL):
        _copy(path, licences / "pyside6" / f"{path.name}.txt")
    for info in sorted(libraries.glob("*.dist-info")):
        about = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        name = about["Name"].lower()
        for path in sorted(info.rglob("*")):
            if path.is_file() and _LICENCE.search(path.name):
                _copy(path, licences / name / path.name)
        parts.append(_part(name, about["Version"], _licence_of(about)))
        _shrink(info)
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "Coprod Desktop", "version": VERSION}
        },
        "components": parts,
    }
    text = json.dumps(listed, indent=1, ensure_ascii=False) + "\n"
    (bundle / "licences" / "parts.cdx.json").write_text(text, encoding="utf-8")
    return len(parts)


def _part(name: str, version: str, licence: str) -> dict[str, object]:
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}"
        if name != "python"
        else f"pkg:generic/{name}@{version}",
        "licenses": [{"license": {"name": licence}}],
    }


def _licence_of(about: Message) -> str:
    told = about["License-Expression"] or about["License"] or ""
    if told and "\n" not in told and len(told) < 100:
        return str(told)
    classes = [line for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    return classes[0].rpartition(" :: ")[2] if classes else "see its licence file"


def _shrink(info: Path) -> None:
    """Leave of a `dist-info` folder its names, versions and entry points alone."""
    for path in sorted(info.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        elif path.name == "METADATA":
            head, _blank, _description = path.read_text(encoding="utf-8").partition("\n\n")
            path.write_text(head + "\n", encoding="utf-8")
        elif path.name != "entry_points.txt":
            path.unlink()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
