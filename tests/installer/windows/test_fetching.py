"""The list of Windows wheels is complete, up to date, and names each by its SHA-256."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.windows.fetching import LOCK, place_of

ROOT = Path(__file__).resolve().parents[3]


def locked() -> dict[str, str]:
    """Read the versions of the lock by their names."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    found = (re.match(r"([a-z0-9-]+)==(\S+) \\$", line) for line in lines)
    return {one[1]: one[2] for one in found if one}


def test_every_library_of_the_program_is_locked_in_a_version_that_it_takes() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    versions = locked()
    for line in settings["project"]["dependencies"]:
        asked = Requirement(line)
        version = versions.get(canonicalize_name(asked.name), "0")
        assert asked.specifier.contains(version), f"{line}: locked is {version}"
        assert version != "0", f"{line}: not locked"


def test_every_wheel_is_known_by_its_sum() -> None:
    text = LOCK.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert len(entries) == len(locked()) > 25
    assert [one for one in entries if "--hash=sha256:" not in one] == []


def test_of_a_wheel_only_what_python_loads_is_unpacked() -> None:
    assert place_of("lxml/etree.pyd") == "lxml/etree.pyd"
    assert place_of("a-1.0.data/platlib/a/b.pyd") == "a/b.pyd"
    assert place_of("a-1.0.data/scripts/a.exe") == ""
    assert place_of("a-1.0.data/headers/a.h") == ""
    assert place_of("lxml/") == ""
